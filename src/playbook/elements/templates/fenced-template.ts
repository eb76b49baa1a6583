import type { Code } from 'mdast';
import { nearestHeading, nearestTitle, titlesAbove, type Context, type Recognised } from '../element.ts';
import { fencedLines, type FencedLine } from '../fenced-lines.ts';
import { readFieldsAmongText } from './fields-among-text.ts';
import { fieldsIn, withoutStyle } from './fields.ts';
import type { HandoffTemplate, TemplateField } from './handoff-template.ts';
import { isHeadingLine, isNamedRule, titleInLine } from './heading-line.ts';
import { handoffWords, isTemplateTitle, promptIntroduction } from './titles.ts';

/** Matches the border of a box, or a rule between two parts. */
const drawnLine = /^(?=.*[─━═┌╔╭├╠└╚╰=]{3})[\s┌┐└┘├┤┬┴┼─━│┃╔╗╚╝╠╣╦╩═║╭╮╰╯=]+$/;

/** Reads a fence with fields to fill in: nothing but fields with bold labels, or fields among other text. */
export function readFencedTemplate(node: Code, context: Context): Recognised<HandoffTemplate> | undefined {
  const lines = fencedLines(node).filter(({ text }) => text.trim() !== '' && !drawnLine.test(text));
  const headings = lines.filter(({ text }) => isHeadingLine(text));
  const heading = isHeadingOfWhole(node, headings) ? titleInLine(headings[0]?.text ?? '') : undefined;
  const titles = [...titlesAbove(context), context.introduction, heading ?? ''];
  const boldFields = readBoldFields(lines, headings.length);
  const fields = boldFields ?? readFieldsAmongText(node, lines, titles, context);
  if (!fields) return;
  const isHandoff =
    titles.some((title) => handoffWords.test(title)) ||
    promptIntroduction.test(context.introduction) ||
    // A text of nothing but bold fields is one to send, unless a title says that it is an answer.
    (boldFields !== undefined && !titles.some(isTemplateTitle));
  return {
    kind: 'handoff-template',
    purpose: isHandoff ? 'handoff' : 'report',
    title: withoutPlaceholder(heading) ?? nearestTitle(context),
    recipient: nearestHeading(context),
    fields,
    text: node.value,
  };
}

/** Whether the first heading of a text is that of the whole: below a rule with a name, or among others, it is that of a part. */
function isHeadingOfWhole({ data }: Code, headings: readonly FencedLine[]): boolean {
  const [first, ...others] = headings.map(({ text }) => /^#*/.exec(text)?.[0].length ?? 0);
  if (headings.some(({ text }) => isNamedRule(text))) return false;
  return data?.isUnfenced !== true || !others.includes(first ?? 0);
}

/** Returns the title in a heading: `Report: [name]` → `Report`; `undefined` if nothing is left without the placeholder. */
function withoutPlaceholder(heading: string | undefined): string | undefined {
  const title = heading?.replace(/\s*[:–—(-]*\s*[[{<].*$|\s*[:：]$/, '').trim();
  return title === undefined || title === '' ? undefined : title;
}

/** Returns the fields of a fence in which every line is a field with a bold label, or a heading. */
function readBoldFields(lines: readonly FencedLine[], headings: number): TemplateField[] | undefined {
  const fields = fieldsIn(lines).filter(({ isBold }) => isBold);
  const withFields = new Set(fields.map(({ line }) => line)).size;
  return fields.length < 2 || withFields + headings < lines.length ? undefined : fields.map(withoutStyle);
}
