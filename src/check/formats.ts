import type { CheckResult } from './check-files.ts';
import { formatForGithub } from './github-format.ts';
import { formatAsJson } from './json-format.ts';
import { formatAsSarif } from './sarif-format.ts';
import { formatForTerminal } from './terminal-format.ts';

/** The formats of a report, by the value of `--format`. Each ends with a line break. */
export const formats = {
  terminal: formatForTerminal,
  json: formatAsJson,
  sarif: formatAsSarif,
  github: formatForGithub,
} as const satisfies Record<string, (result: CheckResult) => string>;

export type ReportFormat = keyof typeof formats;

export function isReportFormat(text: string): text is ReportFormat {
  return Object.hasOwn(formats, text);
}
