import { arrayOf, itemsOf, textOf } from './cbor.ts';

/** A part of Pagefind's index: some words in alphabetical order, each with where it stands. */
export interface Chunk {
  /** The least text that sorts behind all words of the chunks before: whatever sorts from here on belongs here. */
  from: string;
  /** Sorts behind the last word, and behind all that begins with it. */
  to: string;
  /** What its file holds, behind the signature. */
  content: Buffer;
}

/** Pagefind's own chunks are five times as large, of which a search for one word needs next to nothing. In bytes. */
const CHUNK_SIZE = 12_000;

/** Sorts behind all that could follow a word. */
const LAST = '\u{10FFFF}';

/**
 * Cuts Pagefind's index into smaller chunks. Words that begin alike stay together: who finds "const" in a chunk looks
 * for "constant" in the same one, and in no other.
 *
 * Between the chunks there are no gaps: Pagefind loads the chunk for a word only if that lies between its ends, and
 * "bo" would lie in front of the one that begins with "book".
 * @param words of the whole index in alphabetical order, each as Pagefind wrote it
 */
export function cutIntoChunks(words: readonly Buffer[]): Chunk[] {
  const pieces: { from: string; last: string; words: Buffer[]; size: number }[] = [];
  let before = '';
  for (const word of words) {
    const [said] = itemsOf(word);
    if (!said) throw new Error('A word of Pagefind’s index is empty.');
    const text = textOf(said);
    const piece = pieces.at(-1);
    if (piece && (piece.size < CHUNK_SIZE || beginning(text) === beginning(before))) {
      piece.words.push(word);
      piece.size += word.length;
      piece.last = text;
    } else {
      pieces.push({ from: leastBehind(before, text), last: text, words: [word], size: word.length });
    }
    before = text;
  }
  return pieces.map(({ from, last, words: some }) => ({ from, to: last + LAST, content: arrayOf([arrayOf(some)]) }));
}

function beginning(word: string): string {
  return word.slice(0, 4);
}

/** The shortest beginning of a word that sorts behind the word before it. */
function leastBehind(before: string, word: string): string {
  const [there, here] = [Array.from(before), Array.from(word)];
  const same = here.findIndex((letter, index) => letter !== there[index]);
  return here.slice(0, same + 1).join('');
}
