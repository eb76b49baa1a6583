import { matchWeights } from './ranking-weights.ts';
import { stem, tokenize, type Token } from './words.ts';

/** How a word of a text matches a word of the query: it is the same, begins with it, or is another form of it. */
type MatchType = 'same' | 'prefix' | 'form';

/** Shortest query word that matches as a prefix, in letters: a shorter one begins too many words. */
const MIN_PREFIX_LENGTH = 2;

/** Compares a word of a text with a word of the query. */
export function matchWord(word: string, queryWord: string): MatchType | undefined {
  if (word === queryWord) return 'same';
  if (queryWord.length >= MIN_PREFIX_LENGTH && word.startsWith(queryWord)) return 'prefix';
  // `std` finds `no_std`.
  if (word.includes('_') && word.split('_').includes(queryWord)) return 'prefix';
  return queryWord.length > 3 && stem(word) === stem(queryWord) ? 'form' : undefined;
}

/** Returns the words of a text that match a word of the query, with the first query word that each matches. */
export function matchesIn(text: string, queryWords: readonly string[]): (Token & { queryWord: string })[] {
  return tokenize(text).flatMap((token) => {
    const queryWord = queryWords.find((one) => matchWord(token.word, one) !== undefined);
    return queryWord === undefined ? [] : [{ ...token, queryWord }];
  });
}

/** Returns the share of the query's words that a text contains, 0 to 1; prefixes and other forms count less. */
export function matchedShare(text: string, queryWords: readonly string[]): number {
  if (queryWords.length === 0) return 0;
  const words = tokenize(text).map(({ word }) => word);
  const best = queryWords.map((queryWord) =>
    Math.max(
      0,
      ...words.map((word) => {
        const type = matchWord(word, queryWord);
        return type === undefined ? 0 : matchWeights[type];
      }),
    ),
  );
  return best.reduce((sum, one) => sum + one, 0) / queryWords.length;
}

/** Whether a text contains the query's words one after the other; the last may be incomplete. */
export function containsInOrder(text: string, queryWords: readonly string[]): boolean {
  if (queryWords.length === 0) return false;
  const words = tokenize(text).map(({ word }) => word);
  return words.some((_, start) =>
    queryWords.every((queryWord, offset) => {
      const word = words[start + offset];
      return word !== undefined && matchWord(word, queryWord) !== undefined;
    }),
  );
}
