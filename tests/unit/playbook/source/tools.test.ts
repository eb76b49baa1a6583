import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPermission, readTools } from '../../../../src/playbook/source/tools.ts';

const allowed = (value: unknown) => readTools(value)?.allowed;
const written = (value: unknown) => allowed(value)?.map((tool) => tool.written);

describe('readTools', () => {
  it('reads a comma-separated string', () => {
    expect(allowed('Read, Write,Edit')).toEqual([
      { written: 'Read', name: 'Read', argument: '' },
      { written: 'Write', name: 'Write', argument: '' },
      { written: 'Edit', name: 'Edit', argument: '' },
    ]);
  });

  it('reads a list like a string', () => {
    expect(readTools(['Read', ' Bash(ls:*) '])).toEqual(readTools('Read, Bash(ls:*)'));
  });

  it('includes commas inside brackets in the argument', () => {
    expect(allowed('Bash(git add:*, git commit:*), Agent(x)')).toEqual([
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
    expect(allowed('mcp__server__tool, mcp__server')).toEqual([
      { written: 'mcp__server__tool', name: 'mcp__server__tool', argument: '' },
      { written: 'mcp__server', name: 'mcp__server', argument: '' },
    ]);
  });

  it('returns each entry once, in the order of the file', () => {
    expect(written('Write, Read, Write,, ,Read')).toEqual(['Write', 'Read']);
  });

  it('reads an entry whose bracket is never closed', () => {
    expect(allowed('Bash(git, Read')).toEqual([
      { written: 'Bash(git', name: 'Bash(git', argument: '' },
      { written: 'Read', name: 'Read', argument: '' },
    ]);
  });

  it('returns no tools for an empty list', () => {
    expect([allowed([]), allowed(['', ' ']), allowed(' , ')]).toEqual([[], [], []]);
  });

  it.each([
    null,
    '',
    true,
    ['Read', ['Write']],
    { Read: 'yes' },
    'whatever the user wants',
    'Search the web for sources',
  ])('does not read %j, which must not be taken for all tools', (value) => {
    expect(readTools(value)).toBeUndefined();
  });

  it('reads names with spaces between them, except inside brackets', () => {
    expect(written('Read Grep Bash(cargo doc *) mcp__docs__*')).toEqual([
      'Read',
      'Grep',
      'Bash(cargo doc *)',
      'mcp__docs__*',
    ]);
    expect(readTools('Read Grep')?.isSpaceSeparated).toBe(true);
    expect(readTools('Read, Grep')?.isSpaceSeparated).toBeUndefined();
    expect(written('Bash(cargo doc *)')).toEqual(['Bash(cargo doc *)']);
  });

  it('joins what YAML splits inside brackets, if a later entry closes them', () => {
    expect(written(['Read', 'Bash(npm test:*', 'npm run:*)', 'Grep'])).toEqual([
      'Read',
      'Bash(npm test:*, npm run:*)',
      'Grep',
    ]);
    expect(written(['Bash(npm', 'Grep'])).toEqual(['Bash(npm', 'Grep']);
  });

  it('reads a mapping as tools that are denied, and everything else as allowed', () => {
    expect(readTools({ write: false, read: true, bash: false })).toEqual({
      denied: [
        { written: 'write', name: 'write', argument: '' },
        { written: 'bash', name: 'bash', argument: '' },
      ],
    });
    expect(written({ '*': false, read: true })).toEqual(['read']);
  });

  it('never throws, never returns an empty entry, and loses no letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '(', ')', ',', ' ', '"', "'", '[', ']', '\n', '-') }),
        (value) => {
          const tools = allowed(value);
          if (!tools) return;
          expect(tools.every((tool) => tool.written !== '' && tool.name !== '')).toBe(true);
          for (const letter of ['a', 'B']) {
            if (value.includes(letter)) expect(tools.some((tool) => tool.written.includes(letter))).toBe(true);
          }
        },
      ),
    );
  });
});

describe('readPermission', () => {
  const names = (tools: readonly { name: string }[] | undefined) => tools?.map(({ name }) => name);

  it('returns the tools that a permission denies without exception', () => {
    const { allowed, denied } = readPermission({
      list: 'deny',
      bash: { '*': 'deny', 'ls *': 'allow' },
      webfetch: { '*': 'deny' },
      read: 'ask',
    });
    expect(names(denied)).toEqual(['list', 'webfetch']);
    expect(allowed).toBeUndefined();
    expect(names(readPermission({ edit: 'deny' }).denied)).toEqual(['edit', 'write', 'patch']);
    expect(names(readPermission('deny').denied)).toEqual(['*']);
    expect(readPermission(undefined)).toEqual({ denied: [] });
  });

  it('returns the only tools that are allowed if everything else is denied', () => {
    const { allowed, denied } = readPermission({ '*': 'deny', read: 'allow', bash: 'deny' });
    expect(names(allowed)).toEqual(['read']);
    expect(denied).toEqual([]);
  });
});
