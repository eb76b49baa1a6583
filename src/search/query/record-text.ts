import type { StoredHead, StoredRecord } from '../format/index-format.ts';
import { resultKinds } from '../format/result-kinds.ts';
import { matchesIn } from './match.ts';
import { fold, stem } from './words.ts';

const texts = new WeakMap<StoredHead, string>();

/**
 * All that is known of what a record says, as words are compared. Folded once: somebody who types on looks for other
 * words in the same records.
 */
export function textOf(record: StoredHead | StoredRecord): string {
  const known = texts.get(record);
  if (known !== undefined) return known;
  const { kind, title, trail, agent } = record;
  const body = 'body' in record ? record.body : '';
  const text = fold([title, ...trail, agent?.[0] ?? '', resultKinds[kind].words, body].join('\n'));
  texts.set(record, text);
  return text;
}

/** Whether a text, as words are compared, has a word: itself, one that begins with it, or another form of it. */
export function hasWord(text: string, word: string): boolean {
  // All of these begin alike, and looking for letters is quick. A word has no sign with a meaning in patterns.
  if (!text.includes(word.length > 3 ? stem(word) : word)) return false;
  if (word.length > 1 && new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_'])${word}`, 'u').test(text)) return true;
  return matchesIn(text, [word]).length > 0;
}
