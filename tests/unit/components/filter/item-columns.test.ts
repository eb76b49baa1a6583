import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromItemColumns, toItemColumns } from '../../../../src/components/filter/item-columns.ts';

const card = (name: string, tags: string[]) =>
  `<li data-tag="${tags.join('|')}" class="card"><a href="/agents/${name}/">${name}</a>${tags.map((tag) => `<b>${tag}</b>`).join('')}</li>`;

describe('the items of a long list', () => {
  it('are the same after they were stored', () => {
    const items = [
      card('pilot', ['tides']),
      card('cook', []),
      card('mate', ['knots']),
      card('smith', ['iron', 'coal']),
    ];
    expect(fromItemColumns(toItemColumns(items))).toEqual(items);
  });

  it('are the same whatever their markup is', () => {
    const piece = fc.constantFrom('<li>', '</li>', '="', '"', '>', '<', ' a="b>c" ', 'text', '&lt;b&gt;', '\n', '');
    fc.assert(
      fc.property(fc.array(fc.array(piece).map((pieces) => pieces.join(''))), (items) => {
        expect(fromItemColumns(toItemColumns(items))).toEqual(items);
      }),
    );
  });

  it('share their markup, and all values that they have in common', () => {
    const { shapes, shapeOf, values } = toItemColumns([card('pilot', ['tides']), card('mate', ['tides'])]);
    expect(shapeOf).toEqual([0, 0]);
    expect(shapes).toEqual([['<li data-tag="tides" class="card"><a href="', '">', '</a><b>tides</b></li>']]);
    expect(values).toEqual([
      [
        ['/agents/pilot/', '/agents/mate/'],
        ['pilot', 'mate'],
      ],
    ]);
  });

  it('are split in a time that grows with their size, whatever their markup is', () => {
    const started = performance.now();
    for (const part of ['="', '>', '>a', '<li ', '="a>']) toItemColumns([part.repeat(100_000)]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
