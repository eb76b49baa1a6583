import { describe, expect, it } from 'vitest';
import type { StoredHead } from '../../../src/search/index-format.ts';
import { alikeLast } from '../../../src/search/ranking.ts';

const head = (kind: StoredHead['kind'], title: string): StoredHead => ({
  place: '/',
  url: '/',
  kind,
  title,
  trail: [],
  others: 0,
});

describe('what is called the same', () => {
  it('comes behind all others, but for the best of it', () => {
    const heads = [
      ...Array.from({ length: 6 }, () => head('flow', 'FFI project')),
      head('gate', 'FFI project'),
      head('section', 'FFI'),
    ];
    expect(alikeLast([5, 4, 3, 2, 1, 0, 6, 7], heads)).toEqual([5, 4, 3, 6, 7, 2, 1, 0]);
  });
});
