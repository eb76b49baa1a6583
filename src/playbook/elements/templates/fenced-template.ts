import type { Code } from 'mdast';
import { nearestTitle, titlesAbove, type Context, type Recognised } from '../element.ts';
import { fencedLines, type FencedLine } from '../fenced-lines.ts';
import { outputTitleInOtherLanguages } from '../other-languages.ts';
import { anyPlaceholder, fieldsIn, withoutStyle } from './fields.ts';
import type { HandoffTemplate, TemplateField } from './handoff-template.ts';
import { isNamedRule, titleInLine } from './heading-line.ts';
import { isTemplateTitle, contentsIntro, handoffWords, isOutputTitle, outputIntro } from './titles.ts';

/** Languages of fences with text. A program has placeholders as well. */
const textLanguages = new Set(['', 'markdown', 'md', 'text', 'txt', 'plaintext', 'plain', 'template', 'yaml', 'yml']);

/** One placeholder in so many lines: a longer text with two placeholders is an example. */
const MAX_LINES_PER_PLACEHOLDER = 8;

/** The same in markdown below a title that says "Report format": the text between is the text of the report. */
const MAX_LINES_IN_MARKDOWN = 15;

/** Introductions of what another agent is told: "Call the `baker` agent with". */
const promptIntro =
  /\b(?:invoke|call|spawn|dispatch|launch|prompt|brief)\b.{0,60}\bagent\b.{0,30}\b(?:with|prompt|structure)$/i;

/** The same in YAML right below a title of an answer: half of it may be keys and samples. */
const MAX_LINES_OF_ANSWER = 3;

function isFormatTitle(title: string): boolean {
  return /\b(?:formats?|templates?)\b/i.test(title) || outputTitleInOtherLanguages.test(title);
}

/** The nearest heading or label, the introduction and the heading in the fence. */
const TITLES_NEAR = 3;

/** The border of a box, or a rule between two parts. */
const drawnLine = /^(?=.*[─━═┌╔╭├╠└╚╰=]{3})[\s┌┐└┘├┤┬┴┼─━│┃╔╗╚╝╠╣╦╩═║╭╮╰╯=]+$/;

/** Reads a fence with fields to fill in. */
export function readFencedTemplate(node: Code, context: Context): Recognised<HandoffTemplate> | undefined {
  const lines = fencedLines(node).filter(({ text }) => text.trim() !== '' && !drawnLine.test(text));
  const headings = lines.filter(({ text }) => isHeading(text));
  const heading = hasTitle(node, headings) ? titleInLine(headings[0]?.text ?? '') : undefined;
  const recipient = context.headings.at(-1) ?? '';
  const titles = [...titlesAbove(context), context.introduction, heading ?? ''];
  const strict = strictFields(lines, headings.length);
  const fields = strict ?? looseFields(node, lines, titles, context);
  if (!fields) return;
  const isHandoff =
    titles.some((title) => handoffWords.test(title)) ||
    promptIntro.test(context.introduction) ||
    (strict !== undefined && !titles.some(isTemplateTitle));
  return {
    kind: 'handoff-template',
    purpose: isHandoff ? 'handoff' : 'report',
    title: titleIn(heading) ?? nearestTitle(context),
    recipient,
    fields,
    text: node.value,
  };
}

/** Returns the title in a heading without its placeholder: `Report: [name]` → `Report`; `undefined` if nothing is left. */
function titleIn(heading: string | undefined): string | undefined {
  const title = heading?.replace(/\s*[:–—(-]*\s*[[{<].*$|\s*[:：]$/, '').trim();
  return title === undefined || title === '' ? undefined : title;
}

/** Returns the fields of a fence in which every line is a field with a bold label, or a heading. */
function strictFields(lines: readonly FencedLine[], headings: number): TemplateField[] | undefined {
  const fields = fieldsIn(lines).filter(({ isStrict }) => isStrict);
  const written = new Set(fields.map(({ line }) => line)).size;
  return fields.length < 2 || written + headings < lines.length ? undefined : fields.map(withoutStyle);
}

/** Returns the fields among other lines of a text to fill in: its titles announce one, or most of its lines are fields. */
function looseFields({ lang }: Code, all: readonly FencedLine[], titles: readonly string[], context: Context) {
  const language = (lang ?? '').toLowerCase();
  if (!textLanguages.has(language)) return;
  const isYaml = /^ya?ml$/.test(language);
  const lines = isYaml ? all.filter(({ text }) => !/^-{3,}\s*$/.test(text)) : withoutPrograms(all);
  const fields = fieldsIn(all);
  const isOutside = new Set(lines.map(({ line }) => line));
  // The values of a configuration look like samples.
  const marked = fields.filter(({ isSample, line }) => isOutside.has(line) && (!isYaml || !isSample));
  const written = new Set(marked.map(({ line }) => line));
  const isToReplace = (text: string) => anyPlaceholder.test(text) || (isYaml && alternatives.test(text));
  const emptyTables = lines.filter(({ text }, index) => isRule(text) && !isRow(lines[index + 1]?.text ?? '')).length;
  const toReplace = lines.filter(({ text, line }) => written.has(line) || isToReplace(text)).length + emptyTables * 2;
  const headings = lines.filter(({ text }) => isHeading(text)).length;
  const isDocument = headings > 1 && lines[0]?.text.startsWith('#') === true;
  const isMarkdown = language === 'markdown' || language === 'md' || isDocument;
  const announces = (words: RegExp) => titles.some((title) => words.test(title));
  if (isExample(titles)) return;
  const text = lines.filter((line) => !/^\s*(?:#{1,6}\s|-{3,}\s*$)/.test(line.text) && !isNamedRule(line.text)).length;
  const isMarked = fields.some(({ isSample }) => !isSample) || (emptyTables > 0 && fields.length > 0);
  // A text with several headings is one to fill in if half of what is below them is.
  // `## Oven: [Name]` is the title of such a text; `## <time> — done` is a line of a log.
  const hasTitleToFillIn = isMarkdown && /^#{1,6}\s+\p{L}[^[\]{}<>]{2,80}[[{<]/u.test(lines[0]?.text ?? '');
  const isForm =
    isMarked &&
    (hasTitleToFillIn
      ? toReplace * 3 >= text
      : isMarkdown
        ? toReplace * 3 >= text * 2
        : headings > 1 && toReplace * 2 >= text);
  // "## Test results", above a verdict and what to say about it.
  const isResult =
    lines[0]?.text.startsWith('#') === true &&
    /\b(?:results?|review|verdict|assessment|analysis)$/i.test(titles.at(-1) ?? '');
  const isAnnounced =
    isResult ||
    promptIntro.test(context.introduction) ||
    titles.some(isTemplateTitle) ||
    announces(handoffWords) ||
    contentsIntro.test(titles.at(-2) ?? '');
  // Every line is a field to fill in, whatever the title is.
  const isNothingElse = fields.length > 2 && written.size === lines.length && fields.every(({ isSample }) => !isSample);
  if (!isForm && !isAnnounced && !isNothingElse) return;
  const most =
    // The keys and lists of a configuration look like fields, so that most of it must be to fill in.
    isYaml
      ? isBelowFormat(context)
        ? MAX_LINES_OF_ANSWER
        : 2
      : isMarkdown && titles.some(isFormatTitle)
        ? MAX_LINES_IN_MARKDOWN
        : MAX_LINES_PER_PLACEHOLDER;
  // One field is enough right below the words "Report format".
  const isFormat = isMarked && isAnnounced && titles.slice(-TITLES_NEAR).some(isFormatTitle);
  const isNamed = fields.some(({ isNamed }) => isNamed) || headings === 1;
  const fewest = isFormat && isNamed && !isYaml ? 1 : 2;
  const isFilled = toReplace * most >= lines.length - headings || (isFormat && hasTitleToFillIn);
  const isEnough = fields.length + emptyTables >= fewest && isFilled;
  const isCode =
    lines.filter(({ text }) => /[;{]\s*$|^\s*(?:\$|import|const|let|def|class)\s/.test(text)).length * 5 > lines.length;
  // A text of nothing but samples is one to fill in if it is a whole document whose own title says so.
  const isOnlySamples = fields.every(({ isSample }) => isSample);
  const isWhole =
    // An answer shown as an example: "After research", below "Output".
    (isMarkdown &&
      /^#{1,6}\s/.test(lines[0]?.text ?? '') &&
      titles
        .slice(0, -2)
        // A part of a format with a title of its own is often an example.
        .slice(isDocument ? -2 : -1)
        .some(isOutputTitle)) ||
    // Every line is a field: "1. SCOPE: what was read".
    (new Set(fields.map(({ line }) => line)).size === lines.length &&
      announces(/\b(?:formats?|templates?|shape)\b/i)) ||
    (isDocument && titles.some(isFormatTitle)) ||
    // "Output a summary table:", above a heading and a table.
    (/^#{1,6}\s/.test(lines[0]?.text ?? '') && outputIntro.test(titles.at(-2) ?? '')) ||
    (/^#\s/.test(lines[0]?.text ?? '') && titles.slice(-TITLES_NEAR).some(isTemplateTitle));
  // "Report in this format", above a table with a sample of a row.
  const isTable = lines.some(({ text }) => isRule(text)) && lines.every(({ text }) => isRow(text));
  if (isTable && isBelowFormat(context) && fields.length > 0) return fields.map(withoutStyle);
  return isEnough && !isCode && (!isOnlySamples || isWhole) ? fields.map(withoutStyle) : undefined;
}

/** Whether the heading right above names the format of an answer, and the label below it, if there is one, too. */
function isBelowFormat({ headings, label }: Context): boolean {
  const heading = headings.at(-1) ?? '';
  return (isFormatTitle(heading) || isOutputTitle(heading)) && (label === '' || isTemplateTitle(label));
}

/** Whether the first heading of a form is that of the whole: below a rule with a name, or among others, it is that of a part. */
function hasTitle({ data }: Code, headings: readonly FencedLine[]): boolean {
  const [first, ...others] = headings.map(({ text }) => /^#*/.exec(text)?.[0].length ?? 0);
  if (headings.some(({ text }) => isNamedRule(text))) return false;
  return data?.isOpen !== true || !others.includes(first ?? 0);
}

function isHeading(line: string): boolean {
  return /^#{1,6}\s/.test(line) || isNamedRule(line);
}

function isRow(line: string): boolean {
  return /^\s*\|/.test(line);
}

/** Whether a line is below the head of a table. If no row follows, all rows are to be filled in. */
function isRule(line: string): boolean {
  return /^\s*\|\s*:?-[-:|\s]*$/.test(line);
}

/** Values of which one is to choose: `status: DONE | LATE`. */
const alternatives = /^\s*[\w-]+:\s+[\w-]+(?:\s\|\s[\w-]+)+\s*$/;

/** The language of a program in a report, and not of a text or a diagram with placeholders of its own. */
const programFence = /^\s*(?:`{3,}|~{3,})(?!\s*(?:markdown|md|text|txt|plaintext|ya?ml|json|mermaid)?\s*$)/i;

/** Returns the lines that are in no program: one in a report is an example. */
function withoutPrograms(lines: readonly FencedLine[]): FencedLine[] {
  let isProgram = false;
  return lines.filter(({ text }) => {
    const isEnd = isProgram && /^\s*(?:`{3,}|~{3,})\s*$/.test(text);
    if (isEnd) isProgram = false;
    else if (programFence.test(text)) isProgram = true;
    return !isProgram && !isEnd;
  });
}

/** Whether the words right above a text say that it is an example, and not a template. */
function isExample(titles: readonly string[]): boolean {
  // "Example 2: a slow oven", above the label "Output".
  if (
    titles
      .slice(0, -2)
      .slice(-2)
      .some((title) => /^examples?(?: \d|:|$)/i.test(title))
  )
    return true;
  const near = titles.slice(-TITLES_NEAR).filter((title) => /\bexamples?\b/i.test(title));
  return near.some((title) => !/\b(?:templates?|formats?|structure)\b/i.test(title));
}
