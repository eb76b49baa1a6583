import type { Agent } from './agent.ts';
import type { Tool } from './source/tools.ts';
import { abilityOf } from './tool-permissions.ts';
import { isKnownTool, mcpToolOf, toolKindOf, type Ability } from './source/tool-names.ts';

/**
 * Whether an agent may do something. `yes` and `no`: its file says so. `partly`: its file denies some of the tools for
 * it. `open`: its file does not limit it, so that it may do what its caller or its product may. `unknown`: its file
 * limits its tools in a way that cannot be read.
 */
export type Grant = 'yes' | 'no' | 'partly' | 'open' | 'unknown';

/** What an agent may do, by the rules of its file alone. */
export interface Access {
  /** Where the grants come from: a list of tools, no list at all, or a value that cannot be read. */
  basis: 'listed' | 'open' | 'unreadable';
  grants: Record<Ability, Grant>;
  /** Allowed tools that none of the abilities covers, as written. */
  others: string[];
  /** Whether it may use a tool that we do not know, which may do anything. */
  hasUnknownTools: boolean;
}

/** The tools that make up an ability where a file does not list its tools, in lower case: all, or else any, of a group. */
const usualTools: Record<Ability, readonly (readonly string[])[]> = {
  read: [['read'], ['grep'], ['glob']],
  write: [['write'], ['edit']],
  run: [['bash']],
  network: [['webfetch'], ['websearch']],
  // `Task` is the former name of `Agent`.
  agents: [['agent', 'task']],
  mcp: [['mcp__*']],
};

/** All abilities, in the order in which they are shown. */
export const abilities = Object.keys(usualTools) as Ability[];

/**
 * Returns the tools that an agent may use: those that its file lists, minus those that it denies; `undefined` if it lists
 * none, or all.
 */
export function effectiveTools({ tools, disallowedTools }: Agent): Tool[] | undefined {
  if (!tools || tools.some(({ name }) => name === '*')) return;
  return tools.filter((tool) => !disallowedTools.some((denied) => isDeniedBy(tool, denied)));
}

/** Whether an entry of the denied tools means a tool: by its name, by another name for it, or by its MCP server. */
function isDeniedBy(tool: Tool, denied: Tool): boolean {
  if (denied.name === '*' || denied.written.toLowerCase() === tool.written.toLowerCase()) return true;
  if (denied.argument !== '') return false;
  const server = mcpToolOf(denied.name);
  if (server) {
    const own = mcpToolOf(tool.name);
    return own !== undefined && ['*', own.server].includes(server.server) && ['*', own.tool].includes(server.tool);
  }
  const kind = toolKindOf(denied.name);
  return keyOf(denied) === keyOf(tool) || (kind !== undefined && kind === toolKindOf(tool.name));
}

/** Returns what an agent may do: the tools that its file allows, minus those that it denies. */
export function accessOf(agent: Agent): Access {
  const { disallowedTools, unreadableTools } = agent;
  const isUnreadable = (key: string) => unreadableTools.some((setting) => setting.key === key);
  if (isUnreadable('tools'))
    return { basis: 'unreadable', grants: grantsBy(() => 'unknown'), others: [], hasUnknownTools: true };
  const denied = new Set(disallowedTools.filter(({ argument }) => argument === '').map(keyOf));
  const isDenied = (tool: string) => denied.has('*') || denied.has(tool);
  const mayBeDenied = isUnreadable('disallowedTools');

  const allowed = effectiveTools(agent);
  if (!allowed) {
    const grants = grantsBy((ability) => {
      const groups = usualTools[ability].map((names) => names.some(isDenied));
      if (groups.every(Boolean)) return 'no';
      return mayBeDenied ? 'unknown' : groups.some(Boolean) ? 'partly' : 'open';
    });
    return { basis: 'open', grants, others: [], hasUnknownTools: false };
  }
  const granted = new Set(allowed.map(abilityOf));
  const others = allowed.filter((tool) => abilityOf(tool) === undefined);
  return {
    basis: 'listed',
    grants: grantsBy((ability) => (granted.has(ability) ? (mayBeDenied ? 'unknown' : 'yes') : 'no')),
    others: others.map(({ written }) => written),
    hasUnknownTools: others.some(({ name }) => !isKnownTool(name)),
  };
}

function keyOf({ name }: Tool): string {
  return name.toLowerCase();
}

function grantsBy(grantOf: (ability: Ability) => Grant): Record<Ability, Grant> {
  return Object.fromEntries(abilities.map((ability) => [ability, grantOf(ability)])) as Record<Ability, Grant>;
}
