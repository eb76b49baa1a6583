import { describe, expect, it } from 'vitest';
import type { MergedRecord } from '../../../../src/search/build/merged-records.ts';
import {
  completions,
  knows,
  mend,
  readVocabulary,
  swapDistance,
  vocabularyOf,
} from '../../../../src/search/format/vocabulary.ts';

const record = (body: string): MergedRecord => ({
  place: '/',
  kind: 'section',
  title: 'Title',
  trail: [],
  topics: [],
  agents: [],
  body,
});

describe('a vocabulary', () => {
  it('comes back as it was, with the number of records of each word', () => {
    const coded = vocabularyOf([record('concurrency concurrent lock'), record('concurrency łódź')]);
    expect(Object.fromEntries(readVocabulary(coded))).toEqual({
      concurrency: 2,
      concurrent: 1,
      lock: 1,
      title: 2,
      łodz: 1,
    });
  });

  it('has no numbers, and nothing endless', () => {
    const words = readVocabulary(vocabularyOf([record(`x86 12345 ${'a'.repeat(500)} trait`)]));
    expect([...words.keys()]).toEqual(['title', 'trait']);
  });

  it('may be empty', () => {
    expect(readVocabulary(vocabularyOf([])).size).toBe(0);
  });
});

describe('mending', () => {
  const vocabulary = new Map([
    ['concurrency', 9],
    ['security', 20],
    ['trait', 12],
    ['strait', 1],
    ['lifetimes', 4],
    ['database', 3],
  ]);
  const meant = (word: string) => mend(word, vocabulary).map((one) => one.word);

  it.each([
    ['concurency', 'concurrency'],
    ['secuirty', 'security'],
    ['traiit', 'trait'],
    ['lifetmes', 'lifetimes'],
    ['databse', 'database'],
  ])('finds what %s was meant to be', (typo, word) => {
    expect(meant(typo)[0]).toBe(word);
  });

  it('takes a missing, doubled or swapped letter for likelier than a wrong one', () => {
    const words = new Map([
      ['complex', 9],
      ['compiler', 2],
      ['tests', 1],
      ['texts', 9],
    ]);
    const first = (word: string) => mend(word, words)[0]?.word;
    expect(first('compler')).toBe('compiler');
    expect(first('testts')).toBe('tests');
    expect(first('tetss')).toBe('tests');
  });

  it('finds a word of five letters of which one is missing', () => {
    expect(meant('trat')).toEqual(['trait']);
  });

  it('leaves short words alone, and those that are like nothing', () => {
    expect(mend('locj', new Map([['lock', 9]]))).toEqual([]);
    expect(meant('tra')).toEqual([]);
    expect(meant('xylophone')).toEqual([]);
  });

  it('counts two swapped letters as one mistake', () => {
    expect(swapDistance('secuirty', 'security')).toBe(1);
    expect(swapDistance('abcdef', 'abdcef')).toBe(1);
    expect(swapDistance('abcdef', 'badcef')).toBeGreaterThan(1);
  });

  it('finishes a word, with the commonest first', () => {
    const words = new Map([
      ['verify', 30],
      ['verification', 9],
      ['verifications', 1],
    ]);
    expect(completions('verifica', words)).toEqual(['verification', 'verifications']);
    expect(completions('verb', words)).toEqual([]);
  });

  it('knows other forms of a word, and its beginning', () => {
    expect(knows('databases', vocabulary)).toBe(true);
    expect(knows('concurr', vocabulary)).toBe(true);
    expect(knows('quokka', vocabulary)).toBe(false);
  });
});
