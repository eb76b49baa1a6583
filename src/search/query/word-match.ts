import { stem, wordsOf, type PlacedWord } from './words.ts';

/** How well a word of a text answers one of a query. */
export type Likeness = 'same' | 'begins' | 'related';

/** Fewer letters than this begin too many words. */
const SHORTEST_BEGINNING = 2;

/** Whether a word of a text is one that was asked for: itself, what it begins, or another form of it. */
export function likeness(word: string, asked: string): Likeness | undefined {
  if (word === asked) return 'same';
  if (asked.length >= SHORTEST_BEGINNING && word.startsWith(asked)) return 'begins';
  // `no_std` is found by `std`.
  if (word.includes('_') && word.split('_').includes(asked)) return 'begins';
  return asked.length > 3 && stem(word) === stem(asked) ? 'related' : undefined;
}

/** The words of a text that were asked for. */
export function matchesIn(text: string, asked: readonly string[]): (PlacedWord & { asked: string; how: Likeness })[] {
  return wordsOf(text).flatMap((placed) => {
    for (const one of asked) {
      const how = likeness(placed.word, one);
      if (how) return [{ ...placed, asked: one, how }];
    }
    return [];
  });
}

/** How many of the words asked for are in a text, from 0 to 1; a beginning or another form counts less. */
export function coverage(text: string, asked: readonly string[]): number {
  if (asked.length === 0) return 0;
  const words = wordsOf(text).map(({ word }) => word);
  const best = asked.map((one) =>
    Math.max(
      0,
      ...words.map((word) => {
        const how = likeness(word, one);
        return how === undefined ? 0 : how === 'same' ? 1 : how === 'begins' ? 0.8 : 0.9;
      }),
    ),
  );
  return best.reduce((sum, one) => sum + one, 0) / asked.length;
}

/** Whether the words stand in a text one after the other, the last of them perhaps not yet typed to its end. */
export function holdsInOrder(text: string, asked: readonly string[]): boolean {
  if (asked.length === 0) return false;
  const words = wordsOf(text).map(({ word }) => word);
  return words.some((_, start) =>
    asked.every((one, offset) => {
      const word = words[start + offset];
      return word !== undefined && likeness(word, one) !== undefined;
    }),
  );
}
