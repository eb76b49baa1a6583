/** Where something stands in an agent file; both count from 1, columns in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** `error`: Claude Code would skip the agent or lose content. `warning`: it works, but not as meant. */
export type Severity = 'error' | 'warning';

interface ProblemDefinition {
  severity: Severity;
  /** What is wrong; the argument is the offending value or name. */
  says: (detail: string) => string;
  /** What the author can do about it. */
  todo: string;
}

/** Every kind of problem there is. Wording, severity and advice live here and nowhere else. */
export const problemKinds = {
  'file-unreadable': {
    severity: 'error',
    says: (reason) => `The file cannot be read (${reason}).`,
    todo: 'Check that it exists and that its permissions allow reading.',
  },
  'file-empty': {
    severity: 'error',
    says: () => 'The file is empty.',
    todo: 'Write front matter with a name and a description, then the system prompt.',
  },
  'not-utf8': {
    severity: 'error',
    says: () => 'The file is not UTF-8; it was read as Windows-1252.',
    todo: 'Save it as UTF-8.',
  },
  'utf-16': {
    severity: 'error',
    says: () => 'The file is UTF-16, which tools that expect UTF-8 cannot read.',
    todo: 'Save it as UTF-8.',
  },
  mojibake: {
    severity: 'warning',
    says: (detail) => `Garbled text: ${detail}.`,
    todo: 'The text was UTF-8 and was once read as Windows-1252. Put the original characters back.',
  },
  'front-matter-missing': {
    severity: 'error',
    says: () => 'There is no front matter, so Claude Code skips this file.',
    todo: 'Start the file with `---`, then `name:` and `description:`, then `---`.',
  },
  'front-matter-unclosed': {
    severity: 'error',
    says: () => 'The front matter is opened but never closed; the whole file is shown as text.',
    todo: 'Put a line with only `---` after the last key.',
  },
  'front-matter-unquoted': {
    severity: 'error',
    says: (key) => `The value of \`${key}\` is not valid YAML as it stands; it was read as if quoted.`,
    todo: 'Put the whole value in double quotes, or use a block (`|`). Claude Code skips the file until then.',
  },
  'front-matter-unreadable': {
    severity: 'error',
    says: (reason) => `The front matter is not valid YAML (${reason}); known keys were read line by line.`,
    todo: 'Quote values that hold colons, and indent lines that continue a value.',
  },
  'front-matter-comment': {
    severity: 'warning',
    says: (key) => `The value of \`${key}\` holds a space and a \`#\`: YAML drops the rest of the line as a comment.`,
    todo: 'Put the whole value in double quotes.',
  },
  'name-missing': {
    severity: 'error',
    says: () => 'There is no `name`, so Claude Code skips this file; the file name is shown instead.',
    todo: 'Add `name:` in lower case, words joined by hyphens.',
  },
  'name-format': {
    severity: 'warning',
    says: (name) => `The name “${name}” is not lower-case words joined by hyphens.`,
    todo: 'Use only a–z, 0–9 and hyphens, starting with a letter or digit.',
  },
  'name-duplicate': {
    severity: 'warning',
    says: (other) => `Another file has the same name: ${other}.`,
    todo: 'Rename one of them; a tool that reads both keeps only one.',
  },
  'description-missing': {
    severity: 'error',
    says: () => 'There is no `description`, so Claude Code skips this file.',
    todo: 'Add `description:` and say when the agent is to be called.',
  },
  'description-escaped-newlines': {
    severity: 'warning',
    says: () => 'The description holds `\\n` written out, not line breaks; they are shown as line breaks.',
    todo: 'Use a block (`description: |`), or a single backslash inside double quotes.',
  },
  'example-unclosed': {
    severity: 'warning',
    says: () => 'An `<example>` in the description is never closed.',
    todo: 'End it with `</example>`.',
  },
  'diagram-refused': {
    severity: 'warning',
    says: (message) => `Mermaid cannot draw this diagram: ${message}`,
    todo: 'Correct its text; until then it is shown as code.',
  },
  'name-near-miss': {
    severity: 'warning',
    says: (detail) => `An agent is named that has no file: ${detail}.`,
    todo: 'If they are the same, spell them alike; if not, leave it.',
  },
  'value-invalid': {
    severity: 'warning',
    says: (detail) => detail,
    todo: 'Correct the value; it is shown as written.',
  },
  'body-empty': {
    severity: 'warning',
    says: () => 'There is no system prompt after the front matter.',
    todo: 'Write what the agent is to do below the second `---`.',
  },
  'fence-unclosed': {
    severity: 'warning',
    says: () => 'A code fence is opened here and never closed: all that follows is code.',
    todo: 'Close it with a fence of the same length.',
  },
  'fence-nested': {
    severity: 'warning',
    says: () => 'This code fence holds another of the same length, which would end it early.',
    todo: 'Make the outer fence longer than the inner one (four backticks).',
  },
  'topics-unreadable': {
    severity: 'error',
    says: (reason) => `The file of topics cannot be read (${reason}).`,
    todo: 'Check the path, which PLAYBOOK_TOPICS sets, and its permissions.',
  },
  'topics-not-yaml': {
    severity: 'error',
    says: (reason) => `This is not valid YAML (${reason}); what could be read around it is used.`,
    todo: 'Quote words that begin with a symbol or hold a colon, and indent lists alike.',
  },
  'topics-shape': {
    severity: 'error',
    says: (detail) => `${detail}; it is left out.`,
    todo: 'Write it as in the file of topics that comes with the playbook; its first lines explain how.',
  },
  'topics-unknown-key': {
    severity: 'warning',
    says: (detail) => `${detail}; it is ignored.`,
    todo: 'Check its spelling.',
  },
  'topic-id': {
    severity: 'warning',
    says: (detail) => detail,
    todo: 'Give the topic an `id` of lower-case letters, digits and hyphens.',
  },
  'topic-duplicate': {
    severity: 'error',
    says: (id) => `Another topic above has the id “${id}”; this one is left out.`,
    todo: 'Put their words together, or give this one another id.',
  },
  'topic-word-unfindable': {
    severity: 'warning',
    says: (word) => `“${word}” has neither letter nor digit, so it cannot be found in a text.`,
    todo: 'Move it to `asked`, where search uses it.',
  },
} as const satisfies Record<string, ProblemDefinition>;

export type ProblemKind = keyof typeof problemKinds;

/** One diagnostic about an agent file or the file of topics, worded for the person who can mend it. */
export interface Problem extends Position {
  kind: ProblemKind;
  severity: Severity;
  /** Path of the file, inside the agents' folder if it is an agent's, with forward slashes. */
  file: string;
  message: string;
  todo: string;
}

/**
 * Makes a problem of a catalogued kind.
 * @param detail the value, name or reason that the wording quotes
 */
export function problem(kind: ProblemKind, file: string, at: Position, detail = ''): Problem {
  const { severity, says, todo } = problemKinds[kind];
  return { kind, severity, file, line: at.line, column: at.column, message: says(detail), todo };
}

/** In the order in which a reader meets them: by file, then line, then column. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** One line for a terminal: `file:line:column severity: what is wrong. What to do.` */
export function formatProblem({ file, line, column, severity, message, todo }: Problem): string {
  return `${file}:${String(line)}:${String(column)} ${severity}: ${message} ${todo}`;
}
