import { describe, expect, it } from 'vitest';
import { countWords } from '../../../../src/search/build/count-words.ts';
import { mergedRecord } from '../merged-record.ts';

describe('counting words', () => {
  it('counts for each word the records that contain it', () => {
    const counts = countWords([mergedRecord('concurrency concurrent lock'), mergedRecord('concurrency łódź')]);
    expect(Object.fromEntries(counts)).toEqual({ concurrency: 2, concurrent: 1, lock: 1, title: 2, łodz: 1 });
  });

  it('leaves out numbers and very long words', () => {
    const counts = countWords([mergedRecord(`x86 12345 ${'a'.repeat(500)} trait`)]);
    expect([...counts.keys()].sort()).toEqual(['title', 'trait']);
  });
});
