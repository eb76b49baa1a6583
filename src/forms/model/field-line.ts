/** The author's line of a field in a template: the text around the value. */
export interface FieldLine {
  /** The author's line up to the hint: `- **Field**: `. */
  lead: string;
  /** The text in front of a value: the lead, with a space at its end. */
  before: string;
  /** The hint with its brackets. */
  hint: string;
  /** White space at the end of the author's line. */
  after: string;
  /** Spaces as wide as the list marker in front of the label. */
  column: string;
  /** Indent of a value's lines after the first, which makes Markdown read them as part of the field. */
  indent: string;
  /** Whether that indent is unambiguous, because no later line of the template has it. */
  mayIndent: boolean;
}

// CommonMark 0.31, 4.5: a fence is three or more backticks or tildes. Any indent counts, to be safe.
const fenceLine = /^[^\S\n]*(?:`{3}|~{3})/m;

/**
 * Renders a field: `**Field**: value`, with an indent on every line after the first. A value is wrapped in a fence
 * longer than any in it if it contains a fence, equals the hint, or has lines that could be the template's own.
 */
export function fieldText(fieldLine: FieldLine, value: string): { opening: string; content: string; closing: string } {
  const isLong = value.includes('\n');
  if (!fenceLine.test(value) && value.trim() !== fieldLine.hint && (fieldLine.mayIndent || !isLong)) {
    return { opening: fieldLine.before, content: indented(value, fieldLine.indent, ''), closing: fieldLine.after };
  }
  const longest = (value.match(/`{3,}/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = fieldLine.column + '`'.repeat(longest + 1);
  return {
    opening: `${fieldLine.before.trimEnd()}\n${fence}\n`,
    content: indented(value, fieldLine.column, fieldLine.column),
    closing: `\n${fence}`,
  };
}

function indented(value: string, indent: string, first: string): string {
  return first + value.split('\n').join(`\n${indent}`);
}

/** Whether a line is the first one of this field, filled or not. */
export function startsField({ lead, before, hint }: FieldLine, line: string): boolean {
  return line.startsWith(before) || [lead, lead + hint].some((start) => line.trimEnd() === start.trimEnd());
}

/** Returns what follows a placeholder, without the sign between two fields of a line: `/10 | ` → `/10`. */
export function afterLastField(after: string): string {
  return after.replace(/\s{0,9}[|,;·•]?\s{0,9}$/, '');
}
