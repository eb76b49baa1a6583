import { describe, expect, it } from 'vitest';
import { matchLocally } from '../../../../src/search/query/local-match.ts';
import type { StoredHead } from '../../../../src/search/format/index-format.ts';
import { parseQuery, variantsOf } from '../../../../src/search/query/query.ts';

const head = (title: string, trail: string[] = [], agent?: string): StoredHead => ({
  urlTemplate: '/',
  url: '/',
  kind: 'section',
  title,
  trail,
  others: 0,
  ...(agent === undefined ? {} : { agent: [agent, 'red', 'A'] as [string, string, string] }),
});

const heads = [
  head('FFI', ['Expertise'], 'rust-engineer'),
  head('Rust-C FFI Integration Project', [], 'rust-pro'),
  head('Foreign functions'),
  head('Testing', ['Phases'], 'rust-pro'),
];

const find = (typed: string, groups: string[][] = []) => {
  const query = parseQuery(typed);
  return [...matchLocally(heads.entries(), query, variantsOf(query.words, groups)).keys()];
};

describe('a local match', () => {
  it('has all words in its title, its trail or its agent’s name', () => {
    expect(find('ffi')).toEqual([0, 1]);
    expect(find('ffi expertise')).toEqual([0]);
    expect(find('testing rust-pro')).toEqual([3]);
    expect(find('ffi testing')).toEqual([]);
  });

  it('has a higher score, the more words are in the title', () => {
    const query = parseQuery('expertise');
    const matches = matchLocally([head('FFI', ['Expertise']), head('Expertise')].entries(), query, [query.words]);
    expect(matches.get(1)?.score).toBeGreaterThan(matches.get(0)?.score ?? 0);
  });

  it('counts incomplete words, and variants', () => {
    expect(find('integ')).toEqual([1]);
    expect(find('foreign function', [['ffi', 'foreign function']])).toEqual([0, 1, 2]);
  });

  it('does not exist for phrases and symbols, which only Pagefind can match exactly', () => {
    expect(find('"ffi"')).toEqual([]);
    expect(find('#[ffi]')).toEqual([]);
    expect(find('')).toEqual([]);
  });
});
