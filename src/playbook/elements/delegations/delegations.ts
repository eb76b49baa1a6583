import type { List } from 'mdast';
import { nearestTitle, type ElementDefinition, type Recognised, type Recogniser } from '../element.ts';
import { itemLabel, itemLine } from '../list-item.ts';
import { taskLine } from '../route.ts';
import { readArrowList } from './arrow-list.ts';
import { readCollaborationLines } from './collaboration-lines.ts';
import { readCollaborationList } from './collaboration-list.ts';
import { readCollaborationProse } from './collaboration-prose.ts';
import { readTasksOfColleague } from './colleague-tasks.ts';
import type { Delegations } from './delegation.ts';
import { readStartedAgents } from './started-agents.ts';
import { readTaskList } from './task-lists.ts';
import { readTable } from './delegation-table.ts';
import { readFencedColleagues } from './fenced-colleagues.ts';
import { readInlineRoutes } from './inline-routes.ts';
import { readIntegrations } from './integrations.ts';

/** Recognises lists, tables, fences and paragraphs in which every entry has a task and the agents that it goes to. */
const recogniseDelegations: Recogniser<Delegations> = (node, context) => {
  if (node.type === 'list') {
    return (
      readArrowList(node, context) ??
      readTaskList(node, context) ??
      readCollaborationList(node, context) ??
      readStartedAgents(node, context) ??
      readTasksOfColleague(node, context) ??
      readInlineRoutes(node, context) ??
      (isTitleOfOwnTasks(nearestTitle(context)) ? readOwnTasks(node) : undefined)
    );
  }
  if (node.type === 'table') return readTable(node, context);
  if (node.type === 'code') return readFencedColleagues(node, context);
  if (node.type !== 'paragraph') return;
  return (
    readIntegrations(node, context) ??
    readCollaborationLines(node, context) ??
    readInlineRoutes(node, context) ??
    readCollaborationProse(node, context)
  );
};

/** Whether a heading is one such as "Handles directly" or "What you handle yourself". */
function isTitleOfOwnTasks(heading: string): boolean {
  return /\bhandles?\b.*\b(?:directly|itself|yourself|alone)\b|\bdirectly\s+handles?\b/i.test(heading);
}

/** Reads any list: its heading says that the agent does these tasks itself. */
function readOwnTasks(list: List): Recognised<Delegations> | undefined {
  const items = list.children.map((item) => ({ task: itemLabel(item), line: itemLine(item) }));
  return items.every(({ task }) => task !== '') ? { kind: 'delegations', variant: 'self', items } : undefined;
}

export const delegations: ElementDefinition<Delegations> = {
  // One element is a whole list of delegations.
  name: { one: 'delegations', many: 'delegations' },
  recognise: recogniseDelegations,
  textLines: ({ items }) =>
    items.map(({ task, route, wording }) =>
      wording === undefined ? taskLine(task, route) : `${wording} ${route?.written ?? ''}: ${task}`,
    ),
  references: ({ variant, items }) =>
    items.map(({ task, route, line }) => ({
      kind: variant === 'with' || variant === 'from' ? 'collaboration' : 'delegation',
      route,
      text: task,
      line,
    })),
};
