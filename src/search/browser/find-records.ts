import type { Attribution } from '../query/attribution.ts';
import type { Corrections } from '../query/corrections.ts';
import { matchLocally } from '../query/local-match.ts';
import { nameMatch } from '../query/name-match.ts';
import { parseQuery, variantsOf, type Query } from '../query/query.ts';
import { MIN_NAMED, RANKED_FROM_HEADS, RANKED_FROM_RECORDS, UNKNOWN_WORD_DEPTH } from '../query/ranking-weights.ts';
import { rank, repeatedTitlesLast, type RankedRecord } from '../query/ranking.ts';
import { byScore, noMatch, type RecordMatches } from '../query/record-match.ts';
import { foldedText, wordsMissingIn } from '../query/record-text.ts';
import { fold } from '../query/words.ts';
import type { IndexFiles } from './index-files.ts';
import { retrieve, searchPagefind } from './retrieval.ts';

/** The records that match a query, before filters. */
export interface MatchedRecords {
  query: Query;
  variants: string[][];
  matches: RecordMatches;
  /** Record numbers, best match first. */
  order: number[];
  /** The corrected query that was used instead. */
  corrected?: string;
}

/** Finds the records that match a query in Pagefind's index. */
export async function findInIndex(files: IndexFiles, query: Query): Promise<MatchedRecords> {
  const [pagefind, manifest] = await Promise.all([files.pagefind(), files.manifest()]);
  const variants = variantsOf(query.words, manifest.spellings, query.symbols);
  const matches = await retrieve(pagefind, query, variants, manifest.records);
  await noteNames(files, query, variants, matches);
  return { query, variants, matches, order: byScore(matches) };
}

/** Finds the records that match a query among those that are loaded. */
export async function findLocally(files: IndexFiles, query: Query): Promise<MatchedRecords> {
  const [manifest] = await Promise.all([files.manifest(), files.allHeads()]);
  const variants = variantsOf(query.words, manifest.spellings, query.symbols);
  const matches = matchLocally(files.loadedRecords, query, variants);
  await noteNames(files, query, variants, matches);
  return { query, variants, matches, order: byScore(matches) };
}

/** Notes which agents the query names. Pagefind finds words in any order and anywhere, so it ranks names too low. */
async function noteNames(
  files: IndexFiles,
  query: Query,
  variants: readonly (readonly string[])[],
  matches: RecordMatches,
): Promise<void> {
  for (const [number, { title }] of await files.ownRecords()) {
    const named = nameMatch(query, variants, title);
    // If only a part of the words is in the name, the others must be in the text; and so must quoted phrases.
    const isAlone = named >= MIN_NAMED && query.phrases.length === 0;
    if (named === 0 || !(isAlone || matches.has(number))) continue;
    matches.set(number, { ...(matches.get(number) ?? { ...noMatch, share: 1 }), named });
  }
}

/**
 * Finds the records that match a query. If there are none, or if a word is unknown, tries corrections.
 * @throws Error if a part of the index cannot be loaded
 */
export async function findWithCorrections(files: IndexFiles, typed: string): Promise<MatchedRecords> {
  const query = parseQuery(typed);
  const found = await findInIndex(files, query);
  const unknown = await unknownWords(files, found);
  if (unknown.length === 0 && found.order.length > 0) return found;
  await files.checkChunks(query.words);
  const { corrections } = await correctionsFor(files, typed, unknown.length > 0 ? unknown : undefined);
  for (const { words, corrected } of corrections) {
    const other = await findInIndex(files, { ...query, words, compounds: [] });
    if (other.order.length === 0 || (await unknownWords(files, other)).length > 0) continue;
    return { ...other, ...(corrected === undefined ? {} : { corrected }) };
  }
  return { ...found, order: [] };
}

/**
 * Suggests corrections. Most searches do not need them, so the code is loaded on demand.
 * @param unknown words that are in no record; if not given, all that the vocabulary lacks
 */
export async function correctionsFor(
  files: IndexFiles,
  typed: string,
  unknown?: readonly string[],
): Promise<Corrections & { offers: string[] }> {
  const [{ correct, offersOf }, spelling] = await Promise.all([import('../query/corrections.ts'), files.spelling()]);
  const found = correct(typed, parseQuery(typed), spelling, unknown);
  return { ...found, offers: offersOf(found.corrections) };
}

/**
 * Ranks the best of some records.
 * @param numbers of records, best match first
 * @returns at least as many as the limit, if there are as many; best first
 */
export async function rankRecords(
  files: IndexFiles,
  numbers: readonly number[],
  { query, variants, matches }: MatchedRecords,
  limit: number,
  attribute: Attribution,
): Promise<RankedRecord[]> {
  const allHeads = await files.allHeads();
  // The named agents come first, and their heads are known.
  const named = Math.min(RANKED_FROM_HEADS, numbers.filter((number) => (matches.get(number)?.named ?? 0) > 0).length);
  const rankedCount = named + (allHeads ? RANKED_FROM_HEADS : RANKED_FROM_RECORDS);
  const wanted = (allHeads ? repeatedTitlesLast(numbers, allHeads) : numbers).slice(0, Math.max(limit, rankedCount));
  const heads = await files.heads(wanted);
  const bestScore = numbers.reduce((best, number) => Math.max(best, matches.get(number)?.score ?? 0), 0) || 1;
  const candidates = wanted.flatMap((number, index): RankedRecord[] => {
    const [head, match] = [heads[index], matches.get(number)];
    if (!head || !match) return [];
    return [{ head: attribute(head, number), number, match, relativeScore: match.score / bestScore }];
  });
  return [...rank(candidates.slice(0, rankedCount), query, variants), ...candidates.slice(rankedCount)];
}

/**
 * Returns words that neither the best matches nor the matches of the word alone contain: for these, Pagefind has used
 * only their beginning.
 */
async function unknownWords(files: IndexFiles, { query, variants, order }: MatchedRecords): Promise<string[]> {
  const [{ agents }, heads] = await Promise.all([files.manifest(), files.heads(order.slice(0, RANKED_FROM_RECORDS))]);
  // A single letter is the beginning of a word that the reader is still typing.
  const words = query.words.filter(({ length }) => length > 1);
  const notInHeads = wordsMissingIn(heads.map(foldedText), words, variants);
  if (notInHeads.length === 0) return [];
  const records = await files.records(order.slice(0, UNKNOWN_WORD_DEPTH));
  const notInRecords = wordsMissingIn(records.map(foldedText), notInHeads, variants);
  if (notInRecords.length === 0) return [];
  const names = fold(agents.map(([name]) => name).join('\n'));
  // The best matches may lack a word that other records contain, so each word is searched on its own.
  const pagefind = await files.pagefind();
  const notAlone = await Promise.all(
    wordsMissingIn([names], notInRecords, variants).map(async (word) => {
      const numbers = [...(await searchPagefind(pagefind, word)).keys()].slice(0, UNKNOWN_WORD_DEPTH);
      return wordsMissingIn((await files.records(numbers)).map(foldedText), [word], variants);
    }),
  );
  return notAlone.flat();
}
