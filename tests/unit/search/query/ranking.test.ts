import { describe, expect, it } from 'vitest';
import type { StoredHead } from '../../../../src/search/format/index-format.ts';
import { readQuery } from '../../../../src/search/query/query.ts';
import { alikeLast, rank } from '../../../../src/search/query/ranking.ts';

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

describe('of what matches equally well', () => {
  const pro: Partial<StoredHead> = { agent: ['rust-pro', '', ''] };
  const best = (typed: string, heads: Partial<StoredHead>[], symbols: number[] = []) => {
    const query = readQuery(typed);
    const candidates = heads.map((some, number) => ({
      head: { ...head('section', ''), ...some },
      number,
      found: { score: 1, has: 1, inOrder: false, symbols: symbols[number] ?? 0 },
      share: 1,
    }));
    return rank(candidates, query, [query.words])[0]?.number;
  };

  it('comes first what an agent has under that name, if both are named', () => {
    const heads = [
      { kind: 'agent' as const, title: 'rust-pro', ...pro },
      { title: 'Concurrency', ...pro },
      { title: 'Concurrency and async' },
    ];
    expect(best('concurrency rust-pro', heads)).toBe(1);
  });

  it('comes first what has the signs, before what is called by the letters alone', () => {
    expect(best('// SAFETY:', [{ title: 'Safety' }, { kind: 'gate', title: 'Development' }], [0, 1])).toBe(1);
  });

  it('comes first somebody, if somebody is asked for', () => {
    const heads = [{ title: 'Documentation' }, { kind: 'delegation' as const, title: 'Documentation' }];
    expect(best('who is good at documentation', heads)).toBe(1);
  });

  it('comes first the guide, if a kind of thing is asked about, and the things if it is named', () => {
    const heads = [
      { kind: 'gate' as const, title: 'Development' },
      { kind: 'guide' as const, title: 'Quality gate' },
    ];
    expect(best('what is a quality gate', heads)).toBe(1);
    expect(best('quality gates', heads)).toBe(0);
  });
});
