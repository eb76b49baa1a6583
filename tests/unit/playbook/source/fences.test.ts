import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairFences } from '../../../../src/playbook/source/fences.ts';
import { briefly } from '../helpers.ts';

const text = (...lines: string[]) => lines.join('\n');
const faultsOf = (markdown: string) => briefly(repairFences(markdown).faults);

/** Asserts that nothing is reported and nothing changed. */
function expectSound(markdown: string) {
  expect(repairFences(markdown)).toEqual({ text: markdown, faults: [] });
}

describe('repairFences', () => {
  it.each([
    ['text without fences', text('a', '', '    b')],
    ['two fences in a row', text('```rust', 'a', '```', '', '```', 'b', '```')],
    ['a tilde fence with backticks inside', text('~~~', '```rust', '~~~')],
    ['a backtick fence with tildes inside', text('```markdown', '~~~sh', '```')],
    ['a longer fence around a shorter one', text('````markdown', '```rust', 'x', '```', '````')],
    ['a closing fence longer than the opening one', text('```', 'x', '`````', 'after')],
    ['a fence of code that prints a fence with an info string', text('```rust', 'println!("', '```rust', '```')],
    ['three backticks around inline code', text('```not a fence```', 'x')],
    ['a fence in a list item', text('1. Install:', '   ```bash', '   npm i', '   ```', '2. Run')],
    ['a fence on the line of its list marker', text('- ```bash', '  npm i', '  ```', '- b', '', '```', 'c', '```')],
    ['a fence on the line of a number', text('10) ```', '    x', '    ```')],
    ['a fence in a quotation', text('> ```rust', '> x', '> ```', '', '```rust', 'y', '```')],
    ['a fence in a quotation in a list', text('- > ```', '  > x', '  > ```', '')],
    ['a quoted fence inside a fence', text('```sh', '> ```', '```', 'after')],
    ['a list with a fence inside a fence', text('```sh', '- ```', '```', 'after')],
    ['a quoted fence inside a markdown fence', text('```markdown', '> ```rust', '> x', '> ```', '```')],
  ])('does not change %s', (_, markdown) => {
    expectSound(markdown);
  });

  it('makes the outer fence longer if an inner one has the same length', () => {
    const markdown = text('# A', '```markdown', '```rust', 'x', '```', 'still inside', '```', 'after');
    expect(repairFences(markdown)).toEqual({
      text: text('# A', '````markdown', '```rust', 'x', '```', 'still inside', '````', 'after'),
      faults: [{ rule: 'fence-nested', line: 2, column: 1 }],
    });
  });

  it('treats an outer fence without a language the same way', () => {
    expect(repairFences(text('```', '```rust', 'x', '```', '```')).text).toBe(
      text('````', '```rust', 'x', '```', '````'),
    );
  });

  it('makes the outer fence longer than the longest inner one', () => {
    const markdown = text('```md', '`````rust', 'x', '`````', '```sh', 'y', '```', '```');
    expect(repairFences(markdown).text).toBe(
      text('``````md', '`````rust', 'x', '`````', '```sh', 'y', '```', '``````'),
    );
  });

  it('supports several levels of nesting', () => {
    const markdown = text('```md', '```md', '```rust', '```', '```', '```', 'after');
    expect(repairFences(markdown).text).toBe(text('````md', '```md', '```rust', '```', '```', '````', 'after'));
    expect(faultsOf(markdown)).toEqual(['fence-nested 1:1']);
  });

  it('makes nested tildes longer with tildes', () => {
    expect(repairFences(text('~~~text', '~~~sh', 'x', '~~~', '~~~')).text).toBe(
      text('~~~~text', '~~~sh', 'x', '~~~', '~~~~'),
    );
  });

  it('preserves the indentation of a nested fence in a list, and reports its column', () => {
    const markdown = text('- a', '', '  ```markdown', '  ```rust', '  x', '  ```', '  ```', '- b');
    expect(repairFences(markdown).text).toBe(
      text('- a', '', '  ````markdown', '  ```rust', '  x', '  ```', '  ````', '- b'),
    );
    expect(faultsOf(markdown)).toEqual(['fence-nested 3:3']);
  });

  it('makes nested fences in a quotation longer', () => {
    const markdown = text('> ```markdown', '> ```rust', '> x', '> ```', '> ```', 'after');
    expect(repairFences(markdown).text).toBe(text('> ````markdown', '> ```rust', '> x', '> ```', '> ````', 'after'));
    expect(faultsOf(markdown)).toEqual(['fence-nested 1:3']);
  });

  it('reports an unclosed fence where it opens, and changes nothing', () => {
    const markdown = text('a', '', '```python', 'x', '## not a heading', '');
    expect(repairFences(markdown)).toEqual({
      text: markdown,
      faults: [{ rule: 'fence-unclosed', line: 3, column: 1 }],
    });
  });

  it('makes text of a fence that looks like a closing one and would make code of the sections below', () => {
    const markdown = text('**Queue:**', 'Keep it short.', '```', '', '## Rules', '', 'x', '', '```sh', 'y', '```');
    expect(repairFences(markdown)).toEqual({
      text: markdown.replace('short.\n```', 'short.\n\\```'),
      faults: [{ rule: 'fence-stray', line: 3, column: 1 }],
    });
  });

  it.each([
    ['opens code that is closed', text('```', '', '## Report', '', '```', '', 'y')],
    ['has text right below', text('```', 'x', '', '## Rules', '', '```', 'a', '```')],
    ['has a language', text('```sh', '', '## Rules')],
    ['has no section below', text('```', '', 'x')],
  ])('makes no text of a fence that %s', (_, markdown) => {
    expect(repairFences(markdown).text).toBe(markdown);
    expect(faultsOf(markdown).join()).not.toContain('fence-stray');
  });

  it('ends a program above the next section if the code of that section would end it', () => {
    const markdown = text('```yaml', 'oven: 1', '', '## Rules', 'x', '', '```sh', 'y', '```', 'z');
    expect(repairFences(markdown)).toEqual({
      text: text('```yaml', 'oven: 1', '```', '## Rules', 'x', '', '```sh', 'y', '```', 'z'),
      faults: [{ rule: 'fence-unclosed', line: 1, column: 1 }],
    });
    const within = text('```sh', 'cat << end', '```yaml', 'x', '```');
    expect(repairFences(within)).toEqual({ text: within, faults: [] });
  });

  it('does not accept a shorter or different fence as the closing one', () => {
    expect(faultsOf(text('````', 'x', '```'))).toEqual(['fence-unclosed 1:1']);
    expect(faultsOf(text('```', 'x', '~~~'))).toEqual(['fence-unclosed 1:1']);
  });

  it('ends an unclosed fence in a quotation with the quotation, and continues after it', () => {
    const markdown = text('> ```', '> x', '', '```rust', 'y', '```', '', '```', 'z', '```', '', '~~~');
    expect(repairFences(markdown).text).toBe(markdown);
    expect(faultsOf(markdown)).toEqual(['fence-unclosed 1:3', 'fence-unclosed 12:1']);
  });

  it('reports several fences in the order of the file', () => {
    const markdown = text('```md', '```sh', '```', '```', '', '```md', '```sh', '```', '```', '```');
    expect(faultsOf(markdown)).toEqual(['fence-nested 1:1', 'fence-nested 6:1', 'fence-unclosed 10:1']);
  });

  const line = fc.constantFrom(
    '```',
    '```rust',
    '```markdown',
    '````',
    '~~~',
    '~~~md',
    '> ```',
    '- ```sh',
    '  ```',
    '## x',
    'x',
    '',
  );

  it('only changes the length of fences, escapes one or adds an end, and nothing if it runs again', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const once = repairFences(lines.join('\n')).text;
        const plain = (markdown: string) => markdown.replace(/\\?([`~])\1+/g, '$1');
        const isEnd = (repaired: string, index: number) => lines[index] === '' && repaired === '```';
        const read = once.split('\n').map((repaired, index) => (isEnd(repaired, index) ? '' : repaired));
        expect(plain(read.join('\n'))).toBe(plain(lines.join('\n')));
        expect(repairFences(once).text).toBe(once);
      }),
    );
  });

  it('reads fences without a language in a markdown document as nested, if headings of the document follow', () => {
    const markdown = text('```markdown', '## Proof', '```', 'x', '```', '', '## Oven', 'y', '```', 'after');
    expect(repairFences(markdown)).toEqual({
      text: text('````markdown', '## Proof', '```', 'x', '```', '', '## Oven', 'y', '````', 'after'),
      faults: [{ rule: 'fence-nested', line: 1, column: 1 }],
    });
    expectSound(text('```markdown', '## Proof', '```', '', '```', 'x', '```', '', '## Oven', '', '```', 'y', '```'));
  });

  it('reads many markdown documents without taking quadratic time', () => {
    const started = performance.now();
    repairFences('```md\n# a\n```\nb\n'.repeat(30_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('reads them as nested also between fences with a language', () => {
    const document = (...below: string[]) =>
      text('```markdown', '# A', '**Error:**', '```', 'burnt', '```', ...below, '```', '', 'Rest.');
    const longer = (markdown: string) =>
      repairFences(markdown)
        .text.split('\n')
        .filter((line) => line.includes('````'));
    expect(longer(document('**Fix:**', '```ts', 'x', '```', '## B', 'y'))).toEqual(['````markdown', '````']);
    expect(longer(document('', '## B', '', '```', 'z', '```', '## C'))).toEqual(['````markdown', '````']);
    expect(longer(document('', 'Prose.', '', '```ts', 'x', '```', 'y'))).not.toContain('````markdown');
  });
});
