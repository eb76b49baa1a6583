import { describe, expect, it } from 'vitest';
import { arrayOf, textItem } from '../../../../src/search/pagefind/cbor.ts';
import { chunkOf, chunksFor } from '../../../../src/search/format/chunks.ts';
import { cutIntoChunks } from '../../../../src/search/pagefind/chunks.ts';

/** A word as Pagefind writes it, with so much of where it stands that two chunks hold no more than a few words. */
const entry = (word: string) => arrayOf([textItem(word), textItem('x'.repeat(5000))]);

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
const chunks = cutIntoChunks(words.map(entry));
const stored = chunks.map(({ from }) => from);

/** The chunk that Pagefind loads for what is typed: the first that it lies in, by its bytes. */
function loadedFor(typed: string): number {
  const isUpTo = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other)) <= 0;
  return chunks.findIndex(({ from, to }) => isUpTo(from, typed) && isUpTo(typed, to));
}

const beginningsOf = (word: string) =>
  Array.from(word, (_, end) =>
    Array.from(word)
      .slice(0, end + 1)
      .join(''),
  );

describe('the chunks of Pagefind’s index', () => {
  it('are several, and hold every word once', () => {
    expect(chunks.length).toBeGreaterThan(3);
    for (const word of words) {
      expect(chunks.filter(({ content }) => content.includes(textItem(word)))).toHaveLength(1);
    }
  });

  it('have no gaps: whatever is typed of a word leads to one that has a word of that beginning', () => {
    for (const beginning of words.flatMap(beginningsOf)) {
      const chunk = chunks[loadedFor(beginning)];
      const having = words.filter((word) => word.startsWith(beginning));
      expect(
        having.some((word) => chunk?.content.includes(textItem(word))),
        beginning,
      ).toBe(true);
    }
  });

  it('keep words together that have their first four letters in common, with what goes beyond them', () => {
    const [one] = ['boundaries', 'boundary', 'bounds', 'bound', 'boundless'].map(loadedFor);
    expect(['boundaries', 'boundary', 'bounds', 'bound', 'boundless'].map(loadedFor)).toEqual(Array(5).fill(one));
  });

  it('are found by the browser as by Pagefind', () => {
    for (const word of words) expect(chunkOf(word, stored), word).toBe(loadedFor(word));
    expect(chunkOf('!', stored)).toBe(-1);
  });

  it('with words that begin alike are those that the next letters may need', () => {
    const of = (beginning: string) => words.filter((word) => word.startsWith(beginning)).map(loadedFor);
    for (const beginning of ['a', 'b', 'bo', 'boun']) {
      expect(chunksFor(beginning, stored), beginning).toEqual(expect.arrayContaining([...new Set(of(beginning))]));
    }
    expect(chunksFor('bit', stored)).not.toContain(loadedFor('zoë'));
    expect(chunksFor('b', [])).toEqual([]);
  });
});
