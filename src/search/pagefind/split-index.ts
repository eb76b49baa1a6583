/** A part of Pagefind's index: words in alphabetical order, each with its positions. */
interface Chunk {
  /** The smallest text that sorts after all words of the chunks before. */
  from: string;
  /** Sorts after the last word, and after everything that begins with it. */
  to: string;
  words: IndexedWord[];
}

/** A word of Pagefind's index, and what Pagefind stores with it. */
export interface IndexedWord {
  word: string;
  stored: unknown;
  /** Of the encoded entry, in bytes. */
  size: number;
}

/** Size from which a chunk is full, in bytes. Pagefind's own are five times as large, most of it not needed. */
const CHUNK_SIZE = 12_000;

/** Words with the same prefix of this length, in characters, are in the same chunk. */
const SHARED_PREFIX = 4;

/** Sorts after everything that could follow a word. */
const LAST = '\u{10FFFF}';

/**
 * Splits Pagefind's index into smaller chunks. Words with the same first letters stay in one chunk, so that a search
 * for "const" finds "constant" as well.
 *
 * There are no gaps between chunks: Pagefind loads a chunk only if the word lies between its ends, and "bo" would
 * lie before a chunk that begins with "book".
 * @param words of the whole index, in alphabetical order
 */
export function splitIndex(words: readonly IndexedWord[]): Chunk[] {
  const pieces: { from: string; last: string; words: IndexedWord[]; size: number }[] = [];
  let before = '';
  for (const entry of words) {
    const { word, size } = entry;
    const piece = pieces.at(-1);
    if (piece && (piece.size < CHUNK_SIZE || prefixOf(word) === prefixOf(before))) {
      piece.words.push(entry);
      piece.size += size;
      piece.last = word;
    } else {
      pieces.push({ from: shortestPrefixAfter(before, word), last: word, words: [entry], size });
    }
    before = word;
  }
  return pieces.map(({ from, last, words: some }) => ({ from, to: last + LAST, words: some }));
}

function prefixOf(word: string): string {
  return word.slice(0, SHARED_PREFIX);
}

/** Returns the shortest prefix of a word that sorts after the word before it. */
function shortestPrefixAfter(before: string, word: string): string {
  const [previous, current] = [Array.from(before), Array.from(word)];
  const same = current.findIndex((letter, index) => letter !== previous[index]);
  return current.slice(0, same + 1).join('');
}
