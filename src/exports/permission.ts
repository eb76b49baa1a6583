import type { Dialect } from '../playbook/dialects/dialect.ts';
import { toolKindOf } from '../playbook/source/tool-names.ts';

type Action = 'allow' | 'ask' | 'deny';

/** A shell command whose meaning is the same for all tools: words, and at most a star at the end. */
const plainCommand = /^[\w./=@+-]+(?: [\w./=@+-]+)*(?: ?\*|:\*)?$/;

/**
 * Returns OpenCode's `permission` for some tools. What changes something or reaches outside asks before it runs, as in
 * Claude Code, whose list of tools makes them available and allows nothing in advance.
 * @param commands that the shell may run, as in `Bash(git log *)`
 */
export function permissionFor(names: readonly string[], commands: readonly string[]): Record<string, unknown> {
  const ofCommands = commands.filter((command) => plainCommand.test(command));
  return {
    // The last entry that matches counts.
    '*': 'deny',
    ...Object.fromEntries(names.map((name) => [name, actionFor(name)])),
    ...(ofCommands.length > 0 && !names.includes('bash')
      ? { bash: { '*': 'deny', ...Object.fromEntries(ofCommands.map((command) => [pattern(command), 'ask'])) } }
      : {}),
  };
}

/** Returns OpenCode's `permission` that denies some tools and says nothing about the others. */
export function permissionWithout(denied: ReadonlySet<string>, { tools = {} }: Dialect): Record<string, Action> {
  const names = Object.keys(tools).filter((name) => tools[name]?.some((tool) => denied.has(tool)));
  return Object.fromEntries(names.map((name) => [name, 'deny']));
}

/** Whether `permissionFor` writes a shell command. */
export function isPlainCommand(command: string): boolean {
  return plainCommand.test(command);
}

function actionFor(name: string): Action {
  const ability = toolKindOf(name)?.ability;
  return ability === undefined || ability === 'read' ? 'allow' : 'ask';
}

/** `git log:*` is Claude Code's older spelling of `git log *`. */
function pattern(command: string): string {
  return command.replace(/:\*$/, ' *');
}
