import { accents } from '../accent.ts';

interface KeyDefinition {
  allows: (value: unknown) => boolean;
  /** Completes the sentence "is …, which is not …". */
  expected: string;
}

const oneOf = (...values: readonly string[]): KeyDefinition => ({
  allows: (value) => typeof value === 'string' && values.includes(value),
  expected: `one of ${values.join(', ')}`,
});
const text: KeyDefinition = { allows: (value) => typeof value === 'string', expected: 'text' };
const flag: KeyDefinition = { allows: (value) => typeof value === 'boolean', expected: 'true or false' };
const count: KeyDefinition = {
  allows: (value) => Number.isInteger(value) && Number(value) > 0,
  expected: 'a whole number above 0',
};
const list: KeyDefinition = {
  allows: (value) => typeof value === 'string' || isListOfText(value),
  expected: 'a list, or names separated by commas',
};
const mapping: KeyDefinition = {
  allows: (value) => typeof value === 'object' && value !== null,
  expected: 'a mapping or a list',
};

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** The keys of Claude Code's agent format with their allowed values, from its documentation (August 2026). */
export const frontMatterKeys: Readonly<Record<string, KeyDefinition>> = {
  name: text,
  description: text,
  tools: list,
  disallowedTools: list,
  model: text,
  color: oneOf(...accents),
  permissionMode: oneOf('default', 'acceptEdits', 'auto', 'dontAsk', 'bypassPermissions', 'plan', 'manual'),
  effort: oneOf('low', 'medium', 'high', 'xhigh', 'max'),
  memory: oneOf('user', 'project', 'local'),
  isolation: oneOf('worktree'),
  background: flag,
  maxTurns: count,
  skills: list,
  mcpServers: mapping,
  hooks: mapping,
  initialPrompt: text,
};

/** Whether Claude Code accepts a name: lower-case letters, digits and hyphens, and no hyphen at the start. */
export function isValidAgentName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]*$/.test(name);
}

/** Returns any value as text, as an author would write it. */
export function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

/** Returns a comma-separated string or a list of names as it is; `undefined` if the value is neither. */
export function asNames(value: unknown): string | string[] | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(asText);
  return undefined;
}
