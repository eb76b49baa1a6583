/** A `**Field**: [hint]` line in its parts: `marker + name + '[' + hint + ']' + after` is the line again. */
export interface FieldLine {
  /** White space and a list marker at the start: `  - `; often empty. */
  marker: string;
  /** The bold label with everything up to the bracket: `**Field**: `. */
  name: string;
  /** The label's text. */
  label: string;
  /** The text in the brackets, as written. */
  hint: string;
  /** White space after the bracket. */
  after: string;
}

const fieldLine = /^(\s*(?:(?:[-*+]|\d+[.)])\s+)?)(\*\*(.+?)\*\*\s*(?::\s*)?)\[(.*)\](\s*)$/;

/** Parses one line of a handoff template; `undefined` if it is not a field to fill in. */
export function readFieldLine(line: string): FieldLine | undefined {
  const match = fieldLine.exec(line);
  if (!match) return;
  const [, marker = '', name = '', bold = '', hint = '', after = ''] = match;
  return { marker, name, label: bold.replace(/:$/, '').trim(), hint, after };
}
