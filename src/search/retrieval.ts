import { numberOf } from './index-format.ts';
import type { PagefindInstance } from './pagefind-api.ts';
import { withoutOne, type Query } from './query.ts';
import { tries } from './ranking.ts';
import { encodeSymbol } from './symbols.ts';

/** Numbers of records that were found, each with a score; higher is better. */
export type Found = Map<number, number>;

/** With fewer results than this for all words, those for all words but one are wanted as well. */
const ENOUGH = 8;

/**
 * Asks Pagefind for a query in all its spellings.
 * @param spellings the query's words, then the same in other words
 */
export async function retrieve(
  pagefind: PagefindInstance,
  query: Query,
  spellings: readonly (readonly string[])[],
): Promise<Found> {
  const found: Found = new Map();
  const add = async (words: string, weight: number) => {
    for (const [number, score] of await ask(pagefind, words)) {
      found.set(number, Math.max(found.get(number) ?? 0, score * weight));
    }
  };
  await Promise.all([
    ...spellings.map((words, index) => add(words.join(' '), index === 0 ? tries.asTyped : tries.spelling)),
    ...(query.compounds.length > 0 ? [add(joined(query), tries.joined)] : []),
  ]);
  if (found.size < ENOUGH && query.words.length > 1) {
    await Promise.all(withoutOne(query.words).map((words) => add(words.join(' '), tries.withoutOne)));
  }
  for (const phrase of query.phrases) await keepPhrase(pagefind, phrase, found, query.words.length === 0);
  for (const symbol of query.symbols) {
    for (const [number, score] of await ask(pagefind, encodeSymbol(symbol))) {
      // What has the words, but not the name, stays behind.
      if (found.has(number) || query.words.length === 0) found.set(number, (found.get(number) ?? 0) + 2 + score);
    }
  }
  return found;
}

/** Leaves what has a phrase; all that has it, if nothing else was asked for. */
async function keepPhrase(pagefind: PagefindInstance, phrase: string, found: Found, isAll: boolean): Promise<void> {
  const having = await ask(pagefind, `"${phrase}"`);
  if (isAll && found.size === 0) for (const [number, score] of having) found.set(number, score);
  for (const number of [...found.keys()]) if (!having.has(number)) found.delete(number);
}

/** The words, with those that a hyphen joins as one: Pagefind indexes them so, too. */
function joined({ words, compounds }: Query): string {
  const parts = new Set(compounds.flatMap((compound) => compound.split('-')));
  return [...compounds, ...words.filter((word) => !parts.has(word))].join(' ');
}

async function ask(pagefind: PagefindInstance, words: string): Promise<Found> {
  if (words.trim() === '') return new Map();
  const { results } = await pagefind.search(words);
  return new Map(results.map(({ id, score }) => [numberOf(id), score]));
}
