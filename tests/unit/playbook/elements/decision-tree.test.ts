import { describe, expect, it } from 'vitest';
import type { Question } from '../../../../src/playbook/elements/decision-tree.ts';
import { blocksOf, fence, found, said, text } from './recognised.ts';

/** A tree as nested lines: `? question`, `- answer → route`. */
function shown(questions: readonly Question[], indent = ''): string[] {
  return questions.flatMap(({ text, answers }) => [
    `${indent}? ${text}`,
    ...answers.flatMap(({ label, route, questions }) => [
      `${indent}- ${label}${route ? ` → ${said(route)}` : ''}`,
      ...shown(questions, `${indent}  `),
    ]),
  ]);
}

function treeOf(...lines: string[]) {
  const [tree] = found('decision-tree', text('# Which?', '', fence('', ...lines)));
  return tree && [tree.root, ...shown(tree.questions)];
}

const expected = ['Task', '? What kind?', '- Web → a', '- Tool → b (direct)', '? How large?', '- Small → c or d'];

describe('a decision tree', () => {
  it.each([
    [
      'box drawing',
      [
        'Task',
        '├── What kind?',
        '│   ├── Web → @a',
        '│   └── Tool → @b (direct)',
        '└── How large?',
        '    └── Small → @c or @d',
      ],
    ],
    [
      'heavy and round boxes',
      [
        'Task',
        '┣━━ What kind?',
        '┃   ┣━━ Web ⇒ @a',
        '┃   ┗━━ Tool ⇒ @b (direct)',
        '╰── How large?',
        '    ╰── Small ➜ @c or @d',
      ],
    ],
    [
      'ASCII of tree(1)',
      [
        'Task',
        '|-- What kind?',
        '|   |-- Web -> @a',
        '|   `-- Tool -> @b (direct)',
        '`-- How large?',
        '    `-- Small -> @c or @d',
      ],
    ],
    [
      'ASCII of DOS',
      [
        'Task',
        '+--- What kind?',
        '|    +--- Web => @a',
        '|    \\--- Tool => @b (direct)',
        '\\--- How large?',
        '     \\--- Small --> @c or @d',
      ],
    ],
    [
      'two columns',
      ['Task', '├ What kind?', '│ ├ Web → @a', '│ └ Tool → @b (direct)', '└ How large?', '  └ Small → @c or @d'],
    ],
    [
      'three columns',
      [
        'Task',
        '├─ What kind?',
        '│  ├─ Web → @a',
        '│  └─ Tool → @b (direct)',
        '└─ How large?',
        '   └─ Small → @c or @d',
      ],
    ],
    [
      'tabs',
      [
        'Task',
        '├── What kind?',
        '│\t├── Web → @a',
        '│\t└── Tool → @b (direct)',
        '└── How large?',
        '\t└── Small → @c or @d',
      ],
    ],
    [
      'lines that only hold the trunk',
      [
        'Task',
        '│',
        '├── What kind?',
        '│   │',
        '│   ├── Web → `@a`',
        '│   └── **Tool** → @b (direct)',
        '',
        '└── How large?',
        '    └── Small → `@c` or `@d`',
      ],
    ],
    [
      'remarks',
      [
        'Task  # begin here',
        '├── What kind?',
        '│   ├── Web → @a',
        '│   └── Tool → @b  # direct',
        '└── How large?',
        '    └── Small → @c or @d',
      ],
    ],
  ])('is recognised in %s', (_, lines) => {
    expect(treeOf(...lines)).toEqual(expected);
  });

  it('is recognised with CRLF at the very start of a file, and has the title of its root', () => {
    const [tree] = found('decision-tree', ['```', 'Task', '├── A → @a', '└── B → @b', '```'].join('\r\n'));
    expect(tree).toMatchObject({ title: 'Task', slug: 'task', section: '', from: 1, to: 5, root: 'Task' });
    expect(tree?.questions[0]?.answers.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('can nest questions three levels deep, and mix answers that lead to agents with answers that lead to questions', () => {
    expect(
      treeOf(
        'Start',
        '├── Fast → @a',
        '└── Slow',
        '    ├── On the disk?',
        '    │   ├── Yes → @b',
        '    │   └── No',
        '    │       ├── In memory?',
        '    │       │   └── Yes → @c',
        '    └── Elsewhere → @d + @e',
      ),
    ).toEqual([
      'Start',
      '? Start',
      '- Fast → a',
      '- Slow',
      '  ? Slow',
      '  - On the disk?',
      '    ? On the disk?',
      '    - Yes → b',
      '    - No',
      '      ? In memory?',
      '      - Yes → c',
      '  - Elsewhere → d and e',
    ]);
  });

  it('has the heading as its root if it has no root line', () => {
    expect(treeOf('├── A?', '│   └── a → @a', '└── B?', '    └── b → @b')?.[0]).toBe('Which?');
    expect(treeOf('Web', '└── a → @a', 'Tool', '└── b → @b')?.slice(0, 2)).toEqual(['Which?', '? Which?']);
  });

  it('has unique ids for its questions, and for the answers of each', () => {
    const [tree] = found(
      'decision-tree',
      fence('', 'T', '├── Q?', '│   ├── A → @a', '│   └── A → @b', '└── Q?', '    └── !!! → @c'),
    );
    expect(tree?.questions.map(({ id, answers }) => [id, ...answers.map(({ id }) => id)])).toEqual([
      ['q', 'a', 'a-2'],
      ['q-2', 'item'],
    ]);
  });

  it('has a role without a name in the text of its answer', () => {
    expect(treeOf('T?', '├── A → specialists', '├── B → @b', '└── C → @c')?.[2]).toBe('- A → specialists');
  });

  it('can have names without an @ if a question shows that they are agents', () => {
    expect(treeOf('Which one?', '├── Data → sql-pro', '└── Looks → css-pro')?.slice(2)).toEqual([
      '- Data → sql-pro',
      '- Looks → css-pro',
    ]);
  });
});

describe('a tree without agents', () => {
  it('is a decision tree whose leaves are advice, if it asks a question', () => {
    const tree = fence('', 'Is it warm?', '├── Yes → open the window', '└── No', '    └── close the door');
    expect(found('decision-tree', tree)).toMatchObject([
      { questions: [{ text: 'Is it warm?', answers: [{ label: 'Yes → open the window' }, { label: 'No' }] }] },
    ]);
    expect(blocksOf(fence('', 'Which file?', '├── src/', '└── main.rs'))).toEqual(['code']);
  });
});

describe('code that only looks like a decision tree', () => {
  it.each([
    ['a listing of folders', ['src/', '├── main.rs', '└── lib/', '    └── mod.rs  # entry point']],
    ['links in a listing', ['.', '├── latest -> node-24', '└── stable -> node-22']],
    ['a listing with one arrow', ['src/', '├── a.rs → @rust-pro', '└── b.rs']],
    ['a listing of packages', ['node_modules/', '├── @types/', '│   └── node -> ../node', '└── @my-scope/thing -> x']],
    ['a table in a fence', ['|---|---|', '| a → @a | b → @b |']],
    ['Rust', ['match x {', '    A => b,', '    C | D => -> e,', '}']],
  ])('is not recognised: %s', (_, lines) => {
    expect(blocksOf(text('# Layout', '', fence('', ...lines)))).toEqual(['code']);
  });

  it('is a diagram if its language is Mermaid', () => {
    expect(blocksOf(fence('mermaid', 'flowchart LR', '  a -->|x| b', '  |-- q → @a', '  |-- r → @b'))).toEqual([
      'diagram',
    ]);
    expect(blocksOf(fence('Mermaid', 'graph TD'))).toEqual(['diagram']);
  });
});
