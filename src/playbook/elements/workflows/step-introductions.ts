import type { List } from 'mdast';
import { readCollaborationList } from '../delegations/collaboration-list.ts';
import { readStartedAgents } from '../delegations/started-agents.ts';
import { nearestHeading, outerHeading, type Context } from '../element.ts';
import { isChecklistTitle } from '../gates/checklist-words.ts';
import { areQuestions, itemLabel } from '../list-item.ts';
import { anyOf, oneOf, pattern, wordsAtEnd, wordsAtStart } from '../patterns.ts';
import {
  invocationTitle,
  isProcessTitle,
  isStepsTitle,
  isTitleOfPhases,
  notStepsTitle,
  occasionTitle,
  permanentTitle,
  phaseTitle,
  pipelineTitle,
  severalWorkflowsTitle,
} from './titles.ts';

/**
 * Whether the words above a numbered list say that its items are done in order: a sentence right above it, or the
 * headings if there is no sentence.
 */
export function isIntroducedAsSteps(list: List, context: Context): boolean {
  if (areConsiderations(list) || areQuestions(list)) return false;
  return context.introduction === '' ? isBelowHeadingOfSteps(context) : isBelowSentenceOfSteps(list, context);
}

/** Whether most items are nouns, which tell what to think of, and not what to do: "Security", "Readability". */
function areConsiderations({ children }: List): boolean {
  const abstractNoun = /(?:ity|ance|ence|ency|ness|ability|ics|ship)$/i;
  const firstWords = children.map((item) => /^\S+/.exec(itemLabel(item))?.[0].replace(/\W+$/, '') ?? '');
  return firstWords.filter((word) => abstractNoun.test(word)).length * 2 > children.length;
}

/** Whether the headings above say that a list has steps: "When opening the oven", "Rye bread" below "Workflow". */
function isBelowHeadingOfSteps(context: Context): boolean {
  const heading = nearestHeading(context);
  const outer = outerHeading(context);
  if (occasionTitle.test(heading)) return !isChecklistTitle(heading);
  // The list of a phase has its tasks.
  if (isTitleOfPhases(outer) || notStepsTitle.test(heading)) return false;
  if (isStepsTitle(outer) || invocationTitle.test(outer)) {
    const isPhase = phaseTitle.test(heading) || /^\d+[.)](?!\d)/.test(heading);
    return !isPhase && !permanentTitle.test(heading);
  }
  // Each heading below "Core workflows" is that of a workflow: "Opening the shop".
  return severalWorkflowsTitle.test(outer) && !choiceTitle.test(heading);
}

/** Headings of things to choose from: "Available tools". */
const choiceTitle = /^(?:available|supported|common|key|core|types of|when to)\b/i;

/** Whether the sentence right above a list says that it has steps, and the list is not one of colleagues. */
function isBelowSentenceOfSteps(list: List, context: Context): boolean {
  const { introduction } = context;
  const heading = nearestHeading(context);
  const isBelowProcess = isStepsTitle(heading) || pipelineTitle.test(heading);
  const isOfSteps = isBelowProcess || stepsIntroduction.test(introduction) || runIntroduction.test(introduction);
  if (!isOfSteps || isOfSomethingElse(introduction) || isTitleOfPhases(outerHeading(context))) return false;
  if (notStepsTitle.test(heading) || phaseTitle.test(heading)) return false;
  // Below a heading such as "Pipeline position", only an occasion begins steps: "After opening the oven".
  const isOccasion = occasionTitle.test(introduction) || /^(?:each|every)\b/i.test(introduction);
  if (isProcessTitle(heading) && !isBelowProcess && !isOccasion) return false;
  return !readCollaborationList(list, context) && !readStartedAgents(list, context);
}

/** Introductions of steps: "Before writing code", "You will do this by", "Follow these steps". */
const stepsIntroduction = anyOf(
  wordsAtStart(`
    before, when, while, during, after, upon, on, once, if, handling, in (?:this|that|such|these) cases?, for (?:each|every|any|all), (?:each|every) (?:time|turn|session|iteration|cycle|run|round),
    always (?:begin|start), what to do
  `),
  /^you (?:will|must|should)\b.* by$/i,
  wordsAtEnd(`
    you, i, must, should, will, agent, steps, in (?:(?:this|the following|that) )?order, sequence, process, workflow,
    flow, procedure, loop, follows?, following, instead
  `),
  /\b(?:flow|process|sequence|order|workflow) is [\w-]+$/i,
  pattern`\bfollow (?:this|these|the following) (?:exact |strict )?${oneOf(
    'steps, process, workflow, procedure, sequence',
  )}\b`,
);

/** Introductions that name all steps together: "Run a full audit". Checks that are run have no order. */
const runIntroduction = /^(?:run|perform|execute|conduct|carry out) (?:a|an|the) (?!.*\bchecks?\b)/i;

/** Introductions of duties and of things to find, which have no order: "Your job is to". */
export const dutiesIntroduction =
  /\b(?:job|role|mission|responsibilit(?:y|ies)|duties) (?:is|are|includes?)(?: to)?$|\bto find$/i;

/** Introductions that end in a verb or a preposition, so that the items are its objects: "When you review, analyse". */
const objectsIntroduction = anyOf(
  wordsAtEnd(`
    analy[sz]e, includes?, including, considers?, contains?, provides?, covers?, identif(?:y|ies), ensures?, checks?,
    examines?, evaluates?, verif(?:y|ies), answers?, remove, avoid, skip, flag, need, needs, receives?, clarify, asks?,
    look (?:hard|closely|carefully) at, produces?, returns?, delivers?, categori[sz]e, classify, count, list, compare,
    focus on, of, for, with, about
  `),
  wordsAtEnd('dimensions, criteria, aspects'),
  /\b(?:locations|places|files|paths|sources),? in (?:this |the following )?order$/i,
  /\b(?:verify|check|confirm|validate) (?:all|each|every)\b/i,
);

/** Whether an introduction says that a list is a checklist, has duties, or has things that are worked on. */
function isOfSomethingElse(introduction: string): boolean {
  // "After the baker returns" tells when the steps begin.
  const tellsWhen = /^(?:after|once) (?:the|a|each|every) [^,]+ returns$/i.test(introduction);
  return (
    notStepsTitle.test(introduction) ||
    isChecklistTitle(introduction) ||
    dutiesIntroduction.test(introduction) ||
    (objectsIntroduction.test(introduction) && !tellsWhen) ||
    /\bensure\b/i.test(introduction)
  );
}
