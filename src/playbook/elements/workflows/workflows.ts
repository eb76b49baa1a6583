import type { ElementDefinition, Recogniser } from '../element.ts';
import { taskLine } from '../route.ts';
import { readArrows } from './arrow-workflow.ts';
import { readFencedAgentSteps, readFencedSteps, readNumberedComments, readNumberedFence } from './fenced-steps.ts';
import { readAgentSteps, readSteps } from './step-lists.ts';
import type { Workflow } from './workflow.ts';

/** Recognises a numbered list of steps, with agents or without. Phases are sections: see `phases.ts`. */
const recogniseWorkflow: Recogniser<Workflow> = (node, context) => {
  if (node.type === 'code')
    return (
      readFencedAgentSteps(node, context) ??
      readFencedSteps(node, context) ??
      readNumberedFence(node, context) ??
      readNumberedComments(node, context) ??
      readArrows(node, context)
    );
  if (node.type === 'paragraph') return readArrows(node, context);
  if (node.type !== 'list' || node.children.length < 2) return;
  return readAgentSteps(node, context) ?? readSteps(node, context);
};

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
