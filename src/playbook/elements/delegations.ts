import type { List, Paragraph, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isHyphenatedName } from '../agent-names.ts';
import {
  nearestTitle,
  titlesAbove,
  type ElementDefinition,
  type Place,
  type Recognised,
  type Recogniser,
} from './element.ts';
import { readTasksOfColleague } from './colleague-tasks.ts';
import type { Delegations } from './delegation.ts';
import { readCollaborationProse } from './collaboration-prose.ts';
import { readCollaborationLines, readCollaborationList } from './collaborations.ts';
import { itemLabel, itemLine, itemText } from './list-item.ts';
import { agentsOn, arrow, hasAgents, readRoute, refersToAgents, taskLine, type Route } from './route.ts';

/** Recognises lists, tables and paragraphs in which every entry has a task and the agents that it goes to. */
const recogniseDelegations: Recogniser<Delegations> = (node, place) => {
  if (node.type === 'list') {
    return (
      readArrowList(node, place) ??
      readCollaborationList(node, place) ??
      readTasksOfColleague(node, place) ??
      (announcesOwnTasks(nearestTitle(place)) ? readOwnTasks(node) : undefined)
    );
  }
  if (node.type === 'table') return readTable(node, place);
  if (node.type !== 'paragraph') return;
  return readIntegrations(node, place) ?? readCollaborationLines(node, place) ?? readCollaborationProse(node, place);
};

/** Whether a heading is one such as "Handles directly" or "What you handle yourself". */
function announcesOwnTasks(heading: string): boolean {
  return /\bhandles?\b.*\b(?:directly|itself|yourself|alone)\b|\bdirectly\s+handles?\b/i.test(heading);
}

/** Reads `- **Task** → @a or @b`. If no arrow points to a name, the tasks are for roles. */
function readArrowList(list: List, place: Place): Recognised<Delegations> | undefined {
  if (list.ordered) return;
  const items: { task: string; route: Route; line: number }[] = [];
  for (const item of list.children) {
    const [task = '', ...rest] = itemText(item).split(arrow);
    const route = readRoute(rest.join(' '), place.names);
    // Stops at the first entry in most lists, because most have no arrows.
    if (!route || task.trim() === '') return;
    items.push({ task: task.trim(), route, line: itemLine(item) });
  }
  if (items.length < 2) return;
  const routes = items.map(({ route }) => route);
  const areAgents = routes.filter(startsWithAgent).length * 2 >= items.length && areAgentsAt(routes, place);
  const areRoles = items.every(({ route }) => /specialist|expert|team|agent/i.test(route.written));
  if (!areAgents && !areRoles) return;
  return { kind: 'delegations', form: areAgents ? 'to' : 'roles', items };
}

/** Whether an agent comes right after the arrow. In "→ an error, unless sql-pro says otherwise", another thing does. */
function startsWithAgent(route: Route): boolean {
  return route.parties[0] !== undefined && 'agent' in route.parties[0];
}

/** Reads any list: its heading says that the agent does these tasks itself. */
function readOwnTasks(list: List): Recognised<Delegations> | undefined {
  const items = list.children.map((item) => ({ task: itemLabel(item), line: itemLine(item) }));
  return items.every(({ task }) => task !== '') ? { kind: 'delegations', form: 'self', items } : undefined;
}

/** Reads a table with a column of agents. */
function readTable(table: Table, { names, headings }: Place): Recognised<Delegations> | undefined {
  const [head, ...rows] = table.children.map((row) => row.children.map((cell) => toString(cell).trim()));
  if (!head || rows.length === 0) return;
  const column = head.findIndex(
    (title, index) =>
      !/\bauthors?\b/i.test(title) &&
      isRouteColumn(
        title,
        rows.map((row) => row[index] ?? ''),
        names,
      ),
  );
  const others = head.map((title, index) => ({ title, index })).filter(({ index }) => index !== column);
  const taskColumn = (
    others.find(({ title }) => taskTitle.test(title)) ??
    others.find(({ title }) => !/^(?:#|no\.?|nr\.?|step)$/i.test(title))
  )?.index;
  if (column === -1 || taskColumn === undefined) return;
  const items = rows.map((row, index) => ({
    task: row[taskColumn] ?? '',
    route: readRoute(row[column] ?? '', names) ?? { written: '', parties: [], joined: 'and' as const },
    line: table.children[index + 1]?.position?.start.line ?? 1,
  }));
  const routes = items.map(({ route }) => route);
  // The rules that agents follow have names with underscores too, so the heading above does not tell.
  const isKnown = agentsIn(routes).some((agent) => names.has(agent));
  const isListOfAgents = column === 0 && agentsTitle.test(headings.at(-1) ?? '');
  if (!isKnown && !isListOfAgents && !refersToAgents(routes, [head[column] ?? ''])) return;
  // Maintainers have an @ as well.
  if (!isKnown && [head[column] ?? '', ...headings].some((title) => peopleTitle.test(title))) return;
  return { kind: 'delegations', form: 'to', items };
}

/** Headings of a table that has an agent in each row, whatever the title of its column. */
const agentsTitle = /^(?:(?:available|specialist|your|the|our) )?(?:sub-?)?agents\b/i;

/** Titles of a column that says what the agents are for, also if it is not the first one. */
const taskTitle = /^(?:tasks?|purpose|when|use (?:for|when)|responsibilit\w*|description|role)\b/i;

/** Titles of people, whose names on GitHub look like mentions of agents. */
const peopleTitle =
  /\b(?:git-?hub|maintain\w*|authors?|contribut\w*|credits?|thanks|acknowledg\w*|owners?|users?|people|contacts?)\b/i;

function agentsIn(routes: readonly Route[]): string[] {
  return routes.flatMap((route) => agentsOn(route));
}

/** Whether the names on some routes are agents, and not people with an account on GitHub. */
function areAgentsAt(routes: readonly Route[], place: Place): boolean {
  if (agentsIn(routes).some((agent) => place.names.has(agent))) return true;
  return refersToAgents(routes, titlesAbove(place)) && !peopleTitle.test(nearestTitle(place));
}

/** Whether a column has agents in every row, or in most rows under a title that announces them. */
function isRouteColumn(title: string, cells: readonly string[], names: ReadonlySet<string>): boolean {
  const routes = cells.filter((cell) => isRouteCell(cell, names)).length;
  const isAnnounced = /\b(?:agents?|delegates?|delegate to|specialists?)\b/i.test(title);
  return (
    routes >= cells.length * (isAnnounced && cells.length > 2 ? 0.75 : 1) && cells.every((cell) => /\p{L}/u.test(cell))
  );
}

function isRouteCell(text: string, names: ReadonlySet<string>): boolean {
  const route = readRoute(text, names);
  return hasAgents(route) && route.parties.every((party) => 'agent' in party || /specialist|expert/i.test(party.role));
}

/** Reads `**Integration**: FFI bindings (python-pro), drivers (embedded-systems), …`. */
function readIntegrations(paragraph: Paragraph, { headings }: Place): Recognised<Delegations> | undefined {
  const [first] = paragraph.children;
  if (first?.type !== 'strong') return;
  const line = paragraph.position?.start.line ?? 1;
  const text = toString(paragraph)
    .slice(toString(first).length)
    .replace(/^\s*:\s*/, '')
    .replace(/\.\s*$/, '');
  const title = toString(first).replace(/:$/, '').trim();
  // A comma inside of brackets separates nothing.
  const items = (text.match(/(?:\([^()]*\)|[^,])+/g) ?? []).map((pair) => {
    const [, task = '', name = ''] = /^(?:and\s)?(.+?)\s*\((@?[a-z0-9_-]+)\)$/s.exec(pair.trim()) ?? [];
    const route = readRoute(isHyphenatedName(name.replace('@', '')) ? name : '');
    return route && { task: task.replace(/\s+/g, ' '), route, line };
  });
  if (items.length < 2 || !items.every((item) => item !== undefined)) return;
  const routes = items.map(({ route }) => route);
  if (!refersToAgents(routes, [...headings, title])) return;
  return { kind: 'delegations', form: 'with', title, items };
}

export const delegations: ElementDefinition<Delegations> = {
  // One element is a whole list of delegations.
  name: { one: 'delegations', many: 'delegations' },
  recognise: recogniseDelegations,
  textLines: ({ items }) =>
    items.map(({ task, route, wording }) =>
      wording === undefined ? taskLine(task, route) : `${wording} ${route?.written ?? ''}: ${task}`,
    ),
  references: ({ form, items }) =>
    items.map(({ task, route, line }) => ({
      kind: form === 'with' || form === 'from' ? 'collaboration' : 'delegation',
      route,
      text: task,
      line,
    })),
};
