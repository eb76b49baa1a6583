import type { ResultKind } from './result-kinds.ts';

/**
 * What lies beside Pagefind's own files in `pagefind/VERSION/`, and how the two belong together: records are
 * numbered, and a page of Pagefind's index has the number of its record as its id. Pagefind says which records match,
 * and how well; what they are and what they say is read from here.
 *
 * Numbers mean something in one build alone. So each build has a folder of its own: whatever a cache on the way or a
 * service worker keeps of another build, the two are never mixed.
 */

/** `pagefind/search.json`, the only file whose address stays: all that a search has to know beforehand. */
export interface Manifest {
  /** Names the folder of all other files; changes with whatever changes in them. */
  version: string;
  /** How many records there are. */
  records: number;
  /** First record of each bundle; bundle 3 is `records/3.json`. */
  bundles: number[];
  /** Pagefind's metadata, to be loaded beside the rest and not after it. */
  meta: string;
  /** The chunks of Pagefind's index: the least text that belongs into each; the next one's is its end. */
  chunks: string[];
  /** Groups of words that mean the same. */
  spellings: string[][];
  agents: StoredAgent[];
  /** The heads of all records; absent where they are too much to load beforehand. */
  heads?: HeadColumns;
  /** Of small sites, what records can be filtered by: no need to ask for it. */
  small?: { facets: StoredFacets };
}

/** The id only if it is not the name. */
export type StoredAgent = [name: string, accent: string, monogram: string, id?: string];

/** `help.json`: what is needed only when nothing is found. */
export interface StoredHelp {
  /** Every word, front-coded: see `vocabulary.ts`. */
  words: string;
  /** What people ask for by other words than texts have, and the words to look for instead. */
  asked: [asked: string, title: string][];
  topics: { title: string; href: string }[];
}

/** What a record is ranked by, and shown as. */
export interface StoredHead {
  /** Its address for whoever has it: see `addressAt`. */
  place: string;
  /** Its address for `agent`. */
  url: string;
  kind: ResultKind;
  title: string;
  trail: string[];
  /** Whose it is; absent if it is nobody's. */
  agent?: StoredAgent;
  /** How many other agents have the same. */
  others: number;
}

/** The heads of some records, column by column: so, what repeats is next to nothing on the line. */
export interface HeadColumns {
  /** Every kind that there is, and for each record which of them, as one character. */
  kinds: ResultKind[];
  kindOf: string;
  places: string[];
  /** Nothing for what has its agent's name. */
  titles: (string | null)[];
  trails: string[][];
  /** Index of the first agent, or -1. */
  agentOf: number[];
  others: number[];
}

/** `records/NUMBER.json`: what some records say. */
export interface Bundle {
  /** Absent if the manifest has them. */
  heads?: HeadColumns;
  /** Of each its words, a line for each paragraph, item, row or line of code. */
  bodies: string[];
}

/** A record with its words. */
export interface StoredRecord extends StoredHead {
  body: string;
}

/** `facets.json`: of each record what can be filtered by. */
export interface StoredFacets {
  /** Every kind that there is, and for each record which of them, as one character. */
  kinds: ResultKind[];
  kindOf: string;
  agents: StoredSets;
  topics: [id: string, title: string][];
  topicSets: StoredSets;
}

/** A set of numbers for each record. */
export interface StoredSets {
  /** Every set that occurs: its numbers in order, each as the difference to the one before. */
  sets: number[][];
  /** For each record which of them. */
  of: number[];
}

/** A character for each kind, by its index. */
export const kindLetter = (index: number): string => String.fromCharCode(97 + index);

export function kindsByLetter(kinds: readonly ResultKind[]): ReadonlyMap<string, ResultKind> {
  return new Map(kinds.map((kind, index) => [kindLetter(index), kind]));
}

/** What Pagefind calls a chunk; the language stands before it. */
export function chunkId(number: number): string {
  return `en_${String(number)}`;
}

/** Where Pagefind looks for a chunk. */
export function chunkFile(number: number): string {
  return `index/${chunkId(number)}.pf_index`;
}

/** An id of Pagefind → the number of the record; the language stands before it. */
export function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('_') + 1));
}
