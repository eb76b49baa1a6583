import { compareCodeUnits } from '../format/vocabulary.ts';
import { MIN_TYPO_LENGTH } from '../query/similar-words.ts';
import { tokenize } from '../query/words.ts';
import type { MergedRecord } from './merged-records.ts';

/** Longer sequences of letters are not words. */
const MAX_WORD_LENGTH = 30;

/** Maximum number of words to store, the most frequent: on a huge site, rarer ones are unlikely to be what a reader misspelled. */
const MAX_WORDS = 30_000;

/** Counts for each word the records that contain it. Too short or too long words and numbers are left out. */
export function countWords(records: readonly MergedRecord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, body, code = '', agents } of records) {
    const names = agents.map(({ name }) => name).join('\n');
    const words = new Set(tokenize(`${title}\n${body}\n${code}\n${names}`).map(({ word }) => word));
    for (const word of words) {
      if (word.length < MIN_TYPO_LENGTH || word.length > MAX_WORD_LENGTH || !/^\p{L}+$/u.test(word)) continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || compareCodeUnits(a, b)).slice(0, MAX_WORDS));
}
