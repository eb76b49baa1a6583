import { describe, expect, it } from 'vitest';
import { accessOf } from '../../../src/playbook/access.ts';
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

  it('is partly denied if some of the usual tools are', () => {
    expect(grantsWith('disallowedTools: WebFetch, Glob')).toBe('partly open open partly open open');
  });

  it('stays allowed if only an argument of a tool is denied', () => {
    expect(grantsWith('disallowedTools: Bash(rm:*)')).toBe('open open open open open open');
  });

  it('is denied to change files by the permission that stands for all such tools', () => {
    expect(grantsWith('mode: subagent', 'permission: { edit: deny, bash: ask }')).toBe('open no open open open open');
  });

  it('cannot be told if a value cannot be read', () => {
    expect(accessWith('tools: 7').basis).toBe('unreadable');
    expect(grantsWith('tools: 7')).toBe('unknown unknown unknown unknown unknown unknown');
    expect(grantsWith('tools: Read', 'disallowedTools: 7')).toBe('unknown no no no no no');
  });
});
