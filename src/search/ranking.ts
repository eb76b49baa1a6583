import { resultKinds, type ResultKind } from './kinds.ts';
import type { StoredHead } from './index-format.ts';
import { coverage, holdsInOrder } from './match.ts';
import type { PagefindOptions } from './pagefind-api.ts';
import type { Query } from './query.ts';
import type { Found } from './retrieval.ts';
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
  /** All words but one. */
  withoutOne: 0.45,
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
  inOrder: 0.35,
  /** It has all the words anywhere; in part, by the square of the part: not every answer has to. */
  allWords: 1,
  /** What it says of an agent with a file, that agent says better. */
  rosterOfAgent: -0.8,
  /** A name with signs, as it was typed. */
  symbol: 0.6,
  symbolInTitle: 0.5,
  /** It is of the kind that the query names, beside saying what it is about. */
  namedKind: 0.5,
  /** The query is a kind's name, and nothing else: then the things themselves are meant. */
  kindAlone: 5,
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
  const { kind, title, trail, agent } = head;
  const whole = `${title} ${trail.join(' ')} ${agent?.[0] ?? ''}`;
  const ofWords = spellings.map((asked, index) => {
    const words = withoutKind(asked, kind);
    if (words.length === 0) return weights.kindAlone;
    const isNamed = words.length < asked.length || query.kinds.includes(kind);
    const said =
      (isTitle(title, words) ? weights.title : 0) +
      (words.length > 1 && holdsInOrder(title, words) ? weights.titleInOrder : 0) +
      weights.titleWords * coverage(title, words) ** 2 +
      weights.trailWords * coverage(whole, words) ** 2 +
      (isNamed ? weights.namedKind * found.has : 0);
    return index === 0 ? said : said * tries.spelling;
  });
  const inTitle = query.symbols.filter((symbol) => title.toLowerCase().includes(symbol.toLowerCase())).length;
  const isBegun = query.compounds.some((compound) => title.toLowerCase().startsWith(compound));
  return (
    share +
    (isBegun ? weights.nameBegins : 0) +
    kindWeights[kind] +
    (kind === 'roster' && agent ? weights.rosterOfAgent : 0) +
    Math.max(0, ...ofWords) +
    weights.allWords * found.has ** 2 +
    (found.inOrder ? weights.inOrder : 0) +
    weights.symbol * found.symbols +
    weights.symbolInTitle * inTitle
  );
}

/** Whether a title is just these words; a number in front of it does not count. */
function isTitle(title: string, words: readonly string[]): boolean {
  const said = wordsOf(title.replace(/^(?:(?:phase|step|stage)\s*)?\d+[.:)]?\s+/i, '')).map(({ word }) => word);
  return said.length > 0 && said.join(' ') === words.join(' ');
}

/** "Unsafe gate" asks for a gate about what is unsafe: words without those that name the kind. */
function withoutKind(words: readonly string[], kind: ResultKind): string[] {
  const names = resultKinds[kind].words.toLowerCase().split(' ');
  return words.filter((word) => !names.includes(singular(word)));
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/s$/, '') : word;
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
