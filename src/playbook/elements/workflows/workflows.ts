import type { Code, List } from 'mdast';
import type { Context, ElementDefinition, Recognised, Recogniser } from '../element.ts';
import { taskLine } from '../route.ts';
import { readAgentSteps } from './agent-steps.ts';
import { readArrows } from './arrow-workflow.ts';
import { readFencedAgentSteps, readFencedSteps, readNumberedComments, readNumberedFence } from './fenced-steps.ts';
import { readSteps } from './step-lists.ts';
import type { Workflow } from './workflow.ts';

/**
 * Recognises steps in a list, in a fence, or in a paragraph with arrows. Workflows of whole sections are found later, when
 * all sections are known: see `phases.ts`.
 */
const recogniseWorkflow: Recogniser<Workflow> = (node, context) => {
  if (node.type === 'list') return readList(node, context);
  if (node.type === 'code') return readFence(node, context);
  return node.type === 'paragraph' ? readArrows(node, context) : undefined;
};

function readList(list: List, context: Context): Recognised<Workflow> | undefined {
  if (list.children.length < 2) return;
  return readAgentSteps(list, context) ?? readSteps(list, context);
}

function readFence(code: Code, context: Context): Recognised<Workflow> | undefined {
  return (
    readFencedAgentSteps(code, context) ??
    readFencedSteps(code, context) ??
    readNumberedFence(code, context) ??
    readNumberedComments(code, context) ??
    readArrows(code, context)
  );
}

export const workflow: ElementDefinition<Workflow> = {
  name: { one: 'workflow', many: 'workflows' },
  recognise: recogniseWorkflow,
  // The tasks of phases are the text of sections, and search finds them there.
  textLines: ({ variant, steps }) =>
    steps.flatMap(({ title, route, tasks }) => [taskLine(title, route), ...(variant === 'steps' ? tasks : [])]),
  references: ({ title: workflowTitle, steps }) =>
    steps.map(({ title, route, line }, index) => ({
      kind: 'workflow',
      route,
      text: `${workflowTitle}, step ${String(index + 1)}: ${title}`,
      line,
    })),
};
