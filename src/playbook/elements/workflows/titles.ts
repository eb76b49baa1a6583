import { outputTitleInOtherLanguages, processTitleInOtherLanguages } from '../other-languages.ts';
import { anyOf, oneOf, pattern, words, wordsAtEnd } from '../patterns.ts';

/** Words in a title for what is done in order. "Protocol" in the name of a server or of a format does not count. */
const processWords = anyOf(
  words(`
    work-?flows?, process, phases?, stages?, steps?, procedures?, pipeline, approach, method, methodology,
    protocols?(?! buffers?| servers?), life-?cycle, cycle, sequence
  `),
  /\bflow$/i,
  /^instructions$/i,
);

/** Titles with such a word whose lists are not in order: "Next steps" are offers, "Workflow tips" are advice. */
export const notStepsTitle = anyOf(
  /^next\b/i,
  /\bworkflows$/i,
  words('prioriti[sz]e, priority order, precedence order, truth order, hierarchy'),
  words(`
    servers?, model context protocol, tips, principles, best practices, examples?, patterns, tools, metrics
  `),
);

/** Whether a title is about a process, so that sections below it that only have a number are phases. */
export function isProcessTitle(title: string): boolean {
  return (processWords.test(title) || processTitleInOtherLanguages.test(title)) && !notStepsTitle.test(title);
}

/** Whether a title says that the sections below it are phases, whatever their titles are: "Baking stages". */
export function isTitleOfPhases(title: string): boolean {
  return /^(?:[\p{L}-]+ ){0,2}(?:phases|stages|steps)$/iu.test(title) && !notStepsTitle.test(title);
}

const processNoun = oneOf('work-?flow, process, protocol, approach, methodology, steps, procedure');

/** "Baking process", "Process for rye", "First steps", "The dough loop". */
const processTitle = anyOf(
  pattern`\b${oneOf(`
    work-?flow, process, protocols?, approach, method, methodology, steps, procedure, routine, playbook, sequence,
    life-?cycle, behaviou?r, path, phases, (?:delegation|execution|operating|working|review|standard|main) flow
  `)}(?: v?\d[\d.]{0,5})?(?:\s*[(:–—].*)?$`,
  /\bworkflow \d{1,2}\s*[:–—]/i,
  pattern`^${processNoun} of\b`,
  pattern`^(?:[\w-]+ ){0,3}${processNoun} (?:for|to|when|per)\b`,
  /^(?:your )?first (?:steps?|actions?)\b/i,
  /^(?:the )?[\w-]+ loop\b/i,
  /^pipeline:/i,
  /^instructions$/i,
  /^how (?:to|you)\b/i,
);

/** "Build order", "Order of operations", "Do these in order", "Step-by-step execution". */
const orderTitle = anyOf(
  pattern`\b${oneOf(
    'execution, processing, running, review, build, implementation, development, dependency, agent',
  )} order(?: \([^()]*\))?$`,
  wordsAtEnd('order of operations, order of execution, order of work'),
  /\b(?:run|do|execute|follow|perform|complete)\b.{0,20}\bin order\b/i,
  /^pre-?flight\b(?!.*\bchecks?\b)/i,
  /^(?:sequential|step-by-step|task) (?:\w+ )?execution$/i,
);

/**
 * Whether a numbered list right below a title has steps, because the title is about a process. The titles "Workflow
 * design" and "Evolution stages" are about something else, and the list of a phase has the tasks of that phase.
 */
export function isStepsTitle(title: string): boolean {
  const isProcess = processTitle.test(title) || orderTitle.test(title) || processTitleInOtherLanguages.test(title);
  return isProcess && !notStepsTitle.test(title) && !phaseTitle.test(title);
}

/** Titles whose own list has steps, whereas the lists of the sections below them have parts: "Baking pipeline". */
export const pipelineTitle = /^(?!(?:after|before|when|for|on|in) ).*\bpipeline$/i;

/** Titles of what an agent does as soon as it is called: "When invoked", "Once activated". Such lists may be bullets. */
export const invocationTitle =
  /^(?:when|once|after being|upon) (?:you are |you're )?(?:invo(?:ked|cation)|called|activated|triggered|started|being invoked)\b/i;

/** Titles of what an agent does on an occasion: "When reviewing code", "Before you bake". */
export const occasionTitle = /^(?:when|before|after|while) \w+ing\b|^before you \w+/i;

/** Titles of several workflows, each with a heading of its own below: "Core workflows". */
export const severalWorkflowsTitle = /\b(?:work-?flows|procedures|protocols|playbooks|runbooks)$/i;

/** Headings of what holds all the time, whatever the heading above them is about: "Core responsibilities". */
export const permanentTitle = wordsAtEnd(`
  responsibilit(?:y|ies), duties, requirements, rules, principles, guidelines, capabilities, expertise, standards,
  constraints
`);

/** Titles of one word, which say less than the heading above. */
export const genericTitle = /^(?:the )?(?:work-?flow|process|steps|procedure|approach|method|methodology|what to do)$/i;

/** Titles of an example, or of what the agent answers: a numbered list below them is not what the agent does. */
const outputOrExampleTitle = /\b(?:examples?|report|output|deliverables|format|(?<!\bagent )templates?)\b/i;

/** Whether a list below a title belongs to an answer or an example. */
export function isOutputOrExampleTitle(title: string): boolean {
  return outputOrExampleTitle.test(title) || outputTitleInOtherLanguages.test(title);
}

/** Words before the number of a part of a process. Options and examples are numbered as well, but not in order. */
export const phaseNoun = oneOf(`
  phase, stage, step, (?:sub-?)?task, weeks?, days?, months?, sprint, iteration, milestone, round, wave, pass, cycle,
  hours?
`);

const ordinal =
  '(\\d+(?:\\.\\d+)*[a-z]?|[IVX]+|[A-H](?=\\s*[:.)–—-])|one|two|three|four|five|six|seven|eight|nine|ten)';

/** Matches `Phase 1: Analysis`, `Step 2 – Build`, `Subtask 1.5. Check`, `Weeks 1-2: Start`, also after a symbol. */
export const phaseTitle = new RegExp(
  `^[^\\p{L}\\p{N}]{0,8}${phaseNoun}\\s+#?${ordinal}(?:\\s?[-–]\\s?\\d+)?(?![\\p{L}\\p{N}])\\s*[:.)–—|-]*\\s*(.*)$`,
  'iu',
);

/** Whether a title is that of a phase by its own words, whatever is above it. */
export function isPhaseTitle(title: string): boolean {
  return phaseTitle.test(title);
}
