import type { Dialect } from '../playbook/dialects/dialect.ts';
import type { Loss } from './export.ts';
import { targetName } from './targets.ts';
import type { UsableTools } from './usable-tools.ts';

/**
 * Tools whose effects another tool of Claude Code has as well: an agent that reads any file can also search in it,
 * and one that overwrites files can also edit them.
 */
const includes: Readonly<Record<string, readonly string[]>> = {
  Read: ['NotebookRead', 'Grep', 'Glob', 'LS'],
  Grep: ['Glob', 'LS'],
  Write: ['Edit', 'MultiEdit', 'NotebookEdit'],
  Edit: ['MultiEdit', 'NotebookEdit'],
  MultiEdit: ['Edit', 'NotebookEdit'],
  Bash: ['PowerShell'],
};

/** Other forms of a tool, which are never listed beside it. */
const variants = new Set(['LS', 'MultiEdit', 'NotebookEdit', 'NotebookRead', 'PowerShell']);

/** The names of a target's tools that an agent may use. */
export interface TargetTools {
  names: string[];
  losses: Loss[];
}

/**
 * Returns the target's names for the tools that an agent may use. A name that stands for several tools is used only if
 * the agent may use all of them.
 * @param field the key of the source
 */
export function targetTools(usable: UsableTools, target: Dialect, field: string): TargetTools {
  const { allowed, denied, leftOut } = usable;
  const possible = new Set([...allowed].flatMap((tool) => [tool, ...(includes[tool] ?? [])]));
  const mayUse = (tool: string) => possible.has(tool) && !denied.has(tool);
  // Claude Code's own names stand for themselves.
  const own = target.tools ? Object.entries(target.tools) : [...allowed].map((tool) => [tool, [tool]] as const);
  const used = own.filter(([, tools]) => tools.some((tool) => allowed.has(tool)) && tools.every(mayUse));
  const written = new Set(used.flatMap(([, tools]) => tools));
  const missing = [...allowed].filter((tool) => !written.has(tool) && !denied.has(tool));
  const stricter = (tools: readonly string[], because: string): Loss[] =>
    tools.length === 0
      ? []
      : [{ field, effect: 'stricter', explanation: `${codes(tools)}: left out, because ${because}.` }];

  const wider = own.filter(([, tools]) => tools.some((tool) => missing.includes(tool)));
  const inWider = new Set(wider.flatMap(([, tools]) => tools));
  const added = used.filter(([, tools]) => tools.some((tool) => !allowed.has(tool) && !variants.has(tool)));
  const mcp = usable.mcp.flatMap(({ server, tool }) => mcpName(server, tool, target) ?? []);
  const lostServers = usable.mcp.filter(({ server, tool }) => mcpName(server, tool, target) === undefined);
  return {
    names: [...used.map(([name]) => name), ...mcp],
    losses: [
      ...stricter(
        leftOut.filter(({ reason }) => reason === 'limited').map(({ written: entry }) => entry),
        `such a limit is not documented for ${targetName(target)}, which might allow the whole tool`,
      ),
      ...stricter(
        missing.filter((tool) => inWider.has(tool)),
        `${codes(wider.map(([name]) => name))} of ${targetName(target)} can do more`,
      ),
      ...stricter(
        [
          ...missing.filter((tool) => !inWider.has(tool)),
          ...leftOut.filter(({ reason }) => reason === 'unknown').map(({ written: entry }) => entry),
          ...lostServers.map(({ server, tool }) => `mcp__${server}${tool === '*' ? '' : `__${tool}`}`),
        ],
        `no name in ${targetName(target)} is documented for it`,
      ),
      ...added.map(([name, tools]): Loss => ({
        field,
        effect: 'changed',
        explanation: `\`${name}\` of ${targetName(target)} stands for ${codes(tools)}: what the agent may do anyway, under more names.`,
      })),
    ],
  };
}

/** Returns the target's name for tools of an MCP server, if its spelling is unambiguous. */
function mcpName(server: string, tool: string, { mcpTools }: Dialect): string | undefined {
  if (!mcpTools || ![server, tool.replace('*', '')].every((part) => /^[\w.-]*$/.test(part) && !part.includes('__')))
    return;
  const pattern = tool === '*' ? mcpTools.all : mcpTools.one;
  return pattern.replaceAll('{server}', () => server).replaceAll('{tool}', () => tool);
}

function codes(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `\`${name}\``).join(', ');
}
