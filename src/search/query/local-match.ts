import type { StoredHead, StoredRecord } from '../format/index-format.ts';
import type { Query } from './query.ts';
import { localWeights } from './ranking-weights.ts';
import { noMatch, type RecordMatches } from './record-match.ts';
import { foldedText } from './record-text.ts';
import { fold, stem } from './words.ts';

/**
 * Finds records without any request: those that contain all words in their title, trail, agent's name, or in their
 * text as far as it is loaded. Titles decide most of the ranking, so these are most of the first results. Phrases and
 * symbols must match exactly, which only Pagefind can check: queries with them find nothing here.
 * @param loaded records or their heads, by number
 * @param variants of the query's words, see `variantsOf`
 */
export function matchLocally(
  loaded: Iterable<readonly [number: number, record: StoredHead | StoredRecord]>,
  { phrases, symbols }: Query,
  variants: readonly (readonly string[])[],
): RecordMatches {
  const matches: RecordMatches = new Map();
  if (phrases.length > 0 || symbols.length > 0) return matches;
  const tests = variants
    .filter(({ length }) => length > 0)
    .map((words) => ({ words, patterns: words.map((word) => ({ prefix: prefixOf(word), word: patternFor(word) })) }));
  for (const [number, record] of loaded) {
    const text = foldedText(record);
    const variant = tests.find(({ patterns }) =>
      // The fast check excludes most of thousands of records.
      patterns.every(({ prefix, word }) => text.includes(prefix) && word.test(text)),
    );
    if (!variant) continue;
    const title = fold(record.title);
    const inTitle = variant.patterns.filter(({ prefix }) => title.includes(prefix)).length / variant.patterns.length;
    const score = localWeights.anywhere + localWeights.inTitle * inTitle;
    matches.set(number, { ...noMatch, score, share: 1, inOrder: title.includes(variant.words.join(' ')) });
  }
  return matches;
}

/** Shortest stem to search for, in letters: a shorter one is ambiguous, as that of "error" and "errand" is. */
const MIN_STEM_LENGTH = 4;

/** Returns the prefix that all forms of a word have in common (see `matchWord`). */
function prefixOf(word: string): string {
  const root = stem(word);
  return root.length < MIN_STEM_LENGTH ? word : root;
}

/** Matches a word with this prefix, or a part of `no_std`. Words need no escaping in a regular expression. */
function patternFor(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${prefixOf(word)}`, 'u');
}
