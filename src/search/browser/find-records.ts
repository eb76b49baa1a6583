import { findHere } from '../query/local-match.ts';
import type { IndexFiles } from './index-files.ts';
import { readQuery, spellingsOf, type Query } from '../query/query.ts';
import { alikeLast, rank, type Candidate } from '../query/ranking.ts';
import { hasWord, textOf } from '../query/record-text.ts';
import { ask, retrieve, type AllFound } from './retrieval.ts';
import type { Suggestions } from '../query/corrections.ts';
import type { Whose } from '../query/attribution.ts';
import { fold } from '../query/words.ts';

/** So many of what Pagefind finds best are ranked anew, by what they are; the others follow in its order. */
const RANKED_FROM_HEADS = 60;
/** The same, where each may have to be loaded from somewhere else. */
const RANKED_FROM_RECORDS = 8;
/** A word that stands in none of so many of the best results, nor of its own, is one that nobody knows. */
const SURELY_KNOWN_IN = 4;

/** What a query comes to before anything is shown of it. */
export interface Answer {
  query: Query;
  spellings: string[][];
  found: AllFound;
  /** Numbers of records, in Pagefind's order. */
  order: number[];
  /** The query that was asked instead, if its spelling was mended. */
  corrected?: string;
}

/** What Pagefind finds for a query. */
export async function answerTo(files: IndexFiles, query: Query): Promise<Answer> {
  const [pagefind, manifest] = await Promise.all([files.pagefind(), files.manifest()]);
  const spellings = spellingsOf(query.words, manifest.spellings);
  const found = await retrieve(pagefind, query, spellings, manifest.records);
  return { query, spellings, found, order: bestFirst(found) };
}

/** What is found for a query in what has been loaded of the records. */
export async function answerFromHere(files: IndexFiles, query: Query): Promise<Answer> {
  const [manifest] = await Promise.all([files.manifest(), files.allHeads()]);
  const spellings = spellingsOf(query.words, manifest.spellings);
  const found = findHere(files.known, query, spellings);
  return { query, spellings, found, order: bestFirst(found) };
}

/**
 * What is found for what somebody typed: with its spelling mended, or without words that nobody knows, if it has
 * to be; nothing, if that does not help.
 * @throws Error if a part of the index cannot be had
 */
export async function bestAnswer(files: IndexFiles, typed: string): Promise<Answer> {
  const query = readQuery(typed);
  const first = await answerTo(files, query);
  const unknown = await unknownWords(files, first);
  if (unknown.length === 0 && first.order.length > 0) return first;
  await files.makeSureOf(query.words);
  const { mendings } = await suggestions(files, typed, unknown.length > 0 ? unknown : undefined);
  for (const { words, corrected } of mendings) {
    const answer = await answerTo(files, { ...query, words, compounds: [] });
    if (answer.order.length === 0 || (await unknownWords(files, answer)).length > 0) continue;
    return { ...answer, ...(corrected === undefined ? {} : { corrected }) };
  }
  return { ...first, order: [] };
}

/**
 * What could have been meant. Most searches find something, and need no code for this.
 * @param unknown words that are in no record; if it is not given, all that nobody knows
 */
export async function suggestions(files: IndexFiles, typed: string, unknown?: readonly string[]): Promise<Suggestions> {
  const [{ suggest }, help] = await Promise.all([import('../query/corrections.ts'), files.help()]);
  return suggest(typed, readQuery(typed), help, unknown);
}

/**
 * The best of some records, best first: as many as are wanted, or more.
 * @param numbers of records, in the answer's order
 */
export async function ranked(
  files: IndexFiles,
  numbers: readonly number[],
  { query, spellings, found }: Answer,
  limit: number,
  whose: Whose,
): Promise<Candidate[]> {
  const all = await files.allHeads();
  const most = all ? RANKED_FROM_HEADS : RANKED_FROM_RECORDS;
  const wanted = (all ? alikeLast(numbers, all) : numbers).slice(0, Math.max(limit, most));
  const heads = await files.heads(wanted);
  const best = found.get(numbers[0] ?? -1)?.score ?? 1;
  const candidates = wanted.flatMap((number, index): Candidate[] => {
    const [head, one] = [heads[index], found.get(number)];
    return head && one ? [{ head: whose(head, number), number, found: one, share: one.score / best }] : [];
  });
  return [...rank(candidates.slice(0, most), query, spellings), ...candidates.slice(most)];
}

/** Numbers of records, by how well they are said to match. */
function bestFirst(found: AllFound): number[] {
  return [...found].sort(([a, m], [b, n]) => n.score - m.score || a - b).map(([number]) => number);
}

/** Words of a query that are in none of the best records, nor in their own: Pagefind has made do with a part of them. */
async function unknownWords(files: IndexFiles, { query, spellings, order }: Answer): Promise<string[]> {
  const [{ agents }, heads] = await Promise.all([files.manifest(), files.heads(order.slice(0, RANKED_FROM_RECORDS))]);
  // A single letter is the beginning of a word that is still being typed.
  const words = query.words.filter(({ length }) => length > 1);
  const ofHeads = unknownIn(heads.map(textOf), words, spellings);
  if (ofHeads.length === 0) return [];
  const records = await files.records(order.slice(0, SURELY_KNOWN_IN));
  const ofRecords = unknownIn(records.map(textOf), ofHeads, spellings);
  const names = fold(agents.map(([name]) => name).join('\n'));
  if (ofRecords.length === 0) return [];
  // What has some of the words may lack this one; what this one finds by itself does not, if anybody knows it.
  const pagefind = await files.pagefind();
  const ofOwn = await Promise.all(
    unknownIn([names], ofRecords, spellings).map(async (word) => {
      const own = await files.records([...(await ask(pagefind, word)).keys()].slice(0, SURELY_KNOWN_IN));
      return unknownIn(own.map(textOf), [word], spellings);
    }),
  );
  return ofOwn.flat();
}

/** Words that are in none of some texts, nor those that stand for them in another spelling. */
function unknownIn(
  texts: readonly string[],
  words: readonly string[],
  spellings: readonly (readonly string[])[],
): string[] {
  return words.filter((word) => {
    const others = spellings.filter((spelling) => !spelling.includes(word));
    return !texts.some(
      (text) => hasWord(text, word) || others.some((spelling) => spelling.every((one) => hasWord(text, one))),
    );
  });
}
