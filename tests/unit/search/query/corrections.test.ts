import { describe, expect, it } from 'vitest';
import type { MergedRecord } from '../../../../src/search/build/merged-records.ts';
import { readQuery } from '../../../../src/search/query/query.ts';
import { suggest } from '../../../../src/search/query/corrections.ts';
import { vocabularyOf } from '../../../../src/search/format/vocabulary.ts';

const record = (body: string): MergedRecord => ({
  place: '/',
  kind: 'section',
  title: 'Title',
  trail: [],
  topics: [],
  agents: [],
  body,
});

const help = {
  words: vocabularyOf([
    record('memory management verification'),
    record('memory verification kubernetes'),
    record('memory'),
  ]),
  asked: [
    ['garbage collection', 'Memory management'],
    ['docker', 'Containers and Kubernetes'],
  ] as [string, string][],
  topics: [{ title: 'Memory management', href: '/topics/memory/' }],
};
const offered = (typed: string, unknown?: string[]) => suggest(typed, readQuery(typed), help, unknown).mendings;

describe('what could have been meant', () => {
  it('is a topic, if people ask for it in these words', () => {
    expect(offered('Garbage collection')[0]).toEqual({
      words: ['memory', 'management'],
      corrected: 'Memory management',
    });
  });

  it('is a topic for a part of a query, if nobody knows that part', () => {
    expect(offered('memory for docker', ['docker'])[0]?.words).toEqual(['memory', 'containers', 'kubernetes']);
    expect(offered('docker memory', ['zebra']).map(({ words }) => words)).not.toContain('containers');
  });

  it('is a topic, also if its word is misspelt', () => {
    expect(offered('dokcer', ['dokcer'])[0]).toEqual({
      words: ['containers', 'kubernetes'],
      corrected: 'Containers and Kubernetes',
    });
  });

  it('is a word that is only begun: no mistake to be told of', () => {
    expect(offered('verifica', ['verifica'])[0]).toEqual({ words: ['verification'] });
  });

  it('is a word with a letter wrong', () => {
    expect(offered('kuberntes memory', ['kuberntes'])[0]).toEqual({
      words: ['kubernetes', 'memory'],
      corrected: 'kubernetes memory',
    });
  });

  it('is less, if a word is like no other', () => {
    expect(offered('xylophone memory', ['xylophone'])).toEqual([{ words: ['memory'] }]);
  });

  it('is the words that say the most, if they never meet', () => {
    expect(offered('memory kubernetes')[0]?.words).toEqual(['kubernetes']);
  });
});
