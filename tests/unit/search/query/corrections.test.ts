import { describe, expect, it } from 'vitest';
import { countWords } from '../../../../src/search/build/count-words.ts';
import { encodeVocabulary } from '../../../../src/search/format/vocabulary.ts';
import { correct, offersOf } from '../../../../src/search/query/corrections.ts';
import { parseQuery } from '../../../../src/search/query/query.ts';
import { mergedRecord } from '../merged-record.ts';

const spelling = {
  words: encodeVocabulary(
    countWords(['memory management verification', 'memory verification kubernetes', 'memory'].map(mergedRecord)),
  ),
  asked: [
    ['garbage collection', 'Memory management'],
    ['docker', 'Containers and Kubernetes'],
  ] as [string, string][],
  topics: [{ title: 'Memory management', href: '/topics/memory/' }],
};
const correctionsOf = (typed: string, unknown?: string[]) =>
  correct(typed, parseQuery(typed), spelling, unknown).corrections;

describe('a correction', () => {
  it('replaces a query that people use for a topic by its title', () => {
    expect(correctionsOf('Garbage collection')[0]).toEqual({
      words: ['memory', 'management'],
      corrected: 'Memory management',
    });
  });

  it('replaces a part of a query by the title of a topic, if that part is unknown', () => {
    expect(correctionsOf('memory for docker', ['docker'])[0]?.words).toEqual(['memory', 'containers', 'kubernetes']);
    expect(correctionsOf('docker memory', ['zebra']).map(({ words }) => words)).not.toContain('containers');
  });

  it('replaces a misspelled name of a topic by its title', () => {
    expect(correctionsOf('dokcer', ['dokcer'])[0]).toEqual({
      words: ['containers', 'kubernetes'],
      corrected: 'Containers and Kubernetes',
    });
  });

  it('completes a word without reporting it as a mistake', () => {
    expect(correctionsOf('verifica', ['verifica'])[0]).toEqual({ words: ['verification'] });
  });

  it('replaces a misspelled word', () => {
    expect(correctionsOf('kuberntes memory', ['kuberntes'])[0]).toEqual({
      words: ['kubernetes', 'memory'],
      corrected: 'kubernetes memory',
    });
  });

  it('leaves out a word that resembles no other', () => {
    expect(correctionsOf('xylophone memory', ['xylophone'])).toEqual([{ words: ['memory'] }]);
  });

  it('leaves out the most frequent words if the words never occur together', () => {
    expect(correctionsOf('memory kubernetes')[0]?.words).toEqual(['kubernetes']);
  });

  it('is offered once as the text of a query', () => {
    expect(offersOf([{ words: ['a', 'b'] }, { words: ['b'], corrected: 'a b' }, { words: ['c'] }])).toEqual([
      'a b',
      'c',
    ]);
  });
});
