import { describe, expect, it } from 'vitest';
import { compactPath, retraces, rectangleOf } from '../../../src/diagrams/shape-path.ts';
import { identity } from '../../../src/diagrams/matrix.ts';

describe('compactPath', () => {
  it.each([
    ['transforms and rounds', 'M0.04 0.06 L10.123 20', [1, 0, 0, 1, 5, 5], 'M5 5.1L15.1 25'],
    ['replaces straight curves with lines', 'M0 0 C3 3 6 6 9 9', identity, 'M0 0L9 9'],
    ['leaves real curves alone', 'M0 0 C9 0 9 0 9 9', identity, 'M0 0C9 0 9 0 9 9'],
    ['joins lines in the same direction', 'M0 0 L1 0 L2 0 L9 0 L9 9', identity, 'M0 0H9V9'],
    ['does not join lines that turn back', 'M0 0 L9 0 L3 0', identity, 'M0 0H9 3'],
    ['joins lines that continue where the last one ended', 'M0 0 L9 9 M9 9 L18 0', identity, 'M0 0l9 9 9-9'],
    ['removes lines without a length', 'M0 0 L0 0 L9 9', identity, 'M0 0L9 9'],
    ['leaves closed paths closed', 'M0 0 L9 0 L9 9 Z', identity, 'M0 0H9V9Z'],
  ] as const)('%s', (_, d, matrix, compact) => {
    expect(compactPath(d, matrix)).toBe(compact);
  });
});

describe('rectangleOf', () => {
  it.each([
    ['a rectangle', 'M0 0 L20 0 L20 10 L0 10 Z', { x: 0, y: 0, width: 20, height: 10, radius: 0 }],
    ['a stadium', 'M5 0 H15 A5 5 0 0 1 15 10 H5 A5 5 0 0 1 5 0 Z', { x: 0, y: 0, width: 20, height: 10, radius: 5 }],
    ['a triangle', 'M0 20 L10 0 L20 20 Z', undefined],
    ['a lozenge', 'M10 0 L20 10 L10 20 L0 10 Z', undefined],
    ['a line', 'M0 0 L20 0', undefined],
  ])('recognises whether %s is a rectangle', (_, d, expected) => {
    const found = rectangleOf(d);
    if (!expected) expect(found).toBeUndefined();
    else
      for (const [name, value] of Object.entries(expected))
        expect(found).toHaveProperty(name, expect.closeTo(value, 0));
  });
});

describe('retraces', () => {
  const square = 'M0 0 L20 0 L20 20 L0 20 Z';

  it('distinguishes a line on the edge of a shape from one that also crosses it', () => {
    expect(retraces('M0 0 L20 0 M20 0 L20 20 M20 20 L0 20 M0 20 L0 0', square)).toBe(true);
    expect(retraces('M0 0 L20 0 M5 0 L5 20', square)).toBe(false);
  });
});
