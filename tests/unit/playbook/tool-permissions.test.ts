import { describe, expect, it } from 'vitest';
import { readTools } from '../../../src/playbook/source/tools.ts';
import { agentsInTools, permissionOf } from '../../../src/playbook/tool-permissions.ts';

const allowed = (value: unknown) => readTools(value)?.allowed;
const permission = (entry: string) => allowed([entry])?.map((tool) => permissionOf(tool))[0];

describe('permissionOf', () => {
  it('returns what a known tool permits, and does not promise that its limit applies', () => {
    expect(permission('Read')).toBe('read files');
    expect(permission('Bash(git add:*)')).toBe(
      'run shell commands; whether the limit “git add:*” applies is not documented',
    );
    expect(permission('Agent(scout, builder)')).toBe(
      'hand work to other agents; Claude Code ignores the list in brackets in a subagent',
    );
    const [tool] = allowed('Agent(scout, builder)') ?? [];
    expect(tool && permissionOf(tool, false)).toBe(
      'hand work to other agents; whether the limit “scout, builder” applies is not documented',
    );
  });

  it('knows the names that other tools have for the same', () => {
    expect(permission('read')).toBe(permission('Read'));
    expect(permission('run_shell_command')).toBe(permission('Bash'));
    expect(permission('execute')).toBe(permission('Bash'));
    expect(permission('edit/editFiles')).toBe(permission('Edit'));
    expect(permission('edit/*')).toBe(permission('Edit'));
    expect(permission('harbour/*')).toBe('use every tool of the MCP server harbour');
    expect(permission('port/harbour-mcp/*')).toBe('use every tool of the MCP server port/harbour-mcp');
    expect(permission('database/execute')).toBe('use “execute” of the MCP server database');
  });

  it('distinguishes one tool of an MCP server from all of them', () => {
    expect(permission('mcp__files__list')).toBe('use “list” of the MCP server files');
    expect(permission('mcp__files')).toBe('use every tool of the MCP server files');
    expect(permission('mcp__files__*')).toBe('use every tool of the MCP server files');
    expect(permission('mcp__*')).toBe('use all MCP servers');
    expect(permission('mcp__files__list__all')).toBe('use “list__all” of the MCP server files');
  });

  it.each(['Teleport', 'constructor', '__proto__', 'toString', 'mcp', 'mcp__'])('says nothing of %s', (entry) => {
    expect(permission(entry)).toBeUndefined();
  });

  it('returns a phrase for the star', () => {
    expect(permission('*')).toBe('use every tool');
  });
});

describe('agentsInTools', () => {
  it('returns the agents in the brackets of Agent and Task', () => {
    const tools = allowed('Read, Agent(scout, builder), Task(tester), Bash(git)') ?? [];
    expect(agentsInTools(tools)).toEqual(['scout', 'builder', 'tester']);
    expect(agentsInTools(allowed('Agent, Task') ?? [])).toEqual([]);
  });
});
