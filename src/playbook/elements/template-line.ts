/** A `**Field**: [hint]` line in its parts: `marker + name + '[' + hint + ']' + after` is the line again. */
export interface FieldLine {
  /** Blanks and a list's marker in front: `  - `; often empty. */
  marker: string;
  /** The bold label with what follows it up to the bracket: `**Field**: `. */
  name: string;
  /** The label's own words. */
  label: string;
  /** What stands in the brackets, as written. */
  hint: string;
  /** Blanks behind the bracket. */
  after: string;
}

const fieldLine = /^(\s*(?:(?:[-*+]|\d+[.)])\s+)?)(\*\*(.+?)\*\*\s*(?::\s*)?)\[(.*)\](\s*)$/;

/** Reads one line of a handoff template; nothing if it is no field to fill in. */
export function readFieldLine(line: string): FieldLine | undefined {
  const match = fieldLine.exec(line);
  if (!match) return;
  const [, marker = '', name = '', bold = '', hint = '', after = ''] = match;
  return { marker, name, label: bold.replace(/:$/, '').trim(), hint, after };
}
