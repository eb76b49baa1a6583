/**
 * `error`: a tool skips the agent, loses content, or the file must not be published. `warning`: it works, but not as the
 * author means. `info`: worth knowing; it may well be intended.
 */
export type Severity = 'error' | 'warning' | 'info';

/** The files of an example: their text by path. */
export interface RuleExample {
  files: Readonly<Record<string, string>>;
  /** How the files are saved, if not in UTF-8. */
  encoding?: 'UTF-16' | 'Windows-1252';
  /** Other rules that the files cannot help breaking. */
  alsoBreaks?: readonly string[];
  /** Why the files cannot be read. */
  unreadable?: string;
  /** Tokens that all descriptions together may need. */
  budget?: number;
}

/** A kind of problem in a file or in a folder. */
export interface Rule {
  severity: Severity;
  /** What is wrong, in a few words. */
  title: string;
  /** Returns what is wrong in one place; the argument is the value, the name or the reason that it quotes. */
  message: (detail: string) => string;
  /** What the author can do. */
  advice: string;
  /** Why it matters, and what the rule ignores. */
  explanation: string;
  /** Files with this problem and no other one, and the same files without it. Both are tested and published. */
  bad: RuleExample;
  good: RuleExample;
  /**
   * Where the rule is checked, if not in a folder of agents: in a single file, in a topics file, while a diagram is
   * drawn, against a budget, or by asking which agent fits a request.
   */
  checkedIn?: 'file' | 'topics' | 'drawing' | 'budget' | 'ranking';
  /** Whether reports must not quote the line. */
  isSecret?: boolean;
}

/** Returns an example of one file. */
export function inFile(text: string, path = 'tide-clerk.md'): RuleExample {
  return { files: { [path]: text } };
}

/** Returns the text of an agent file that has no problem but those of its arguments. */
export function agentText(
  body = 'You keep the timetable of the tides.',
  keys: readonly string[] = [],
  name = 'tide-clerk',
): string {
  return ['---', `name: ${name}`, 'description: Keeps the tide tables.', ...keys, '---', '', body, ''].join('\n');
}
