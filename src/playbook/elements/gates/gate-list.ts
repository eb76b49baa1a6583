import type { List, ListItem } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nearestHeading, nearestTitle, type Context, type Recognised } from '../element.ts';
import { areQuestions, drawnBox, hasMarkdownBoxes, haveDrawnBoxes, itemLine, itemText } from '../list-item.ts';
import { checklistTitleAt } from './checklist-titles.ts';
import { areQuestionsAboutWork } from './closed-questions.ts';
import { areFaultsToFind } from './faults.ts';
import type { GateItem, QualityGate } from './quality-gate.ts';

/** Reads a list with a box before each item as a gate, and another list of checks as a checklist. */
export function readGateList(list: List, context: Context): Recognised<QualityGate> | undefined {
  if (isScale(list)) return;
  // A list with boxes is a gate whatever its title is: like any element, it gets the nearest one.
  if (allHaveBoxes(list)) return { kind: 'quality-gate', variant: 'gate', items: itemsOf(list) };
  // If only some items have a box, the list is not about them.
  if (hasMarkdownBoxes(list) || list.children.length < 2 || isListOfTools(list, context)) return;
  const title = checklistTitleAt(context) ?? (haveWordsOfChecks(list, context) ? nearestTitle(context) : undefined);
  return title === undefined ? undefined : { kind: 'quality-gate', variant: 'checklist', title, items: itemsOf(list) };
}

/** Whether the items explain the numbers of a scale: "9–10: the crust is perfect". */
function isScale({ children }: List): boolean {
  return children.every((item) => /^\d{1,3}%?(?:\s?[–-]\s?\d{1,3}%?)?:/.test(itemText(item)));
}

/** Whether each item has a box, in markdown or drawn. */
function allHaveBoxes(list: List): boolean {
  return list.children.every(({ checked }) => typeof checked === 'boolean') || haveDrawnBoxesToTick(list);
}

/** Whether each item has a drawn box, and one of them is open. A list of nothing but ✅ praises features. */
function haveDrawnBoxesToTick(list: List): boolean {
  return haveDrawnBoxes(list) && list.children.some((item) => /^[☐□▢◻⬜]/u.test(itemText(item)));
}

/** Returns the items of a list without the boxes that are drawn in their texts. */
function itemsOf(list: List): GateItem[] {
  const areDrawn = haveDrawnBoxes(list);
  const areToTick = haveDrawnBoxesToTick(list);
  return list.children.map((item) => {
    const text = itemText(item) || toString(item);
    const box = drawnBox.exec(text);
    return {
      text: areDrawn ? text.slice(box?.[0].length) : text,
      done: item.checked === true || (areToTick && box?.[1] !== undefined),
      line: itemLine(item),
    };
  });
}

/** Titles of lists of checks whose items all begin with a tick: "Quality protocols", "Before opening any oven". */
const tickedTitle = /\bquality\b|\b(?:checks?|criteria|verif(?:y|ication)|validat(?:e|ion))\b|^before \w+ing\b/i;

/** Titles of lists of questions that an answer has to be found for: "Oven check". */
const reviewTitle = /\b(?:check|review|audit)$/i;

/** Headings of what an agent looks at; each part may have a heading of its own below: "What you review". */
const reviewedTitle =
  /^(?:what (?:you|to) (?:review|check|audit|evaluate|examine|test|look for)|(?:review|audit|evaluation|analysis) (?:areas|dimensions|criteria|lens(?:es)?|process|framework))\b/i;

/** Text above a list of what something is measured by, with or without a colon: "Evaluate it against all of the following". */
const evaluatesAgainst =
  /^(?:evaluate|assess|review|check)\b.{0,80}\bagainst (?:each|all|every|these|the following)\b/i;

/** Titles of remedies. Their steps may begin with “check”, too, but are not what must be true in the end. */
const remedyTitle =
  /\b(?:fail\w*|errors?|issues?|problems?|resol\w+|troubleshoot\w*|invalid|denied|fix\w*|solutions?)\b/i;

/** Whether the items of a list are checks by their own words, below a title that is not enough on its own. */
function haveWordsOfChecks(list: List, context: Context): boolean {
  const nearest = nearestTitle(context);
  const isReview =
    [nearest, nearestHeading(context)].some((title) => reviewTitle.test(title)) ||
    (context.introduction === '' && context.headings.slice(-2).some((heading) => reviewedTitle.test(heading)));
  return (
    (haveDrawnBoxes(list) && tickedTitle.test(nearest)) ||
    (areQuestions(list) && isSelfReview(context)) ||
    (isReview && containQuestions(list)) ||
    areQuestionsAboutWork(list, context) ||
    areFaultsToFind(list, context) ||
    (/^success (?:metrics|indicators)$/i.test(nearest) && areResults(list)) ||
    evaluatesAgainst.test(context.textAbove ?? '') ||
    (areChecks(list) && !remedyTitle.test(nearest))
  );
}

/** Minimum number of items that all say to check something, because no title has to say it. */
const MIN_CHECKS = 3;

/** Whether each item of a list without numbers says to check something: "Confirm that the oven is off". */
function areChecks({ ordered, children }: List): boolean {
  const isCheck = (item: ListItem) =>
    /^(?:confirm|verify|check|ensure|validate|double-check|make sure)\b[^:]*$/i.test(itemText(item));
  return ordered !== true && children.length >= MIN_CHECKS && children.every(isCheck);
}

/** Whether most items say what is true in the end: "All loaves are baked", "The oven passes". Others are figures. */
function areResults({ ordered, children }: List): boolean {
  const isResult = (item: ListItem) =>
    /^(?:all|no|every|each|zero)\b|\b(?:pass(?:es|ing)?|succeeds?|complet(?:es|ed)|exits?|clean|green)\b/i.test(
      itemText(item),
    );
  return ordered !== true && children.filter(isResult).length * 2 > children.length;
}

/** Whether most items contain a question: "Crust: is it brown?". */
function containQuestions({ children }: List): boolean {
  return children.filter((item) => /\?(?:\s|$)/.test(itemText(item))).length * 2 > children.length;
}

const selfReview = /\b(?:ask|check) yourself\b|\bself-(?:critique|check|review|verification|assessment)\b/i;

/** Whether the words above a list of questions say that the agent has to answer them itself: "Before you bake". */
function isSelfReview(context: Context): boolean {
  const above = context.introduction || nearestTitle(context);
  return (
    selfReview.test(above) ||
    /^(?:each|every|all)\b.{1,40}\bmust answer\b/i.test(above) ||
    (context.label !== '' && selfReview.test(nearestHeading(context))) ||
    /^before (?!.*\b(?:ask|clarify|user|request)\b)/i.test(above)
  );
}

/** Whether most items are a name in code with an explanation: tools, and not checks. */
function isListOfTools({ children }: List, context: Context): boolean {
  return children.filter(isTool).length * 2 > children.length && !/^before\b/i.test(nearestTitle(context));
}

function isTool({ children: [first] }: ListItem): boolean {
  if (first?.type !== 'paragraph') return false;
  const [name, next] = first.children;
  const isName = name?.type === 'inlineCode' || name?.type === 'link';
  return isName && (next === undefined || (next.type === 'text' && /^\s*(?:[:–—(]|- )/.test(next.value)));
}
