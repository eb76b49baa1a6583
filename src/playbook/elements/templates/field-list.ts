import type { List, ListItem } from 'mdast';
import { nearestHeading, shortTitle, titlesAbove, type Context, type Recognised } from '../element.ts';
import type { FencedLine } from '../fenced-lines.ts';
import { hasMarkdownBoxes, haveDrawnBoxes, itemLabel, itemLine, itemText } from '../list-item.ts';
import { briefingIntroduction, mustContain, reportIntroduction } from './field-list-introductions.ts';
import {
  isFieldsTitle,
  isIntroducedAsContents,
  isPartOfFormat,
  isTitledAsFields,
  notAPartHeading,
  ruleStart,
} from './field-list-titles.ts';
import { fieldsIn, withoutStyle } from './fields.ts';
import type { HandoffTemplate } from './handoff-template.ts';
import { handoffWords, withoutNumber } from './titles.ts';

/** Reads a list of nothing but fields, `**Cause**: why it broke`, if the words above it say that they are to be written. */
export function readFieldList(list: List, context: Context): Recognised<HandoffTemplate> | undefined {
  const isSectioned = areSections(list);
  const isLabelled = list.children.every(labelOfField);
  if (!isTitledAsFields(list, context, { isSectioned, isLabelled })) return;
  if (list.children.length < 2 || isSomethingElse(list, context, isSectioned)) return;
  const lines = linesOfFields(list, context);
  const fields = fieldsIn(lines);
  const isOneFieldEach =
    fields.length === lines.length && new Set(fields.map(({ line }) => line)).size === lines.length;
  if (!isOneFieldEach) return;
  const isHandoff = [...titlesAbove(context), context.introduction].some(
    (title) => handoffWords.test(title) || briefingIntroduction.test(title) || inputContract.test(title),
  );
  return {
    kind: 'handoff-template',
    purpose: isHandoff ? 'handoff' : 'report',
    title: titleOfFields(context),
    recipient: nearestHeading(context),
    fields: fields.map(withoutStyle),
    text: lines.map(({ text }) => text).join('\n'),
  };
}

/** Titles of what an agent expects to be given. */
const inputContract = /^(?:\w+ )?input contract$/i;

/** Whether each item of a list is a bold label with a list of its own: a section of a report. */
function areSections({ children }: List): boolean {
  return children.every((item) => {
    const [label, ...parts] = item.children;
    const isLabel = label?.type === 'paragraph' && label.children[0]?.type === 'strong';
    return isLabel && parts.some(({ type }) => type === 'list');
  });
}

/** Whether the items of a list are alternatives, boxes to tick, actions or files, and not fields. */
function isSomethingElse(list: List, { introduction }: Context, isSectioned: boolean): boolean {
  const { ordered, children } = list;
  const hasRules = isSectioned && ordered !== true && children.some((item) => notAPartHeading.test(itemLabel(item)));
  const areAlternatives = /\bone of\b/i.test(introduction);
  const haveBoxes = hasMarkdownBoxes(list) || haveDrawnBoxes(list);
  // Two files "with the following format" have names of this form.
  const areFiles = children.every((item) => fileName.test(itemText(item)));
  // Sentences in quotation marks are what to say word for word.
  const areQuotes = children.every((item) => /^["“].*["”]$/.test(itemText(item)));
  return hasRules || areQuotes || areAlternatives || haveBoxes || (ordered === true && areWorkSteps(list)) || areFiles;
}

const fileName = /^[^\s:]{0,60}(?:\{[^{}]{1,40}\})?[^\s:]{0,60}\.[a-z]{1,5}$/;

/** How the steps of work begin. An answer has none of them. */
const actionStart = /^(?:read|check|identify|write|run|create|find|look|open|search|load|gather)\b[^:]*$/i;

function areWorkSteps({ children }: List): boolean {
  return children.filter((item) => actionStart.test(itemText(item))).length * 2 > children.length;
}

/** Labels that only say that an answer follows: "Return exactly". */
const vagueLabel = /^\w+$|^(?:return|provide|include|present|produce|output|report|respond|deliver|give)\b/i;

/** Returns the label or the nearest heading of a list of fields, whichever says more. */
function titleOfFields(context: Context): string {
  const heading = nearestHeading(context);
  if (vagueLabel.test(context.label) && heading !== '') return heading;
  return shortTitle(context) || context.introduction;
}

/** Minimum number of items without labels right below a heading: fewer are often rules of style. */
const MIN_UNLABELLED = 3;

/** How rules of style begin. In a numbered list, "1. Include the price" says in which order to write what. */
const styleRuleStart = /^(?:be|use|keep|do|don['’]t|always|never|avoid|ensure|make|focus|prefer)\b/i;

/** Returns each item of a list as a line of a template. */
function linesOfFields(list: List, context: Context): FencedLine[] {
  const heading = nearestHeading(context);
  const isBelowFieldsTitle = isFieldsTitle(withoutNumber(heading));
  const isContents = isIntroducedAsContents(context);
  const isRightBelowHeading =
    context.introduction === '' &&
    isBelowFieldsTitle &&
    !/\brules\b/i.test(heading) &&
    list.children.length >= MIN_UNLABELLED;
  const mayBeUnlabelled =
    isContents ||
    isRightBelowHeading ||
    reportIntroduction.test(context.introduction) ||
    mustContain.test(context.introduction) ||
    isPartOfFormat(list, context);
  const rule = isBelowFieldsTitle && isContents && list.ordered ? styleRuleStart : ruleStart;
  const isPlain = mayBeUnlabelled && !list.children.some((item) => rule.test(itemText(item)));
  return list.children.map((item) => ({
    text: lineOfField(item, { isPlain, mayBeLong: mayBeUnlabelled }),
    line: itemLine(item),
  }));
}

/**
 * Returns an item as a line of a template; what is nested in it is the hint if it has no other.
 * @param isPlain whether an item without a label is a hint itself
 * @param mayBeLong whether the hint may be a whole paragraph; the line then has only its start
 */
function lineOfField(item: ListItem, { isPlain, mayBeLong }: { isPlain: boolean; mayBeLong: boolean }): string {
  const text = itemText(item);
  const label = labelOfField(item);
  if (label === undefined) {
    // `Changes: what they are` has a label; a colon in the middle of a sentence makes none.
    const [, name = '', rest = ''] = /^(\p{Lu}[^:()*]{0,39}):\s+(\S.*)$/u.exec(text) ?? [];
    if (name !== '') return `- **${name}**: ${rest}`;
    return isPlain && !/[[\]]/.test(text) ? `- [${text}]` : `- ${text}`;
  }
  const hint = text.slice(label.length).replace(/^\s*(?::|[-–—]\s)\s*/, '');
  const nested = item.children.flatMap((child) => (child.type === 'list' ? child.children.map(itemText) : []));
  const start = mayBeLong && hint.length > MAX_SAMPLE_LENGTH ? shortened([hint]) : hint;
  return `- **${label}**: ${start || shortened(nested) || '…'}`;
}

/** Longest text after a label that makes a field of a line, in UTF-16 code units. */
const MAX_SAMPLE_LENGTH = 200;

/** Longest hint made of nested items, in UTF-16 code units. */
const MAX_HINT_LENGTH = 180;

function shortened(parts: readonly string[]): string {
  const text = parts.join('; ');
  return text.length > MAX_HINT_LENGTH ? `${text.slice(0, MAX_HINT_LENGTH).replace(/\s\S*$/, '')} …` : text;
}

/** Returns the bold text at the start of an item, or the code that a colon or a dash follows. */
function labelOfField(item: ListItem): string | undefined {
  const [start, next] = item.children[0]?.type === 'paragraph' ? item.children[0].children : [];
  if (start?.type === 'strong') return itemLabel(item);
  const isLabel = start?.type === 'inlineCode' && next?.type === 'text' && /^\s*(?::|[–—]|- )/.test(next.value);
  return isLabel ? start.value : undefined;
}
