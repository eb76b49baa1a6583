import { parseArgs } from 'node:util';
import { formats, isReportFormat, type ReportFormat } from './formats.ts';

/** What the user asks for on the command line. */
export interface CheckArguments {
  folder: string;
  format: ReportFormat;
  /** The most warnings with which the check succeeds. */
  maxWarnings: number;
  isQuiet: boolean;
}

export const usage = `Usage: npm run check:agents -- [FOLDER] [options]

Checks a folder of agent files, or a whole repository, and reports what is wrong:
the file, line and column, the rule, and what to do.

  --format NAME      ${Object.keys(formats).join(', ')} (default: terminal)
  --max-warnings N   fail if there are more than N warnings
  --quiet            report errors only
  --help             show this text

Exit code: 0 without errors, 1 with errors or too many warnings, 2 for a wrong
option or a folder that cannot be read. /problems/rules/ on the site explains
every rule.
`;

/**
 * Reads the arguments of the command.
 * @param defaultFolder the folder to check if none is named
 * @returns `help` if the user asks for it, or what is wrong with the arguments
 */
export function readArguments(
  args: readonly string[],
  defaultFolder: string,
): CheckArguments | { help: true } | { wrong: string } {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'terminal' },
        'max-warnings': { type: 'string' },
        quiet: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  const { format } = values;
  const limit = values['max-warnings'];
  if (values.help) return { help: true };
  if (positionals.length > 1) return { wrong: `One folder can be checked at a time, not ${positionals.join(', ')}.` };
  if (!isReportFormat(format))
    return { wrong: `There is no format “${format}”: use ${Object.keys(formats).join(', ')}.` };
  if (limit !== undefined && !/^\d+$/.test(limit)) return { wrong: `--max-warnings needs a number, not “${limit}”.` };
  return {
    folder: (positionals[0] ?? defaultFolder).replaceAll('\\', '/'),
    format,
    maxWarnings: limit === undefined ? Infinity : Number(limit),
    isQuiet: values.quiet,
  };
}
