import type { Code } from 'mdast';
import { nearestHeading, nearestTitle, type Context, type Recognised } from '../element.ts';
import { fencedLines, isMermaid } from '../fenced-lines.ts';
import { agentsOn, arrow, hasAgents, readRoute } from '../route.ts';
import { actionVerb } from './action-lists.ts';
import { isOutputOrExampleTitle, isProcessTitle, isStepsTitle, permanentTitle, phaseTitle } from './titles.ts';
import type { Workflow, WorkflowStep } from './workflow.ts';

/**
 * Reads a fence in which every line is the name of a step, `Design:` or `Step 1: Design`, or a task of the step above. Its
 * first line may be the title.
 */
export function readFencedSteps(code: Code, context: Context): Recognised<Workflow> | undefined {
  if (isMermaid(code)) return;
  const steps: WorkflowStep[] = [];
  for (const { text, line } of fencedLines(code)) {
    const name =
      /^(?:\d+[.)]\s*)?(\p{L}[^:]{0,80}):\s*$/u.exec(text)?.[1] ?? (phaseTitle.test(text) ? text : undefined);
    const task = listOrBranchLine.exec(text)?.[1];
    const last = steps.at(-1);
    if (name !== undefined) steps.push({ title: name.trim(), tasks: [], line });
    else if (task !== undefined && last) last.tasks.push(withoutMarks(task));
    else if (text.trim() !== '') return;
  }
  const isTitled = steps[0]?.tasks.length === 0 && !phaseTitle.test(steps[0].title);
  const titleInFence = isTitled ? steps.shift()?.title : undefined;
  const title = nearestTitle(context);
  if (steps.length < 2 || !(isListOfPhases(steps, code, title) || isListOfTitledSteps(steps, code, title))) return;
  return { kind: 'workflow', variant: 'steps', title: title || (titleInFence ?? ''), steps };
}

/** Whether steps are called phases, which may say on their own lines what is done: `Phase 1: Knead → soft dough`. */
function isListOfPhases(steps: readonly WorkflowStep[], code: Code, title: string): boolean {
  if (!steps.every((step) => phaseTitle.test(step.title))) return false;
  const isExample = /\bexamples?\b|\banti-?patterns?\b/i.test(title) || code.value.includes('[ ]');
  return !isExample || steps.every(({ tasks }) => tasks.length > 0);
}

/** Whether steps with tasks are below a title of steps. A drawn tree may show anything else, such as a folder. */
function isListOfTitledSteps(steps: readonly WorkflowStep[], code: Code, title: string): boolean {
  const isTree = /^\s*[├└╰]/m.test(code.value);
  return !isTree && isStepsTitle(title.replace(/^\d+[.)]\s*/, '')) && steps.every(({ tasks }) => tasks.length > 0);
}

/** Matches a task below a step: a list item, or a branch of a drawn tree, `├─ Bake`. */
const listOrBranchLine = /^\s*(?:(?:[-*•]|\d+[.)])\s+|[│├└╰─►> ]{0,20}[├└╰][─►>-]{0,9}\s*)(\S.*)$/;

/** Matches `2. Bake`, and not `2.5 kg`. */
const numberedLine = /^\s{0,9}(\d{1,3})[.)]\s+(\S.*)$/;

/**
 * Reads a fence in which numbered lines name an agent with an arrow, `1. Review → @sql-pro → Faults` or
 * `1. @sql-pro → Faults`: at least half of them. Other lines say what the workflow is for.
 */
export function readFencedAgentSteps(code: Code, context: Context): Recognised<Workflow> | undefined {
  if (isMermaid(code) || !/^(?:text|txt|plaintext|markdown|md|ya?ml)?$/i.test(code.lang ?? '')) return;
  const steps: WorkflowStep[] = [];
  let last = 0;
  for (const { text, line } of fencedLines(code)) {
    const [, number = '', words = ''] = numberedLine.exec(text) ?? [];
    if (number === '') continue;
    if (Number(number) !== last + 1) return;
    last = Number(number);
    const parts = words.split(arrow).map((part) => part.trim());
    const at = parts.findIndex((part) => namesAgent(part, context));
    const route = at === -1 ? undefined : readRoute(parts[at] ?? '', context.names);
    const title = parts.filter((part, index) => part !== '' && (index !== at || !route)).join(' → ');
    steps.push({ title: withoutMarks(title || words), ...(route && { route }), tasks: [], line });
  }
  const routed = steps.filter(({ route }) => route).length;
  // In the log of a program, a few of many lines have numbers.
  const isWhole = steps.length * 3 >= code.value.split('\n').filter((line) => line.trim() !== '').length;
  return steps.length > 1 && isWhole && routed * 2 >= steps.length
    ? { kind: 'workflow', variant: 'agents', title: nearestTitle(context), steps }
    : undefined;
}

/** Whether a text is nothing but an agent: a name with an `@`, or that of an agent of the folder. */
function namesAgent(text: string, { names }: Context): boolean {
  const route = readRoute(text, names);
  if (/\s[-–—]\s|:\s/.test(text)) return false;
  return hasAgents(route) && (/^[`*]*@/.test(text) || agentsOn(route).some((name) => names.has(name)));
}

/** Matches a comment that is a step: `# 1. Weigh`. */
const numberedComment = /^(?:#|\/\/)\s{0,9}(\d{1,2})[.)]\s+(\S.*)$/;

/** Reads a fence of commands below a title of steps, if numbered comments say what each step does. */
export function readNumberedComments(code: Code, context: Context): Recognised<Workflow> | undefined {
  const title = nearestTitle(context);
  if (!/^(?:bash|sh|shell|text|txt)?$/i.test(code.lang ?? '') || !isStepsTitle(title)) return;
  const steps: WorkflowStep[] = [];
  for (const { text, line } of fencedLines(code)) {
    const [, number = '', step = ''] = numberedComment.exec(text) ?? [];
    if (number !== '' && Number(number) !== steps.length + 1) return;
    if (number !== '') steps.push({ title: withoutMarks(step), tasks: [], line });
    else if (text.trim() !== '' && steps.length === 0) return;
    else if (text.trim() !== '') steps.at(-1)?.tasks.push(text.trim());
  }
  return steps.length > 1 ? { kind: 'workflow', variant: 'steps', title, steps } : undefined;
}

/**
 * Reads a fence of lines numbered from 1 or 0, below a title of steps or of a process. Indented lines are tasks of the step
 * above.
 */
export function readNumberedFence(code: Code, context: Context): Recognised<Workflow> | undefined {
  const title = nearestTitle(context);
  if (isMermaid(code) || !/^(?:text|txt|plaintext|markdown|md)?$/i.test(code.lang ?? '')) return;
  const isTitled = isStepsTitle(title) || (isProcessTitle(title) && !phaseTitle.test(title));
  // The list of a phase has its tasks.
  if (!isTitled && [title, nearestHeading(context)].some(isNotOfActions)) return;
  let first = 1;
  const steps: WorkflowStep[] = [];
  for (const { text, line } of fencedLines(code)) {
    const [, number = '', step = ''] = /^(\d{1,3})[.)]\s+(\S.*)$/.exec(text) ?? [];
    const last = steps.at(-1);
    // Phases may count from 0.
    if (number === '0' && steps.length === 0) first = 0;
    if (number !== '' && Number(number) !== steps.length + first) return;
    if (number !== '') steps.push({ title: withoutMarks(step), tasks: [], line });
    else if (text.trim() !== '' && (!last || !/^\s/.test(text))) return;
    else if (text.trim() !== '') last?.tasks.push(withoutMarks(text.replace(/^\s*(?:[-=]{0,9}>|→|[-*•])?\s*/, '')));
  }
  const isEnough = isTitled ? steps.length > 1 : areActionsIn(steps);
  return isEnough ? { kind: 'workflow', variant: 'steps', title, steps } : undefined;
}

/** Whether a title is not that of work to do in order: that of an example, of a phase or of principles. */
function isNotOfActions(title: string): boolean {
  return isOutputOrExampleTitle(title) || phaseTitle.test(title) || permanentTitle.test(title);
}

/** Minimum number of lines that say what to do, because no title has to say that they are steps. */
const MIN_ACTIONS = 3;

/** Whether most steps begin with a verb: "Weigh the flour". */
function areActionsIn(steps: readonly WorkflowStep[]): boolean {
  return (
    steps.length >= MIN_ACTIONS && steps.filter(({ title }) => actionVerb.test(title)).length * 4 >= steps.length * 3
  );
}

/** Returns a task in a fence as the plain text that its author means. */
function withoutMarks(task: string): string {
  return task
    .replace(/`([^`]+)`|\*\*([^*]+)\*\*/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}
