/** A place in a file; both numbers count from 1, columns in UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** `error`: Claude Code skips the agent or loses content. `warning`: it works, but not as the author means. */
export type Severity = 'error' | 'warning';

interface ProblemDefinition {
  severity: Severity;
  /** Says what is wrong; the argument is the value, the name or the reason that it quotes. */
  says: (detail: string) => string;
  /** Says what the author can do. */
  todo: string;
}

/** All kinds of problem. Their wording, severity and advice are defined only here. */
export const problemKinds = {
  'file-unreadable': {
    severity: 'error',
    says: (reason) => `The file cannot be read (${reason}).`,
    todo: 'Check that the file exists and that its permissions allow reading.',
  },
  'file-empty': {
    severity: 'error',
    says: () => 'The file is empty.',
    todo: 'Add front matter with a name and a description, then the system prompt.',
  },
  'not-utf8': {
    severity: 'error',
    says: () => 'The file is not in UTF-8; it was read as Windows-1252.',
    todo: 'Save the file as UTF-8.',
  },
  'utf-16': {
    severity: 'error',
    says: () => 'The file is in UTF-16, which tools that expect UTF-8 cannot read.',
    todo: 'Save the file as UTF-8.',
  },
  mojibake: {
    severity: 'warning',
    says: (detail) => `Garbled text: ${detail}.`,
    todo: 'UTF-8 text was read as Windows-1252 and saved again. Restore the original characters.',
  },
  'front-matter-missing': {
    severity: 'error',
    says: () => 'The file has no front matter, so Claude Code skips it.',
    todo: 'Start the file with `---`, then `name:` and `description:`, then `---`.',
  },
  'front-matter-unclosed': {
    severity: 'error',
    says: () => 'The front matter is never closed, so the whole file is shown as text.',
    todo: 'Add a line with only `---` after the last key.',
  },
  'front-matter-unquoted': {
    severity: 'error',
    says: (key) => `The value of \`${key}\` is not valid YAML without quotes; it was read as if it had them.`,
    todo: 'Put the whole value in double quotes, or use a block (`|`). Until then, Claude Code skips the file.',
  },
  'front-matter-unreadable': {
    severity: 'error',
    says: (reason) => `The front matter is not valid YAML (${reason}); its keys were read line by line.`,
    todo: 'Put values that contain a colon in quotes, and indent the lines that continue a value.',
  },
  'front-matter-comment': {
    severity: 'warning',
    says: (key) =>
      `The value of \`${key}\` contains a space and a \`#\`, so YAML drops the rest of the line as a comment.`,
    todo: 'Put the whole value in double quotes.',
  },
  'front-matter-colour': {
    severity: 'warning',
    says: (key) =>
      `To YAML, the value of \`${key}\` is a comment, because it starts with \`#\`; it was read as a colour.`,
    todo: 'Put the value in quotes.',
  },
  'front-matter-space': {
    severity: 'error',
    says: () => 'The front matter contains a special space, such as a non-breaking one, where YAML needs a blank.',
    todo: 'Replace it with a normal space. Until then, tools cannot read the front matter.',
  },
  'front-matter-case': {
    severity: 'error',
    says: (detail) => `${detail}: keys are case-sensitive, so tools ignore it. It was read all the same.`,
    todo: 'Write the key in the right case.',
  },
  'front-matter-displaced': {
    severity: 'error',
    says: (where) => `The front matter is ${where}, where tools do not find it. It was read all the same.`,
    todo: 'Start the file with the line `---`.',
  },
  'name-missing': {
    severity: 'error',
    says: (tool) => `The \`name\` is missing, so ${tool} skips this file; its file name is shown instead.`,
    todo: 'Add `name:` with lower-case words joined by hyphens.',
  },
  'name-skipped': {
    severity: 'error',
    says: (name) => `The name “${name}” starts with a hyphen or contains a colon, so Claude Code skips this file.`,
    todo: 'Use only a–z, 0–9 and hyphens, and start with a letter or a digit.',
  },
  'name-format': {
    severity: 'warning',
    says: (name) => `The name “${name}” is not in lower-case words joined by hyphens.`,
    todo: 'Use only a–z, 0–9 and hyphens, and start with a letter or a digit.',
  },
  'name-duplicate': {
    severity: 'warning',
    says: (others) => `Another file has the same name: ${others}.`,
    todo: 'Rename one of them: a tool that reads both uses only one.',
  },
  'description-missing': {
    severity: 'error',
    says: (tool) => `The \`description\` is missing, so ${tool} skips this file.`,
    todo: 'Add `description:`, and say when to call the agent.',
  },
  'description-escaped-newlines': {
    severity: 'warning',
    says: () => 'The description contains the characters `\\n` instead of line breaks; they are shown as line breaks.',
    todo: 'Use a block (`description: |`), or a single backslash inside double quotes.',
  },
  'example-unclosed': {
    severity: 'warning',
    says: () => 'An `<example>` in the description is never closed.',
    todo: 'Add `</example>` at its end.',
  },
  'diagram-refused': {
    severity: 'warning',
    says: (message) => `Mermaid cannot draw this diagram: ${message}`,
    todo: 'Correct the diagram. Until then, it is shown as code.',
  },
  'name-near-miss': {
    severity: 'warning',
    says: (detail) => `No agent file has the name ${detail}.`,
    todo: 'If both mean the same agent, use the same spelling. If not, ignore this warning.',
  },
  'value-invalid': {
    severity: 'warning',
    says: (detail) => detail,
    todo: 'Correct the value. It is shown as written.',
  },
  'tools-unreadable': {
    severity: 'error',
    says: (key) => `\`${key}\` cannot be read as a list of tools. It is shown as written, and not as “all tools”.`,
    todo: 'List the names of the tools, separated by commas.',
  },
  'tools-blanks': {
    severity: 'warning',
    says: (key) => `The names in \`${key}\` are separated by blanks; they were read one by one.`,
    todo: 'Separate the names by commas. Claude Code’s documentation knows no other separator.',
  },
  'value-too-long': {
    severity: 'warning',
    says: (detail) => detail,
    todo: 'Shorten it, or move parts of it to other files.',
  },
  'hooks-empty': {
    severity: 'error',
    says: () => '`hooks` is an empty list. Claude Code then drops the agent without a message.',
    todo: 'Remove the key, or make it a mapping.',
  },
  'key-ignored-in-plugin': {
    severity: 'warning',
    says: (key) => `Claude Code ignores \`${key}\` in the agents of a plugin.`,
    todo: 'Remove the key, or move the agent out of the plugin.',
  },
  'body-empty': {
    severity: 'warning',
    says: () => 'The file has no system prompt after the front matter.',
    todo: 'Add the system prompt below the second `---`.',
  },
  'fence-unclosed': {
    severity: 'warning',
    says: () => 'This code fence is never closed, so everything after it is shown as code.',
    todo: 'Close it with a fence of the same length.',
  },
  'fence-nested': {
    severity: 'warning',
    says: () => 'This code fence contains another one of the same length, which ends it early.',
    todo: 'Make the outer fence longer than the inner one, for example four backticks.',
  },
  'fence-stray': {
    severity: 'warning',
    says: () => 'This fence opens a code block although it looks like the end of one; it is shown as text.',
    todo: 'Remove it, or add the fence that is missing above it. Other tools show what is below it as code.',
  },
  'heading-without-space': {
    severity: 'warning',
    says: () => 'This line is meant as a heading, but has no space after its `#`; it is shown as a heading.',
    todo: 'Add a space after the last `#`. Other tools show the line as text.',
  },
  'topics-unreadable': {
    severity: 'error',
    says: (reason) => `The topics file cannot be read (${reason}).`,
    todo: 'Check the path in PLAYBOOK_TOPICS, and the permissions of the file.',
  },
  'topics-not-yaml': {
    severity: 'error',
    says: (reason) => `This is not valid YAML (${reason}); the rest of the file is used.`,
    todo: 'Put words that start with a symbol or contain a colon in quotes, and indent all items of a list the same.',
  },
  'topics-shape': {
    severity: 'error',
    says: (detail) => `${detail}, so it is ignored.`,
    todo: 'Follow the format that the first lines of the playbook’s own topics file explain.',
  },
  'topics-unknown-key': {
    severity: 'warning',
    says: (detail) => `${detail}, so it is ignored.`,
    todo: 'Check the spelling of the key.',
  },
  'topic-id': {
    severity: 'warning',
    says: (detail) => detail,
    todo: 'Give the topic an `id` of lower-case letters, digits and hyphens.',
  },
  'topic-duplicate': {
    severity: 'error',
    says: (id) => `Another topic above has the id “${id}”, so this one is ignored.`,
    todo: 'Merge the two topics, or give this one another id.',
  },
  'topic-word-unfindable': {
    severity: 'warning',
    says: (word) => `“${word}” contains no letter or digit, so it cannot be found in a text.`,
    todo: 'Move it to `asked`, which only search uses.',
  },
} as const satisfies Record<string, ProblemDefinition>;

export type ProblemKind = keyof typeof problemKinds;

/** One diagnostic about an agent file or the topics file, worded for the author of the file. */
export interface Problem extends Position {
  kind: ProblemKind;
  severity: Severity;
  /** Path of the file, inside the agents' folder if it is an agent's, with forward slashes. */
  file: string;
  message: string;
  todo: string;
}

/**
 * Creates a problem.
 * @param detail the value, the name or the reason that the message quotes
 */
export function problem(kind: ProblemKind, file: string, at: Position, detail = ''): Problem {
  const { severity, says, todo } = problemKinds[kind];
  return { kind, severity, file, line: at.line, column: at.column, message: says(detail), todo };
}

/** Sorts problems by file, then line, then column. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** Formats a problem as one line for a terminal: `file:line:column severity: what is wrong. What to do.` */
export function formatProblem({ file, line, column, severity, message, todo }: Problem): string {
  return `${file}:${String(line)}:${String(column)} ${severity}: ${message} ${todo}`;
}
