import { describe, expect, it } from 'vitest';
import { dialectOf } from '../../../../src/playbook/dialects/dialects.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { agentOf, briefly, bytesOf } from '../helpers.ts';

const withFrontMatter = (path: string, ...lines: string[]) =>
  agentOf(['---', ...lines, '---', '', '# Body', ''].join('\n'), path);

describe('the tool that a file is written for', () => {
  it.each([
    ['.github/agents/tide.md', 'VS Code and GitHub Copilot'],
    ['team/tide.agent.md', 'VS Code and GitHub Copilot'],
    ['old/tide.chatmode.md', 'VS Code and GitHub Copilot'],
    ['.opencode/agent/tide.md', 'OpenCode and Kilo'],
    ['app/.kilo/agents/tide.md', 'OpenCode and Kilo'],
    ['.cursor/agents/tide.md', 'Cursor'],
    ['.gemini/agents/tide.md', 'Gemini CLI'],
    ['.agents/agents/tide.md', 'Antigravity'],
    ['.qwen/agents/tide.md', 'Qwen Code'],
    ['.kiro/agents/tide.md', 'Kiro'],
    ['skills/tide/SKILL.md', 'tools that read Agent Skills'],
    ['.claude/agents/tide.md', 'Claude Code'],
  ])('is told by its path: %s', (path, tool) => {
    expect(dialectOf(path, [])).toMatchObject({ dialect: { tool }, detectedBy: 'path' });
  });

  it.each([
    ['handoffs', 'VS Code and GitHub Copilot'],
    ['permission', 'OpenCode and Kilo'],
    ['is_background', 'Cursor'],
    ['approvalMode', 'Qwen Code'],
    ['permissionMode', 'Claude Code'],
  ])('is otherwise told by its keys: %s', (key, tool) => {
    expect(dialectOf('tide.md', ['name', key])).toMatchObject({ dialect: { tool }, detectedBy: 'keys' });
  });

  it('is Claude Code if neither tells it, and then the agent does not claim that', () => {
    expect(dialectOf('tide.md', ['name', 'description'])).toMatchObject({ dialect: { tool: 'Claude Code' } });
    expect(withFrontMatter('tide.md', 'name: tide', 'description: Ebbs.')).not.toHaveProperty('tool');
  });

  it('decides which keys are required, and what they may be', () => {
    const lines = ['description: Ebbs.', 'model: [swift, slow]', 'user-invocable: true'];
    expect(withFrontMatter('tide.agent.md', ...lines).problems).toEqual([]);
    expect(briefly(withFrontMatter('.claude/agents/tide.md', ...lines).problems)).toEqual([
      'name-missing 1:1',
      'value-invalid 3:1',
      'key-of-other-tool 4:1',
    ]);
    expect(briefly(withFrontMatter('tide.agent.md', 'target: emacs').problems)).toEqual(['value-invalid 2:1']);
  });

  it('is told by the folder that the site is built from, too', () => {
    const bytes = bytesOf('---\ndescription: Ebbs.\n---\n\nText.');
    const [agent] = createPlaybook([{ path: 'tide.md', bytes }], 'sea/.github/agents').agents;
    expect(agent?.tool?.name).toBe('VS Code and GitHub Copilot');
    expect(agent?.problems).toEqual([]);
  });

  it('is that of the folder if the extension is of another tool', () => {
    expect(dialectOf('.claude/agents/tide.agent.md', [])).toMatchObject({ dialect: { tool: 'Claude Code' } });
  });

  it('is not Claude Code for names that only Claude Code restricts', () => {
    expect(withFrontMatter('tide.agent.md', 'name: Tide Watcher', 'description: Ebbs.').problems).toEqual([]);
  });
});

describe('a skill', () => {
  it('without a name has that of its folder', () => {
    const agent = withFrontMatter('skills/knot-tying/SKILL.md', 'description: Ties knots.');
    expect(agent.name).toBe('knot-tying');
    expect(agent.tool?.name).toBe('tools that read Agent Skills');
    expect(briefly(agent.problems)).toEqual(['name-missing 1:1']);
  });
});

describe('a text that is longer than its tool allows', () => {
  it('is reported', () => {
    const long = withFrontMatter('skills/knots/SKILL.md', 'name: knots', `description: ${'x'.repeat(1025)}`);
    expect(briefly(long.problems)).toEqual(['value-too-long 3:1']);
    expect(withFrontMatter('x.md', 'name: x', `description: ${'x'.repeat(1025)}`).problems).toEqual([]);
    const prompt = agentOf(`---\ndescription: x\n---\n${'word '.repeat(6001)}`, 'x.agent.md');
    expect(briefly(prompt.problems)).toEqual(['value-too-long 4:1']);
  });
});

describe('the tools of an agent', () => {
  it('that cannot be read are reported and shown as written, and neither all tools nor none', () => {
    const agent = withFrontMatter('x.md', 'name: x', 'description: y', 'tools: [Read, [Write]]', 'disallowedTools: 7');
    expect(agent).not.toHaveProperty('tools');
    expect(agent.unreadableTools).toEqual([
      { key: 'tools', value: ['Read', ['Write']] },
      { key: 'disallowedTools', value: '7' },
    ]);
    expect(briefly(agent.problems)).toEqual(['tools-unreadable 4:1', 'tools-unreadable 5:1']);
  });

  it('are not all tools if the key has no value', () => {
    const agent = withFrontMatter('x.md', 'name: x', 'description: y', 'tools:');
    expect(briefly(agent.problems)).toEqual(['tools-unreadable 4:1']);
    expect(agent.unreadableTools).toEqual([{ key: 'tools', value: '' }]);
  });

  it('are reported if spaces separate them', () => {
    const agent = withFrontMatter('x.md', 'name: x', 'description: y', 'tools: Read Glob');
    expect(agent.tools?.map(({ name }) => name)).toEqual(['Read', 'Glob']);
    expect(briefly(agent.problems)).toEqual(['tools-blanks 4:1']);
  });

  it('are denied by disallowedTools, by a mapping and by a permission, each once', () => {
    const agent = withFrontMatter(
      '.opencode/agent/x.md',
      'description: y',
      'tools: { write: false, read: true }',
      'permission: { write: deny, webfetch: deny, bash: ask }',
    );
    expect(agent).not.toHaveProperty('tools');
    expect(agent.disallowedTools.map(({ name }) => name)).toEqual(['write', 'webfetch']);
    expect(agent.problems).toEqual([]);
  });

  it('are not lost if a mapping says what is not allowed, although that has no documented meaning', () => {
    const agent = withFrontMatter('.qwen/agents/x.md', 'name: x', 'description: y', 'disallowedTools: { Bash: true }');
    expect(agent.unreadableTools).toEqual([{ key: 'disallowedTools', value: { Bash: 'true' } }]);
    expect(briefly(agent.problems)).toEqual(['tools-unreadable 4:1']);
  });
});

describe('the handoffs of a .agent.md file', () => {
  const lines = [
    'description: Charts courses.',
    'handoffs:',
    '  - label: Set sail',
    '    agent: helm',
    '    prompt: Follow the course above.',
    '    send: true',
    '  - label: Ask the crew',
    '    agent: Deck Crew',
    '  - label: Without a receiver',
  ];

  it('are delegations and messages to fill in, in a section of their own', () => {
    const agent = withFrontMatter('chart.agent.md', ...lines);
    expect(briefly(agent.problems)).toEqual(['handoff-incomplete 3:1', 'handoff-incomplete 3:1']);
    expect(agent.sections.map(({ title, depth, line }) => [title, depth, line]).slice(0, 2)).toEqual([
      ['Handoffs', 1, 3],
      ['Set sail', 2, 3],
    ]);
    const [delegations, message, ...others] = agent.elements;
    expect(others).toEqual([]);
    expect(delegations).toMatchObject({
      kind: 'delegations',
      items: [
        { task: 'Set sail', route: { parties: [{ agent: 'helm' }] } },
        { task: 'Ask the crew', route: { parties: [{ agent: 'Deck Crew' }] } },
      ],
    });
    expect(message).toMatchObject({ kind: 'message', title: 'Set sail' });
    expect(message?.kind === 'message' && JSON.parse(message.text)).toEqual({
      agent: 'helm',
      prompt: 'Follow the course above.',
      send: true,
    });
    expect(agent.otherKeys).toMatchObject([{ key: 'handoffs' }]);
  });

  it('put their receivers on the roster, with or without a file', () => {
    const file = (path: string, ...front: string[]) => ({
      path,
      bytes: bytesOf(['---', ...front, '---', '', 'Text.'].join('\n')),
    });
    const { roster } = createPlaybook([
      file('chart.agent.md', ...lines),
      file('helm.agent.md', 'name: helm', 'description: x'),
    ]);
    const counts = roster.map(({ name, agent, references }) => [name, agent !== undefined, references.length]);
    expect(counts).toEqual([
      ['chart', true, 0],
      ['Deck Crew', false, 1],
      ['helm', true, 1],
    ]);
  });

  it('are listed with the other keys as well if a part of them is shown nowhere else', () => {
    const agent = withFrontMatter(
      'chart.agent.md',
      'handoffs:',
      '  - label: Go',
      '    agent: helm',
      '    model: swift',
    );
    expect(agent.elements).toHaveLength(1);
    expect(agent.otherKeys).toEqual([{ key: 'handoffs', value: [{ label: 'Go', agent: 'helm', model: 'swift' }] }]);
  });

  it('have an anchor that no heading can have', () => {
    const text = ['---', 'handoffs: [{label: a, agent: b}]', '---', '# Playbook:handoffs', '', 'Text.'].join('\n');
    const ids = agentOf(text, 'x.agent.md').sections.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stay among the other keys if none of them can be read', () => {
    const agent = withFrontMatter('chart.agent.md', 'handoffs: [{label: x}]');
    expect(agent.elements).toEqual([]);
    expect(agent.otherKeys).toEqual([{ key: 'handoffs', value: [{ label: 'x' }] }]);
  });
});

describe('the names of agents in the front matter', () => {
  it('are references if the folder has such agents', () => {
    const file = (name: string, ...front: string[]) => ({
      path: `${name}.md`,
      bytes: bytesOf(
        ['---', `name: ${name}`, 'description: x', ...front, '---', '', 'Use `kit:sea-scout`.'].join('\n'),
      ),
    });
    const { roster } = createPlaybook([
      file('captain', 'tools: Read, Agent(sea-scout, nobody-known)', 'skills: [cook, unknown-skill]'),
      file('sea-scout'),
      file('cook'),
    ]);
    expect(roster.map(({ name }) => name)).toEqual(['captain', 'cook', 'sea-scout']);
    const linesOf = (name: string) =>
      roster.find((entry) => entry.name === name)?.references.map(({ by, line }) => `${by} ${String(line)}`);
    expect(linesOf('sea-scout')).toEqual(['captain 4', 'captain 8', 'cook 6']);
    expect(linesOf('cook')).toEqual(['captain 5']);
  });
});

describe('keys that Claude Code ignores', () => {
  it('are reported in the agents of a plugin', () => {
    const lines = ['name: x', 'description: y', 'permissionMode: plan', 'hooks: { Stop: [] }'];
    expect(withFrontMatter('agents/x.md', ...lines).problems).toEqual([]);
    expect(briefly(withFrontMatter('plugins/sea/agents/x.md', ...lines).problems)).toEqual([
      'key-ignored-in-plugin 4:1',
      'key-ignored-in-plugin 5:1',
    ]);
  });

  it('are reported as well if the folder of agents itself is inside a plugin', () => {
    const text = '---\nname: x\ndescription: y\npermissionMode: plan\n---\n\nText.\n';
    const { agents } = createPlaybook([{ path: 'x.md', bytes: bytesOf(text) }], 'plugins/sea/agents');
    expect(briefly(agents[0]?.problems ?? [])).toEqual(['key-ignored-in-plugin 4:1']);
  });

  it('include empty hooks, which make the agent disappear', () => {
    expect(briefly(withFrontMatter('x.md', 'name: x', 'description: y', 'hooks: []').problems)).toEqual([
      'hooks-empty 4:1',
    ]);
  });
});
