import { numberOf } from '../format/index-format.ts';
import type { PagefindInstance } from '../pagefind/api.ts';
import { addedBy, type Query } from '../query/query.ts';
import { tries } from '../query/ranking.ts';
import { encodeSymbol } from '../query/symbols.ts';
import { unspacedIn, wordsOf } from '../query/words.ts';

/** What Pagefind says of a record. */
export interface Found {
  /** Higher is better. */
  score: number;
  /** The part of the query's words that it has, 0 to 1. */
  has: number;
  /** Whether the words stand in it one after the other. */
  inOrder: boolean;
  /** How many of the query's names with signs it has. */
  symbols: number;
}

/** By the records' numbers. */
export type AllFound = Map<number, Found>;

/** With fewer results than this for all words, those for some of them are wanted as well. */
const ENOUGH = 8;
/** Of these, the ones that have less than this part of what the best one has are about something else. */
const LEAST_PART = 0.4;
/** What has a name with signs comes before all that has only its letters. */
const SYMBOL_SCORE = 2;

/**
 * Asks Pagefind for a query in all its spellings.
 * @param spellings the query's words, then the same in other words
 * @param records how many there are
 */
export async function retrieve(
  instance: PagefindInstance,
  query: Query,
  spellings: readonly (readonly string[])[],
  records: number,
): Promise<AllFound> {
  // All parts of the index at once that the questions below would ask for one after the other.
  await instance.preload([...spellings.flat(), ...namesIn(query)].join(' '));
  const pagefind = remembering(instance);
  const all: AllFound = new Map();
  const add = (number: number, score: number, has: number) => {
    const known = all.get(number) ?? { score: 0, has: 0, inOrder: false, symbols: 0 };
    all.set(number, { ...known, score: Math.max(known.score, score), has: Math.max(known.has, has) });
  };
  const addAll = async (words: Promise<Map<number, number>>, weight: number) => {
    for (const [number, score] of await words) add(number, score * weight, 1);
  };
  await Promise.all([
    ...spellings.map((words, index) =>
      index === 0
        ? addAll(ask(pagefind, words.join(' ')), tries.asTyped)
        : addAll(askSpelling(pagefind, words, query.words), tries.spelling),
    ),
    ...(query.compounds.length > 0 ? [addAll(ask(pagefind, joined(query)), tries.joined)] : []),
  ]);
  if (all.size < ENOUGH && query.words.length > 1) {
    const parts = await Promise.all(spellings.map((words) => findInPart(pagefind, words, records)));
    for (const [number, { score, has }] of parts.flatMap((part) => [...part])) add(number, score * tries.inPart, has);
  }
  for (const phrase of query.phrases) await keepPhrase(pagefind, phrase, all, query.words.length === 0);
  await noteOrder(pagefind, spellings, all);
  await noteSymbols(pagefind, query, all);
  return all;
}

/** What can be asked. */
type Searcher = Pick<PagefindInstance, 'search'>;

/** Asks nothing twice: what is asked below is often the same, and in large sites takes its time. */
function remembering(pagefind: Searcher): Searcher {
  const answers = new Map<string, ReturnType<Searcher['search']>>();
  return {
    search: (words) => {
      const answer = answers.get(words) ?? pagefind.search(words);
      answers.set(words, answer);
      return answer;
    },
  };
}

/** What has the words in another spelling. "No std" is one only as a phrase: apart, the words say nothing of `no_std`. */
async function askSpelling(
  pagefind: Searcher,
  words: readonly string[],
  typed: readonly string[],
): Promise<Map<number, number>> {
  const added = addedBy(words, typed);
  const [found, having] = await Promise.all([
    ask(pagefind, words.join(' ')),
    added.length > 1 ? ask(pagefind, `"${added.join(' ')}"`) : undefined,
  ]);
  return having ? new Map([...found].filter(([number]) => having.has(number))) : found;
}

/** What has some of the words, of which rare ones tell more than those that stand everywhere. */
async function findInPart(
  pagefind: Searcher,
  words: readonly string[],
  records: number,
): Promise<Map<number, Pick<Found, 'score' | 'has'>>> {
  const found = await Promise.all(words.map((word) => ask(pagefind, word)));
  const telling = found.map(({ size }) => Math.log2(1 + records / Math.max(1, size)));
  const all = telling.reduce((sum, one) => sum + one, 0);
  const parts = new Map<number, Pick<Found, 'score' | 'has'>>();
  found.forEach((some, index) => {
    for (const [number, score] of some) {
      const known = parts.get(number) ?? { score: 0, has: 0 };
      parts.set(number, {
        score: known.score + score / words.length,
        has: known.has + (telling[index] ?? 0) / all,
      });
    }
  });
  const most = Math.max(0, ...Array.from(parts.values(), ({ has }) => has));
  return new Map([...parts].filter(([, { has }]) => has >= most * LEAST_PART));
}

/** Leaves what has a phrase; all that has it, if nothing else was asked for. */
async function keepPhrase(pagefind: Searcher, phrase: string, all: AllFound, isAll: boolean): Promise<void> {
  const having = await ask(pagefind, `"${asIndexed(phrase)}"`);
  if (isAll && all.size === 0) {
    for (const [number, score] of having) all.set(number, { score, has: 1, inOrder: true, symbols: 0 });
  }
  for (const number of [...all.keys()]) if (!having.has(number)) all.delete(number);
}

/** A phrase as it stands in the index: where words have no spaces between them, each two letters are one. */
function asIndexed(phrase: string): string {
  if (!unspacedIn(phrase)) return phrase;
  return wordsOf(phrase)
    .map(({ word }) => word)
    .join(' ');
}

async function noteOrder(pagefind: Searcher, spellings: readonly (readonly string[])[], all: AllFound): Promise<void> {
  for (const words of spellings.filter(({ length }) => length > 1)) {
    // Known by now, and most often nothing.
    if ((await ask(pagefind, words.join(' '))).size === 0) continue;
    for (const number of (await ask(pagefind, `"${words.join(' ')}"`)).keys()) {
      const known = all.get(number);
      if (known) known.inOrder = true;
    }
  }
}

/** Names with signs, and paths, as they are indexed. */
function namesIn({ symbols, compounds }: Query): string[] {
  return [...symbols.map(encodeSymbol), ...compounds.filter((compound) => compound.includes('::'))];
}

async function noteSymbols(pagefind: Searcher, query: Query, all: AllFound): Promise<void> {
  // The words of `N+1` are not found by themselves.
  const ofNames = new Set(query.symbols.flatMap((name) => wordsOf(name).map(({ word }) => word)));
  const isAll = query.words.every((word) => ofNames.has(word));
  for (const name of namesIn(query)) {
    for (const [number, score] of await ask(pagefind, name)) {
      const known = all.get(number);
      // What has the words, but not the name, stays behind.
      if (known) Object.assign(known, { score: known.score + SYMBOL_SCORE + score, symbols: known.symbols + 1 });
      else if (isAll) all.set(number, { score, has: 1, inOrder: false, symbols: 1 });
    }
  }
}

/** The words, with those that belong together as one: Pagefind indexes them so, too. */
function joined({ words, compounds }: Query): string {
  const parts = new Set(compounds.flatMap((compound) => compound.split(/-|::/)));
  return [...compounds, ...words.filter((word) => !parts.has(word))].join(' ');
}

/** What Pagefind finds, best first, with its scores. */
export async function ask(pagefind: Searcher, words: string): Promise<Map<number, number>> {
  if (words.trim() === '') return new Map();
  const { results } = await pagefind.search(words);
  return new Map(results.map(({ id, score }) => [numberOf(id), score]));
}
