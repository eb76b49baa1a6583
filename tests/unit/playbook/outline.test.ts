import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { repairFences } from '../../../src/playbook/source/fences.ts';
import { parseMarkdown } from '../../../src/playbook/source/markdown.ts';
import { parseOutline } from '../../../src/playbook/outline.ts';
import type { Block } from '../../../src/playbook/section.ts';
import { briefly } from './helpers.ts';

const text = (...lines: string[]) => lines.join('\n');
const heads = (markdown: string) =>
  parseOutline(markdown).sections.map(
    ({ id, title, depth, line }) => `${String(line)} ${String(depth)} #${id} ${title}`,
  );
const idsOf = (markdown: string) => parseOutline(markdown).sections.map(({ id }) => id);
const blocksOf = (markdown: string) => parseOutline(markdown).sections.flatMap(({ blocks }) => blocks);
const extent = ({ kind, from, to }: Block) => `${kind} ${String(from)}–${String(to)}`;

describe('the sections of an outline', () => {
  it('start at headings, with their lines, and nest without gaps', () => {
    const markdown = text('# A', '', '### B', '', '#### C', '', '## D', '', '###### E', '', '# F');
    expect(heads(markdown)).toEqual(['1 1 #a A', '3 2 #b B', '5 3 #c C', '7 2 #d D', '9 3 #e E', '11 1 #f F']);
  });

  it('start at depth 1, whatever the level of the first heading', () => {
    expect(heads('### A\n\n#### B\n\n## C')).toEqual(['1 1 #a A', '3 2 #b B', '5 1 #c C']);
  });

  it('start below the definitions directly above a setext heading', () => {
    expect(heads('[a]: https://example.org\nTitle\n===\n')).toEqual(['2 1 #title Title']);
  });

  it('include one without a title for the text before the first heading', () => {
    expect(parseOutline('Hello\n\n# A').sections).toMatchObject([
      { id: '', title: '', line: 1, depth: 1 },
      { id: 'a' },
    ]);
    expect(idsOf('\n\n# A')).toEqual(['a']);
  });

  it('start at setext headings of one line and of several lines', () => {
    expect(heads(text('Title', '=====', '', 'Long', 'title', '---', 'x'))).toEqual([
      '1 1 #title Title',
      '4 2 #long-title Long title',
    ]);
  });

  it('never start inside a fence, a quotation or a list', () => {
    const markdown = text('# A', '```', '# B', '```', '> # C', '', '- # D', '', '~~~', '# E', '', '# F');
    expect(idsOf(markdown)).toEqual(['a']);
  });

  it('have different ids if their headings are the same', () => {
    expect(idsOf('# A\n# A\n# A-1\n# A\n')).toEqual(['a', 'a-1', 'a-1-1', 'a-2']);
  });

  it('have an id even if the title is empty or only symbols', () => {
    expect(idsOf('#\n\n## !!!\n\n## 🎯\n\n## Section\n')).toEqual(['section', 'section-1', 'section-2', 'section-3']);
  });

  it('have ids in any script, without tags', () => {
    expect(idsOf('# Привет, мир!\n# 天気 予報\n# <script>x</script>\n# `a` *b* [c](d)')).toEqual([
      'привет-мир',
      '天気-予報',
      'scriptxscript',
      'a-b-c',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('can have the title %s', (title) => {
    const ids = idsOf(`# ${title}\n\n# ${title}\n`);
    expect(new Set(ids).size).toBe(2);
  });

  it('have the id that their author has chosen, in either form', () => {
    const chosen =
      '## Bells {#ring}\n## Ropes <a id="pull"></a>\n## Towers <a name="up"> </a>\n## Keys <a href="x"></a>';
    expect(parseOutline(chosen).sections.map(({ id, title }) => [id, title])).toEqual([
      ['ring', 'Bells'],
      ['pull', 'Ropes'],
      ['up', 'Towers'],
      ['keys-a-hrefxa', 'Keys <a href="x"></a>'],
    ]);
  });

  it('have their heading as written', () => {
    const [section] = parseOutline('# The `id` of **it** #').sections;
    expect(section?.heading.map(({ type }) => type)).toEqual(['text', 'inlineCode', 'text', 'strong']);
    expect(section?.title).toBe('The id of it');
  });

  it('are none in an empty text', () => {
    expect(parseOutline('')).toEqual({ sections: [], elements: [], definitions: [], faults: [] });
    expect(parseOutline('\n \n')).toEqual({ sections: [], elements: [], definitions: [], faults: [] });
  });
});

describe('headings without a space', () => {
  it('are read as headings, and reported', () => {
    const { sections, faults } = parseOutline('# Top\n\n##Bare `x`\n\nOne.\n\n  ###Deep\nTwo @a-b.\nThree.');
    expect(sections.map(({ id, title, depth, line }) => [id, title, depth, line])).toEqual([
      ['top', 'Top', 1, 1],
      ['bare-x', 'Bare x', 2, 3],
      ['deep', 'Deep', 3, 7],
    ]);
    expect(sections.at(-1)?.blocks).toMatchObject([{ kind: 'prose', from: 8, to: 9 }]);
    expect(faults).toEqual([
      { rule: 'heading-without-space', line: 3, column: 1 },
      { rule: 'heading-without-space', line: 7, column: 3 },
    ]);
  });

  it.each(['#tag', '#!run', 'x ##y', '\\##z', '```\n##code\n```', '- ##item'])('are not in %j', (markdown) => {
    expect(parseOutline(markdown)).toMatchObject({ sections: [{ id: '' }], faults: [] });
  });
});

describe('labels instead of headings', () => {
  it('start sections in a file without headings', () => {
    const markdown = text(
      'Intro',
      '',
      '**Quality gates:**',
      '',
      '- a',
      '',
      '**When `done`**:',
      'x',
      '',
      '__Third__',
      '',
      'y',
    );
    expect(heads(markdown)).toEqual(['1 1 # ', '3 1 #quality-gates Quality gates', '10 1 #third Third']);
    expect(heads('**When `done`** :\n\nx')).toEqual(['1 1 #when-done When done']);
  });

  it('are text in a file with a heading', () => {
    expect(idsOf('**Label:**\n\n# A\n\n**Label:**')).toEqual(['', 'a']);
  });

  it.each([
    '**Label:** and text',
    'Text **Label:**',
    '- **Label:**',
    '> **Label:**',
    '*Label:*',
    '**A:** **B:**',
    '```\n**Label:**\n```',
  ])('are not found in %j', (markdown) => {
    expect(idsOf(markdown)).toEqual(['']);
  });
});

describe('the blocks of an outline', () => {
  it('are code, and the prose between code', () => {
    const markdown = text(
      '# A',
      'one',
      '',
      '- two',
      '',
      '```Rust ignore',
      'three',
      '```',
      'four',
      '',
      '    five',
      '',
      'six',
    );
    expect(blocksOf(markdown).map(extent)).toEqual(['prose 2–4', 'code 6–8', 'prose 9–9', 'code 11–11', 'prose 13–13']);
    expect(blocksOf(markdown)[1]).toEqual({ kind: 'code', language: 'rust', text: 'three', from: 6, to: 8 });
  });

  it('include code in a list in the block of the list', () => {
    expect(blocksOf('1. a\n   ```sh\n   b\n   ```\n2. c').map(extent)).toEqual(['prose 1–5']);
  });

  it('are the parts of a list that has elements in its items, which have blocks of their own', () => {
    const markdown = text(
      '# Report',
      '1. Bake',
      '2. Write:',
      '',
      '   ```',
      '   Loaf: [name]',
      '   Oven: [heat]',
      '   ```',
      '',
    );
    const list = text(markdown, '   Then go.', '3. Sweep', '   - [ ] floor');
    expect(blocksOf(list).map(extent)).toEqual(['prose 2–3', 'element 5–8', 'prose 10–11', 'element 12–12']);
    const [, template, rest] = blocksOf(list);
    expect(template).toMatchObject({ element: { kind: 'handoff-template', title: 'Write' } });
    expect(rest).toMatchObject({ nodes: [{ type: 'paragraph' }, { type: 'list', start: 3 }] });
  });

  it('contain the elements in the items of an element', () => {
    const markdown = text(
      '# Workflow',
      '1. Bake',
      '2. Report:',
      '   ```',
      '   Loaf: [name]',
      '   Oven: [heat]',
      '   ```',
    );
    expect(blocksOf(markdown)).toMatchObject([
      { element: { kind: 'workflow' }, nested: [{ element: { kind: 'handoff-template' }, from: 4, to: 7 }] },
    ]);
    expect(parseOutline(markdown).elements.map(({ kind }) => kind)).toEqual(['workflow', 'handoff-template']);
  });

  it('include the text of an unclosed fence, whose position is reported', () => {
    const markdown = text('# A', '', '```python', 'x', '', '## B', 'the end');
    expect(blocksOf(markdown)).toEqual([
      { kind: 'code', language: 'python', text: 'x\n\n## B\nthe end', from: 3, to: 7 },
    ]);
    expect(briefly(parseOutline(markdown).faults)).toEqual(['fence-unclosed 3:1']);
  });

  it('include a nested fence as one block, on its own lines', () => {
    const markdown = text('# A', '```markdown', '# B', '```rust', 'x', '```', '```', '', '# C');
    expect(idsOf(markdown)).toEqual(['a', 'c']);
    expect(blocksOf(markdown)).toEqual([
      { kind: 'code', language: 'markdown', text: '# B\n```rust\nx\n```', from: 2, to: 7 },
    ]);
  });

  it('do not include the line after an empty fence in a list', () => {
    expect(blocksOf('- ```sh\n**Label:**\n~~~').map(extent)).toEqual(['prose 1–1', 'code 3–3']);
    expect(heads('- ```sh\n**Label:**\n~~~')).toEqual(['1 1 # ', '2 1 #label Label']);
  });

  it('end at definitions, which are separate', () => {
    const markdown = text('one [a]', '', '[a]: https://example.org', '', 'two [A]', '[b]: not-a-definition');
    const { definitions } = parseOutline(markdown);
    expect(definitions.map(({ identifier, url }) => [identifier, url])).toEqual([['a', 'https://example.org']]);
    expect(blocksOf(markdown).map(extent)).toEqual(['prose 1–1', 'prose 5–6']);
  });

  it('contain the whole text of a file of 100 kB', () => {
    const part = text('## Part', '', 'Some words.', '', '```rust', 'let x = 1;', '```', '', '- a', '- b', '');
    const { sections } = parseOutline(part.repeat(2000));
    expect(sections).toHaveLength(2000);
    expect(sections.every(({ blocks }) => blocks.length === 3)).toBe(true);
    expect(new Set(sections.map(({ id }) => id)).size).toBe(2000);
  });
});

describe('the outline of any markdown', () => {
  const line = fc.constantFrom(
    '',
    '',
    '',
    'words',
    'more words',
    '# One',
    '## Two',
    '##Tight',
    '#### Four',
    '#',
    '##',
    'Setext',
    '===',
    '---',
    '```',
    '```rust',
    '```markdown',
    '````',
    '~~~',
    '~~~text',
    '- item',
    '  - nested',
    '1. first',
    '   continued',
    '- ```sh',
    '  ```',
    '    indented',
    '> quoted',
    '> ```',
    '>',
    '> # quoted heading',
    '[a]: https://example.org',
    '[b]: <x> "title"',
    '| a | b |',
    '|---|---|',
    '| c | d |',
    '- [ ] task',
    '**Label:**',
    '<div>',
    '</div>',
    // Never closed, because the lines of a comment belong to no block.
    '<!--',
    '***',
    '\\',
    '[^1]: note',
    '\ttab',
  );
  const markdown = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'));

  it('has every line that is not blank in exactly one heading, block or definition', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const { sections, definitions } = parseOutline(source);
        const owners = source.split('\n').map(() => 0);
        const claim = (from: number, to: number) => {
          for (let index = from; index <= to; index++) owners[index - 1] = (owners[index - 1] ?? 0) + 1;
        };
        // A section has only the first line of its heading; the parser has the last one. Of a paragraph that is read as
        // a heading, only the first line is one.
        const none = { line: 0, column: 0 };
        const ends = parseMarkdown(repairFences(source).text).children.map(
          ({ type, position: { start, end } = { start: none, end: none } }) =>
            type === 'paragraph' ? start.line : end.column === 1 ? end.line - 1 : end.line,
        );
        for (const section of sections) {
          if (section.id !== '') claim(section.line, ends.find((end) => end >= section.line) ?? 0);
          for (const block of section.blocks) claim(block.from, block.to);
        }
        for (const { position } of definitions) claim(position?.start.line ?? 0, position?.end.line ?? 0);

        source.split('\n').forEach((words, index) => {
          if (words.trim() !== '') expect([index + 1, words, owners[index]]).toEqual([index + 1, words, 1]);
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('has unique ids that are safe in a URL, depths without gaps, and blocks in order', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const { sections } = parseOutline(source);
        const ids = sections.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        ids.forEach((id, index) => {
          if (index > 0) expect(id).toMatch(/^[^\s<>"'&/?#%]+$/);
        });
        sections.forEach(({ depth }, index) => {
          expect(depth).toBeLessThanOrEqual((sections[index - 1]?.depth ?? 0) + 1);
        });
        const blocks = sections.flatMap((section) => section.blocks);
        blocks.forEach(({ from, to }, index) => {
          expect(from).toBeGreaterThan(blocks[index - 1]?.to ?? 0);
          expect(to).toBeGreaterThanOrEqual(from);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('has the same text in a prose block as in its lines', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z]{1,8}$/), (one, two) => {
        const [block] = blocksOf(`${one}\n\n> ${two}`);
        expect(block?.kind === 'prose' ? block.nodes.map((node) => toString(node)) : []).toEqual([one, two]);
      }),
    );
  });
});
