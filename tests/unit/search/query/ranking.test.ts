import { describe, expect, it } from 'vitest';
import type { StoredHead } from '../../../../src/search/format/index-format.ts';
import { parseQuery } from '../../../../src/search/query/query.ts';
import { repeatedTitlesLast, rank } from '../../../../src/search/query/ranking.ts';

const head = (kind: StoredHead['kind'], title: string): StoredHead => ({
  urlTemplate: '/',
  url: '/',
  kind,
  title,
  trail: [],
  others: 0,
});

describe('records with the same title and kind', () => {
  it('come last, except for the first few', () => {
    const heads = [
      ...Array.from({ length: 6 }, () => head('flow', 'FFI project')),
      head('gate', 'FFI project'),
      head('section', 'FFI'),
    ];
    expect(repeatedTitlesLast([5, 4, 3, 2, 1, 0, 6, 7], heads)).toEqual([5, 4, 3, 6, 7, 2, 1, 0]);
  });
});

describe('of records that match equally well', () => {
  const pro: Partial<StoredHead> = { agent: ['rust-pro', '', ''] };
  const best = (typed: string, heads: Partial<StoredHead>[], symbols: number[] = [], named: number[] = []) => {
    const query = parseQuery(typed);
    const candidates = heads.map((some, number) => ({
      head: { ...head('section', ''), ...some },
      number,
      match: { score: 1, share: 1, inOrder: false, symbols: symbols[number] ?? 0, named: named[number] ?? 0 },
      relativeScore: 1,
    }));
    return rank(candidates, query, [query.words])[0]?.number;
  };

  it('the one of the named agent is first', () => {
    const heads = [
      { kind: 'agent' as const, title: 'rust-pro', ...pro },
      { title: 'Concurrency', ...pro },
      { title: 'Concurrency and async' },
    ];
    expect(best('concurrency rust-pro', heads)).toBe(1);
  });

  it('the agent whose name contains the query comes before a section with that title', () => {
    const heads = [{ title: 'Code reviewer' }, { kind: 'agent' as const, title: 'gem-code-reviewer' }];
    expect(best('code reviewer', heads, [], [0, 0.8])).toBe(1);
  });

  it('the one with the typed symbol comes before one whose title has only its letters', () => {
    expect(best('// SAFETY:', [{ title: 'Safety' }, { kind: 'gate', title: 'Development' }], [0, 1])).toBe(1);
  });

  it('a delegation is first if the query asks for an agent', () => {
    const heads = [{ title: 'Documentation' }, { kind: 'delegation' as const, title: 'Documentation' }];
    expect(best('who is good at documentation', heads)).toBe(1);
  });

  it('the guide is first if the query asks about a kind, and a thing of that kind if the query only names it', () => {
    const heads = [
      { kind: 'gate' as const, title: 'Development' },
      { kind: 'guide' as const, title: 'Quality gate' },
    ];
    expect(best('what is a quality gate', heads)).toBe(1);
    expect(best('quality gates', heads)).toBe(0);
  });
});
