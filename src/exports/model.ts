import { claudeCode } from '../playbook/dialects/claude-code.ts';
import type { Dialect } from '../playbook/dialects/dialect.ts';
import { opencode } from '../playbook/dialects/opencode.ts';

/** Claude Code's names for its current models: https://code.claude.com/docs/en/sub-agents */
const aliases = ['sonnet', 'opus', 'haiku', 'fable'];

/** Returns a model in the target's words; `undefined` if the target may know it by another name, or not at all. */
export function modelFor(model: string, target: Dialect): string | undefined {
  const id = model.replace(/^anthropic\//, '');
  const isId = /^claude-[\w.-]+$/.test(id);
  if (target === claudeCode) return isId || aliases.includes(id) ? id : undefined;
  return target === opencode && isId ? `anthropic/${id}` : undefined;
}
