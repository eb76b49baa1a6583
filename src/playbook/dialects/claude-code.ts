import { accents } from '../accent.ts';
import type { Dialect } from './dialect.ts';
import { count, flag, list, mapping, names, oneOf, text } from './values.ts';

/** Claude Code's subagents, from its documentation of August 2026: https://code.claude.com/docs/en/sub-agents */
export const claudeCode: Dialect = {
  id: 'claude-code',
  tool: 'Claude Code',
  files: /(?:^|\/)\.claude\/agents\//,
  outputPath: '.claude/agents/{name}.md',
  ownKeys: ['permissionMode', 'maxTurns', 'isolation', 'memory', 'initialPrompt'],
  required: ['name', 'description'],
  keys: {
    name: text,
    description: text,
    tools: names,
    disallowedTools: names,
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
  },
  names: {
    pattern: /^[a-z0-9][a-z0-9-]*$/,
    expected: 'lower-case letters, digits and hyphens, without a hyphen at the start',
  },
  limitsTools: 'list-and-denials',
  mcpTools: { all: 'mcp__{server}', one: 'mcp__{server}__{tool}' },
  sharedKeys: { maxTurns: 'maxTurns', effort: 'effort', background: 'background' },
};

/** Whether Claude Code skips the file of an agent with this name, from version 2.1.218 on. */
export function isSkippedName(name: string): boolean {
  return name.startsWith('-') || name.includes(':');
}

/** Keys that Claude Code ignores in the agents of a plugin: https://code.claude.com/docs/en/plugins-reference */
export const ignoredInPlugins = ['hooks', 'mcpServers', 'permissionMode'] as const;

/** Whether a path is that of an agent in a plugin. */
export function isInPlugin(path: string): boolean {
  return /(?:^|\/)plugins\/[^/]+\/agents\//.test(path);
}
