import { isFilled, withPlainLineEnds } from './form.ts';
import type { Line } from './template-form.ts';
import { readLines } from './template-lines.ts';
import { afterLastField, startsField, type FieldLine } from './field-line.ts';

/**
 * Extracts the values from a rendered template, even after light editing; the inverse of a template form's `render`.
 * @returns values by the fields' keys; `undefined` if the text lacks a line that every text of this template has
 */
export function parseTemplate(template: string, rendered: string): Record<string, string> | undefined {
  const lines = readLines(template);
  const values = new Map<string, string>();
  const missing = new Set(lines.filter(({ written, fieldLine }) => !fieldLine && written.trim() !== ''));
  const read = withPlainLineEnds(rendered).split('\n');
  let from = 0;
  let last: string | undefined;
  for (let at = 0; at < read.length;) {
    const line = read[at] ?? '';
    const found = line.trim() === '' ? -1 : findLine(lines, from, line);
    const matched = lines[found];
    if (matched) missing.delete(matched);
    const fieldLine = matched?.fieldLine;
    const following = lines[found + 1];
    const parts = fieldLine && splitFields(line, fieldLine, following);
    if (parts) read.splice(at, 1, ...parts);
    if (fieldLine) {
      const { value, next } = readFieldText(
        // The sign before the next field is gone if that has a line of its own.
        following?.continues ? { ...fieldLine, after: parts ? '' : afterLastField(fieldLine.after) } : fieldLine,
        read,
        at,
      );
      last = fieldLine.field.key;
      if (isFilled(value)) values.set(last, value);
      at = next;
    } else {
      // A line break was added without an indent: the words belong to the field that they follow.
      if (found === -1 && last !== undefined && line.trim() !== '') {
        const value = values.get(last);
        values.set(last, value === undefined ? line : `${value}\n${line}`);
      }
      at++;
    }
    if (found !== -1) from = found + 1;
  }
  return missing.size === 0 ? Object.fromEntries(values) : undefined;
}

/** Returns a field's part of a line and the rest, with the next field; `undefined` if that is on a line of its own. */
function splitFields(line: string, { lead, after }: FieldLine, next: Line | undefined): [string, string] | undefined {
  if (!next?.continues || !next.fieldLine) return;
  const border = after + next.fieldLine.lead;
  const end = line.indexOf(border, lead.length);
  // In front of a fence, the label ends its line.
  const from = end === -1 && line.endsWith(border.trimEnd()) ? line.length - border.trimEnd().length : end;
  return from === -1 ? undefined : [line.slice(0, from), line.slice(from + after.length)];
}

/** Returns the index of the template's line that a line of a rendered text starts with, or -1. */
function findLine(lines: readonly Line[], from: number, line: string): number {
  return lines.findIndex(({ written, fieldLine }, index) => {
    if (index < from) return false;
    return fieldLine ? startsField(fieldLine, line) : written.trimEnd() === line.trimEnd();
  });
}

/**
 * Extracts a field's value; the inverse of `fieldText`.
 * @param at index of the line that starts the field
 * @returns the value, empty if the text contains the hint; and the index of the first line after it
 */
function readFieldText(fieldLine: FieldLine, lines: readonly string[], at: number): { value: string; next: number } {
  const first = lines[at] ?? '';
  const start = first.slice((first.startsWith(fieldLine.before) ? fieldLine.before : fieldLine.lead).length);
  const fence = (lines[at + 1] ?? '').trimEnd();
  if (
    start.trim() === '' &&
    fence.startsWith(fieldLine.column) &&
    /^`{3,}$/.test(fence.slice(fieldLine.column.length))
  ) {
    const end = lines.findIndex((line, index) => index > at + 1 && line.trimEnd() === fence);
    const content = lines.slice(at + 2, end === -1 ? lines.length : end);
    return {
      value: content.map((line) => unindented(line, fieldLine.column)).join('\n'),
      next: at + content.length + 3,
    };
  }
  const value = [start];
  let next = at + 1;
  // Editors strip the indent of blank lines. Those lines belong to the value if an indented line follows.
  for (let ahead = next; fieldLine.mayIndent && ahead < lines.length; ahead++) {
    const line = lines[ahead] ?? '';
    if (line.startsWith(fieldLine.indent)) {
      value.push(...Array<string>(ahead - next).fill(''), line.slice(fieldLine.indent.length));
      next = ahead + 1;
    } else if (line.trim() !== '') break;
  }
  const text = value.join('\n');
  const inside =
    fieldLine.after !== '' && text.endsWith(fieldLine.after) ? text.slice(0, -fieldLine.after.length) : text;
  return { value: inside.trim() === fieldLine.hint ? '' : inside, next };
}

function unindented(line: string, indent: string): string {
  return line.startsWith(indent) ? line.slice(indent.length) : line.trimStart();
}
