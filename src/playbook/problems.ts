import { rules, type RuleId } from './rules/rules.ts';
import type { Severity } from './rules/rule.ts';

/** A place in a file; both numbers count from 1, columns in UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** One diagnostic about an agent file or the topics file, worded for the author of the file. */
export interface Problem extends Position {
  rule: RuleId;
  severity: Severity;
  /** Path of the file, inside the agents' folder if it is an agent's, with forward slashes. */
  file: string;
  message: string;
  advice: string;
}

/**
 * Creates a problem.
 * @param detail the value, the name or the reason that the message quotes
 */
export function problem(rule: RuleId, file: string, at: Position, detail = ''): Problem {
  const { severity, message, advice } = rules[rule];
  return { rule, severity, file, line: at.line, column: at.column, message: message(detail), advice };
}

/** Sorts problems by file, then line, then column. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}

/** Formats a problem as one line for a terminal: `file:line:column severity: what is wrong. What to do.` */
export function formatProblem({ file, line, column, severity, message, advice }: Problem): string {
  return `${file}:${String(line)}:${String(column)} ${severity}: ${message} ${advice}`;
}

/** Returns the errors and warnings, which an author should correct; the rest is information. */
export function withoutInformation(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity !== 'info');
}
