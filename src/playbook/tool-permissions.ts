import { mcpToolOf, toolKindOf, type Ability } from './source/tool-names.ts';
import type { Tool } from './source/tools.ts';

/**
 * Returns what a tool permits, as a phrase after "may"; `undefined` for an unknown tool.
 * @param isClaudeCode whether the file is written for Claude Code, or for no tool that it tells
 */
export function permissionOf({ name, argument }: Tool, isClaudeCode = true): string | undefined {
  const mcp = mcpToolOf(name);
  if (mcp) {
    if (mcp.server === '*') return 'use all MCP servers';
    return mcp.tool === '*'
      ? `use every tool of the MCP server ${mcp.server}`
      : `use “${mcp.tool}” of the MCP server ${mcp.server}`;
  }
  const phrase = toolKindOf(name)?.phrase;
  if (phrase === undefined || argument === '') return phrase;
  // Claude Code's documentation of subagents, August 2026.
  return isClaudeCode && toolKindOf(name)?.ability === 'agents'
    ? `${phrase}; Claude Code ignores the list in brackets in a subagent`
    : `${phrase}; whether the limit “${argument}” applies is not documented`;
}

/** Returns what an agent may do with a tool; `undefined` if the tool is unknown or harmless. */
export function abilityOf({ name }: Tool): Ability | undefined {
  return mcpToolOf(name) ? 'mcp' : toolKindOf(name)?.ability;
}

/** Returns the agents that a list of tools names: `Agent(scout, builder)`. */
export function agentsInTools(tools: readonly Tool[]): string[] {
  return tools
    .filter((tool) => abilityOf(tool) === 'agents')
    .flatMap(({ argument }) => argument.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
