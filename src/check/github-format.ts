import type { Severity } from '../playbook/rules/rule.ts';
import type { CheckResult } from './check-files.ts';
import { summaryOf } from './summary.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Formats a report as commands that make GitHub Actions annotate the lines of a pull request. */
export function formatForGithub(result: CheckResult): string {
  const lines = result.problems.map(({ severity, path, line, column, rule, message, advice }) => {
    const place = `file=${escaped(path)},line=${String(line)},col=${String(column)},title=${escaped(rule)}`;
    return `::${commands[severity]} ${place}::${escapedText(`${message} ${advice}`)}`;
  });
  return [...lines, summaryOf(result), ''].join('\n');
}

/** Escapes the text of a command, as GitHub’s toolkit does. */
function escapedText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes a property of a command, where a colon and a comma have a meaning too. */
function escaped(text: string): string {
  return escapedText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
