import { describe, expect, it } from 'vitest';
import { blocksOf, found, text } from './recognised.ts';

const shown = (markdown: string) =>
  found('quality-gate', markdown).map(({ form, title, items }) => [
    `${form} ${title}`,
    ...items.map(({ text, done, line }) => `${String(line)} [${done ? 'x' : ' '}] ${text}`),
  ]);

describe('a quality gate', () => {
  it.each(['- ', '* ', '+ ', '1. ', '1) '])('is recognised in a list of tasks with the marker %j', (mark) => {
    expect(shown(`# G\n${mark}[ ] a \`b\` **c**\n${mark}[x] d\n${mark}[X] e`)).toEqual([
      ['gate G', '2 [ ] a b c', '3 [x] d', '4 [x] e'],
    ]);
  });

  it('has one item for each task of the list itself, not for tasks nested in a task', () => {
    expect(shown(text('- [x] a', '  - [ ] b', '    - plain', '      - [x] c', '  - plain', '- [ ] d'))).toEqual([
      ['gate Quality gate', '1 [x] a', '6 [ ] d'],
    ]);
  });

  it('can be a single task, in a file with CRLF', () => {
    expect(shown('# G\r\n\r\n- [ ] a\r\n')).toEqual([['gate G', '3 [ ] a']]);
  });

  it('has the text of an item that starts with a code span', () => {
    expect(shown('- [ ] one\n\n  ```sh\n  two\n  ```\n')[0]?.[1]).toBe('1 [ ] one');
  });

  it('is not recognised if only some items are tasks', () => {
    expect(blocksOf('# Checklist\n- [ ] a\n- b')).toEqual(['prose']);
    expect(blocksOf('- [ ]\n- [ ]')).toEqual(['prose']);
  });
});

describe('a checklist', () => {
  it.each(['Review checklist', 'Check-list', 'Quality Gates You Apply', 'Definition of Done', 'Acceptance criteria'])(
    'is a list under “%s”',
    (title) => {
      expect(shown(`# ${title}\n\n- **A**: a?\n- B`)).toEqual([[`checklist ${title}`, '3 [ ] A: a?', '4 [ ] B']]);
    },
  );

  it('is not recognised without such a heading directly above, or with a single item', () => {
    expect(blocksOf('# Notes\n- a\n- b')).toEqual(['prose']);
    expect(blocksOf('# Checklist\n## Notes\n- a\n- b')).toEqual(['prose']);
    expect(blocksOf('# Checklist\n- a')).toEqual(['prose']);
  });
});
