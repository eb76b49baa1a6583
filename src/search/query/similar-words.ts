import { distance } from 'fastest-levenshtein';
import { stem } from './words.ts';

/** Shortest word to suggest, in letters: a shorter one is too similar to too many others. */
const MIN_SUGGESTED_LENGTH = 5;
/** Shortest word to correct, in letters: one letter of a suggested word may be missing. */
export const MIN_TYPO_LENGTH = MIN_SUGGESTED_LENGTH - 1;
/** Length from which two letters of a word may be wrong. */
const LONG_WORD = 9;

/** A word that the reader may have meant. */
interface SimilarWord {
  word: string;
  /** Letters to change, add, remove or swap. */
  distance: number;
}

/**
 * Returns the words of a vocabulary that are similar to an unknown one, most likely first: the closest ones; among
 * these, those with a letter missing, doubled or swapped, which are more common typing errors than a wrong letter,
 * and those with the same first letter; then those in most records. None for short words.
 */
export function similarWords(unknown: string, vocabulary: ReadonlyMap<string, number>): SimilarWord[] {
  if (unknown.length < MIN_TYPO_LENGTH) return [];
  const maxDistance = unknown.length >= LONG_WORD ? 2 : 1;
  const found: (SimilarWord & { count: number; unlikely: number })[] = [];
  for (const [word, count] of vocabulary) {
    if (word.length < MIN_SUGGESTED_LENGTH || Math.abs(word.length - unknown.length) > maxDistance) continue;
    const edits = editDistance(unknown, word);
    if (edits > maxDistance) continue;
    const hasWrongLetter = word.length === unknown.length && distance(unknown, word) === edits;
    const hasOtherStart = !word.startsWith(unknown.charAt(0));
    found.push({ word, distance: edits, count, unlikely: Number(hasWrongLetter) + Number(hasOtherStart) });
  }
  return found
    .sort((a, b) => a.distance - b.distance || a.unlikely - b.unlikely || b.count - a.count)
    .map(({ word, distance: edits }) => ({ word, distance: edits }));
}

/** Returns the words that begin with a prefix, those in most records first. */
export function completions(prefix: string, vocabulary: ReadonlyMap<string, number>): string[] {
  return [...vocabulary]
    .filter(([word]) => word.startsWith(prefix))
    .sort(([, m], [, n]) => n - m)
    .map(([word]) => word);
}

/** Whether a vocabulary contains a word, a word that begins with it, or another form of it. */
export function isKnown(word: string, vocabulary: ReadonlyMap<string, number>): boolean {
  if (vocabulary.has(word)) return true;
  const root = stem(word);
  for (const known of vocabulary.keys()) if (known.startsWith(word) || stem(known) === root) return true;
  return false;
}

/** Computes the Levenshtein distance, with two swapped neighbours as one edit (Damerau). */
export function editDistance(a: string, b: string): number {
  const plain = distance(a, b);
  if (plain !== 2 || a.length !== b.length) return plain;
  let first = 0;
  while (a[first] === b[first]) first++;
  const isSwap = a[first] === b[first + 1] && a[first + 1] === b[first] && a.slice(first + 2) === b.slice(first + 2);
  return isSwap ? 1 : plain;
}
