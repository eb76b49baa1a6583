import type { CheckResult, FoundProblem } from './check-files.ts';
import { summaryOf } from './summary.ts';

/** Longest part of a line that is quoted, in UTF-16 code units, and how much of it stands before the marker at least. */
const MAX_QUOTED = 100;
const BEFORE_MARKER = 40;

/** Formats a report for people: each problem with its place, its line and a marker, then a summary. */
export function formatForTerminal(result: CheckResult): string {
  return [...result.problems.map(formatOne), summaryOf(result)].join('\n\n') + '\n';
}

function formatOne({ path, line, column, severity, rule, message, advice, text }: FoundProblem): string {
  const place = `${path}:${String(line)}:${String(column)}`;
  const quoted = text === undefined ? [] : quote(text, line, column);
  return [`${place} ${severity} [${rule}]`, `  ${message}`, ...quoted, `  → ${advice}`].join('\n');
}

/** Returns a line with its number, and below it a marker at a column. */
function quote(text: string, line: number, column: number): string[] {
  const number = String(line);
  const from = text.length > MAX_QUOTED ? Math.max(0, column - 1 - BEFORE_MARKER) : 0;
  const start = from > 0 ? '…' : '';
  const part = text.slice(from, from + MAX_QUOTED);
  const end = from + MAX_QUOTED < text.length ? '…' : '';
  const before = visible(part.slice(0, column - 1 - from));
  return [
    `  ${number} │ ${start}${visible(part)}${end}`,
    `  ${' '.repeat(number.length)} │ ${' '.repeat(start.length + widthOf(before))}^`,
  ];
}

/** Replaces tabs and control characters, which move the cursor or reorder the line, each by one sign. */
function visible(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '�');
}

/** Returns the number of cells that a text takes in a terminal, where Chinese signs and emoji take two. */
function widthOf(text: string): number {
  const wide =
    /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}]/u;
  return Array.from(text.replace(/\p{M}/gu, '')).reduce((width, sign) => width + (wide.test(sign) ? 2 : 1), 0);
}
