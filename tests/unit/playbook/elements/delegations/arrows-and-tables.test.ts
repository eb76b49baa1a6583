import { describe, expect, it } from 'vitest';
import { blocksOf, found, said, text } from '../recognised.ts';

function shown(markdown: string): string[] {
  return found('delegations', markdown).flatMap(({ variant, items }) =>
    items.map(({ task, route, wording, line }) =>
      [`${String(line)} ${variant}`, task, said(route), wording]
        .filter((part) => part !== undefined && part !== '')
        .join(' | '),
    ),
  );
}

describe('delegations in a list', () => {
  it.each([
    ['arrows and code spans', '- **A** → `@a`\n- **B b** → `@b` or `@c`'],
    ['ASCII arrows', '- A -> @a\n- B b => @b / @c'],
    ['stars', '* A --> `@a`\n* B b ==> `@b` or `@c`'],
    ['pluses', '+ **A** ➜ **@a**\n+ **B b** ⇒ **@b** or **@c**'],
    ['CRLF', '- A → @a\r\n- B b → @b or @c\r\n'],
  ])('are recognised with %s', (_, list) => {
    expect(shown(list)).toEqual(['1 to | A | a', '2 to | B b | b or c']);
  });

  it('can have items of several lines', () => {
    expect(shown('- **A** that is\n  long → `@a`\n- B → @b\n')).toEqual(['1 to | A that is long | a', '3 to | B | b']);
  });

  it('can have roles among agents', () => {
    expect(shown('- A → @a\n- B → domain specialists\n')).toEqual(['1 to | A | a', '2 to | B | <domain specialists>']);
  });

  it('are for roles if none of them names an agent', () => {
    expect(shown('- A → database specialists\n- B → C/C++ experts\n')).toEqual([
      '1 roles | A | <database specialists>',
      '2 roles | B | <C/C++ experts>',
    ]);
  });

  it('can have names without an @ under a heading that mentions agents', () => {
    expect(shown('## When to delegate\n\n- A → sql-pro\n- B → use the css-pro agent\n')).toEqual([
      '3 to | A | sql-pro',
      '4 to | B | css-pro',
    ]);
  });

  it("are the agent's own tasks under a heading that says so", () => {
    expect(shown('# What You Handle Directly\n\n* **A**: a\n* B\n')).toEqual(['3 self | A', '4 self | B']);
  });

  it.each([
    ['transformations', '- `Vec` → slice\n- `String` → `&str`'],
    ['transformations into words with hyphens', '- copying → zero-copy\n- `Mutex` → lock-free'],
    ['packages and at-rules', '- Node → @types/node\n- Layout → @media'],
    ['decorators', '- Caching → @lru_cache\n- Getters → @property'],
    ['mail', '- Help → help@example.org\n- Sales → sales@example.org'],
    ['one entry', '- A → @a'],
    ['one arrow among many', '- A → @a\n- B\n- C'],
    ['a name among many transformations', '- `a` → b\n- `c` → d\n- `e` → @f'],
    ['nothing before the arrow', '- → @a\n- → @b'],
  ])('are not recognised in %s', (_, list) => {
    expect(blocksOf(`# Style\n\n${list}\n`)).toEqual(['prose']);
  });
});

describe('delegations in a table', () => {
  const table = (...rows: string[]) => text(...rows);

  it('are recognised by a column of agents, wherever it is in the table', () => {
    expect(
      shown(table('| # | Agent | Task |', '|---|---|---|', '| 1 | `@a` | Build |', '| 2 | `@b` or `@c` | Test |')),
    ).toEqual(['3 to | Build | a', '4 to | Test | b or c']);
  });

  it('have the text of the column “Purpose” as their task, even if it is not the first one', () => {
    const table =
      '| Agent | Speed | Purpose |\n|---|---|---|\n| `yeast-keeper` | slow | Dough |\n| `flour-buyer` | fast | Rye |';
    expect(shown(table).map((row) => row.split(' | ')[1])).toEqual(['Dough', 'Rye']);
  });

  it('can have names without an @ if the heading of the column mentions agents', () => {
    expect(shown(table('Task | Delegate to', '---|---', 'Data | sql-pro', 'Looks | css-pro, or specialists'))).toEqual([
      '3 to | Data | sql-pro',
      '4 to | Looks | css-pro or <specialists>',
    ]);
  });

  it('are not recognised if the names are those of skills, whose heading or column says so', () => {
    expect(blocksOf('# The bread agent\n\nLoad more skills:\n- Rye → `rye-dough`\n- Oats → `oat-dough`')).toEqual([
      'prose',
    ]);
    expect(blocksOf(table('| Task | Skill |', '|---|---|', '| Rye | @rye-dough |'))).toEqual(['prose']);
  });

  it.each([
    ['packages', table('| Crate | Use |', '|---|---|', '| async-std | I/O |', '| proc-macro2 | Macros |')],
    ['names in some rows only', table('| Task | Agent |', '|---|---|', '| A | @a |', '| B | nobody |')],
    ['agents alone', table('| Agent |', '|---|', '| @a |', '| @b |')],
    ['no rows', table('| Task | Agent |', '|---|---|')],
  ])('are not recognised in %s', (_, markdown) => {
    expect(blocksOf(markdown)).toEqual(['prose']);
  });
});
