import type { Code, List, Paragraph } from 'mdast';
import {
  nearestTitle,
  titlesAbove,
  type ElementBase,
  type ElementDefinition,
  type Place,
  type Recognised,
  type Recogniser,
} from './element.ts';
import { stepsInFence, stepsInTree, stepsOnOneLine } from './arrow-steps.ts';
import { readCollaborationList } from './collaborations.ts';
import { fencedLines, isMermaid } from './fenced-lines.ts';
import { itemLine, itemText } from './list-item.ts';
import { checklistTitle } from './quality-gate.ts';
import { arrow, hasAgents, readRoute, refersToAgents, taskLine, type Route } from './route.ts';
import type { WorkflowStep } from './workflow-step.ts';

/**
 * Numbered steps, each with its agent (`agents`); steps in a list (`steps`); or sections, each with its tasks
 * (`phases`).
 */
export interface Workflow extends ElementBase {
  kind: 'workflow';
  form: 'agents' | 'steps' | 'phases';
  steps: WorkflowStep[];
}

/**
 * Words in a title which announce that what is below it is done in order. "Protocol" in the name of a server or of a
 * format does not count.
 */
const processWords =
  /\b(?:work-?flows?|process|phases?|stages?|steps?|procedures?|pipeline|approach|method|methodology|protocols?(?! buffers?| servers?)|life-?cycle)\b|\bflow$|^instructions$/i;

/** Titles of steps that an agent takes at a moment: "When invoked", "Before finalizing". Such lists may be bullets. */
const momentTitle =
  /^(?:when|once|after being|upon) (?:you are |you're )?(?:invo(?:ked|cation)|called|activated|triggered|started|being invoked)\b/i;

/** Headings of numbered lists of steps at a moment: "When reviewing code". */
const gerundTitle = /^(?:when|before|after|while) \w+ing\b/i;

/** Introductions of numbered lists of steps: "Before writing code", "you must", "follow these steps". */
const stepsIntro =
  /^(?:before|when|while|during|after|upon|on|once|if|handling|for (?:each|every|any|all)|always (?:begin|start))\b|^you (?:will|must|should)\b.* by$|\b(?:you|i|must|should|will|agent|steps|in (?:this|the following|that) order|sequence|process|workflow|flow|procedure|loop|follows?|following)$/i;

/** Introductions that end in a verb whose objects the list has: "When you review, analyse". */
const objectsIntro =
  /\b(?:analy[sz]e|includes?|including|considers?|contains?|provides?|covers?|identif(?:y|ies)|ensures?|checks?|examines?|evaluates?|verif(?:y|ies)|answers?|remove|avoid|skip|flag|need|needs|receives?|clarify|asks?|produces?|returns?|delivers?|categori[sz]e|classify|count|list|compare|focus on|of|for|with|about)$|\b(?:verify|check|confirm|validate) (?:all|each|every)\b/i;

/** Introductions of duties and of things to find, which have no order: "Your job is to". */
const dutiesIntro = /\b(?:job|role|mission|responsibilit(?:y|ies)|duties) (?:is|are|includes?)(?: to)?$|\bto find$/i;

/** Titles under which a numbered list is what the agent answers, or an example, and not what it does. */
const answerTitle = /\b(?:examples?|report|output|deliverables|format|(?<!\bagent )templates?)\b/i;

/** Titles of one word, which say less than the heading above. */
const plainTitle = /^(?:the )?(?:work-?flow|process|steps|procedure|approach|method|methodology)$/i;

/** Titles with a word of process whose lists are not in order: "Next steps" are offers, "Workflow tips" are advice. */
const notSteps =
  /^next\b|\bworkflows$|\bprioriti[sz]e\b|\b(?:priority|precedence|truth) order\b|\bhierarchy\b|\b(?:servers?|model context protocol|tips|principles|best practices|examples?|patterns|tools|metrics)\b/i;

/** Words that number the parts of a process. Options, patterns and examples are numbered as well, but not in order. */
export const phaseWords =
  '(?:phase|stage|step|(?:sub-?)?task|weeks?|days?|months?|sprint|iteration|milestone|round|wave|pass|cycle|hours?)';

const ordinal = '(\\d+(?:\\.\\d+)*[a-z]?|[IVX]+|one|two|three|four|five|six|seven|eight|nine|ten)';

/** Matches `Phase 1: Analysis`, `Step 2 – Build`, `Subtask 1.5. Check`, `Weeks 1-2: Start`, also after a symbol. */
export const phaseTitle = new RegExp(
  `^[^\\p{L}\\p{N}]{0,8}${phaseWords}\\s+#?${ordinal}(?:\\s?[-–]\\s?\\d+)?(?![\\p{L}\\p{N}])\\s*[:.)–—|-]*\\s*(.*)$`,
  'iu',
);

/** Titles whose own list is one of steps, but not the lists of their parts. */
const pipelineTitle = /^(?!(?:after|before|when|for|on|in) ).*\bpipeline$/i;

/**
 * Titles of numbered lists of steps: the word of process is the noun that the title is about. "Workflow design" and
 * "Evolution stages" are lists of something else.
 */
const stepsTitle =
  /\b(?:work-?flow|process|protocols?|approach|method|methodology|steps|procedure|routine|playbook|sequence|life-?cycle|behaviou?r|path)(?:\s*[(:–—].*)?$|^(?:your )?first (?:steps?|actions?)\b|^(?:work-?flow|process|protocol|approach|methodology|steps|procedure) (?:for|to|when|of)\b|^\w+ loop\b|^instructions$|^how (?:to|you)\b/i;

/** Whether a title announces phases: sections below it that only have a number. */
export function announcesProcess(title: string): boolean {
  return processWords.test(title) && !notSteps.test(title);
}

/** Whether a title says that the sections below it are phases, whatever their titles are. */
export function announcesParts(title: string): boolean {
  return /^(?:[\p{L}-]+ ){0,2}(?:phases|stages|steps)$/iu.test(title) && !notSteps.test(title);
}

/** Recognises a numbered list of steps, with agents or without. Phases are sections: see `phased-workflows.ts`. */
const recogniseWorkflow: Recogniser<Workflow> = (node, place) => {
  if (node.type === 'code')
    return readFencedSteps(node, place) ?? readNumberedFence(node, place) ?? readArrows(node, place);
  if (node.type === 'paragraph') return readArrows(node, place);
  if (node.type !== 'list' || node.children.length < 2) return;
  return readAgentSteps(node, place) ?? readSteps(node, place);
};

/** Reads a list in which every item is a step with a route, and at least half of the routes name an agent. */
function readAgentSteps(list: List, place: Place): Recognised<Workflow> | undefined {
  if (!list.ordered) return;
  const steps: (WorkflowStep & { route: Route })[] = [];
  for (const item of list.children) {
    const [title = '', ...rest] = itemText(item).split(arrow);
    const route = readRoute(rest.join(' '));
    if (!route || title.trim() === '') return;
    steps.push({ title: title.trim(), route, tasks: [], line: itemLine(item) });
  }
  const routes = steps.map(({ route }) => route);
  if (routes.filter(hasAgents).length * 2 < steps.length || !refersToAgents(routes, titlesAbove(place))) return;
  return { kind: 'workflow', form: 'agents', title: nearestTitle(place), steps };
}

/**
 * Reads a list as steps if it is one of these: any list below a moment such as "When invoked"; a numbered list whose
 * title is one of a process; a numbered list after words such as "Follow these steps". Lists that other text interrupts
 * are joined before, in `step-runs.ts`.
 */
function readSteps(list: List, place: Place): Recognised<Workflow> | undefined {
  const nearest = nearestTitle(place);
  const isMoment = momentTitle.test(nearest) || list.children.every((item) => phaseTitle.test(itemText(item)));
  const isProcess =
    list.ordered === true && (isStepsTitle(nearest) || pipelineTitle.test(nearest)) && !dutiesIntro.test(place.intro);
  const isIntroduced = !isMoment && !isProcess && list.ordered === true && isIntroducedAsSteps(list, place);
  if (!isMoment && !isProcess && !isIntroduced) return;
  // A list that continues the numbers of another one is not a workflow of its own.
  if (!isMoment && (list.start ?? 1) > 1) return;
  const above = place.headings.slice(0, place.label === '' ? -1 : undefined);
  const isFollowed = /\bfollow (?:this|these|the)\b/i.test(place.intro);
  if (!isFollowed && above.some((heading) => answerTitle.test(heading) && !isStepsTitle(heading))) return;
  const title = titleOfSteps(place, isIntroduced);
  if (list.children.some(({ checked }) => typeof checked === 'boolean')) return;
  const steps = list.children.map((item) => ({
    title: itemText(item),
    tasks: item.children.flatMap((child) => (child.type === 'list' ? child.children.map(itemText) : [])),
    line: itemLine(item),
  }));
  return steps.every((step) => step.title !== '') ? { kind: 'workflow', form: 'steps', title, steps } : undefined;
}

/**
 * Reads a fence in which every line is the name of a step, `Design:` or `Step 1: Design`, or one of its tasks. Its first
 * line may be the title.
 */
function readFencedSteps(code: Code, place: Place): Recognised<Workflow> | undefined {
  if (isMermaid(code)) return;
  const steps: WorkflowStep[] = [];
  for (const { text, line } of fencedLines(code)) {
    const name =
      /^(?:\d+[.)]\s*)?(\p{L}[^:]{0,80}):\s*$/u.exec(text)?.[1] ?? (phaseTitle.test(text) ? text : undefined);
    const task = /^\s*(?:[-*•]|\d+[.)])\s+(\S.*)$/.exec(text)?.[1];
    const last = steps.at(-1);
    if (name !== undefined) steps.push({ title: name.trim(), tasks: [], line });
    else if (task !== undefined && last) last.tasks.push(withoutMarks(task));
    else if (text.trim() !== '') return;
  }
  const heads = steps[0]?.tasks.length === 0 ? steps.shift()?.title : undefined;
  const title = nearestTitle(place);
  const arePhases = steps.every((step) => phaseTitle.test(step.title));
  if (!isStepsTitle(title.replace(/^\d+[.)]\s*/, '')) && !arePhases) return;
  return steps.length > 1 && steps.every(({ tasks }) => tasks.length > 0)
    ? { kind: 'workflow', form: 'steps', title: title || (heads ?? ''), steps }
    : undefined;
}

/** Reads a fence of lines numbered from 1, below a title of steps. What is below a number is its tasks. */
function readNumberedFence(code: Code, place: Place): Recognised<Workflow> | undefined {
  const title = nearestTitle(place);
  if (isMermaid(code) || !/^(?:text|txt|plaintext|markdown|md)?$/i.test(code.lang ?? '') || !isStepsTitle(title))
    return;
  const steps: WorkflowStep[] = [];
  for (const { text, line } of fencedLines(code)) {
    const [, number = '', step = ''] = /^(\d{1,3})[.)]\s+(\S.*)$/.exec(text) ?? [];
    const last = steps.at(-1);
    if (number !== '' && Number(number) !== steps.length + 1) return;
    if (number !== '') steps.push({ title: withoutMarks(step), tasks: [], line });
    else if (text.trim() !== '' && (!last || !/^\s/.test(text))) return;
    else if (text.trim() !== '') last?.tasks.push(withoutMarks(text.replace(/^\s*(?:[-=]{0,9}>|→|[-*•])?\s*/, '')));
  }
  return steps.length > 1 ? { kind: 'workflow', form: 'steps', title, steps } : undefined;
}

/** Titles of flows that are not the work of an agent, such as that of data through a system. */
const otherFlow = /\b(?:data|requests?|events?|users?|auth\w*|tokens?|control|messages?|state) (?:flow|life-?cycle)\b/i;

/** A name in a program: `LoggingBehavior`, `run()`. */
const identifier = /^\w*[a-z][A-Z]\w*(?:\(\))?$|^\w+\(\)$/;

/** Reads steps that arrows join, below a title of process or behind a name that is one. */
function readArrows(node: Code | Paragraph, place: Place): Recognised<Workflow> | undefined {
  const line = node.type === 'paragraph' ? stepsOnOneLine(node) : undefined;
  const steps = node.type === 'code' ? (stepsInTree(node) ?? stepsInFence(node)) : line?.steps;
  // `Request → LoggingBehavior → Handler` is how a program works.
  if (!steps || steps.filter(({ title }) => identifier.test(title)).length * 2 > steps.length) return;
  const titles = [line?.name ?? '', nearestTitle(place), place.headings.at(-1) ?? ''];
  const title = titles.find(
    (text) => (announcesProcess(text) || /\bmission\b/i.test(text)) && !phaseTitle.test(text) && !otherFlow.test(text),
  );
  return title === undefined ? undefined : { kind: 'workflow', form: 'steps', title, steps };
}

/** Returns a task in a fence as the plain text that its author means. */
function withoutMarks(task: string): string {
  return task.replace(/`([^`]+)`|\*\*([^*]+)\*\*/g, '$1$2').trim();
}

/** The list of a phase has the tasks of this phase, so its title does not announce steps. */
function isStepsTitle(title: string): boolean {
  return stepsTitle.test(title) && !notSteps.test(title) && !phaseTitle.test(title);
}

/** Whether the words above a list say that its items are done in order, and it is neither a checklist nor of colleagues. */
function isIntroducedAsSteps(list: List, place: Place): boolean {
  const heading = place.headings.at(-1) ?? '';
  if (place.intro === '' && gerundTitle.test(heading)) return !checklistTitle.test(heading);
  // "Starting a service", below "Workflow" or "When invoked".
  const above = place.headings.at(-2) ?? '';
  if (announcesParts(above)) return false;
  if (place.intro === '' && (isStepsTitle(above) || momentTitle.test(above))) {
    return !phaseTitle.test(heading) && !/^\d+[.)](?!\d)/.test(heading) && !notSteps.test(heading);
  }
  if (place.intro === '' || notSteps.test(place.intro) || notSteps.test(heading)) return false;
  if (checklistTitle.test(place.intro) || objectsIntro.test(place.intro) || dutiesIntro.test(place.intro)) return false;
  if (/\bensure\b/i.test(place.intro)) return false;
  if (phaseTitle.test(heading)) return false;
  // A moment is the start of steps under any heading: "After opening the oven", below "Pipeline position".
  if (announcesProcess(heading) !== isStepsTitle(heading) && !gerundTitle.test(place.intro)) return false;
  if (!stepsIntro.test(place.intro) && !isStepsTitle(heading)) return false;
  return !readCollaborationList(list, place);
}

/** Returns the title of a list of steps: of a label that only introduces it, the heading says more. */
function titleOfSteps(place: Place, isIntroduced: boolean): string {
  const heading = place.headings.at(-1) ?? '';
  if (heading === '') return place.label;
  if (isIntroduced && (isStepsTitle(heading) || place.label === '')) return heading;
  return plainTitle.test(place.label) ? heading : nearestTitle(place);
}

export const workflow: ElementDefinition<Workflow> = {
  name: { one: 'workflow', many: 'workflows' },
  recognise: recogniseWorkflow,
  // The tasks of phases are the text of sections, and search finds them there.
  textLines: ({ form, steps }) =>
    steps.flatMap(({ title, route, tasks }) => [taskLine(title, route), ...(form === 'steps' ? tasks : [])]),
  references: ({ title: workflowTitle, steps }) =>
    steps.map(({ title, route, line }, index) => ({
      kind: 'workflow',
      route,
      text: `${workflowTitle}, step ${String(index + 1)}: ${title}`,
      line,
    })),
};
