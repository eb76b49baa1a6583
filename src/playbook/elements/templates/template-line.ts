import {
  anyBracket,
  bareField,
  boldField,
  labelField,
  plainField,
  sampleField,
  separator,
  single,
  storyField,
} from './field-patterns.ts';
import { titleInLine } from './heading-line.ts';

/** A field of a template, with its part of the line: `marker + name + placeholder + after` is that part again. */
export interface FieldLine {
  /** White space, a list or heading marker and a symbol at the start: `  - `; often empty. */
  marker: string;
  /** The label with everything up to the placeholder: `**Field**: `; empty if the placeholder is alone. */
  name: string;
  /** The label's text; without one, that of the heading above, or else of the hint. */
  label: string;
  /** The placeholder as written: `[hint]`, `{hint}`, `<hint>`, `___` or `…`; or several with the words between them. */
  placeholder: string;
  /** The text in the placeholder, as written. */
  hint: string;
  /** Whether the placeholder is a sample of the value, and has no signs of its own: `**Impact:** high`. */
  isSample: boolean;
  /** What follows the placeholder: white space, a unit, or the sign between two fields. */
  after: string;
}

/** Matches the line between the head of a table and its rows. */
const tableRule = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;

/** Matches a row. The sign at its end is split off afterwards, because a pattern for it would take quadratic time. */
const tableRow = /^(\s*\|\s*)(\S.*\|\s*)$/;

/** Parses the fields of each line of a template; empty for a line without one. */
export function readFieldLines(lines: readonly string[]): FieldLine[][] {
  const read = withPlainLabels(lines, readMarkedLines(lines));
  return read.flat().length < 2 ? withSamples(lines, read) : read;
}

/** Minimum number of lines of a template that is shown filled in. */
const MIN_FILLED_IN = 4;

/** Adds the lines that only have a label and a value, if all lines have a label, and one of them is to be filled in. */
function withPlainLabels(lines: readonly string[], read: FieldLine[][]): FieldLine[][] {
  const isMarked = read.some((fields) => fields.some(({ isSample }) => !isSample));
  // A template that is shown filled in has a label and a value on each line.
  const isFilledIn =
    lines.length >= MIN_FILLED_IN && lines.every((line, index) => plainField.test(line) || isTitleOfText(line, index));
  if (!isMarked && !isFilledIn) return read;
  const labelled = read.map((fields, index): FieldLine[] | undefined => {
    const line = lines[index] ?? '';
    if (fields.length > 0) return fields;
    const [, mark = '', name = '', label = '', value = '', rest = ''] = plainField.exec(line) ?? [];
    if (name !== '')
      return [{ marker: mark, name, label, placeholder: value, hint: value, isSample: true, after: rest }];
    const isRuleOrTitle = /^\s*(?:#{1,6}\s|[-=─═]{3,}\s*$)/u.test(line) || isTitleOfText(line, index);
    return line.trim() === '' || isRuleOrTitle ? [] : undefined;
  });
  return labelled.every((fields) => fields !== undefined) ? labelled : read;
}

/** Whether a line is the title of the whole text, at its start: "Oven report:". */
export function isTitleOfText(line: string, index: number): boolean {
  return index === 0 && /^\p{L}[^:[\]{}<>]{2,60}:\s*$/u.test(line);
}

/**
 * Adds the first text below each heading as a sample of what to write there: a template with next to no placeholders is a
 * document with headings.
 */
function withSamples(lines: readonly string[], read: readonly FieldLine[][]): FieldLine[][] {
  let heading = '';
  return read.map((fields, index) => {
    const line = lines[index] ?? '';
    const title = titleInLine(line) ?? boldTitle.exec(line)?.[1]?.trim();
    if (title !== undefined || fields.length > 0) heading = fields.length > 0 ? '' : (title ?? '');
    const [, mark = '', below = ''] = underHeading.exec(line) ?? [];
    const sample = below.trimEnd();
    if (title !== undefined || fields.length > 0 || heading === '' || sample === '') return fields;
    const field = {
      marker: mark,
      name: '',
      label: heading,
      placeholder: sample,
      hint: sample,
      isSample: true,
      after: below.slice(sample.length),
    };
    heading = '';
    return [field];
  });
}

/** Matches a bold label alone, which is above its text as a heading would be: `**Burnt** (not for sale):`. */
const boldTitle = /^\s*\*\*([^*[\]{}<>]{1,60})\*\*[^:*]{0,60}:?\s*$/;

/** Matches a line of text or an item of a list, which may be a sample of what to write below a heading. */
const underHeading = /^(\s*(?:(?:[-*+•]|\d+[.)])\s+(?:\[[ xX]?\]\s+)?)?)(?![#|`~>])(\S.*)$/;

function readMarkedLines(lines: readonly string[]): FieldLine[][] {
  let heading = '';
  /** The titles of the columns, in the rows of a table. */
  let columns: readonly string[] | undefined;
  return lines.map((line, index) => {
    const row = tableRow.exec(line);
    if (!row) columns = undefined;
    else if (tableRule.test(line)) {
      columns = cellsOf(lines[index - 1] ?? '');
      return [];
    } else if (columns !== undefined) return [rowField(row, columns)];
    const fields = readFields(line);
    const title = titleInLine(line);
    const isHeading = title !== undefined;
    if (isHeading) heading = fields[0]?.label ?? title;
    else if (fields.length === 0) heading = boldTitle.exec(line)?.[1]?.replace(/:$/, '') ?? heading;
    // Below `### Overview`, `[What happened]` is the overview.
    return fields.map((field) =>
      field.name === '' && !isHeading && heading !== '' ? { ...field, label: heading } : field,
    );
  });
}

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

/** Reads a row of a table as one field. A first cell with nothing to fill in names it: `| Critical | [number] |`. */
function rowField([, marker = '', cells = '']: RegExpExecArray, columns: readonly string[]): FieldLine {
  const row = cells.slice(0, cells.lastIndexOf('|')).trimEnd();
  const after = cells.slice(row.length);
  const [, first = '', bar = '', rest = ''] = firstCell.exec(row) ?? [];
  const isNamed = first !== '' && !hasBlankCell(first) && hasBlankCell(rest);
  const placeholder = isNamed ? rest : row;
  const others = columns.slice(1).join(' | ');
  const label = isNamed ? (columns.length > 2 ? `${first}: ${others}` : first) : columns.join(' | ');
  const name = isNamed ? first + bar : '';
  return { marker, name, label, placeholder, hint: placeholder, isSample: !hasBlankCell(row), after };
}

/** Matches the first cell of a row, in which a bar may be escaped, and the other cells. */
const firstCell = /^((?:\\.|[^\\|])*[^\\|\s])(\s*\|\s*)(.*)$/s;

/** Whether cells have something to fill in. */
function hasBlankCell(cells: string): boolean {
  return anyBracket.test(cells) || /(?:^|\|)\s*(?:\.{3}|…|_{3,})\s*(?:\||$)/.test(cells);
}

/** Reads the fields of a line, which may be drawn in a box: `│ Name: [name]  │`. */
function readFields(line: string): FieldLine[] {
  const before = /^\s*[│┃║]\s*/.exec(line)?.[0];
  if (before === undefined) return readPlainFields(line);
  const inside = line
    .slice(before.length)
    .trimEnd()
    .replace(/[│┃║]$/, '')
    .trimEnd();
  const after = line.slice(before.length + inside.length);
  // Brackets alone in a box are a part of its text.
  const fields = readPlainFields(inside).filter(({ name }) => name !== '');
  return fields.map((field, index) => ({
    ...field,
    marker: index === 0 ? before + field.marker : field.marker,
    after: index === fields.length - 1 ? field.after + after : field.after,
  }));
}

function readPlainFields(line: string): FieldLine[] {
  const parts = line.split(separator);
  if (parts.length > 1 && parts.length < MAX_PARTS) {
    const fields = parts.flatMap((part, index) => (index % 2 === 0 ? [readField(part)] : []));
    if (fields.every((field) => field !== undefined)) {
      return fields.map((field, index) => ({ ...field, after: field.after + (parts[index * 2 + 1] ?? '') }));
    }
  }
  const field = readField(line);
  return field ? [field] : [];
}

/** Maximum number of parts of a line of a template, counting the signs between its fields. */
const MAX_PARTS = 20;

function readField(line: string): FieldLine | undefined {
  const labelled = boldField.exec(line) ?? labelField.exec(line);
  const isLabel = labelled?.[2] !== undefined && /[:：]|^\*\*|\s[–—-]\s$/.test(labelled[2]);
  // `oven:{id}` is a key, and not a field.
  const isKey = labelled !== null && /^\p{Ll}\S*:$/u.test(labelled[2] ?? '');
  const marked = isLabel && !isKey ? labelled : (storyField.exec(line) ?? bareField.exec(line));
  const match = marked ?? sampleOf(line);
  // A placeholder in a path, `{name}-report.md`, is not a field of its own.
  if (!match || (match[2] === '' && /^[-._/][\w/]/.test(match[5] ?? ''))) return;
  const [, mark = '', name = '', label = '', written = '', rest = ''] = match;
  const isSingle = single.test(written) || isOneBracket(written);
  const inside = /^[_…]|^\.\.\.|^[XYZN]+$/.test(written)
    ? ''
    : written.replace(/^(?:\[|\{+|<|（)|(?:\]|\}+|>|）)$/g, '');
  const hint = isSingle ? inside : written;
  const text = label
    .replace(/\*\*/g, '')
    .replace(/\s*[:：]\s*"?$/, '')
    .trim();
  return {
    marker: mark,
    name,
    label: name === '' ? hint.trim() : text,
    placeholder: written,
    hint,
    isSample: !marked,
    after: rest,
  };
}

/** Reads a field with a sample of its value, if its label has a colon. */
function sampleOf(line: string): RegExpExecArray | null {
  const match = sampleField.exec(line);
  return match && /:\s*(?:\*\*)?:?\s*$/.test(match[2] ?? '') ? match : null;
}

/** Whether a text is in one pair of brackets: `[a [b] (c)]` is, `[a] or [b]` is not. */
function isOneBracket(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '[') depth += 1;
    if (text[index] === ']') depth -= 1;
    if (depth <= 0 && index < text.length - 1) return false;
  }
  return text.startsWith('[') && depth === 0;
}
