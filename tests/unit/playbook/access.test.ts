import { describe, expect, it } from 'vitest';
import { accessOf, effectiveTools } from '../../../src/playbook/access.ts';
import { agentOf } from './helpers.ts';

const accessWith = (...lines: string[]) =>
  accessOf(agentOf(['---', 'name: x', 'description: y', ...lines, '---', '', 'Text.'].join('\n'), 'x.md'));
const grantsWith = (...lines: string[]) => Object.values(accessWith(...lines).grants).join(' ');

describe('what an agent may do', () => {
  it('is what its list of tools allows, and nothing else', () => {
    expect(accessWith('tools: Read, Edit, Skill, mcp__tides__chart')).toEqual({
      basis: 'listed',
      grants: { read: 'yes', write: 'yes', run: 'no', network: 'no', agents: 'no', mcp: 'yes' },
      others: ['Skill'],
      hasUnknownTools: false,
    });
    expect(grantsWith('tools: []')).toBe('no no no no no no');
  });

  it('is not limited without a list, and with a star in it', () => {
    expect(accessWith().basis).toBe('open');
    expect(grantsWith()).toBe('open open open open open open');
    expect(grantsWith('tools: "*"')).toBe('open open open open open open');
  });

  it('leaves out what is denied, in both cases', () => {
    expect(grantsWith('tools: Read, Write, Bash', 'disallowedTools: Bash')).toBe('yes yes no no no no');
    expect(grantsWith('disallowedTools: Write, Edit, Task, mcp__*')).toBe('open no open open no no');
  });

  it.each([
    ['Read, mcp__github__get_issue', 'mcp__*'],
    ['Read, mcp__github__get_issue', 'mcp__github'],
    ['Read, mcp__github', 'mcp__github__*'],
    ['Read, Agent', 'Task'],
    ['Read, task', 'Agent'],
    ['Read, Bash(git log:*)', 'bash'],
  ])('leaves out what is denied by another name: %s without %s', (tools, denied) => {
    expect(grantsWith(`tools: ${tools}`, `disallowedTools: ${denied}`)).toBe('yes no no no no no');
  });

  it.each([
    ['Read, mcp__github__get_issue', 'mcp__gitlab', 'yes no no no no yes'],
    ['Read, mcp__github', 'mcp__github__get_issue', 'yes no no no no yes'],
    ['Read, Bash', 'Bash(rm:*)', 'yes no yes no no no'],
  ])('keeps what only a part is denied of: %s without %s', (tools, denied, grants) => {
    expect(grantsWith(`tools: ${tools}`, `disallowedTools: ${denied}`)).toBe(grants);
  });

  it('is partly denied if some of the usual tools are', () => {
    expect(grantsWith('disallowedTools: WebFetch, Glob')).toBe('partly open open partly open open');
  });

  it('stays allowed if only an argument of a tool is denied', () => {
    expect(grantsWith('disallowedTools: Bash(rm:*)')).toBe('open open open open open open');
  });

  it('is denied to change files by the permission that stands for all such tools', () => {
    expect(grantsWith('mode: subagent', 'permission: { edit: deny, bash: ask }')).toBe('open no open open open open');
  });

  it('is unknown if a value cannot be read', () => {
    expect(accessWith('tools: 7').basis).toBe('unreadable');
    expect(grantsWith('tools: 7')).toBe('unknown unknown unknown unknown unknown unknown');
    expect(grantsWith('tools: Read', 'disallowedTools: 7')).toBe('unknown no no no no no');
  });
});

describe('the tools that an agent may use', () => {
  const namesWith = (...keys: string[]) =>
    effectiveTools(agentOf(['---', 'name: x', 'description: y', ...keys, '---', '', 'Text.'].join('\n'), 'x.md'))?.map(
      ({ written }) => written,
    );

  it('are those that its file lists, without those that it denies in any case or with the same limit', () => {
    expect(namesWith('tools: Read, Edit, Bash(git log:*), Bash(rm:*)', 'disallowedTools: edit, Bash(rm:*)')).toEqual([
      'Read',
      'Bash(git log:*)',
    ]);
    expect(namesWith('tools: Read', 'disallowedTools: "*"')).toEqual([]);
  });

  it('are not listed if the file allows all', () => {
    expect(namesWith('model: opus')).toBeUndefined();
    expect(namesWith('tools: "*"')).toBeUndefined();
  });
});
