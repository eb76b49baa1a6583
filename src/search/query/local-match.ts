import type { StoredHead, StoredRecord } from '../format/index-format.ts';
import type { Query } from './query.ts';
import { textOf } from './record-text.ts';
import type { AllFound } from '../browser/retrieval.ts';
import { fold, stem } from './words.ts';

/**
 * What can be found without asking for anything: records of which all the words are here, in their titles, in the
 * headings above them, in their agents' names, or in their texts as far as these have been loaded. What titles say
 * will be ranked first, so this is most of what is going to be on top. Nothing, where what was typed has to be found
 * as it is, with its signs: that is Pagefind's part.
 * @param here what has been loaded of the records, by their numbers
 * @param spellings the query's words, then the same in other words
 */
export function findHere(
  here: Iterable<readonly [number: number, record: StoredHead | StoredRecord]>,
  { phrases, symbols }: Query,
  spellings: readonly (readonly string[])[],
): AllFound {
  const found: AllFound = new Map();
  if (phrases.length > 0 || symbols.length > 0) return found;
  const asked = spellings
    .filter(({ length }) => length > 0)
    .map((words) => ({ words, patterns: words.map((word) => ({ begin: beginningOf(word), word: asWord(word) })) }));
  for (const [number, record] of here) {
    const text = textOf(record);
    const spelling = asked.find(({ patterns }) =>
      // Looking for letters is quick, and leaves few of thousands of records to be looked through for words.
      patterns.every(({ begin, word }) => text.includes(begin) && word.test(text)),
    );
    if (!spelling) continue;
    // Roughly, since the best of them are ranked by what their titles say.
    const title = fold(record.title);
    const inTitle = spelling.patterns.filter(({ begin }) => title.includes(begin)).length / spelling.patterns.length;
    const inOrder = title.includes(spelling.words.join(' '));
    found.set(number, { score: (1 + inTitle) / 2, has: 1, inOrder, symbols: 0 });
  }
  return found;
}

/** Fewer letters than this are no stem to find words by: that of "error" is also that of "errand". */
const SHORTEST_STEM = 4;

/** What a word begins with that is like this one (see `likeness`). */
function beginningOf(word: string): string {
  const root = stem(word);
  return root.length < SHORTEST_STEM ? word : root;
}

/** Some word that begins like this one, the parts of `no_std` included. A word has no sign with a meaning in patterns. */
function asWord(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${beginningOf(word)}`, 'u');
}
