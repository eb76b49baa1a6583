import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permissionOf, readTools } from '../../../../src/playbook/source/tools.ts';

const written = (value: string | string[]) => readTools(value).map((tool) => tool.written);
const permission = (entry: string) => readTools([entry]).map(permissionOf)[0];

describe('readTools', () => {
  it('reads a comma-separated string', () => {
    expect(readTools('Read, Write,Edit')).toEqual([
      { written: 'Read', name: 'Read', argument: '' },
      { written: 'Write', name: 'Write', argument: '' },
      { written: 'Edit', name: 'Edit', argument: '' },
    ]);
  });

  it('reads a list like a string', () => {
    expect(readTools(['Read', ' Bash(ls:*) '])).toEqual(readTools('Read, Bash(ls:*)'));
  });

  it('includes commas inside brackets in the argument', () => {
    expect(readTools('Bash(git add:*, git commit:*), Agent(x)')).toEqual([
      { written: 'Bash(git add:*, git commit:*)', name: 'Bash', argument: 'git add:*, git commit:*' },
      { written: 'Agent(x)', name: 'Agent', argument: 'x' },
    ]);
  });

  it('reads brackets inside an argument', () => {
    expect(written('Bash(echo $(date), x), Read')).toEqual(['Bash(echo $(date), x)', 'Read']);
  });

  it.each(['["Read", "Bash(a, b)"]', "['Read', 'Bash(a, b)']", ' [Read, Bash(a, b)] ', '"Read", "Bash(a, b)"'])(
    'reads a string that looks like a list: %s',
    (value) => {
      expect(written(value)).toEqual(['Read', 'Bash(a, b)']);
    },
  );

  it('reads one entry per line, with the hyphens of a list that was not valid YAML', () => {
    expect(written('Read\nWrite')).toEqual(['Read', 'Write']);
    expect(written('- Read\n\t- "Write"')).toEqual(['Read', 'Write']);
  });

  it('reads the whole name of an MCP tool', () => {
    expect(readTools('mcp__server__tool, mcp__server')).toEqual([
      { written: 'mcp__server__tool', name: 'mcp__server__tool', argument: '' },
      { written: 'mcp__server', name: 'mcp__server', argument: '' },
    ]);
  });

  it('returns each entry once, in the order of the file', () => {
    expect(written('Write, Read, Write,, ,Read')).toEqual(['Write', 'Read']);
  });

  it('reads an entry whose bracket is never closed', () => {
    expect(readTools('Bash(git, Read')).toEqual([
      { written: 'Bash(git', name: 'Bash(git', argument: '' },
      { written: 'Read', name: 'Read', argument: '' },
    ]);
  });

  it('returns nothing for an empty value', () => {
    expect([readTools(''), readTools([]), readTools(['', ' ']), readTools(' , ')]).toEqual([[], [], [], []]);
  });

  it('never throws, never returns an empty entry, and loses no letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '(', ')', ',', ' ', '"', "'", '[', ']', '\n', '-') }),
        (value) => {
          const tools = readTools(value);
          expect(tools.every((tool) => tool.written !== '' && tool.name !== '')).toBe(true);
          for (const letter of ['a', 'B']) {
            if (value.includes(letter)) expect(tools.some((tool) => tool.written.includes(letter))).toBe(true);
          }
        },
      ),
    );
  });
});

describe('permissionOf', () => {
  it('returns what a known tool permits, with its limit', () => {
    expect(permission('Read')).toBe('read files');
    expect(permission('Bash(git add:*, git commit:*)')).toBe('run shell commands, limited to git add:*, git commit:*');
  });

  it('distinguishes one tool of an MCP server from all of them', () => {
    expect(permission('mcp__files__list')).toBe('use “list” of the MCP server files');
    expect(permission('mcp__files')).toBe('use all of the MCP server files');
    expect(permission('mcp__files__*')).toBe('use all of the MCP server files');
  });

  it.each(['Teleport', 'read', 'constructor', '__proto__', 'toString', 'mcp', 'mcp__'])(
    'says nothing of %s',
    (entry) => {
      expect(permission(entry)).toBeUndefined();
    },
  );

  it('returns a phrase for the star', () => {
    expect(permission('*')).toBe('use every tool');
  });
});
