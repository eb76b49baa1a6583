import { describe, expect, it } from 'vitest';
import { blocksOf, found, said } from '../recognised.ts';

const steps = (markdown: string) =>
  found('workflow', markdown).flatMap(({ steps }) =>
    steps.map(({ title, route, line }) => `${String(line)} ${title} | ${said(route)}`),
  );

describe('a workflow', () => {
  it.each([
    ['dots', '1. **A** → `@a`\n2. **B** → `@b` + `@c`'],
    ['brackets', '1) A -> @a\n2) B => @b and @c'],
    ['the same number throughout', '1. A → @a\n1. B → @b, @c'],
    ['CRLF', '1. A → @a\r\n2. B → @b & @c\r\n'],
    ['steps in detail', '1. A → @a\n   - detail → more\n2. B → @b + @c'],
  ])('is recognised with %s', (_, list) => {
    expect(steps(list).map((step) => step.slice(2))).toEqual(['A | a', 'B | b and c']);
  });

  it('has the title of its heading, and can be at the very start of a file', () => {
    expect(found('workflow', '# Ship\n\n1. A → @a\n2. B → @b')[0]).toMatchObject({ title: 'Ship', from: 3, to: 4 });
    expect(found('workflow', '1. A → @a\n2. B → @b')[0]).toMatchObject({
      title: 'Workflow',
      slug: 'workflow',
      from: 1,
    });
  });

  it('can have roles in up to half of its steps', () => {
    expect(steps('1. A → @a\n2. B → domain specialist')).toEqual(['1 A | a', '2 B | <domain specialist>']);
    expect(steps('1. A → @a\n2. B → somebody\n3. C → anybody')).toEqual([]);
  });

  it.each([
    ['an ordered list with one arrow', '1. A → @a\n2. B\n3. C'],
    ['transformations', '1. `Vec` → zero-copy slices\n2. `Mutex` → lock-free'],
    ['one step', '1. A → @a'],
    ['plain steps', '1. Read\n2. Write'],
    ['addresses', '1. Mail → me@example.org\n2. Package → @types/node'],
  ])('is not recognised in %s', (_, list) => {
    expect(blocksOf(`# Style\n\n${list}`)).toEqual(['prose']);
  });
});
