import type { Agent } from '../../playbook/agent.ts';
import { claudeCode, isSkippedName } from '../../playbook/dialects/claude-code.ts';
import type { RuleId } from '../../playbook/rules/rules.ts';
import type { PlainData } from '../../playbook/source/yaml.ts';
import { unusedId } from '../../playbook/slug.ts';
import { plainName } from '../file-names.ts';

/** An agent in a plugin, with the name of its file there. */
export interface PluginAgent {
  agent: Agent;
  file: `agents/${string}.md`;
}

/** An agent that no plugin contains, and why: a label that fits one agent and many. */
export interface LeftOut {
  agent: Agent;
  reason: string;
}

/** Problems with which Claude Code cannot read a file's front matter. In a plugin, it would then grant every tool. */
const unreadable = new Set<RuleId>([
  'file-unreadable',
  'file-empty',
  'front-matter-missing',
  'front-matter-unclosed',
  'front-matter-unquoted',
  'front-matter-unreadable',
  'front-matter-space',
]);

/** Modes that let an agent do less than without one. */
const strictModes: readonly PlainData[] = ['plan', 'dontAsk'];

/**
 * Splits agents into those that a plugin of Claude Code can contain as they are, and those that it must leave out.
 * Claude Code ignores some keys in plugins, so that an agent with a restriction in them would be allowed more.
 */
export function pluginAgents(agents: readonly Agent[]): { included: PluginAgent[]; leftOut: LeftOut[] } {
  const included: PluginAgent[] = [];
  const leftOut: LeftOut[] = [];
  const names = new Set<string>();
  const usedNames = new Set<string>();
  for (const agent of agents) {
    const name = agent.name.toLowerCase();
    // Claude Code loads only one agent of a name.
    const reason = whyLeftOut(agent) ?? (names.has(name) ? 'The name of another agent, which comes first' : undefined);
    if (reason !== undefined) leftOut.push({ agent, reason });
    else {
      names.add(name);
      included.push({ agent, file: `agents/${unusedId(plainName(agent.name, 'agent'), usedNames)}.md` });
    }
  }
  return { included, leftOut };
}

function whyLeftOut({ name, tool, problems, otherKeys }: Agent): string | undefined {
  if (tool && tool.name !== claudeCode.tool) return `Written for ${tool.name}`;
  if (isSkippedName(name)) return 'A name that Claude Code does not accept';
  const broken = problems.find(({ rule }) => unreadable.has(rule));
  if (broken) return `Front matter that Claude Code cannot read. ${broken.message}`;
  const mode = otherKeys.find(({ key, value }) => key === 'permissionMode' && strictModes.includes(value));
  if (mode) return 'Limited by `permissionMode`, which Claude Code ignores in plugins';
  if (otherKeys.some(({ key }) => key === 'hooks')) {
    return 'Perhaps limited by `hooks`, which Claude Code ignores in plugins';
  }
  return undefined;
}
