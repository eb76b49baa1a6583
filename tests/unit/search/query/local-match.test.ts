import { describe, expect, it } from 'vitest';
import { findHere } from '../../../../src/search/query/local-match.ts';
import type { StoredHead } from '../../../../src/search/format/index-format.ts';
import { readQuery, spellingsOf } from '../../../../src/search/query/query.ts';

const head = (title: string, trail: string[] = [], agent?: string): StoredHead => ({
  place: '/',
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
  const query = readQuery(typed);
  return [...findHere(heads.entries(), query, spellingsOf(query.words, groups)).keys()];
};

describe('what can be found without asking for anything', () => {
  it('is what has all the words in its title, its trail or its agent’s name', () => {
    expect(find('ffi')).toEqual([0, 1]);
    expect(find('ffi expertise')).toEqual([0]);
    expect(find('testing rust-pro')).toEqual([3]);
    expect(find('ffi testing')).toEqual([]);
  });

  it('is better, the more of it is in the title', () => {
    const query = readQuery('expertise');
    const found = findHere([head('FFI', ['Expertise']), head('Expertise')].entries(), query, [query.words]);
    expect(found.get(1)?.score).toBeGreaterThan(found.get(0)?.score ?? 0);
  });

  it('counts a word that is not typed to its end, and other spellings', () => {
    expect(find('integ')).toEqual([1]);
    expect(find('foreign function', [['ffi', 'foreign function']])).toEqual([0, 1, 2]);
  });

  it('is nothing for phrases and signs, which have to be found as they are', () => {
    expect(find('"ffi"')).toEqual([]);
    expect(find('#[ffi]')).toEqual([]);
    expect(find('')).toEqual([]);
  });
});
