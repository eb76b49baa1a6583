import { describe, expect, it } from 'vitest';
import { containsInOrder, matchedShare, matchWord } from '../../../../src/search/query/word-match.ts';

describe('a word of a text', () => {
  it('matches itself, its beginning and its other forms', () => {
    expect(matchWord('ffi', 'ffi')).toBe('same');
    expect(matchWord('asynchronous', 'async')).toBe('prefix');
    expect(matchWord('binding', 'bindings')).toBe('form');
    expect(matchWord('libraries', 'library')).toBe('form');
    expect(matchWord('no_std', 'std')).toBe('prefix');
  });

  it('does not match anything else', () => {
    expect(matchWord('optimization', 'optimizaton')).toBeUndefined();
    expect(matchWord('cat', 'c')).toBeUndefined();
    expect(matchWord('trait', 'train')).toBeUndefined();
  });
});

describe('a text', () => {
  it('matches the share of the query’s words that it contains', () => {
    expect(matchedShare('Error handling', ['error', 'handling'])).toBe(1);
    expect(matchedShare('Error', ['error', 'handling'])).toBe(0.5);
    expect(matchedShare('', ['error'])).toBe(0);
  });

  it('contains words in order only if they are adjacent and in the same order', () => {
    expect(containsInOrder('Rust-C FFI Integration', ['ffi', 'integ'])).toBe(true);
    expect(containsInOrder('Integration of FFI', ['ffi', 'integration'])).toBe(false);
  });
});
