import { recordNumber } from '../format/index-format.ts';
import type { PagefindInstance } from '../pagefind/api.ts';
import { replacementIn, type Query } from '../query/query.ts';
import { ENOUGH_MATCHES, MIN_PARTIAL_SHARE, SYMBOL_SCORE, variantWeights } from '../query/ranking-weights.ts';
import { noMatch, type RecordMatch, type RecordMatches } from '../query/record-match.ts';
import { encodeSymbol } from '../query/symbols.ts';
import { hasUnspaced, tokenize } from '../query/words.ts';

/**
 * Searches Pagefind's index for a query in all its variants.
 * @param variants of the query's words, see `variantsOf`
 * @param recordCount number of records in the index
 */
export async function retrieve(
  instance: PagefindInstance,
  query: Query,
  variants: readonly (readonly string[])[],
  recordCount: number,
): Promise<RecordMatches> {
  // Loads at once all chunks that the searches below would load one after the other.
  await instance.preload([...variants.flat(), ...exactNamesIn(query)].join(' '));
  const pagefind = withCache(instance);
  const matches: RecordMatches = new Map();
  const add = (number: number, score: number, share: number) => {
    const match = matches.get(number) ?? noMatch;
    matches.set(number, { ...match, score: Math.max(match.score, score), share: Math.max(match.share, share) });
  };
  const addAll = async (scores: Promise<Map<number, number>>, weight: number) => {
    for (const [number, score] of await scores) add(number, score * weight, 1);
  };
  await Promise.all([
    ...variants.map((words, index) =>
      index === 0
        ? addAll(searchPagefind(pagefind, words.join(' ')), variantWeights.asTyped)
        : addAll(searchVariant(pagefind, words, query.words), variantWeights.variant),
    ),
    ...(query.compounds.length > 0
      ? [addAll(searchPagefind(pagefind, withCompounds(query)), variantWeights.compound)]
      : []),
  ]);
  if (matches.size < ENOUGH_MATCHES && query.words.length > 1) {
    const partial = await Promise.all(variants.map((words) => searchPartially(pagefind, words, recordCount)));
    for (const [number, { score, share }] of partial.flatMap((some) => [...some])) {
      add(number, score * variantWeights.partial, share);
    }
  }
  for (const phrase of query.phrases) await requirePhrase(pagefind, phrase, matches, query.words.length === 0);
  await noteOrder(pagefind, variants, matches);
  await noteSymbols(pagefind, query, matches);
  return matches;
}

type Searcher = Pick<PagefindInstance, 'search'>;

/** Caches searches: the functions below repeat some, and in large sites each takes time. */
function withCache(pagefind: Searcher): Searcher {
  const results = new Map<string, ReturnType<Searcher['search']>>();
  return {
    search: (words) => {
      const result = results.get(words) ?? pagefind.search(words);
      results.set(words, result);
      return result;
    },
  };
}

/** Searches for a variant. Several words that replace one must be a phrase: "no" and "std" apart are not `no_std`. */
async function searchVariant(
  pagefind: Searcher,
  words: readonly string[],
  typed: readonly string[],
): Promise<Map<number, number>> {
  const replacement = replacementIn(words, typed);
  const [scores, withPhrase] = await Promise.all([
    searchPagefind(pagefind, words.join(' ')),
    replacement.length > 1 ? searchPagefind(pagefind, `"${replacement.join(' ')}"`) : undefined,
  ]);
  return withPhrase ? new Map([...scores].filter(([number]) => withPhrase.has(number))) : scores;
}

/** Searches for records with some of the words. A rare word counts more than a frequent one. */
async function searchPartially(
  pagefind: Searcher,
  words: readonly string[],
  recordCount: number,
): Promise<Map<number, Pick<RecordMatch, 'score' | 'share'>>> {
  const results = await Promise.all(words.map((word) => searchPagefind(pagefind, word)));
  const rarities = results.map(({ size }) => Math.log2(1 + recordCount / Math.max(1, size)));
  const sum = rarities.reduce((total, rarity) => total + rarity, 0);
  const matches = new Map<number, Pick<RecordMatch, 'score' | 'share'>>();
  results.forEach((scores, index) => {
    for (const [number, score] of scores) {
      const match = matches.get(number) ?? { score: 0, share: 0 };
      matches.set(number, {
        score: match.score + score / words.length,
        share: match.share + (rarities[index] ?? 0) / sum,
      });
    }
  });
  const best = Math.max(0, ...Array.from(matches.values(), ({ share }) => share));
  return new Map([...matches].filter(([, { share }]) => share >= best * MIN_PARTIAL_SHARE));
}

/** Removes records without a phrase. If the query is only phrases, adds the records with the first one. */
async function requirePhrase(
  pagefind: Searcher,
  phrase: string,
  matches: RecordMatches,
  isOnlyPhrases: boolean,
): Promise<void> {
  const withPhrase = await searchPagefind(pagefind, `"${asIndexed(phrase)}"`);
  if (isOnlyPhrases && matches.size === 0) {
    for (const [number, score] of withPhrase) matches.set(number, { ...noMatch, score, share: 1, inOrder: true });
  }
  for (const number of [...matches.keys()]) if (!withPhrase.has(number)) matches.delete(number);
}

/** Converts a phrase to the form in which it is indexed: unspaced scripts as bigrams. */
function asIndexed(phrase: string): string {
  if (!hasUnspaced(phrase)) return phrase;
  return tokenize(phrase)
    .map(({ word }) => word)
    .join(' ');
}

async function noteOrder(
  pagefind: Searcher,
  variants: readonly (readonly string[])[],
  matches: RecordMatches,
): Promise<void> {
  for (const words of variants.filter(({ length }) => length > 1)) {
    // In the cache by now, and usually empty.
    if ((await searchPagefind(pagefind, words.join(' '))).size === 0) continue;
    for (const number of (await searchPagefind(pagefind, `"${words.join(' ')}"`)).keys()) {
      const match = matches.get(number);
      if (match) match.inOrder = true;
    }
  }
}

/** Returns symbols and paths in the form in which they are indexed. */
function exactNamesIn({ symbols, compounds }: Query): string[] {
  return [...symbols.map(encodeSymbol), ...compounds.filter((compound) => compound.includes('::'))];
}

async function noteSymbols(pagefind: Searcher, query: Query, matches: RecordMatches): Promise<void> {
  // Pagefind does not find the words of `N+1` one by one.
  const wordsOfSymbols = new Set(query.symbols.flatMap((symbol) => tokenize(symbol).map(({ word }) => word)));
  const isOnlySymbols = query.words.every((word) => wordsOfSymbols.has(word));
  for (const name of exactNamesIn(query)) {
    for (const [number, score] of await searchPagefind(pagefind, name)) {
      const match = matches.get(number);
      if (match) Object.assign(match, { score: match.score + SYMBOL_SCORE + score, symbols: match.symbols + 1 });
      else if (isOnlySymbols) matches.set(number, { ...noMatch, score, share: 1, symbols: 1 });
    }
  }
  // "Model selection" has nothing to do with `select!`. A phrase must match exactly: a symbol that is not in the index
  // also matches others that begin like it.
  if (!isOnlySymbols || query.symbols.length !== 1) return;
  const exact = await searchPagefind(pagefind, `"${exactNamesIn(query).join(' ')}"`);
  if (exact.size > 0) for (const number of matches.keys()) if (!exact.has(number)) matches.delete(number);
}

/** Returns the words with compounds unsplit, as Pagefind indexes them too. */
function withCompounds({ words, compounds }: Query): string {
  const parts = new Set(compounds.flatMap((compound) => compound.split(/-|::/)));
  return [...compounds, ...words.filter((word) => !parts.has(word))].join(' ');
}

/** Returns Pagefind's results by record number, with their scores, best first. */
export async function searchPagefind(pagefind: Searcher, words: string): Promise<Map<number, number>> {
  if (words.trim() === '') return new Map();
  const { results } = await pagefind.search(words);
  return new Map(results.map(({ id, score }) => [recordNumber(id), score]));
}
