import { describe, expect, it } from 'vitest';
import { chunkOf, chunksFor } from '../../../../src/search/format/chunks.ts';
import { splitIndex } from '../../../../src/search/pagefind/split-index.ts';

const words = [
  'ask',
  'async',
  'axe',
  'bit',
  'bits',
  'book',
  'bottom',
  'boundaries',
  'boundary',
  'bounds',
  'zoë',
  '所有权',
];
// So large that a chunk is full after a few words.
const chunks = splitIndex(words.map((word) => ({ word, stored: [word], size: 5000 })));
const starts = chunks.map(({ from }) => from);

/** The chunk that Pagefind loads for a text: the first with the text between its ends, compared by bytes. */
function chunkLoadedFor(typed: string): number {
  const isUpTo = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other)) <= 0;
  return chunks.findIndex(({ from, to }) => isUpTo(from, typed) && isUpTo(typed, to));
}

const prefixesOf = (word: string) =>
  Array.from(word, (_, end) =>
    Array.from(word)
      .slice(0, end + 1)
      .join(''),
  );

describe('the chunks of Pagefind’s index', () => {
  it('contain every word once', () => {
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.flatMap((chunk) => chunk.words.map(({ word }) => word))).toEqual(words);
  });

  it('have no gaps: every prefix of a word leads to a chunk with a word that begins with it', () => {
    for (const prefix of words.flatMap(prefixesOf)) {
      const chunk = chunks[chunkLoadedFor(prefix)];
      expect(
        chunk?.words.some(({ word }) => word.startsWith(prefix)),
        prefix,
      ).toBe(true);
    }
  });

  it('contain all words with the same first four letters, and what comes after them', () => {
    const [first] = ['boundaries', 'boundary', 'bounds', 'bound', 'boundless'].map(chunkLoadedFor);
    expect(['boundaries', 'boundary', 'bounds', 'bound', 'boundless'].map(chunkLoadedFor)).toEqual(
      Array(5).fill(first),
    );
  });

  it('are found by the browser code as by Pagefind', () => {
    for (const word of words) expect(chunkOf(word, starts), word).toBe(chunkLoadedFor(word));
    expect(chunkOf('!', starts)).toBe(-1);
  });

  it('that contain words with a prefix are those that the next keys may need', () => {
    const expected = (prefix: string) => words.filter((word) => word.startsWith(prefix)).map(chunkLoadedFor);
    for (const prefix of ['a', 'b', 'bo', 'boun']) {
      expect(chunksFor(prefix, starts), prefix).toEqual(expect.arrayContaining([...new Set(expected(prefix))]));
    }
    expect(chunksFor('bit', starts)).not.toContain(chunkLoadedFor('zoë'));
    expect(chunksFor('b', [])).toEqual([]);
  });
});
