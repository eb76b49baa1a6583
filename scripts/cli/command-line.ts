import { parseArgs, type ParseArgsOptionDescriptor } from 'node:util';
import { formats, isReportFormat, type ReportFormat } from '../../src/check/formats.ts';
import { suggestion } from '../../src/settings/resolve-site.ts';
import { isSetting, settings, type OptionName } from '../../src/settings/settings.ts';

/** The commands, with the settings and the further options that each understands. */
export const commands = {
  build: {
    description: 'builds the site',
    settings: ['agents', 'out', 'base', 'url', 'title', 'description', 'topics', 'repository', 'budget', 'accent'],
    options: ['force'],
  },
  dev: {
    description: 'serves the site while you write, and reloads a page when a file is saved',
    settings: ['agents', 'base', 'title', 'description', 'topics', 'repository', 'budget', 'accent'],
    options: ['port'],
  },
  check: {
    description: 'reports what is wrong in the files, without building the site',
    settings: ['agents', 'topics', 'budget'],
    options: ['format', 'max-warnings', 'quiet'],
  },
  serve: { description: 'serves the site that was built', settings: ['out', 'base', 'title'], options: ['port'] },
  nginx: {
    description: 'prints a configuration for nginx that serves the site that was built',
    settings: ['out', 'base', 'url'],
    options: ['port'],
  },
} as const satisfies Record<
  string,
  { description: string; settings: OptionName[]; options: (keyof typeof otherOptions)[] }
>;

export type CommandName = keyof typeof commands;

/** The options that are not settings of the site. */
export const otherOptions = {
  port: { placeholder: 'N', description: 'the port; by default 4321, or the next free one; 80 for nginx' },
  format: { placeholder: 'NAME', description: `the form of the report: ${Object.keys(formats).join(', ')}` },
  'max-warnings': { placeholder: 'N', description: 'fail if there are more than N warnings' },
  force: { placeholder: '', description: 'build even if nothing has changed since the last build' },
  quiet: { placeholder: '', description: 'report errors only' },
  config: { placeholder: 'FILE', description: 'the configuration file; by default playbook.config.ts, .mjs or .js' },
  help: { placeholder: '', description: 'explain the options' },
  version: { placeholder: '', description: 'print the version' },
} as const;

/** The parsed command line. */
export interface Asked {
  command: CommandName;
  settings: Partial<Record<OptionName, string>>;
  config: string | undefined;
  port: number | undefined;
  format: ReportFormat;
  /** The most warnings with which a check succeeds. */
  maxWarnings: number;
  isQuiet: boolean;
  /** Whether to build a site that is up to date. */
  isForced: boolean;
}

const commandNames = Object.keys(commands) as CommandName[];
const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

/**
 * Reads the arguments of the command `playbook`.
 * @returns what the user asks for; or `help`, with the command that it is asked for; or what is wrong with the arguments
 */
export function readCommandLine(
  args: readonly string[],
): Asked | { help: CommandName | undefined } | { version: true } | { wrong: string } {
  const [first = 'help', ...rest] = args;
  if (first === '--version' || first === 'version') return { version: true };
  if (first === 'help' || first === '--help' || first === '-h') {
    const [command = ''] = rest;
    return { help: isCommand(command) ? command : undefined };
  }
  if (!isCommand(first)) {
    const quoted = (name: string) => `“${name}”`;
    return { wrong: `There is no command “${first}”. ${suggestion(first, commandNames, quoted)}` };
  }
  return readOptions(first, rest);
}

function readOptions(command: CommandName, args: readonly string[]): ReturnType<typeof readCommandLine> {
  const known: string[] = [...commands[command].settings, ...commands[command].options, 'config', 'help', 'version'];
  const options = Object.fromEntries(known.map((name) => [name, definitionOf(name)]));
  // Not strict, because the messages of Node name no option that exists.
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (values.has('agents')) return { wrong: `One folder of agents can be given, and “${token.value}” is another.` };
      if (!known.includes('agents')) return { wrong: `“playbook ${command}” needs no “${token.value}”.` };
      values.set('agents', token.value);
    } else if (token.kind === 'option') {
      const { name, rawName, value } = token;
      if (!known.includes(name)) return { wrong: unknownOption(command, rawName, known) };
      const needsValue = definitionOf(name).type === 'string';
      if (needsValue && (value === undefined || value === '' || isOption(value, known))) {
        return { wrong: `${rawName} needs a value: ${rawName} ${placeholderOf(name)}.` };
      }
      if (!needsValue && value !== undefined) return { wrong: `${rawName} takes no value, and “${value}” is one.` };
      values.set(name, value ?? '');
    }
  }
  if (values.has('help')) return { help: command };
  if (values.has('version')) return { version: true };
  return withNumbers(command, values);
}

function withNumbers(command: CommandName, values: ReadonlyMap<string, string>): ReturnType<typeof readCommandLine> {
  const format = values.get('format') ?? 'terminal';
  if (!isReportFormat(format)) {
    return { wrong: `There is no format “${format}”. ${suggestion(format, Object.keys(formats), (name) => name)}` };
  }
  const limit = values.get('max-warnings');
  if (limit !== undefined && !/^\d+$/.test(limit)) return { wrong: `--max-warnings needs a number, not “${limit}”.` };
  const port = values.get('port');
  if (port !== undefined && !isPort(port)) return { wrong: `--port needs a number up to 65535, not “${port}”.` };
  return {
    command,
    settings: Object.fromEntries([...values].filter(([name]) => isSetting(name))),
    config: values.get('config'),
    port: port === undefined ? undefined : Number(port),
    format,
    maxWarnings: limit === undefined ? Infinity : Number(limit),
    isQuiet: values.has('quiet'),
    isForced: values.has('force'),
  };
}

/** Whether a text is the number of a port. */
export function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65535;
}

function definitionOf(name: string): ParseArgsOptionDescriptor {
  return { type: ['force', 'quiet', 'help', 'version'].includes(name) ? 'boolean' : 'string' };
}

/** Whether the value of an option is the next option: `--out --base /x/`. */
function isOption(value: string, known: readonly string[]): boolean {
  return value.startsWith('--') && known.includes(value.slice(2).replace(/=.*/s, ''));
}

function placeholderOf(name: string): string {
  const { placeholder } = ({ ...settings, ...otherOptions } as Record<string, { placeholder?: string }>)[name] ?? {};
  return placeholder ?? '';
}

function unknownOption(command: CommandName, written: string, known: readonly string[]): string {
  const name = written.replace(/^-+/, '');
  const others = commandNames.filter((other) =>
    [...commands[other].settings, ...commands[other].options].some((option) => option === name),
  );
  if (others.length > 0) {
    const list = new Intl.ListFormat('en-GB').format(others.map((other) => `“playbook ${other}”`));
    return `${written} is an option of ${list} only.`;
  }
  return `“playbook ${command}” has no option ${written}. ${suggestion(name, known, (near) => `--${near}`)}`;
}
