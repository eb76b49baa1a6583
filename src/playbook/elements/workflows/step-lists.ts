import type { List, ListItem } from 'mdast';
import { areActions } from './action-lists.ts';
import { readCollaborationList } from '../delegations/collaboration-list.ts';
import { readStartedAgents } from '../delegations/started-agents.ts';
import { nearestTitle, shortTitle, titlesAbove, type Context, type Recognised } from '../element.ts';
import { areQuestions, itemLabel, itemLine, itemText } from '../list-item.ts';
import { isChecklistTitle } from '../gates/checklist-words.ts';
import { arrow, hasAgents, readRoute, refersToAgents, type Route } from '../route.ts';
import {
  isOutputOrExampleTitle,
  isTitleOfPhases,
  isProcessTitle,
  occasionTitle,
  isStepsTitle,
  invocationTitle,
  notStepsTitle,
  phaseTitle,
  pipelineTitle,
  genericTitle,
  permanentTitle,
  severalWorkflowsTitle,
} from './titles.ts';
import type { Workflow, WorkflowStep } from './workflow.ts';

/** Introductions of numbered lists of steps: "Before writing code", "you must", "follow these steps". */
const stepsIntro =
  /^(?:before|when|while|during|after|upon|on|once|if|handling|for (?:each|every|any|all)|always (?:begin|start)|what to do)\b|^you (?:will|must|should)\b.* by$|\b(?:you|i|must|should|will|agent|steps|in (?:(?:this|the following|that) )?order|sequence|process|workflow|flow|procedure|loop|follows?|following|instead)$|\b(?:flow|process|sequence|order|workflow) is [\w-]+$|\bfollow (?:this|these|the following) (?:exact |strict )?(?:steps|process|workflow|procedure|sequence)\b/i;

/** Introductions that tell what all steps together are: "Run a full audit". Checks that are run have no order. */
const wholeIntro = /^(?:run|perform|execute|conduct|carry out) (?:a|an|the) (?!.*\bchecks?\b)/i;

/** Introductions that end in a verb whose objects the list has: "When you review, analyse". */
const objectsIntro =
  /\b(?:analy[sz]e|includes?|including|considers?|contains?|provides?|covers?|identif(?:y|ies)|ensures?|checks?|examines?|evaluates?|verif(?:y|ies)|answers?|remove|avoid|skip|flag|need|needs|receives?|clarify|asks?|dimensions|criteria|aspects|look (?:hard|closely|carefully) at|produces?|returns?|delivers?|categori[sz]e|classify|count|list|compare|focus on|of|for|with|about)$|\b(?:locations|places|files|paths|sources),? in (?:this |the following )?order$|\b(?:verify|check|confirm|validate) (?:all|each|every)\b/i;

/** Titles of what an agent gets at a moment: "When invoked, you will be given". */
const givenTitle = /\b(?:given|receives?|provided?|provides|gets?|pass(?:es|ed)?)(?: you)?(?: with)?$/i;

/** Introductions of duties and of things to find, which have no order: "Your job is to". */
const dutiesIntro = /\b(?:job|role|mission|responsibilit(?:y|ies)|duties) (?:is|are|includes?)(?: to)?$|\bto find$/i;

/** Reads a list in which every item is a step with a route, and at least half of the routes name an agent. */
export function readAgentSteps(list: List, context: Context): Recognised<Workflow> | undefined {
  if (!list.ordered) return;
  const steps: (WorkflowStep & { route: Route })[] = [];
  for (const item of list.children) {
    const [title = '', ...rest] = itemText(item).split(arrow);
    const route = readRoute(rest.join(' '));
    if (!route || title.trim() === '') return;
    steps.push({ title: title.trim(), route, tasks: [], line: itemLine(item) });
  }
  const routes = steps.map(({ route }) => route);
  if (routes.filter(hasAgents).length * 2 < steps.length || !refersToAgents(routes, titlesAbove(context))) return;
  return { kind: 'workflow', variant: 'agents', title: nearestTitle(context), steps };
}

/**
 * Reads a list as steps if it is one of these: any list below a moment such as "When invoked"; a numbered list whose
 * title is one of a process; a numbered list after words such as "Follow these steps". Lists that other text interrupts
 * are joined before, in `step-runs.ts`.
 */
export function readSteps(list: List, context: Context): Recognised<Workflow> | undefined {
  const nearest = nearestTitle(context);
  const areSteps = list.data?.areSteps === true || list.children.every((item) => phaseTitle.test(itemText(item)));
  const isMoment = (invocationTitle.test(nearest) && !givenTitle.test(nearest)) || areSteps;
  const isProcess =
    list.ordered === true && (isStepsTitle(nearest) || pipelineTitle.test(nearest)) && !dutiesIntro.test(context.introduction);
  const isIntroduced =
    !isMoment && !isProcess && list.ordered === true && (isIntroducedAsSteps(list, context) || areActions(list, context));
  if ((!isMoment && !isProcess && !isIntroduced) || areRules(list)) return;
  // A list that continues the numbers of another one is not a workflow of its own.
  if (!isMoment && (list.start ?? 1) > 1) return;
  const above = context.headings.slice(0, context.label === '' ? -1 : undefined);
  const isFollowed = /\bfollow (?:this|these|the)\b/i.test(context.introduction);
  const isAnswer = (heading: string) =>
    isOutputOrExampleTitle(heading) &&
    !isStepsTitle(heading) &&
    !severalWorkflowsTitle.test(heading) &&
    // "Writing a report" is work.
    !/^\w+ing (?:an?|the|your)\b/i.test(heading);
  if (!isFollowed && above.some(isAnswer)) return;
  const title = titleOfSteps(context, isIntroduced);
  if (list.children.some(({ checked }) => typeof checked === 'boolean')) return;
  const steps = list.children.map((item) => ({
    title: itemText(item),
    tasks: item.children.flatMap((child) => (child.type === 'list' ? child.children.map(itemText) : [])),
    line: itemLine(item),
  }));
  return steps.every((step) => step.title !== '') ? { kind: 'workflow', variant: 'steps', title, steps } : undefined;
}

/** Whether most items are what to do always or never, and not one after the other. */
function areRules({ children }: List): boolean {
  const isRule = (item: ListItem) =>
    /^(?:never|always|do not|don['’]t|avoid|prefer|no|only|be)\b/i.test(itemText(item));
  return children.filter(isRule).length * 2 > children.length;
}

/** Headings of a choice: "Available tools". */
const kindsTitle = /^(?:available|supported|common|key|core|types of|when to)\b/i;

/** Nouns with which considerations begin: "Security", "Readability". Verbs have other endings. */
const quality = /(?:ity|ance|ence|ency|ness|ability|ics|ship)$/i;

/** Whether most items are what to think of, and not what to do. */
function areConsiderations({ children }: List): boolean {
  const nouns = children.filter((item) => quality.test(/^\S+/.exec(itemLabel(item))?.[0].replace(/\W+$/, '') ?? ''));
  return nouns.length * 2 > children.length;
}

/** Whether the words above a list say that its items are done in order, and it is neither a checklist nor of colleagues. */
function isIntroducedAsSteps(list: List, context: Context): boolean {
  const heading = context.headings.at(-1) ?? '';
  if (areConsiderations(list) || areQuestions(list)) return false;
  if (context.introduction === '' && occasionTitle.test(heading)) return !isChecklistTitle(heading);
  // "Starting a service", below "Workflow" or "When invoked".
  const above = context.headings.at(-2) ?? '';
  if (isTitleOfPhases(above)) return false;
  if (context.introduction === '' && (isStepsTitle(above) || invocationTitle.test(above))) {
    const isPart = phaseTitle.test(heading) || /^\d+[.)](?!\d)/.test(heading);
    return !isPart && !notStepsTitle.test(heading) && !permanentTitle.test(heading);
  }
  // "1. Opening the shop", below "Core workflows": each is a workflow.
  if (context.introduction === '' && severalWorkflowsTitle.test(above)) return !notStepsTitle.test(heading) && !kindsTitle.test(heading);
  if (context.introduction === '' || notStepsTitle.test(context.introduction) || notStepsTitle.test(heading)) return false;
  if (isChecklistTitle(context.introduction) || dutiesIntro.test(context.introduction)) return false;
  // "After the baker returns" is a moment.
  if (objectsIntro.test(context.introduction) && !/^(?:after|once) (?:the|a|each|every) [^,]+ returns$/i.test(context.introduction))
    return false;
  if (/\bensure\b/i.test(context.introduction)) return false;
  if (phaseTitle.test(heading)) return false;
  // A moment is the start of steps under any heading: "After opening the oven", below "Pipeline position".
  const isSteps = isStepsTitle(heading) || pipelineTitle.test(heading);
  if (isProcessTitle(heading) && !isSteps && !occasionTitle.test(context.introduction)) return false;
  if (!stepsIntro.test(context.introduction) && !wholeIntro.test(context.introduction) && !isSteps) return false;
  return !readCollaborationList(list, context) && !readStartedAgents(list, context);
}

/** Returns the title of a list of steps: of a label that only introduces it, the heading says more. */
function titleOfSteps(context: Context, isIntroduced: boolean): string {
  const heading = context.headings.at(-1) ?? '';
  if (heading === '') return context.label;
  if (isIntroduced && (isStepsTitle(heading) || pipelineTitle.test(heading) || context.label === '')) return heading;
  return genericTitle.test(context.label) ? heading : shortTitle(context);
}
