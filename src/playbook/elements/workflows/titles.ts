import { outputTitleInOtherLanguages, processTitleInOtherLanguages } from '../other-languages.ts';

/**
 * Words in a title which announce that what is below it is done in order. "Protocol" in the name of a server or of a
 * format does not count.
 */
const processWords =
  /\b(?:work-?flows?|process|phases?|stages?|steps?|procedures?|pipeline|approach|method|methodology|protocols?(?! buffers?| servers?)|life-?cycle|cycle|sequence)\b|\bflow$|^instructions$/i;

/** Titles of steps that an agent takes at a moment: "When invoked", "Before finalizing". Such lists may be bullets. */
export const invocationTitle =
  /^(?:when|once|after being|upon) (?:you are |you're )?(?:invo(?:ked|cation)|called|activated|triggered|started|being invoked)\b/i;

/** Headings of numbered lists of steps at a moment: "When reviewing code". */
export const occasionTitle = /^(?:when|before|after|while) \w+ing\b|^before you \w+/i;

/** Titles under which a numbered list is what the agent answers, or an example, and not what it does. */
const answerTitle = /\b(?:examples?|report|output|deliverables|format|(?<!\bagent )templates?)\b/i;

/** Whether a list below a title belongs to an answer or an example. */
export function isOutputOrExampleTitle(title: string): boolean {
  return answerTitle.test(title) || outputTitleInOtherLanguages.test(title);
}

/** Titles of one word, which say less than the heading above. */
export const genericTitle = /^(?:the )?(?:work-?flow|process|steps|procedure|approach|method|methodology|what to do)$/i;

/** Titles with a word of process whose lists are not in order: "Next steps" are offers, "Workflow tips" are advice. */
export const notStepsTitle =
  /^next\b|\bworkflows$|\bprioriti[sz]e\b|\b(?:priority|precedence|truth) order\b|\bhierarchy\b|\b(?:servers?|model context protocol|tips|principles|best practices|examples?|patterns|tools|metrics)\b/i;

/** Headings of what holds all the time, whatever the heading above them announces: "Core responsibilities". */
export const permanentTitle =
  /\b(?:responsibilit(?:y|ies)|duties|requirements|rules|principles|guidelines|capabilities|expertise|standards|constraints)$/i;

/** Titles of several workflows, each with a heading of its own below. */
export const severalWorkflowsTitle = /\b(?:work-?flows|procedures|protocols|playbooks|runbooks)$/i;

/** Words that number the parts of a process. Options, patterns and examples are numbered as well, but not in order. */
export const phaseWords =
  '(?:phase|stage|step|(?:sub-?)?task|weeks?|days?|months?|sprint|iteration|milestone|round|wave|pass|cycle|hours?)';

const ordinal =
  '(\\d+(?:\\.\\d+)*[a-z]?|[IVX]+|[A-H](?=\\s*[:.)–—-])|one|two|three|four|five|six|seven|eight|nine|ten)';

/** Matches `Phase 1: Analysis`, `Step 2 – Build`, `Subtask 1.5. Check`, `Weeks 1-2: Start`, also after a symbol. */
export const phaseTitle = new RegExp(
  `^[^\\p{L}\\p{N}]{0,8}${phaseWords}\\s+#?${ordinal}(?:\\s?[-–]\\s?\\d+)?(?![\\p{L}\\p{N}])\\s*[:.)–—|-]*\\s*(.*)$`,
  'iu',
);

/** Titles whose own list is one of steps, but not the lists of their parts. */
export const pipelineTitle = /^(?!(?:after|before|when|for|on|in) ).*\bpipeline$/i;

/**
 * Titles of numbered lists of steps: the word of process is the noun that the title is about. "Workflow design" and
 * "Evolution stages" are lists of something else.
 */
const stepsTitle =
  /\b(?:work-?flow|process|protocols?|approach|method|methodology|steps|procedure|routine|playbook|sequence|life-?cycle|behaviou?r|path|phases)(?:\s*[(:–—].*)?$|\bworkflow \d{1,2}\s*[:–—]|^(?:your )?first (?:steps?|actions?)\b|^(?:work-?flow|process|protocol|approach|methodology|steps|procedure) of\b|^(?:[\w-]+ ){0,3}(?:work-?flow|process|protocol|approach|methodology|steps|procedure) (?:for|to|when|per)\b|^(?:the )?[\w-]+ loop\b|^pipeline:|^instructions$|^how (?:to|you)\b|\b(?:execution|processing|running|review|build|implementation|development|dependency|agent) order(?: \([^()]*\))?$|\border of (?:operations|execution|work)$|\b(?:run|do|execute|follow|perform|complete)\b.{0,20}\bin order\b|^pre-?flight\b(?!.*\bchecks?\b)|^(?:sequential|step-by-step|task) (?:\w+ )?execution$/i;

/** Whether a title announces phases: sections below it that only have a number. */
export function isProcessTitle(title: string): boolean {
  return (processWords.test(title) || processTitleInOtherLanguages.test(title)) && !notStepsTitle.test(title);
}

/** Whether a title says that the sections below it are phases, whatever their titles are. */
export function isTitleOfPhases(title: string): boolean {
  return /^(?:[\p{L}-]+ ){0,2}(?:phases|stages|steps)$/iu.test(title) && !notStepsTitle.test(title);
}

/** The list of a phase has the tasks of this phase, so its title does not announce steps. */
export function isStepsTitle(title: string): boolean {
  const isProcess = stepsTitle.test(title) || processTitleInOtherLanguages.test(title);
  return isProcess && !notStepsTitle.test(title) && !phaseTitle.test(title);
}
