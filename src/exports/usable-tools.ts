import { accessOf, abilities, effectiveTools } from '../playbook/access.ts';
import type { Agent } from '../playbook/agent.ts';
import type { Dialect } from '../playbook/dialects/dialect.ts';
import { claudeToolOf, claudeToolsOf, mcpToolOf } from '../playbook/source/tool-names.ts';
import type { Tool } from '../playbook/source/tools.ts';
import type { Refusal } from './export.ts';
import { restrictionsOf } from './restrictions.ts';
import { targetName } from './targets.ts';
import type { WrittenAgent } from './written-agent.ts';

/** A tool that an export leaves out, because nothing in the target is as strict. */
export interface LeftOut {
  written: string;
  /** `limited`: it may be used only with a limit. `unknown`: other tools have no name for it. */
  reason: 'limited' | 'unknown';
}

/** What an agent may use, in the names of Claude Code's tools. */
export interface UsableTools {
  /** Whether it may use everything that it is not denied. Then `allowed` is empty. */
  isOpen: boolean;
  /** Tools that it may use without a limit. */
  allowed: ReadonlySet<string>;
  /** Shell commands that it may run, as written: `git log *`. */
  commands: string[];
  mcp: { server: string; tool: string }[];
  /** Tools that it may not use, or not without a limit. */
  denied: ReadonlySet<string>;
  /** Denied MCP servers; `*` stands for all. */
  deniedServers: ReadonlySet<string>;
  /** Whether it is denied something that has no name in Claude Code. */
  hasOtherDenials: boolean;
  leftOut: LeftOut[];
}

/**
 * Returns what an agent may use. Whatever its file limits that other tools cannot express is treated as denied.
 * @returns a refusal if the target could let the agent do more
 */
export function usableTools(agent: Agent, written: WrittenAgent, target: Dialect): UsableTools | Refusal {
  const refuse = (reason: string): Refusal => ({
    refusal: `${targetName(target)} could not keep to what the file allows: ${reason}.`,
  });
  const [unreadable] = agent.unreadableTools;
  if (unreadable) {
    return refuse(`the value of \`${unreadable.key}\` cannot be read, so it is not known what the agent may do`);
  }
  const restrictions = restrictionsOf(written);
  if (restrictions.other !== undefined) return refuse(restrictions.other);

  const { dialect } = written;
  const isListed = effectiveTools(agent) !== undefined;
  const deniedEntries = [...agent.disallowedTools, ...restrictions.tools.map(toTool)];
  const denied = new Set(deniedEntries.flatMap((tool) => claudeTools(tool, dialect)));
  const { grants } = accessOf(agent);
  for (const ability of abilities) {
    const isDenied = (!isListed && grants[ability] === 'no') || restrictions.abilities.has(ability);
    if (isDenied) for (const tool of claudeToolsOf(ability)) denied.add(tool);
  }
  const deniedServers = new Set(deniedEntries.flatMap(({ name }) => mcpToolOf(name)?.server ?? []));

  const listed = listedTools(agent, restrictions.onlyAllowed);
  const usable: UsableTools = {
    isOpen: listed === undefined,
    allowed: new Set(),
    commands: [],
    mcp: [],
    denied,
    deniedServers,
    hasOtherDenials: deniedEntries.some((tool) => !mcpToolOf(tool.name) && claudeTools(tool, dialect).length === 0),
    leftOut: [],
  };
  const allowed = new Set<string>();
  for (const tool of listed ?? []) {
    const mcp = mcpToolOf(tool.name);
    const names = claudeTools(tool, dialect);
    const free = names.filter((name) => !denied.has(name));
    if (mcp) {
      if (mcp.server !== '*' && !deniedServers.has('*') && !deniedServers.has(mcp.server)) usable.mcp.push(mcp);
      else usable.leftOut.push({ written: tool.written, reason: 'limited' });
    } else if (tool.argument !== '') {
      // Another tool may have one shell for all of ours: none of them may be denied.
      const isShell = free.includes('Bash') && claudeToolsOf('run').every((name) => !denied.has(name));
      if (isShell) usable.commands.push(tool.argument);
      usable.leftOut.push({ written: tool.written, reason: 'limited' });
    } else if (free.length === 0) {
      usable.leftOut.push({ written: tool.written, reason: names.length === 0 ? 'unknown' : 'limited' });
    }
    if (tool.argument === '') for (const name of free) allowed.add(name);
  }
  return { ...usable, allowed };
}

/** Returns the tools that a file lists, without those that it denies; `undefined` if it lists none, or all. */
function listedTools(agent: Agent, onlyAllowed: readonly string[] | undefined): readonly Tool[] | undefined {
  if (agent.disallowedTools.some(({ written }) => written === '*')) return [];
  const tools = effectiveTools(agent);
  if (!onlyAllowed) return tools;
  return tools?.filter(({ written }) => onlyAllowed.includes(written)) ?? onlyAllowed.map(toTool);
}

function toTool(written: string): Tool {
  return { written, name: written, argument: '' };
}

/** Returns the tools of Claude Code that a tool of a dialect stands for; none if there are none. */
function claudeTools({ name }: Tool, { tools = {} }: Dialect): readonly string[] {
  const key = name.toLowerCase();
  const own = Object.hasOwn(tools, key) ? tools[key] : undefined;
  if (own) return own;
  const known = claudeToolOf(name);
  return known === undefined ? [] : [known];
}
