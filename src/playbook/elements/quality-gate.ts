import type { Code, List, ListItem, Paragraph, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import {
  nearestTitle,
  type ElementBase,
  type ElementDefinition,
  type Context,
  type Recognised,
  type Recogniser,
} from './element.ts';
import { fencedLines, type FencedLine } from './fenced-lines.ts';
import { checklistTitleAt, isTitledAsChecks, titleOfCheckColumns } from './checklist-titles.ts';
import { areQuestions, drawnBox, haveDrawnBoxes, itemLine, itemText } from './list-item.ts';

export interface GateItem {
  /** Plain text. */
  text: string;
  /** Whether the file has it ticked. */
  done: boolean;
  line: number;
}

/** A phase's checklist: `- [ ]` items (`gate`), or plain bullets under a title that announces one (`checklist`). */
export interface QualityGate extends ElementBase {
  kind: 'quality-gate';
  variant: 'gate' | 'checklist';
  items: GateItem[];
}

/** Titles of lists of checks whose items all begin with a tick: "Quality protocols", "Before opening any oven". */
const tickedTitle = /\bquality\b|\b(?:checks?|criteria|verif(?:y|ication)|validat(?:e|ion))\b|^before \w+ing\b/i;

/** Recognises a list or fence of tasks, and any list or table whose title announces a checklist. */
const recogniseQualityGate: Recogniser<QualityGate> = (node, context) => {
  if (node.type === 'list') return readList(node, context);
  if (node.type === 'table') return readTable(node, context);
  if (node.type === 'paragraph') return readBoxes(node, context);
  return node.type === 'code' ? readFence(node, context) : undefined;
};

function readList(list: List, context: Context): Recognised<QualityGate> | undefined {
  const tasks = list.children.filter(({ checked }) => typeof checked === 'boolean').length;
  const areMarked = haveDrawnBoxes(list);
  const hasBoxes = areMarked && hasOpenBox(list);
  const isGate = tasks === list.children.length || hasBoxes;
  const nearest = nearestTitle(context);
  const isAnnounced =
    (areMarked && tickedTitle.test(nearest)) ||
    (areQuestions(list) && asksItself(context)) ||
    ([nearest, context.headings.at(-1) ?? ''].some((title) => /\b(?:check|review|audit)$/i.test(title)) &&
      areAnswered(list)) ||
    (context.intro === '' && reviewsParts(context) && areAnswered(list)) ||
    (/^success (?:metrics|indicators)$/i.test(nearest) && areStates(list)) ||
    evaluatesAgainst.test(context.textAbove ?? '') ||
    (areChecks(list) && !remedyTitle.test(nearest));
  if (isScale(list)) return;
  const title = isGate ? undefined : (checklistTitleAt(context) ?? (isAnnounced ? nearest : undefined));
  if (
    !isGate &&
    (tasks > 0 || list.children.length < 2 || title === undefined || (listsTools(list) && !/^before\b/i.test(nearest)))
  )
    return;
  return {
    kind: 'quality-gate',
    variant: isGate ? 'gate' : 'checklist',
    // A list with boxes is a gate whatever its title: it has the nearest one, as all elements.
    ...(title === undefined ? {} : { title }),
    items: list.children.map((item) => {
      const text = itemText(item) || toString(item);
      const box = drawnBox.exec(text);
      return {
        text: areMarked ? text.slice(box?.[0].length) : text,
        done: item.checked === true || (hasBoxes && box?.[1] !== undefined),
        line: itemLine(item),
      };
    }),
  };
}

/** Titles of remedies. Their steps begin with “check”, too, but are not what must be true in the end. */
const remedyTitle =
  /\b(?:fail\w*|errors?|issues?|problems?|resol\w+|troubleshoot\w*|invalid|denied|fix\w*|solutions?)\b/i;

/** Paragraphs above a list of what something is measured by, also without a colon: "Evaluate it against each of the following". */
const evaluatesAgainst =
  /^(?:evaluate|assess|review|check)\b.{0,80}\bagainst (?:each|all|every|these|the following)\b/i;

/** Fewest items that all say to check something. */
const MIN_CHECKS = 3;

/** Whether each item of a list without numbers says to check something: "Confirm that the oven is off". */
function areChecks({ ordered, children }: List): boolean {
  const isCheck = (item: ListItem) =>
    /^(?:confirm|verify|check|ensure|validate|double-check|make sure)\b[^:]*$/i.test(itemText(item));
  return ordered !== true && children.length >= MIN_CHECKS && children.every(isCheck);
}

/** Whether the items explain the numbers of a scale: "9–10: the crust is perfect". */
function isScale({ children }: List): boolean {
  return children.every((item) => /^\d{1,3}%?(?:\s?[–-]\s?\d{1,3}%?)?:/.test(itemText(item)));
}

/** Whether most items say what is true in the end: "All loaves are baked", "The oven passes". Others are figures. */
function areStates({ ordered, children }: List): boolean {
  const isState = (item: ListItem) =>
    /^(?:all|no|every|each|zero)\b|\b(?:pass(?:es|ing)?|succeeds?|complet(?:es|ed)|exits?|clean|green)\b/i.test(
      itemText(item),
    );
  return ordered !== true && children.filter(isState).length * 2 > children.length;
}

/** Whether most items of a list contain a question: "Crust: is it brown?", below "Oven check". */
function areAnswered({ children }: List): boolean {
  return children.filter((item) => /\?(?:\s|$)/.test(itemText(item))).length * 2 > children.length;
}

/** Headings of what an agent looks at, in lists of questions, also with a heading for each part: "What you review". */
const reviewTitle =
  /^(?:what (?:you|to) (?:review|check|audit|evaluate|examine|test|look for)|(?:review|audit|evaluation|analysis) (?:areas|dimensions|criteria|lens(?:es)?|process|framework))\b/i;

function reviewsParts({ headings }: Context): boolean {
  return headings.slice(-2).some((heading) => reviewTitle.test(heading));
}

const selfReview = /\b(?:ask|check) yourself\b|\bself-(?:critique|check|review|verification|assessment)\b/i;

/** Whether the words above a list of questions say that the agent asks itself: "Before you bake". */
function asksItself(context: Context): boolean {
  const words = context.intro || nearestTitle(context);
  return (
    selfReview.test(words) ||
    /^(?:each|every|all)\b.{1,40}\bmust answer\b/i.test(words) ||
    (context.label !== '' && selfReview.test(context.headings.at(-1) ?? '')) ||
    /^before (?!.*\b(?:ask|clarify|user|request)\b)/i.test(words)
  );
}

/** Reads a row of a table as an item: `Crust: golden, blocking`. */
function readTable(table: Table, context: Context): Recognised<QualityGate> | undefined {
  const [head, ...rows] = table.children;
  const columns = (head?.children ?? []).map((cell) => toString(cell).trim());
  // Below other sub-headings of a checklist, a table explains its items, unless its own columns say that it has checks.
  const title = isTitledAsChecks(context) ? checklistTitleAt(context) : titleOfCheckColumns(columns, context);
  if (title === undefined || rows.length < 2) return;
  const items = rows.map((row) => {
    const [first = '', ...others] = row.children.map((cell) => toString(cell).trim()).filter((cell) => cell !== '');
    const text = others.length === 0 ? first : `${first}: ${others.join(', ')}`;
    return { text, done: false, line: row.position?.start.line ?? 1 };
  });
  return items.every(({ text }) => text !== '') ? { kind: 'quality-gate', variant: 'checklist', title, items } : undefined;
}

/** Fewest tasks in a fence: an example of the syntax has fewer. */
const MIN_TASKS = 3;

/** A line of a fence that is a task: `- [ ] bake`, `□ bake`; and one below a title of a checklist: `- bake`. */
const taskLine = /^\s*(?:(?:[-*+]\s+)?\[([ xX])\]|[-*+]?\s*[☐□▢◻⬜]\uFE0F?|[-*+]?\s*([☑☒✅✓✔])\uFE0F?)\s+(\S.*)$/u;
const plainLine = /^\s*(?:[-*+•]|\d{1,2}[.)])\s+(?!\[[ xX]\]\s)(\S.*)$/;

/** A heading, a label or a rule between the tasks. */
const betweenTasks = /^\s*(?:#{1,6}\s|\S[^:]{0,60}:\s*$|[-=─═]{3,}\s*$|[\p{Lu}\d][\p{Lu}\d\s&/-]{2,60}$)/u;

/** Reads a fence of tasks, with headings and labels between them. */
function readFence(code: Code, context: Context): Recognised<QualityGate> | undefined {
  if (!/^(?:markdown|md|text|txt|ya?ml)?$/i.test(code.lang ?? '')) return;
  const lines = fencedLines(code).filter(({ text }) => text.trim() !== '');
  const isYaml = /^y/i.test(code.lang ?? '');
  const title = nearestTitle(context);
  // What is further to the right explains the task above, unless it is a task itself.
  const indent = indentOf(lines.find(({ text }) => taskLine.test(text))?.text ?? '');
  const outer = lines.filter(({ text }) => indentOf(text) <= indent || /^\s*(?:[-*+]\s+)?\[[ xX]\]/.test(text));
  const tasks = isYaml ? [] : itemsIn(outer, taskLine);
  const isGate = tasks.length >= MIN_TASKS && tasks.length * 3 >= outer.length * 2;
  if (isGate && tasks.some(({ done }) => !done)) {
    return { kind: 'quality-gate', variant: 'gate', ...(title === '' ? {} : { title }), items: tasks };
  }
  const listTitle = checklistTitleAt(context);
  const items = itemsIn(lines, plainLine);
  const others = lines.filter(({ text }) => !plainLine.test(text) && !betweenTasks.test(text)).length;
  if (listTitle === undefined || items.length < MIN_TASKS || others > 0) return;
  return { kind: 'quality-gate', variant: 'checklist', title: listTitle, items };
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function itemsIn(lines: readonly FencedLine[], pattern: RegExp): GateItem[] {
  return lines.flatMap(({ text, line }) => {
    const match = pattern.exec(text);
    const task = match?.at(-1)?.trim() ?? '';
    const done = pattern === taskLine && (/[xX]/.test(match?.[1] ?? '') || match?.[2] !== undefined);
    return task === '' ? [] : [{ text: task, done, line }];
  });
}

/** Reads a paragraph of lines that begin with an open box, below its title if the first line is one. */
function readBoxes(paragraph: Paragraph, context: Context): Recognised<QualityGate> | undefined {
  const text = toString(paragraph);
  if (!/(?:^|\n)[☐□▢◻⬜]/u.test(text)) return;
  const first = paragraph.position?.start.line ?? 1;
  const lines = text.split('\n').map((line, index) => ({ text: line, line: first + index }));
  const label = drawnBox.test(lines[0]?.text ?? '') ? undefined : lines.shift()?.text.replace(/:\s*$/, '').trim();
  const items = itemsIn(lines, taskLine);
  if (items.length < MIN_TASKS || items.length < lines.length) return;
  return { kind: 'quality-gate', variant: 'gate', title: label ?? nearestTitle(context), items };
}

/** Whether a list has a box to tick. A list of nothing but ✅ praises features. */
function hasOpenBox(list: List): boolean {
  return list.children.some((item) => /^[☐□▢◻⬜]/u.test(itemText(item)));
}

/** Whether most items are a name in code with an explanation: a list of tools, not of checks. */
function listsTools({ children }: List): boolean {
  return children.filter(isTool).length * 2 > children.length;
}

function isTool({ children: [first] }: ListItem): boolean {
  if (first?.type !== 'paragraph') return false;
  const [name, next] = first.children;
  const isName = name?.type === 'inlineCode' || name?.type === 'link';
  return isName && (next === undefined || (next.type === 'text' && /^\s*(?:[:–—(]|- )/.test(next.value)));
}

export const qualityGate: ElementDefinition<QualityGate> = {
  name: { one: 'quality gate', many: 'gates and checklists' },
  recognise: recogniseQualityGate,
  textLines: ({ items }) => items.map(({ text }) => text),
  references: () => [],
};
