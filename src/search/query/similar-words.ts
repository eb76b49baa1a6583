import { distance } from 'fastest-levenshtein';
import type { MergedRecord } from '../build/merged-records.ts';
import { stem, wordsOf } from '../query/words.ts';

/** No shorter word was meant by another one: with one letter changed, it would be a third. */
const SHORTEST_MEANT = 5;
/** What is typed may lack a letter of it. */
const SHORTEST_MENDED = SHORTEST_MEANT - 1;
/** In words as long as this, two letters may be wrong. */
const LONG = 9;
/** Longer ones are no words. */
const LONGEST = 30;
/** Most words kept, the commonest: what is rarer in a huge site is hardly what someone meant. */
const MOST_WORDS = 30_000;
/** A word shares at most this many characters with the one before: the largest digit in base 36. */
const MOST_SHARED = 35;

/**
 * The words of an index in alphabetical order, front-coded: each on a line, as the number of characters that it
 * shares with the one before (one digit, base 36) and the rest of it; behind a comma in how many records it
 * stands, if in more than one.
 */
export function vocabularyOf(records: readonly MergedRecord[]): string {
  const counts = new Map<string, number>();
  for (const { title, body, code = '', agents } of records) {
    const names = agents.map(({ name }) => name).join('\n');
    const words = new Set(wordsOf(`${title}\n${body}\n${code}\n${names}`).map(({ word }) => word));
    for (const word of words) {
      if (word.length < SHORTEST_MENDED || word.length > LONGEST || !/^\p{L}+$/u.test(word)) continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const kept = [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b)).slice(0, MOST_WORDS);
  let before = '';
  return kept
    .sort(([a], [b]) => compare(a, b))
    .map(([word, count]) => {
      let shared = 0;
      while (shared < MOST_SHARED && shared < word.length && word[shared] === before[shared]) shared++;
      before = word;
      return `${shared.toString(36)}${word.slice(shared)}${count > 1 ? `,${String(count)}` : ''}`;
    })
    .join('\n');
}

/** Every word of a vocabulary, with the number of records that it stands in. */
export function readVocabulary(coded: string): Map<string, number> {
  const words = new Map<string, number>();
  let before = '';
  for (const line of coded === '' ? [] : coded.split('\n')) {
    const [rest = '', count = '1'] = line.split(',');
    before = before.slice(0, parseInt(rest.charAt(0), 36)) + rest.slice(1);
    words.set(before, Number(count));
  }
  return words;
}

/** A word that may have been meant. */
export interface Mended {
  word: string;
  /** Letters to change, add, leave out or swap. */
  distance: number;
}

/**
 * Words close to one that nobody has written. The closest come first; then those of which a letter is missing,
 * doubled or swapped, since fingers slip so more often than they hit a wrong key, and few mistype the first letter;
 * then those that stand in most records. None for short words.
 */
export function mend(word: string, vocabulary: ReadonlyMap<string, number>): Mended[] {
  if (word.length < SHORTEST_MENDED) return [];
  const most = word.length >= LONG ? 2 : 1;
  const found: (Mended & { count: number; unlikely: number })[] = [];
  for (const [known, count] of vocabulary) {
    if (known.length < SHORTEST_MEANT || Math.abs(known.length - word.length) > most) continue;
    const far = swapDistance(word, known);
    if (far > most) continue;
    const isWrongLetter = known.length === word.length && distance(word, known) === far;
    const isOtherBeginning = !known.startsWith(word.charAt(0));
    found.push({ word: known, distance: far, count, unlikely: Number(isWrongLetter) + Number(isOtherBeginning) });
  }
  return found
    .sort((a, b) => a.distance - b.distance || a.unlikely - b.unlikely || b.count - a.count)
    .map(({ word: known, distance: far }) => ({ word: known, distance: far }));
}

/** Words that begin with what may be typed in part: those that stand in most records first. */
export function completions(word: string, vocabulary: ReadonlyMap<string, number>): string[] {
  return [...vocabulary]
    .filter(([known]) => known.startsWith(word))
    .sort(([, m], [, n]) => n - m)
    .map(([known]) => known);
}

/** Whether a vocabulary has a word, one that begins with it, or another form of it. */
export function knows(word: string, vocabulary: ReadonlyMap<string, number>): boolean {
  if (vocabulary.has(word)) return true;
  const root = stem(word);
  for (const known of vocabulary.keys()) if (known.startsWith(word) || stem(known) === root) return true;
  return false;
}

/** Levenshtein's distance, in which two swapped neighbours count once (Damerau's). */
export function swapDistance(a: string, b: string): number {
  const plain = distance(a, b);
  if (plain !== 2 || a.length !== b.length) return plain;
  let first = 0;
  while (a[first] === b[first]) first++;
  const isSwap = a[first] === b[first + 1] && a[first + 1] === b[first] && a.slice(first + 2) === b.slice(first + 2);
  return isSwap ? 1 : plain;
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
