import type { Code, Paragraph } from 'mdast';
import { nearestTitle, type Context, type Recognised } from '../element.ts';
import { stepsInFence, stepsInTree, stepsOnOneLine } from './arrow-steps.ts';
import { actionVerb } from './action-lists.ts';
import { isOutputOrExampleTitle, isProcessTitle, phaseTitle } from './titles.ts';
import type { Workflow, WorkflowStep } from './workflow.ts';

/** Titles of flows that are not the work of an agent: "Data flow", "Supply chain". */
const otherFlow =
  /\b(?:data|requests?|events?|users?|auth\w*|tokens?|control|messages?|state) (?:flow|life-?cycle)\b|\b(?:supply|tool|block|call|prototype|middleware|filter) ?chain\b/i;

/** Matches a name in a program: `LoggingBehavior`, `run()`. */
const identifier = /^\w*[a-z][A-Z]\w*(?:\(\))?$|^\w+\(\)$/;

/** Reads steps that arrows join, if a title right above them or the name before the first step is that of a process. */
export function readArrows(node: Code | Paragraph, context: Context): Recognised<Workflow> | undefined {
  const line = node.type === 'paragraph' ? stepsOnOneLine(node) : undefined;
  const steps = node.type === 'code' ? (stepsInTree(node) ?? stepsInFence(node)) : line?.steps;
  // `Request → LoggingBehavior → Handler` is how a program works.
  if (!steps || steps.filter(({ title }) => identifier.test(title)).length * 2 > steps.length) return;
  const titles = [line?.name ?? '', nearestTitle(context), context.headings.at(-1) ?? ''];
  const title = titles.find(
    (text) =>
      (isProcessTitle(text) || /\b(?:mission|chain)\b|\border$/i.test(text)) &&
      !phaseTitle.test(text) &&
      !otherFlow.test(text),
  );
  if (title === undefined && !areActionsInOrder(steps, context)) return;
  return { kind: 'workflow', variant: 'steps', title: title ?? nearestTitle(context), steps };
}

/** Minimum number of steps that say what to do, because no title has to say that they are steps. */
const MIN_ACTIONS = 4;

/** Whether each step begins with a verb: "Weigh → Knead → Rest → Bake". */
function areActionsInOrder(steps: readonly WorkflowStep[], context: Context): boolean {
  const isElsewhere = [nearestTitle(context), context.headings.at(-1) ?? ''].some(
    (title) => isOutputOrExampleTitle(title) || otherFlow.test(title),
  );
  return steps.length >= MIN_ACTIONS && !isElsewhere && steps.every(({ title }) => actionVerb.test(title));
}
