import type { CheckResult } from './check-files.ts';

/** Formats a report as JSON for other programs. */
export function formatAsJson({ folder, agents, skipped, problems, counts }: CheckResult): string {
  const list = problems.map(({ path, line, column, severity, rule, message, advice }) => ({
    path,
    line,
    column,
    severity,
    rule,
    message,
    todo: advice,
  }));
  return `${JSON.stringify({ folder, agents, skipped, counts, problems: list }, null, 2)}\n`;
}
