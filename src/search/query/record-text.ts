import type { StoredHead, StoredRecord } from '../format/index-format.ts';
import { resultKinds } from '../format/result-kinds.ts';
import { matchesIn } from './word-match.ts';
import { fold, stem } from './words.ts';

const texts = new WeakMap<StoredHead, string>();

/**
 * Returns everything that is loaded of a record's text, folded for comparison. Cached, because each further key
 * searches the same records again.
 */
export function foldedText(record: StoredHead | StoredRecord): string {
  const cached = texts.get(record);
  if (cached !== undefined) return cached;
  const { kind, title, trail, agent } = record;
  const body = 'body' in record ? record.body : '';
  const text = fold([title, ...trail, agent?.[0] ?? '', resultKinds[kind].words, body].join('\n'));
  texts.set(record, text);
  return text;
}

/** Whether a folded text contains a word, a word that begins with it, or another form of it. */
function containsWord(text: string, word: string): boolean {
  // A fast check first: all of these begin with the stem. Words need no escaping in a regular expression.
  if (!text.includes(word.length > 3 ? stem(word) : word)) return false;
  if (word.length > 1 && new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_'])${word}`, 'u').test(text)) return true;
  return matchesIn(text, [word]).length > 0;
}

/** Returns the words that none of the texts contains, in this or in another variant. */
export function wordsMissingIn(
  texts: readonly string[],
  words: readonly string[],
  variants: readonly (readonly string[])[],
): string[] {
  return words.filter((word) => {
    const others = variants.filter((variant) => !variant.includes(word));
    return !texts.some(
      (text) => containsWord(text, word) || others.some((variant) => variant.every((one) => containsWord(text, one))),
    );
  });
}
