/** The place of a field in a template, and what its value is put between. */
export interface Slot {
  /** The author's line up to the hint: `- **Field**: `. */
  lead: string;
  /** What stands in front of a value: the same, with a blank at its end. */
  before: string;
  /** The hint with its brackets. */
  hint: string;
  /** Blanks at the end of the author's line. */
  after: string;
  /** Blanks as wide as what stands in front of the label. */
  column: string;
  /** Blanks in front of a value's lines after the first, so that they stay in their field. */
  indent: string;
  /** Whether lines with that indent can only be the value's, because no later line of the template has it. */
  mayIndent: boolean;
}

// CommonMark 0.31, 4.5: a fence is three or more backticks or tildes. Any indent counts, to be safe.
const fenceLine = /^[^\S\n]*(?:`{3}|~{3})/m;

/**
 * A field's text: `**Field**: value`. Lines after the first are indented, every one of them. A value that has
 * a fence, that would look like the hint, or whose lines could be the template's own, comes on lines of its own
 * inside a fence that is longer than any in it.
 */
export function fieldText(slot: Slot, value: string): { opening: string; content: string; closing: string } {
  const isLong = value.includes('\n');
  if (!fenceLine.test(value) && value.trim() !== slot.hint && (slot.mayIndent || !isLong)) {
    return { opening: slot.before, content: indented(value, slot.indent, ''), closing: slot.after };
  }
  const longest = (value.match(/`{3,}/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = slot.column + '`'.repeat(longest + 1);
  return {
    opening: `${slot.before.trimEnd()}\n${fence}\n`,
    content: indented(value, slot.column, slot.column),
    closing: `\n${fence}`,
  };
}

function indented(value: string, indent: string, first: string): string {
  return first + value.split('\n').join(`\n${indent}`);
}

/** Whether a line is the first one of this field, filled or not. */
export function startsField({ lead, before, hint }: Slot, line: string): boolean {
  return line.startsWith(before) || [lead, lead + hint].some((start) => line.trimEnd() === start.trimEnd());
}
