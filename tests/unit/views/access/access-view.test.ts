import { describe, expect, it } from 'vitest';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { accessNote, accessSentence, accessView, grantViews } from '../../../../src/views/access/access-view.ts';
import { agentOf, bytesOf } from '../../playbook/helpers.ts';

const fileWith = (name: string, ...lines: string[]) => ({
  path: `${name}.md`,
  bytes: bytesOf(['---', `name: ${name}`, 'description: y', ...lines, '---', '', 'Text.'].join('\n')),
});
const sentenceWith = (...lines: string[]) =>
  accessSentence(agentOf(['---', 'name: x', 'description: y', ...lines, '---', '', 'Text.'].join('\n'), 'x.md'));

describe('the page that compares what agents may do', () => {
  const view = accessView(
    createPlaybook([
      fileWith('builder', 'tools: Read, Write, Bash, Skill'),
      fileWith('critic', 'tools: Read, Grep'),
      fileWith('free', 'disallowedTools: WebSearch', 'permissionMode: bypassPermissions'),
    ]),
  );

  it('counts the agents that list their tools, and those that may do most', () => {
    expect(view.summary).toBe('2 of 3 agents list their tools; 2 of 3 agents may change files and run commands');
  });

  it('has a row for each agent, with what no column shows', () => {
    expect(view.rows.map(({ name, may, note, mode }) => [name, may.length, note, mode])).toEqual([
      ['builder', 3, '4 tools, also Skill', ''],
      ['critic', 1, '2 tools', ''],
      ['free', 6, 'Not limited, except WebSearch', 'bypassPermissions'],
    ]);
  });

  it('filters by what agents may do, except where all agents are alike', () => {
    const [may, tools] = view.facets;
    expect(may?.values.map(({ value, count }) => `${value} ${String(count)}`)).toEqual([
      'read 3',
      'write 2',
      'run 2',
      'network 1',
      'agents 1',
      'mcp 1',
    ]);
    expect(tools?.values.map(({ value }) => value)).toEqual(['listed', 'open']);
    expect(accessView(createPlaybook([fileWith('a'), fileWith('b')])).facets).toEqual([]);
  });

  it('explains only the signs in the table', () => {
    expect(view.grants).toEqual(['yes', 'open', 'partly', 'no']);
  });

  it('is empty without agents', () => {
    expect(accessView(createPlaybook([]))).toEqual({ summary: '', rows: [], grants: [], facets: [] });
  });
});

describe('the sentence on what an agent may do', () => {
  it('says what it may and what it may not', () => {
    expect(sentenceWith('tools: Read, Bash')).toBe(
      'May read files and run commands; may not change files, use the network, call agents or use MCP servers.',
    );
  });

  it('says that nothing is limited, that nothing is allowed, or that it cannot be told', () => {
    expect(sentenceWith()).toBe('May do everything that its caller may.');
    expect(sentenceWith('tools: TodoWrite')).toMatch(/^May do none of this: read or change files/);
    expect(sentenceWith('tools: { a: b }')).toMatch(/^Unknown/);
  });
});

describe('the abilities of an agent with their signs', () => {
  const withTools = (line: string) =>
    agentOf(['---', 'name: x', 'description: y', line, '---', '', 'Text.'].join('\n'), 'x.md');

  it('are all shown, each with its grant in words', () => {
    const views = grantViews(withTools('tools: Read, Bash'));
    expect(views.map(({ label, words }) => `${label}: ${words}`)).toEqual([
      'Read: allowed',
      'Change: not allowed',
      'Run: allowed',
      'Network: not allowed',
      'Agents: not allowed',
      'MCP: not allowed',
    ]);
  });

  it('need a note only where the file does not list its tools plainly', () => {
    expect(accessNote(withTools('tools: Read, Bash'))).toBe('');
    expect(accessNote(withTools('model: opus'))).toBe('May do everything that its caller may.');
    expect(accessNote(withTools('tools: {Read: maybe}'))).toMatch(/cannot be read/);
  });
});
