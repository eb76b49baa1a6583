import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportAgent } from '../../../src/exports/export-agent.ts';
import { targets } from '../../../src/exports/targets.ts';
import { abilities, accessOf, type Grant } from '../../../src/playbook/access.ts';
import { agentSkill } from '../../../src/playbook/dialects/agent-skill.ts';
import { claudeCode } from '../../../src/playbook/dialects/claude-code.ts';
import type { Agent } from '../../../src/playbook/agent.ts';
import { agentWith, readBack } from './exported.ts';

const names = fc.constantFrom(
  ...['Read', 'Grep', 'Glob', 'LS', 'Write', 'Edit', 'MultiEdit', 'NotebookEdit', 'Bash', 'PowerShell', 'WebFetch'],
  ...['WebSearch', 'Agent', 'Task', 'Skill', 'TodoWrite', 'Unheard', 'mcp__sea', 'mcp__sea__chart', 'mcp__*', '*'],
  ...['Bash(git log *)', 'Bash(rm:*)', 'Agent(scout)', 'Read(./sea/**)', 'WebFetch(domain:sea.example)'],
  ...['read', 'edit', 'search', 'execute', 'web', 'agent', 'write', 'shell', 'task', 'constructor', 'sea/*'],
);
const list = fc.uniqueArray(names, { maxLength: 6 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** The files of agents in several formats, with any limits of their tools. */
const agents: fc.Arbitrary<Agent> = fc
  .record({
    path: fc.constantFrom(
      'tide.md',
      'tide.agent.md',
      '.qwen/agents/tide.md',
      '.kiro/agents/tide.md',
      '.gemini/agents/tide.md',
    ),
    tools: maybe(list),
    disallowedTools: maybe(list),
    permissionMode: maybe(fc.constantFrom('plan', 'default')),
  })
  .map(({ path, ...keys }) => {
    const lines = Object.entries(keys).flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}: ${JSON.stringify(value)}`],
    );
    return agentWith(lines, { path });
  });

const actions = fc.constantFrom('allow', 'ask', 'deny');
const permissions = fc.dictionary(
  fc.constantFrom('*', 'edit', 'bash', 'read', 'grep', 'webfetch', 'task', 'sea_*', 'external_directory'),
  fc.oneof(actions, fc.dictionary(fc.constantFrom('*', 'git *'), actions)),
  { maxKeys: 4 },
);
const openCodeAgents: fc.Arbitrary<Agent> = permissions.map((permission) =>
  agentWith([`permission: ${JSON.stringify(permission)}`], { path: '.opencode/agents/tide.md' }),
);

const ranks: Record<Grant, number> = { no: 0, partly: 1, unknown: 1, yes: 2, open: 3 };

/** Whether an agent may do no more than another one, ability by ability. */
function isNotMore(exported: Agent, source: Agent): boolean {
  const [after, before] = [accessOf(exported).grants, accessOf(source).grants];
  // A list of tools may name the tools of an ability that the source allows in part.
  return abilities.every((one) => ranks[after[one]] <= (before[one] === 'partly' ? 2 : ranks[before[one]]));
}

describe('an export', () => {
  // Skills are no agents, and grant nothing: they have a test of their own.
  const agentTargets = targets.filter((target) => target !== agentSkill);

  it.each(agentTargets.map((target) => ({ target, tool: target.tool })))(
    'for $tool never allows more than its source, whatever that allows and denies',
    ({ target }) => {
      fc.assert(
        fc.property(fc.oneof(agents, openCodeAgents), (agent) => {
          const result = exportAgent(agent, target);
          return 'refusal' in result || isNotMore(readBack(result), agent);
        }),
        { numRuns: 100 },
      );
    },
  );

  it('never contains a name that stands for a tool which the source denies, even if only with a limit', () => {
    const bare = (name: string) => name.replace(/\(.*/s, '').toLowerCase();
    fc.assert(
      fc.property(maybe(list), list, fc.constantFrom(...agentTargets), (tools, disallowedTools, target) => {
        const lines = [`disallowedTools: ${JSON.stringify(disallowedTools)}`];
        const agent = agentWith(tools === undefined ? lines : [...lines, `tools: ${JSON.stringify(tools)}`]);
        const result = exportAgent(agent, target);
        // A file that is for the target already is exported as it is.
        if (target === claudeCode || 'refusal' in result) return true;
        const denied = new Set(disallowedTools.map(bare));
        return (readBack(result).tools ?? []).every(({ name }) =>
          (target.tools?.[name] ?? [name]).every((tool) => !denied.has(tool.toLowerCase())),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out the commands of a shell if the tool has one shell for it and for another one that is denied', () => {
    const agent = agentWith(['tools: ["Bash(git log *)"]', 'disallowedTools: [PowerShell]']);
    const openCode = targets.find(({ id }) => id === 'opencode') ?? claudeCode;
    const result = exportAgent(agent, openCode);
    expect('refusal' in result ? '' : result.text).not.toContain('git log');
  });

  it('as a skill allows no tool in advance', () => {
    fc.assert(
      fc.property(agents, (agent) => {
        const result = exportAgent(agent, agentSkill);
        return 'refusal' in result || readBack(result).otherKeys.every(({ key }) => key !== 'allowed-tools');
      }),
    );
    expect(exportAgent(agentWith(['tools: Read']), agentSkill)).toMatchObject({
      losses: [{ field: 'tools', effect: 'lost' }],
    });
  });
});
