import type { Code } from 'mdast';
import { nearestHeading, type Context } from '../element.ts';
import type { FencedLine } from '../fenced-lines.ts';
import { outputTitleInOtherLanguages } from '../other-languages.ts';
import { withoutStyle } from './fields.ts';
import type { TemplateField } from './handoff-template.ts';
import { measureText, startsWithHeading, type MeasuredText } from './measured-text.ts';
import { isTitleOfText } from './template-line.ts';
import {
  contentsIntroduction,
  handoffWords,
  isOutputTitle,
  isTemplateTitle,
  outputIntroduction,
  promptIntroduction,
} from './titles.ts';

/** Languages of fences with text. A program has placeholders as well. */
const textLanguages = new Set(['', 'markdown', 'md', 'text', 'txt', 'plaintext', 'plain', 'template', 'yaml', 'yml']);

/** How many titles count as near: the nearest heading or label, the introduction, and the heading in the fence. */
const TITLES_NEAR = 3;

/**
 * Returns the fields of a text that has other lines as well, if it is one to fill in.
 * @param lines those of the fence that are not blank
 * @param titles from the outermost to the nearest: the headings above, the label, the introduction, the heading in the fence
 */
export function readFieldsAmongText(
  { lang }: Code,
  lines: readonly FencedLine[],
  titles: readonly string[],
  context: Context,
): TemplateField[] | undefined {
  const language = (lang ?? '').toLowerCase();
  if (!textLanguages.has(language) || isExample(titles)) return;
  const text = measureText(language, lines);
  const isTitled = isTitledAsTemplate(text, titles, context);
  if (!isTitled && !isMostlyToFillIn(text) && !isOnlyFields(text)) return;
  const fields = text.fields.map(withoutStyle);
  // "Report in this format", above a table with a sample of a row.
  if (text.isTable && isBelowFormat(context) && fields.length > 0) return fields;
  if (text.isProgram || !hasEnoughToFillIn(text, titles, isTitled, context)) return;
  // A text of nothing but samples may be an example of an answer.
  const areSamples = text.fields.every(({ isSample }) => isSample);
  return areSamples && !isWholeAnswer(text, titles) ? undefined : fields;
}

/** Whether the words right above a text say that it is an example, and not a template. */
function isExample(titles: readonly string[]): boolean {
  // "Example 2: a slow oven", above the label "Output".
  if (titles.slice(-4, -2).some((title) => /^examples?(?: \d|:|$)/i.test(title))) return true;
  const near = titles.slice(-TITLES_NEAR).filter((title) => /\bexamples?\b/i.test(title));
  return near.some((title) => !/\b(?:templates?|formats?|structure)\b/i.test(title));
}

/** Whether the words above a text say that it is one to fill in. */
function isTitledAsTemplate(text: MeasuredText, titles: readonly string[], { introduction }: Context): boolean {
  // "## Test results", above a verdict and what to say about it.
  const isResult =
    startsWithHash(text) && /\b(?:results?|review|verdict|assessment|analysis)$/i.test(titles.at(-1) ?? '');
  return (
    isResult ||
    promptIntroduction.test(introduction) ||
    titles.some((title) => isTemplateTitle(title) || handoffWords.test(title)) ||
    contentsIntroduction.test(titles.at(-2) ?? '')
  );
}

function startsWithHash({ lines }: MeasuredText): boolean {
  return lines[0]?.text.startsWith('#') === true;
}

/** Whether so much of a text is to fill in that it needs no title. */
function isMostlyToFillIn({
  isMarked,
  isMarkdown,
  hasBlankTitle,
  toFillIn,
  textLines,
  headings,
}: MeasuredText): boolean {
  if (!isMarked) return false;
  if (hasBlankTitle) return toFillIn * 3 >= textLines;
  // A text with several headings is one to fill in if half of what is below them is.
  return isMarkdown ? toFillIn * 3 >= textLines * 2 : headings > 1 && toFillIn * 2 >= textLines;
}

/** Whether every line is a field to fill in. */
function isOnlyFields({ fields, lines, linesToReplace }: MeasuredText): boolean {
  return fields.length > 2 && linesToReplace.size === lines.length && fields.every(({ isSample }) => !isSample);
}

/** Whether a text has enough fields, and not too much other text between them. */
function hasEnoughToFillIn(
  text: MeasuredText,
  titles: readonly string[],
  isTitled: boolean,
  context: Context,
): boolean {
  const { fields, emptyTables, headings, lines, toFillIn, isMarked, isYaml } = text;
  const isFormat = isMarked && isTitled && titles.slice(-TITLES_NEAR).some(isFormatTitle);
  // One field is enough right below the words "Report format".
  const hasName = fields.some(({ isNamed }) => isNamed) || headings === 1;
  const fewest = isFormat && hasName && !isYaml ? 1 : 2;
  const isDense = toFillIn * maxLinesPerPlaceholder(text, titles, context) >= lines.length - headings;
  return fields.length + emptyTables >= fewest && (isDense || (isFormat && text.hasBlankTitle));
}

function isFormatTitle(title: string): boolean {
  return /\b(?:formats?|templates?)\b/i.test(title) || outputTitleInOtherLanguages.test(title);
}

/** Returns how many lines may have one placeholder. A longer text with the same number of placeholders is an example. */
function maxLinesPerPlaceholder(
  { isYaml, isMarkdown }: MeasuredText,
  titles: readonly string[],
  context: Context,
): number {
  // The keys and lists of a configuration look like fields, so that most of it must be to fill in.
  if (isYaml) return isBelowFormat(context) ? 3 : 2;
  // Below a title such as "Report format", the text between is the text of the report.
  return isMarkdown && titles.some(isFormatTitle) ? 15 : 8;
}

/** Whether the heading right above names the format of an answer, and the label below it does too, if there is one. */
function isBelowFormat(context: Context): boolean {
  const heading = nearestHeading(context);
  return (isFormatTitle(heading) || isOutputTitle(heading)) && (context.label === '' || isTemplateTitle(context.label));
}

/** Whether a text that only has samples is a whole document whose title says that it is to be filled in. */
function isWholeAnswer(text: MeasuredText, titles: readonly string[]): boolean {
  const { isMarkdown, isDocument, fields, lines } = text;
  // An answer shown as an example: "After research", below "Output". A part of a format with a title of its own is often
  // an example, so that only a document may be one further down.
  const isBelowOutput = titles
    .slice(0, -2)
    .slice(isDocument ? -2 : -1)
    .some(isOutputTitle);
  // Every line is a field: "1. SCOPE: what was read".
  const labelled = new Set(fields.map(({ line }) => line)).size;
  const isOnlyLabelled = labelled === lines.length;
  const isLabelledBelowTitle = labelled === lines.length - 1 && isTitleOfText(lines[0]?.text ?? '', 0);
  return (
    (isMarkdown && startsWithHeading(lines) && isBelowOutput) ||
    (isOnlyLabelled && titles.some((title) => /\b(?:formats?|templates?|shape)\b/i.test(title))) ||
    (isLabelledBelowTitle && titles.slice(-TITLES_NEAR).some(isOutputTitle)) ||
    (isDocument && titles.some(isFormatTitle)) ||
    // "Output a summary table:", above a heading and a table.
    (startsWithHeading(lines) && outputIntroduction.test(titles.at(-2) ?? '')) ||
    (/^#\s/.test(lines[0]?.text ?? '') && titles.slice(-TITLES_NEAR).some(isTemplateTitle))
  );
}
