import { settings } from '../../src/settings/settings.ts';
import { commands, otherOptions, type CommandName } from './command-line.ts';

/** Returns the help of a command; without one, what `playbook` is and which commands it has. */
export function helpOf(command: CommandName | undefined): string {
  return command === undefined ? overview() : helpOfCommand(command);
}

function overview(): string {
  const list = Object.entries(commands).map(([name, { description }]): [string, string] => [name, description]);
  return `Usage: playbook COMMAND [FOLDER] [options]

Makes a static site from a folder of AI coding agents, stored as markdown files.

${columns(list)}

“playbook COMMAND --help” explains the options of a command.
Example: playbook build .claude/agents --out site --base /playbook/
`;
}

function helpOfCommand(command: CommandName): string {
  const { description, settings: own, options } = commands[command];
  const ofSettings = own.map((name): [string, string] => {
    const setting = settings[name];
    const otherwise = 'otherwise' in setting ? ` (default: ${setting.otherwise})` : '';
    return [`--${name} ${setting.placeholder}`, setting.description + otherwise];
  });
  const others = [...options, 'config' as const, 'help' as const].map((name): [string, string] => [
    `--${name} ${otherOptions[name].placeholder}`.trimEnd(),
    otherOptions[name].description,
  ]);
  const folder = own.some((name) => name === 'agents') ? ' [FOLDER]' : '';
  const exit =
    command === 'check'
      ? 'Exit code: 0 without errors, 1 with errors or too many warnings, 2 for a wrong\noption or a folder that cannot be read.'
      : 'Exit code: 0, or 1 if it failed, or 2 for a wrong option or setting.';
  return `Usage: playbook ${command}${folder} [options]

${description.charAt(0).toUpperCase()}${description.slice(1)}.${folder === '' ? '' : ' FOLDER is the same as --agents.'}

${columns([...ofSettings, ...others])}

An option overrides its environment variable (--out: PLAYBOOK_OUT), and that the
configuration file. ${exit}
`;
}

function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
