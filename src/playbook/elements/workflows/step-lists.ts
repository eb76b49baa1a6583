import type { List, ListItem } from 'mdast';
import { nearestHeading, nearestTitle, shortTitle, type Context, type Recognised } from '../element.ts';
import { hasMarkdownBoxes, itemLine, itemText } from '../list-item.ts';
import { actionVerb, areActions } from './action-lists.ts';
import { dutiesIntroduction, isIntroducedAsSteps } from './step-introductions.ts';
import {
  genericTitle,
  invocationTitle,
  isOutputOrExampleTitle,
  isStepsTitle,
  phaseTitle,
  pipelineTitle,
  severalWorkflowsTitle,
} from './titles.ts';
import type { Workflow } from './workflow.ts';

/**
 * What shows that a list has steps, the strongest first: its items, which are called steps; a title such as "When
 * invoked"; the title of a process; or the words above the list, or the verbs in it. Only the first two are enough for a
 * list without numbers.
 */
type Evidence = 'items' | 'invocation' | 'process' | 'wording';

/** Reads a list as steps. Lists that other text splits have been joined before, in `joined-lists`. */
export function readSteps(list: List, context: Context): Recognised<Workflow> | undefined {
  const evidence = evidenceOfSteps(list, context);
  if (evidence === undefined || areRules(list) || hasMarkdownBoxes(list) || isPartOfAnswer(context)) return;
  // A list that continues the numbers of another one is not a workflow of its own.
  const continuesNumbering = (list.start ?? 1) > 1;
  if (continuesNumbering && (evidence === 'process' || evidence === 'wording')) return;
  const steps = list.children.map((item) => ({
    title: itemText(item),
    tasks: item.children.flatMap((child) => (child.type === 'list' ? child.children.map(itemText) : [])),
    line: itemLine(item),
  }));
  if (steps.some(({ title }) => title === '')) return;
  return { kind: 'workflow', variant: 'steps', title: titleOfSteps(context, evidence), steps };
}

function evidenceOfSteps(list: List, context: Context): Evidence | undefined {
  const nearest = nearestTitle(context);
  const areCalledSteps = list.children.every((item) => phaseTitle.test(itemText(item)));
  if (list.data?.areSteps === true || areCalledSteps) return 'items';
  if (invocationTitle.test(nearest) && !inputTitle.test(nearest) && !areOccasions(list)) return 'invocation';
  if (list.ordered !== true) return;
  const isProcess = isStepsTitle(nearest) || pipelineTitle.test(nearest);
  if (isProcess && !dutiesIntroduction.test(context.introduction)) return 'process';
  return isIntroducedAsSteps(list, context) || areActions(list, context) ? 'wording' : undefined;
}

/** Titles of what an agent gets when it is called: "When invoked, you will be given". */
const inputTitle = /\b(?:given|receives?|provided?|provides|gets?|pass(?:es|ed)?)(?: you)?(?: with)?$/i;

/** Whether the items are when to call the agent, and not what it does then: "Before a release", "Any odd smell". */
function areOccasions({ ordered, children }: List): boolean {
  const texts = children.map(itemText);
  const isOccasion = (text: string) => /^(?:after|any|before|during|every|if|on|when|whenever)\b|\?$/i.test(text);
  return ordered !== true && texts.some(isOccasion) && !texts.some((text) => actionVerb.test(text));
}

/** Whether most items are what to do always or never, and not one after the other. */
function areRules({ children }: List): boolean {
  const isRule = (item: ListItem) =>
    /^(?:never|always|do not|don['’]t|avoid|prefer|no|only|be)\b/i.test(itemText(item));
  return children.filter(isRule).length * 2 > children.length;
}

/** Whether a list is a part of an answer or of an example, and nothing right above it says to follow it. */
function isPartOfAnswer({ headings, label, introduction }: Context): boolean {
  if (/\bfollow (?:this|these|the)\b/i.test(introduction)) return false;
  const above = headings.slice(0, label === '' ? -1 : undefined);
  return above.some(
    (heading) =>
      isOutputOrExampleTitle(heading) &&
      !isStepsTitle(heading) &&
      !severalWorkflowsTitle.test(heading) &&
      // "Writing a report" is work.
      !/^\w+ing (?:an?|the|your)\b/i.test(heading),
  );
}

/** Returns the label or the nearest heading of a list of steps, whichever says more. */
function titleOfSteps(context: Context, evidence: Evidence): string {
  const heading = nearestHeading(context);
  if (heading === '') return context.label;
  const isProcess = isStepsTitle(heading) || pipelineTitle.test(heading);
  if (evidence === 'wording' && (isProcess || context.label === '')) return heading;
  return genericTitle.test(context.label) ? heading : shortTitle(context);
}
