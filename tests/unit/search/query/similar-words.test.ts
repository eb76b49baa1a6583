import { describe, expect, it } from 'vitest';
import { completions, editDistance, isKnown, similarWords } from '../../../../src/search/query/similar-words.ts';

const vocabulary = new Map([
  ['concurrency', 9],
  ['security', 20],
  ['trait', 12],
  ['strait', 1],
  ['lifetimes', 4],
  ['database', 3],
]);

describe('similar words', () => {
  const similarTo = (word: string, words = vocabulary) => similarWords(word, words).map((similar) => similar.word);

  it.each([
    ['concurency', 'concurrency'],
    ['secuirty', 'security'],
    ['traiit', 'trait'],
    ['lifetmes', 'lifetimes'],
    ['databse', 'database'],
  ])('for %s begin with %s', (typo, word) => {
    expect(similarTo(typo)[0]).toBe(word);
  });

  it('with a missing, doubled or swapped letter come before those with a wrong letter', () => {
    const words = new Map([
      ['complex', 9],
      ['compiler', 2],
      ['tests', 1],
      ['texts', 9],
    ]);
    expect(similarTo('compler', words)[0]).toBe('compiler');
    expect(similarTo('testts', words)[0]).toBe('tests');
    expect(similarTo('tetss', words)[0]).toBe('tests');
  });

  it('include a word of five letters of which one is missing', () => {
    expect(similarTo('trat')).toEqual(['trait']);
  });

  it('do not exist for short words, and for words that resemble nothing', () => {
    expect(similarTo('locj', new Map([['lock', 9]]))).toEqual([]);
    expect(similarTo('tra')).toEqual([]);
    expect(similarTo('xylophone')).toEqual([]);
  });
});

describe('the edit distance', () => {
  it('counts two swapped letters as one edit', () => {
    expect(editDistance('secuirty', 'security')).toBe(1);
    expect(editDistance('abcdef', 'abdcef')).toBe(1);
    expect(editDistance('abcdef', 'badcef')).toBeGreaterThan(1);
  });
});

describe('completions', () => {
  it('are the words with a prefix, the most frequent first', () => {
    const words = new Map([
      ['verify', 30],
      ['verification', 9],
      ['verifications', 1],
    ]);
    expect(completions('verifica', words)).toEqual(['verification', 'verifications']);
    expect(completions('verb', words)).toEqual([]);
  });
});

describe('a vocabulary', () => {
  it('knows other forms of its words, and their beginnings', () => {
    expect(isKnown('databases', vocabulary)).toBe(true);
    expect(isKnown('concurr', vocabulary)).toBe(true);
    expect(isKnown('quokka', vocabulary)).toBe(false);
  });
});
