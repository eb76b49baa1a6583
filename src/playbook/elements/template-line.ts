/** A line to fill in, in its parts: `marker + name + placeholder + after` is the line again. */
export interface FieldLine {
  /** White space and a list marker at the start: `  - `; often empty. */
  marker: string;
  /** The label with everything up to the placeholder: `**Field**: `; empty if the placeholder is alone. */
  name: string;
  /** The label's text; that of the hint if there is none. */
  label: string;
  /** The placeholder as written: `[hint]`, `{hint}`, `<hint>` or `___`. */
  placeholder: string;
  /** The text in the placeholder, as written. */
  hint: string;
  /** White space after the placeholder. */
  after: string;
}

const marker = '(\\s*(?:(?:[-*+]|\\d+[.)])\\s+)?)';
const placeholder = '(\\[[^[\\]]*\\]|\\{+[^{}]*\\}+|<[^<>]*>|_{3,})';

/** `**Field**: [hint]`, in which the hint may contain brackets itself. */
const boldField = new RegExp(`^${marker}(\\*\\*(.+?)\\*\\*\\s*(?::\\s*)?)(\\[.*\\])(\\s*)$`);

/** `Field: {hint}` and `**Field:** <hint>`. */
const labelField = new RegExp(
  `^${marker}((\\*\\*[^*]{1,80}\\*\\*|[\\p{L}][^:*\\]}>|"=(]{0,60}):?\\s{0,9})${placeholder}(\\s*)$`,
  'u',
);

/** `[hint]` alone; `[x]` and `[ ]` are ticks. */
const bareField = new RegExp(`^${marker}()()(\\[[^[\\]]{3,}\\]|\\{+[^{}]{3,}\\}+|<[^<>/]{3,}>)(\\s*)$`);

/** Parses one line of a template; `undefined` if it is not a field to fill in. */
export function readFieldLine(line: string): FieldLine | undefined {
  const labelled = boldField.exec(line) ?? labelField.exec(line);
  const match = labelled?.[2]?.includes(':') || labelled?.[2]?.startsWith('**') ? labelled : bareField.exec(line);
  if (!match) return;
  const [, mark = '', name = '', label = '', written = '', after = ''] = match;
  const hint = written.startsWith('_') ? '' : written.replace(/^(?:\[|\{+|<)|(?:\]|\}+|>)$/g, '');
  const text = label
    .replace(/\*\*/g, '')
    .replace(/\s*:\s*$/, '')
    .trim();
  return { marker: mark, name, label: name === '' ? hint.trim() : text, placeholder: written, hint, after };
}
