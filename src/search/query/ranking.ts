import { namesKind, type ResultKind } from '../format/result-kinds.ts';
import type { StoredHead } from '../format/index-format.ts';
import { coverage, holdsInOrder } from './match.ts';
import type { PagefindOptions } from '../pagefind/api.ts';
import { placeOf, type Query } from './query.ts';
import type { Found } from '../browser/retrieval.ts';
import { wordsOf } from './words.ts';

/** How Pagefind weighs. Its own defaults are made for pages of a site, not for records of a few lines. */
export const pagefindRanking: PagefindOptions['ranking'] = {
  // Words count more the more often they stand in a record, but soon no more.
  termFrequency: 0.8,
  termSaturation: 1.4,
  // A long section is no worse than a short one: it may be the one that treats the matter.
  pageLength: 0.5,
  termSimilarity: 1.2,
  metaWeights: {
    // What a thing is called says what it is about.
    title: 6,
    // `select!`, found as such, is what was meant.
    symbols: 3,
    // A heading above is about more than this section.
    trail: 1,
    kind: 0.6,
    // A program uses much that it is not about.
    code: 0.1,
    // What treats a topic is found by its own words, and better.
    asked: 0.1,
    // Every section of `rust-pro` has that name: it tells them from others, and is no reason to be first.
    agent: 0.3,
  },
};

/** Of the queries that one is tried as, how much what they find counts. */
export const tries = {
  asTyped: 1,
  /** `security-auditor` as one word: a name, more likely than two words that meet by chance. */
  joined: 1.15,
  /** Another spelling, or another word for the same. */
  spelling: 0.95,
  /** Some of the words. */
  inPart: 0.45,
} as const;

/** How much what the records themselves say adds to Pagefind's score, which counts from 0 to 1. */
const weights = {
  /** Its title is just what was asked for. */
  title: 1.6,
  /** The words stand in its title one after the other. */
  titleInOrder: 0.5,
  /** Its name begins with what was typed: `rust-sys` is half of one. */
  nameBegins: 0.8,
  /** All words are in its title; in part, by the square of the part: one word of three is next to nothing. */
  titleWords: 1,
  /** All words are in its title and the headings above it together. */
  trailWords: 0.5,
  /** The words stand in it one after the other. */
  inOrder: 0.8,
  /** It has all the words anywhere; in part, by the square of the part: not every answer has to. */
  allWords: 1,
  /** What it says of an agent with a file, that agent says better. */
  rosterOfAgent: -0.8,
  /** A name with signs, as it was typed. */
  symbol: 0.6,
  symbolInTitle: 0.5,
  /** It is of the kind that the query names, beside saying what it is about. */
  namedKind: 0.5,
  /** It is of a kind that the question asks for: whoever asks "who" wants somebody. */
  meantKind: 0.6,
  /** The query is a kind's name, and nothing else: then the things themselves are meant. */
  kindAlone: 5,
  /** Of what a record is called, so much counts if it lacks the signs that were typed: `// SAFETY:` is not "safety". */
  lettersAlone: 0.2,
} as const;

/**
 * What somebody rather wants, where two answer equally well: what one works with before what one reads, and what
 * stands for itself before lists of where it is named.
 */
const kindWeights: Record<ResultKind, number> = {
  agent: 0.02,
  section: 0.1,
  'decision-tree': 0.15,
  flow: 0.18,
  gate: 0.15,
  template: 0.12,
  message: 0,
  delegation: 0.12,
  roster: 0,
  // It is meant by its title; of its synonyms, others have more to say.
  topic: -0.6,
  guide: -0.8,
};

/** Of what is called the same, so many are ranked with all others: in a crowd, everybody has the same headings. */
const MOST_ALIKE = 3;

/** What a record is ranked by. Its text is not: that would have to be loaded first. */
export interface Candidate<Head extends StoredHead = StoredHead> {
  head: Head;
  number: number;
  found: Found;
  /** Pagefind's score, as a part of the best one: 0 to 1. */
  share: number;
}

/**
 * How good an answer a record is; only to be compared with others for the same query.
 * @param spellings the query's words in all their spellings
 */
export function scoreOf(
  { head, found, share }: Candidate,
  query: Query,
  spellings: readonly (readonly string[])[],
): number {
  const { kind, title, agent } = head;
  const lower = title.toLowerCase();
  const called = spellings.map((words, index) => {
    const calling = callingOf(head, words, query, found.has);
    return index === 0 ? calling : calling * tries.spelling;
  });
  const lacksSigns = query.symbols.length > 0 && found.symbols === 0;
  return (
    share +
    (query.kinds.includes(kind) ? weights.meantKind : kindWeights[kind]) +
    (kind === 'roster' && agent ? weights.rosterOfAgent : 0) +
    Math.max(0, ...called) * (lacksSigns ? weights.lettersAlone : 1) +
    weights.allWords * found.has ** 2 +
    (found.inOrder ? weights.inOrder : 0) +
    weights.symbol * found.symbols +
    weights.symbolInTitle * query.symbols.filter((symbol) => lower.includes(symbol.toLowerCase())).length +
    (query.compounds.some((compound) => lower.startsWith(compound)) ? weights.nameBegins : 0)
  );
}

/** What a record's name has of the words: its title, the headings above it, its agent's name, its kind. */
function callingOf(head: StoredHead, asked: readonly string[], query: Query, has: number): number {
  const { kind, title, trail, agent } = head;
  const ofKind = asked.filter((word) => !namesKind(word, kind));
  // "What is a gate" means no gate.
  const canBeKind = !query.kinds.includes('guide');
  if (canBeKind && ofKind.length === 0) return weights.kindAlone;
  const words = withoutAgent(canBeKind ? ofKind : asked, head);
  return (
    (isTitle(title, words) ? weights.title : 0) +
    (words.length > 1 && holdsInOrder(title, words) ? weights.titleInOrder : 0) +
    weights.titleWords * coverage(title, words) ** 2 +
    weights.trailWords * coverage([title, ...trail, agent?.[0] ?? ''].join(' '), words) ** 2 +
    (canBeKind && ofKind.length < asked.length ? weights.namedKind * has : 0)
  );
}

/** Whether a title is just these words; a number in front of it does not count. */
function isTitle(title: string, words: readonly string[]): boolean {
  const said = wordsOf(title.replace(/^(?:(?:phase|step|stage)\s*)?\d+[.:)]?\s+/i, '')).map(({ word }) => word);
  return said.length > 0 && said.join(' ') === words.join(' ');
}

/** "Concurrency rust-pro" asks for concurrency, as that agent has it: words without those of the name. */
function withoutAgent(words: readonly string[], { kind, agent }: StoredHead): readonly string[] {
  if (!agent || kind === 'agent' || kind === 'roster') return words;
  const name = wordsOf(agent[0]).map(({ word }) => word);
  const at = placeOf(name, words);
  const others = at === -1 ? [] : [...words.slice(0, at), ...words.slice(at + name.length)];
  return others.length > 0 ? others : words;
}

/** Best first. */
export function rank<Head extends StoredHead>(
  candidates: readonly Candidate<Head>[],
  query: Query,
  spellings: readonly (readonly string[])[],
): Candidate<Head>[] {
  return candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate, query, spellings) }))
    .sort((a, b) => b.score - a.score || b.candidate.share - a.candidate.share)
    .map(({ candidate }) => candidate);
}

/**
 * Records of a kind and title that some before them have already, behind all others.
 * @param numbers of records, best first
 * @param heads those of all records
 */
export function alikeLast(numbers: readonly number[], heads: readonly StoredHead[]): number[] {
  const counts = new Map<string, number>();
  const first: number[] = [];
  const alike: number[] = [];
  for (const number of numbers) {
    const { kind = '', title = '' } = heads[number] ?? {};
    const name = `${kind} ${title}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    (count > MOST_ALIKE ? alike : first).push(number);
  }
  return [...first, ...alike];
}
