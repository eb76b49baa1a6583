import { Ajv } from 'ajv';
import { readFileSync, readdirSync } from 'node:fs';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { exportAgent } from '../../../src/exports/export-agent.ts';
import { targetName, targets } from '../../../src/exports/targets.ts';
import type { Agent } from '../../../src/playbook/agent.ts';
import { createPlaybook } from '../../../src/playbook/playbook.ts';
import { agentSchema } from '../../../src/views/schema/agent-schema.ts';
import { agentOf, allFixtures } from '../playbook/helpers.ts';
import { agentWith, exported, lossesOf, readBack, refusal } from './exported.ts';

const team = new URL('../../fixtures/rust-team/', import.meta.url);
const files = readdirSync(team).map((path) => ({ path, bytes: new Uint8Array(readFileSync(new URL(path, team))) }));
const rustAgents = createPlaybook(files).agents;
const awkwardAgents = createPlaybook(allFixtures()).agents;

/** Returns the values of a file's front matter, or of all of it in TOML, as a parser that is not ours reads them. */
function valuesIn(path: string, text: string): unknown {
  if (path.endsWith('.toml')) return parseToml(text);
  return parseYaml(/^---\n([\s\S]*?)^---\n/m.exec(text)?.[1] ?? '', { version: '1.1' });
}

const promptOf = ({ body }: Agent) => body.trim();

describe.each(targets.map((target) => ({ target, tool: targetName(target) })))('an export for $tool', ({ target }) => {
  const validate = new Ajv({ strict: false }).compile(agentSchema(target.id, target));

  it('is accepted by the schema of that tool, whatever file it comes from', () => {
    for (const agent of [...rustAgents, ...awkwardAgents]) {
      const result = exportAgent(agent, target);
      if ('refusal' in result) continue;
      expect(
        validate(valuesIn(result.path, result.text)),
        `${agent.source.path}: ${JSON.stringify(validate.errors)}`,
      ).toBe(true);
    }
  });

  it('keeps every field that it does not report as lost', () => {
    for (const agent of [...rustAgents, ...awkwardAgents]) {
      const result = exportAgent(agent, target);
      if ('refusal' in result) continue;
      const back = readBack(result);
      const differs = new Set(result.losses.map(({ field }) => field));
      if (!differs.has('name')) expect(back.name).toBe(agent.name);
      if (!differs.has('description'))
        expect([back.description, back.examples]).toEqual([agent.description, agent.examples]);
      if (!differs.has('model')) expect(back.model ?? 'inherit').toBe(agent.model ?? 'inherit');
      expect(promptOf(back)).toBe(promptOf(agent));
      expect(back.problems.filter(({ severity, rule }) => severity === 'error' && rule !== 'secret-like')).toEqual([]);
    }
  });

  it('is the same each time, and has a path inside of the project', () => {
    for (const agent of awkwardAgents) {
      const result = exportAgent(agent, target);
      expect(exportAgent(agent, target)).toEqual(result);
      if (!('refusal' in result))
        expect(result.path).toMatch(/^\.[a-z]+(?:\/[a-z0-9-]+)+(?:\.agent)?\.(?:md|toml)$|\/SKILL\.md$/);
    }
  });
});

describe('the agents of the Rust team', () => {
  it('are exported for all tools, unless a tool cannot keep to their list of tools', () => {
    const refused = rustAgents.flatMap((agent) =>
      targets.filter((target) => 'refusal' in exportAgent(agent, target)).map(({ id }) => `${agent.name} ${id}`),
    );
    const limited = rustAgents.filter(({ tools }) => tools !== undefined).map(({ name }) => name);
    expect(limited).not.toEqual([]);
    expect(refused).toEqual(limited.flatMap((name) => ['codex', 'cursor', 'antigravity'].map((id) => `${name} ${id}`)));
  });
});

describe('the tools of an export', () => {
  const frontMatter = (agent: Agent, id: string) => {
    const { path, text } = exported(agent, id);
    return valuesIn(path, text) as Record<string, unknown>;
  };

  it('have the names that the other tool gives them', () => {
    const agent = agentWith(['tools: Read, Grep, Glob, Write, Edit, Bash, WebFetch, WebSearch, TodoWrite, Agent']);
    expect(frontMatter(agent, 'vscode').tools).toEqual(['read', 'edit', 'search', 'execute', 'web', 'agent', 'todo']);
    expect(frontMatter(agent, 'kiro').tools).toEqual(['read', 'write', 'shell', 'web']);
    expect(frontMatter(agent, 'gemini-cli').tools).toContain('run_shell_command');
    expect(frontMatter(agent, 'qwen-code').tools).toContain('grep_search');
    expect(frontMatter(agent, 'opencode').permission).toMatchObject({ '*': 'deny', read: 'allow', bash: 'ask' });
  });

  it('have the names of Claude Code again if the agent is written for another tool', () => {
    const agent = agentOf(
      '---\ndescription: Reads.\ntools: [read, edit, search, sea/chart]\n---\n\nText.',
      'tide.agent.md',
    );
    expect(frontMatter(agent, 'claude-code').tools).toBe(
      'Read, NotebookRead, Edit, MultiEdit, NotebookEdit, Write, Grep, Glob, mcp__sea__chart',
    );
    const denying = agentOf(
      '---\ndescription: Reads.\npermission: { edit: deny }\n---\n\nText.',
      '.opencode/agents/tide.md',
    );
    expect(frontMatter(denying, 'claude-code').disallowedTools).toBe('Edit, MultiEdit, NotebookEdit, Write');
  });

  it('are left out with a limit that the other tool does not have, and this is said', () => {
    const agent = agentWith(['tools: Read, Bash(git log *)']);
    expect(frontMatter(agent, 'vscode').tools).toEqual(['read']);
    expect(exported(agent, 'vscode').losses).toEqual([
      { field: 'tools', effect: 'stricter', explanation: expect.stringContaining('`Bash(git log *)`') as string },
    ]);
  });

  it('keep a limit of shell commands in OpenCode, which can have it, and only a plain one', () => {
    const permission = (tools: string) => frontMatter(agentWith([`tools: ${tools}`]), 'opencode').permission;
    expect(permission('Read, Bash(git log:*), Bash(cargo test)')).toEqual({
      '*': 'deny',
      read: 'allow',
      bash: { '*': 'deny', 'git log *': 'ask', 'cargo test': 'ask' },
    });
    expect(permission('Read, Bash(git log; rm *), Bash(*), Bash(?)')).toEqual({ '*': 'deny', read: 'allow' });
  });

  it('do not contain what a name would allow in addition', () => {
    const agent = agentWith(['tools: Read, Edit, WebSearch']);
    expect(frontMatter(agent, 'vscode').tools).toEqual(['read']);
    expect(lossesOf(agent, 'vscode')).toEqual(['tools stricter']);
    expect(frontMatter(agent, 'gemini-cli').tools).toEqual(['read_file', 'replace', 'google_web_search']);
  });

  it('do not contain what is denied, in a list of what remains if nothing else can be said', () => {
    const listed = agentWith(['tools: Read, Write, Bash', 'disallowedTools: Bash, Grep']);
    expect(frontMatter(listed, 'vscode').tools).toEqual(['read', 'edit']);
    expect(lossesOf(listed, 'vscode')).toEqual(['tools changed', 'disallowedTools changed']);
    const open = agentWith(['disallowedTools: Write, Edit']);
    expect(frontMatter(open, 'vscode').tools).toEqual(['read', 'search', 'execute', 'web', 'agent', 'todo']);
    expect(lossesOf(open, 'vscode')).toEqual(['disallowedTools stricter']);
    expect(frontMatter(open, 'opencode')).toMatchObject({ permission: { edit: 'deny' } });
  });

  it('are none if that is sure to be none, and otherwise the export is refused', () => {
    const agent = agentWith(['tools: []']);
    expect(frontMatter(agent, 'vscode').tools).toEqual([]);
    expect(frontMatter(agent, 'opencode').permission).toEqual({ '*': 'deny' });
    expect(refusal(agent, 'gemini-cli')).toContain('an empty list might mean all tools');
  });

  it('are not written if the file allows all', () => {
    for (const id of ['vscode', 'gemini-cli', 'opencode', 'kiro']) {
      expect(frontMatter(agentWith([]), id)).not.toHaveProperty('tools');
      expect(frontMatter(agentWith(['tools: "*"']), id)).not.toHaveProperty('permission');
    }
  });

  it('cannot be exported for a tool without limits, nor if they cannot be read', () => {
    expect(refusal(agentWith(['tools: Read']), 'cursor')).toContain('Cursor has no documented way');
    expect(refusal(agentWith(['disallowedTools: Bash']), 'codex')).toContain('Codex');
    expect(refusal(agentWith([]), 'codex')).toBe('');
    expect(refusal(agentWith(['tools: 7']), 'vscode')).toContain('`tools` cannot be read');
  });

  it('follow keys that limit an agent in another way', () => {
    expect(frontMatter(agentWith(['permissionMode: plan']), 'vscode').tools).toEqual([
      'read',
      'search',
      'web',
      'agent',
      'todo',
    ]);
    const asking = agentOf('---\ndescription: x\npermission: { bash: ask }\n---\n\nText.', '.opencode/agents/tide.md');
    expect(frontMatter(asking, 'claude-code').disallowedTools).toContain('Bash');
    expect(refusal(agentWith(['hooks: { PreToolUse: [] }']), 'vscode')).toContain('hooks');
    expect(refusal(agentWith(['hooks: { PreToolUse: [] }']), 'claude-code')).toBe('');
    const calling = agentOf('---\ndescription: x\nagents: [scout]\n---\n\nText.', 'tide.agent.md');
    expect(frontMatter(calling, 'claude-code').disallowedTools).toBe('Agent');
  });
});

describe('other fields of an export', () => {
  const written = (agent: Agent, id: string) => readBack(exported(agent, id));

  it('are the file itself if it is written for the tool and has no errors', () => {
    const text = '---\nname: tide # the clerk\ndescription: Reads.\ntools: Read\nown: 1.10\n---\n\n# Tides\n\nEbb.\n';
    expect(exported(agentOf(text), 'claude-code')).toMatchObject({ text, losses: [] });
    expect(exported(agentOf(text.replaceAll('\n', '\r\n')), 'claude-code').text).toBe(text);
  });

  it('are written again if the tool could not read them, without losing any', () => {
    const agent = agentOf('---\nname: tide\ndescription: Keeps tables: tides, moons.\nmaxTurns: 5\n---\n\nText.');
    expect(exported(agent, 'claude-code')).toMatchObject({ losses: [] });
    expect(written(agent, 'claude-code')).toMatchObject({
      description: 'Keeps tables: tides, moons.',
      otherKeys: [{ key: 'maxTurns', value: '5' }],
      problems: [],
    });
  });

  it('leave out a value that their own tool does not know, and refuse to if it may limit something', () => {
    expect(lossesOf(agentWith(['color: mauve']), 'claude-code')).toEqual(['color lost']);
    expect(refusal(agentWith(['permissionMode: careful']), 'claude-code')).toContain('`permissionMode`');
    const gemini = agentOf(
      '---\nname: x\ndescription: y\ndisallowedTools: [Bash]\n---\n\nText.',
      '.gemini/agents/x.md',
    );
    expect(refusal(gemini, 'gemini-cli')).toContain('`disallowedTools`');
  });

  it('keep texts that are awkward in YAML and TOML', () => {
    for (const description of [
      'Colons: everywhere # and "quotes", \'both\' \\n kinds',
      'Ã© mojibake\nand lines\n\n  indented `code`\ttab',
      "'''three''' and \"\"\"three\"\"\"\nquotes'",
      'yes',
      '---\nnot: front matter\n---',
    ]) {
      const agent = agentOf(
        `---\nname: tide\ndescription: ${JSON.stringify(description)}\n---\n\nBack\\slash '''\n"""\n`,
      );
      for (const { id } of targets) {
        const { path, text } = exported(agent, id);
        expect(valuesIn(path, text), id).toMatchObject({ description });
        expect(promptOf(readBack({ ...exported(agent, id) }))).toBe('Back\\slash \'\'\'\n"""');
      }
    }
  });

  it('carry a name that the tool does not accept as one that it does', () => {
    const named = (name: string) => agentOf(`---\nname: ${JSON.stringify(name)}\ndescription: x\n---\n\nText.`);
    expect(exported(named('Tide & Moon: Café'), 'gemini-cli').path).toBe('.gemini/agents/tide-moon-cafe.md');
    expect(written(named('Tide Watcher'), 'agent-skill').name).toBe('tide-watcher');
    expect(lossesOf(named('Tide Watcher'), 'agent-skill')).toEqual(['name changed']);
    expect(written(named('Tide Watcher'), 'cursor').name).toBe('Tide Watcher');
    expect(exported(named('天気予報士'), 'vscode').path).toMatch(/^\.github\/agents\/agent(?:-\w+)?\.agent\.md$/);
    expect(exported(named('../../etc/passwd'), 'vscode').path).toBe('.github/agents/etc-passwd.agent.md');
    expect(exported(named('x'.repeat(64)), 'agent-skill').path).toBe(`.claude/skills/${'x'.repeat(60)}/SKILL.md`);
  });

  it('shorten only a description that is too long, which loses its dialogues first', () => {
    const dialogue = `<example>user: "${'high tide '.repeat(120)}"</example>`;
    const withDialogue = agentOf(
      `---\nname: tide\ndescription: ${JSON.stringify(`Reads tables. ${dialogue}`)}\n---\n\nText.`,
    );
    expect(written(withDialogue, 'agent-skill').description).toBe('Reads tables.');
    const long = agentOf(`---\nname: tide\ndescription: ${'word '.repeat(400)}\n---\n\nText.`);
    const { text, losses } = exported(long, 'agent-skill');
    expect(losses).toMatchObject([{ field: 'description', effect: 'changed' }]);
    expect(text.length).toBeLessThan(1_100);
    expect(lossesOf(long, 'vscode')).toEqual([]);
  });

  it('never cut a prompt that is too long for Copilot: the file is for VS Code only', () => {
    const agent = agentWith([], { body: 'word '.repeat(6_001) });
    const { text, losses } = exported(agent, 'vscode');
    expect(losses).toMatchObject([{ field: 'system prompt', effect: 'changed' }]);
    expect(text).toContain('target: vscode');
    expect(written(agent, 'vscode').problems).toEqual([]);
  });

  it('translate a model that has one name, and otherwise say that it is lost', () => {
    expect(written(agentWith(['model: claude-sonnet-4-5']), 'opencode').model).toBe('anthropic/claude-sonnet-4-5');
    expect(lossesOf(agentWith(['model: sonnet']), 'opencode')).toEqual(['model lost']);
    expect(lossesOf(agentWith(['model: inherit']), 'opencode')).toEqual([]);
    const fromOpenCode = agentOf(
      '---\ndescription: x\nmodel: anthropic/claude-opus-4-1\n---\n\nText.',
      '.opencode/agents/x.md',
    );
    expect(written(fromOpenCode, 'claude-code').model).toBe('claude-opus-4-1');
  });

  it('keep the keys that several tools have, and name all others', () => {
    const agent = agentWith(['maxTurns: 7', 'effort: high', 'background: true', 'color: blue', 'skills: [knots]']);
    expect(exported(agent, 'opencode').text).toContain('steps: 7');
    expect(exported(agent, 'vscode').text).toContain('reasoningEffort: high');
    expect(exported(agent, 'qwen-code').text).toContain('runConfig:\n  max_turns: 7');
    expect(exported(agent, 'cursor').text).toContain('is_background: true');
    expect(lossesOf(agent, 'gemini-cli')).toEqual(['effort lost', 'background lost', 'color lost', 'skills lost']);
  });

  it('are not exported from a file that cannot be read, nor without instructions for Codex', () => {
    const [agent] = createPlaybook([{ path: 'tide.md', unreadable: 'it is locked' }]).agents;
    expect(agent && refusal(agent, 'vscode')).toContain('cannot be read');
    expect(refusal(agentWith([], { body: '' }), 'codex')).toContain('instructions');
  });
});
