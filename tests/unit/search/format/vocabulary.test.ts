import { describe, expect, it } from 'vitest';
import { decodeVocabulary, encodeVocabulary } from '../../../../src/search/format/vocabulary.ts';

describe('an encoded vocabulary', () => {
  it('is decoded to the same words and counts', () => {
    const counts = { concurrency: 2, concurrent: 1, lock: 1, title: 2, łodz: 1 };
    const encoded = encodeVocabulary(new Map(Object.entries(counts)));
    expect(Object.fromEntries(decodeVocabulary(encoded))).toEqual(counts);
  });

  it('can be empty', () => {
    expect(decodeVocabulary(encodeVocabulary(new Map())).size).toBe(0);
  });
});
