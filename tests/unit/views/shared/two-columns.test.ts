import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossings, twoColumns } from '../../../../src/views/shared/two-columns.ts';

const entries = (...ids: string[]) => ids.map((id) => ({ id, label: id }));
const link = (from: string, to: string, count = 1) => ({ from, to, count });

describe('two columns', () => {
  it('are sorted so that lines which need not cross do not', () => {
    const links = [link('a', 'z'), link('b', 'y'), link('c', 'x')];
    const { left, right } = twoColumns(entries('a', 'b', 'c'), entries('x', 'y', 'z'), links);
    expect(crossings(left, right, links)).toBe(0);
  });

  it('place an entry on the left at the mean height of where its lines lead', () => {
    const { left, right } = twoColumns(entries('a'), entries('x', 'y', 'z'), [
      link('a', 'x'),
      link('a', 'y'),
      link('a', 'z'),
    ]);
    expect(left[0]?.y).toBe(right[1]?.y);
  });

  it('leave out entries without a line', () => {
    const { left, right } = twoColumns(entries('a', 'b'), entries('x', 'y'), [link('a', 'y')]);
    expect([left.map(({ id }) => id), right.map(({ id }) => id)]).toEqual([['a'], ['y']]);
  });

  it('count the tasks of each entry and draw twice as many tasks twice as wide', () => {
    const { left, right, links } = twoColumns(entries('a'), entries('x', 'y'), [link('a', 'x', 2), link('a', 'y')]);
    expect(left[0]?.total).toBe(3);
    expect(right.map(({ total }) => total)).toEqual([2, 1]);
    expect(links[0]?.width).toBe(2 * (links[1]?.width ?? 0));
  });

  it('never draw the lines of one entry wider than its row', () => {
    const { links } = twoColumns(entries('a'), entries('x'), [link('a', 'x', 1_000)]);
    expect(links[0]?.width).toBeLessThanOrEqual(28);
  });

  it('place nothing where there is nothing', () => {
    expect(twoColumns([], [], [])).toEqual({ left: [], right: [], links: [], height: 0 });
  });

  it('keep entries at least a row apart, inside the picture, and never cross more than unsorted columns', () => {
    const pair = fc.tuple(fc.nat(7), fc.nat(11), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.uniqueArray(pair, { selector: ([a, b]) => `${String(a)} ${String(b)}` }), (pairs) => {
        const links = pairs.map(([a, b, count]) => link(`l${String(a)}`, `r${String(b)}`, count));
        const lefts = entries(...Array.from({ length: 8 }, (_, index) => `l${String(index)}`));
        const rights = entries(...Array.from({ length: 12 }, (_, index) => `r${String(index)}`));
        const { left, right, height } = twoColumns(lefts, rights, links);
        for (const column of [left, right]) {
          column.forEach(({ y }, index) => {
            const before = column[index - 1];
            if (before) expect(y - before.y).toBeGreaterThanOrEqual(28 - 1e-6);
            expect(y).toBeGreaterThanOrEqual(14 - 1e-6);
            expect(y).toBeLessThanOrEqual(height - 14 + 1e-6);
          });
        }
        expect(crossings(left, right, links)).toBeLessThanOrEqual(crossings(lefts, rights, links));
      }),
    );
  });
});
