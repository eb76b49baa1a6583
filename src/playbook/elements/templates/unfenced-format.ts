import type { Paragraph, PhrasingContent, Table, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nearestTitle, titlesAbove, type Context, type Recognised } from '../element.ts';
import { anyPlaceholder, fieldsIn, withoutStyle } from './fields.ts';
import type { HandoffTemplate } from './handoff-template.ts';
import { asksForAnswer, handoffWords } from './titles.ts';

/** How many of the headings above may be that of the format of an answer. */
const HEADINGS_NEAR = 3;

/** Minimum number of lines of a template that no heading names. */
const MIN_LINES = 3;

/** Minimum number of columns of a table without rows: two may be a list of names. */
const MIN_COLUMNS = 3;

/** Matches what stands for a value in a cell: a letter for a number, a version, a date, or a part left out. */
const blankCell = /^(?:[XNYZ]\+?%?|[x-z]\.[x-z](?:\.[x-z])?|.*\b(?:YYYY|NNNN?)\b.*|(?:.{0,40} )?(?:\.{3}|…))$/;

/** Matches values of which one is to be chosen: `✅ / ❌`, `PASS | FAIL`. */
const choiceCell =
  /^(?:[^\p{L}\p{N}\s/|]{1,4}|\p{Lu}{2,12}|Yes|No)(?: ?\\?[/|] ?(?:[^\p{L}\p{N}\s/|]{1,4}|\p{Lu}{2,12}|Yes|No|N\/A)){1,5}$|^(?:pass ?\/ ?fail|yes ?\/ ?no)$/u;

/** Reads the format of an answer that is not in a fence: a table, or lines with fields. */
export function readUnfencedFormat(node: Table | Paragraph, context: Context): Recognised<HandoffTemplate> | undefined {
  const near = context.headings.slice(-HEADINGS_NEAR);
  const isTitled = near.some(asksForAnswer) && !near.some((heading) => /^examples?\b/i.test(heading));
  const lines =
    node.type === 'table' ? linesOfTable(node, isTitled || makesFile(context)) : linesOfParagraph(node, isTitled);
  if (!lines) return;
  const fields = fieldsIn(lines);
  if (fields.length === 0) return;
  return {
    kind: 'handoff-template',
    purpose: titlesAbove(context).some((title) => handoffWords.test(title)) ? 'handoff' : 'report',
    title: nearestTitle(context),
    recipient: context.headings.at(-1) ?? '',
    fields: fields.map(withoutStyle),
    text: lines.map(({ text }) => text).join('\n'),
  };
}

/** Whether the words right above say that a document is made of what follows: "Produces `report.md`". */
function makesFile({ textAbove = '' }: Context): boolean {
  return /\b(?:produces?|outputs?|writes?|saves?|creates?|generates?)\b.{0,120}\.md\b.{0,9}:$/i.test(textAbove.trim());
}

interface Line {
  text: string;
  line: number;
}

/** Returns the lines of a table to fill in: one with numbered rows, with blanks, or with nothing but a head. */
function linesOfTable({ children }: Table, isTitled: boolean): Line[] | undefined {
  const [head, ...rows] = children;
  if (!head || head.children.length < 2 || !(isTitled || isUnfilled(head, rows))) return;
  const isNumbered =
    textsOfCells(head)[0] === '#' && rows.every((row) => /^(?:\d+|[N….]+)$/.test(textsOfCells(row)[0] ?? ''));
  const hasBlanks = (row: TableRow) =>
    textsOfCells(row).some((cell) => blankCell.test(cell) || choiceCell.test(cell) || anyPlaceholder.test(cell));
  if (!isNumbered && !isUnfilled(head, rows) && rows.filter(hasBlanks).length * 2 < rows.length) return;
  if (rows.length === 0 && head.children.length < MIN_COLUMNS) return;
  const line = head.position?.start.line ?? 1;
  const rule = { text: `|${' --- |'.repeat(head.children.length)}`, line: line + 1 };
  // A head alone asks for rows.
  const empty = { text: `|${' … |'.repeat(head.children.length)}`, line: line + 1 };
  const below = rows.length === 0 ? [empty] : rows.map(lineOfBlankRow);
  return [lineOfRow(head), rule, ...below];
}

/** Matches one of several letters or numbers to choose: `H/M/L`, `1/2/3`. `N/A` is none. */
const letterCell = /^(?!N\/A$)[A-Z\d](?:\/[A-Z\d]){1,4}$/;

/** Whether no cell of a table has a value, except the names at the start of its rows, so that no heading has to say it. */
function isUnfilled({ children }: TableRow, rows: readonly TableRow[]): boolean {
  const isBlank = (cell: string) =>
    cell === '' ||
    blankCell.test(cell) ||
    choiceCell.test(cell) ||
    letterCell.test(cell) ||
    /^(?:\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|<[^<>]*>)$/.test(cell);
  return children.length >= MIN_COLUMNS && rows.every((row) => textsOfCells(row).slice(1).every(isBlank));
}

function lineOfRow(row: TableRow): Line {
  return lineOfCells(textsOfCells(row), row);
}

/** Returns a row with a mark in each cell that has no text. */
function lineOfBlankRow(row: TableRow): Line {
  return lineOfCells(
    textsOfCells(row).map((cell) => cell || '…'),
    row,
  );
}

function lineOfCells(cells: readonly string[], { position }: TableRow): Line {
  return { text: `| ${cells.join(' | ')} |`, line: position?.start.line ?? 1 };
}

function textsOfCells({ children }: TableRow): string[] {
  return children.map((cell) => toString(cell).replace(/\s+/g, ' ').replaceAll('|', '\\|').trim());
}

/** Returns the lines of a paragraph in which each line is a field, and at least half are to be filled in. */
function linesOfParagraph(paragraph: Paragraph, isTitled: boolean): Line[] | undefined {
  const first = paragraph.position?.start.line ?? 1;
  const [start] = paragraph.children;
  // Most paragraphs are prose, which has no label on its first line.
  if (!start || !/^[^\n]{1,60}:/.test(toString(paragraph).slice(0, MAX_LABEL))) return;
  const lines = markdownOf(paragraph.children)
    .split('\n')
    .map((text, index) => ({ text, line: first + index }));
  if (lines.length < (isTitled ? 2 : MIN_LINES)) return;
  const fields = fieldsIn(lines);
  const named = new Set(fields.filter(({ isNamed }) => isNamed).map(({ line }) => line));
  const blank = new Set(fields.filter(({ isSample }) => !isSample).map(({ line }) => line));
  const isToReplace = ({ text, line }: Line) => blank.has(line) || anyPlaceholder.test(text);
  const toReplace = lines.filter((line) => isToReplace(line) && !placeholderInPath.test(line.text)).length;
  return named.size === lines.length && toReplace * 2 >= lines.length ? lines : undefined;
}

/** Matches `{folder}/docs/oven.md`, which is the path of an existing file, and not to be filled in. */
const placeholderInPath = /[\]}>]\/[\w{]/;

/** Longest start of a paragraph in which the first label must end, in UTF-16 code units. */
const MAX_LABEL = 70;

/** Returns the text of a paragraph with the signs of bold text and of code, which its fields need. */
function markdownOf(children: readonly PhrasingContent[]): string {
  return children
    .map((child) => {
      if (child.type === 'break') return '\n';
      const text = child.type === 'html' ? child.value : toString(child);
      if (child.type === 'strong') return `**${text}**`;
      return child.type === 'inlineCode' ? `\`${text}\`` : text;
    })
    .join('');
}
