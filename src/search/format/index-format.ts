import type { ResultKind } from './result-kinds.ts';

/**
 * The files beside Pagefind's own in `pagefind/VERSION/`. Records are numbered, and the id of a page in Pagefind's
 * index is the number of its record. Pagefind says which records match, and how well; the files described here say
 * what the records are and what they contain.
 *
 * Record numbers are valid within one build only, so each build has its own folder. An HTTP cache or a service worker
 * may hold files of another build, but the two are never mixed.
 */

/** `pagefind/search.json`, the only file with a stable address: everything that a search needs first. */
export interface Manifest {
  /** Names the folder of all other files; changes whenever one of them changes. */
  version: string;
  /** Number of records. */
  records: number;
  /** First record of each shard; shard 3 is `records/3.json`. */
  shards: number[];
  /** Path of Pagefind's metadata, so that it can be fetched together with the rest. */
  meta: string;
  /** For each chunk of Pagefind's index, the smallest text that belongs to it. It ends where the next one begins. */
  chunks: string[];
  /** Groups of words that mean the same. */
  spellings: string[][];
  agents: StoredAgent[];
  /** The heads of all records; absent if they are too large to load with every search. */
  heads?: ColumnarRecords;
  /** Where the agents' own records are; absent if the heads are here, because they contain the same. */
  own?: OwnRecords;
  /** In small sites, the data that other sites have in `facets.json`, which saves a request. */
  small?: { facets: StoredFacets };
}

/** The id is present only if it differs from the name. */
export type StoredAgent = [name: string, accent: string, monogram: string, id?: string];

/** The agents' own records. Names decide what is first, so a search finds them without a request. */
export interface OwnRecords {
  /** Their address, with a placeholder for the agent's id. */
  urlTemplate: string;
  /** For each agent the number of its record, as the difference from the one before. */
  numbers: number[];
}

/** `spelling.json`: needed only for queries that find nothing, or not all of their words. */
export interface SpellingData {
  /** Every word, front-coded: see `vocabulary.ts`. */
  words: string;
  /** Words that people ask for but that no text contains, each with the title of the topic that covers it. */
  asked: [asked: string, title: string][];
  topics: { title: string; href: string }[];
}

/** The part of a record that ranking and the first display need. */
export interface StoredHead {
  /** Its address for any agent that has it: see `url-template.ts`. */
  urlTemplate: string;
  /** Its address for `agent`. */
  url: string;
  kind: ResultKind;
  title: string;
  trail: string[];
  /** Absent if the record belongs to no agent. */
  agent?: StoredAgent;
  /** Number of other agents that have the same record. */
  others: number;
}

/** Heads of records, column by column: this way, repeated values compress well. */
export interface ColumnarRecords {
  /** Every kind that occurs, and for each record one of them, as a letter. */
  kinds: ResultKind[];
  kindOf: string;
  urlTemplates: string[];
  /** `null` if the title is the agent's name. */
  titles: (string | null)[];
  trails: string[][];
  /** Index of the first agent, or -1. */
  agentOf: number[];
  others: number[];
}

/** `records/NUMBER.json`: the text of some records. */
export interface Shard {
  /** Absent if the manifest contains them. */
  heads?: ColumnarRecords;
  /** The text of each record, a line for each paragraph, item, row or line of code. */
  bodies: string[];
  /** What agents may do, by the index of their records in this file. */
  access?: Record<number, string>;
}

/** A record with its text. */
export interface StoredRecord extends StoredHead {
  body: string;
  /** The access of the agent; absent for all other kinds of records. */
  access?: string;
}

/** `facets.json`: the values of each record that a filter can choose. */
export interface StoredFacets {
  /** Every kind that occurs, and for each record one of them, as a letter. */
  kinds: ResultKind[];
  kindOf: string;
  agents: StoredSets;
  topics: [id: string, title: string][];
  topicSets: StoredSets;
}

/** A set of numbers for each record. */
export interface StoredSets {
  /** Every set that occurs: its numbers in order, each as the difference from the one before. */
  sets: number[][];
  /** For each record the index of its set. */
  of: number[];
}

/** Returns the letter for a kind, by its index. */
export const kindLetter = (index: number): string => String.fromCharCode(97 + index);

export function kindsByLetter(kinds: readonly ResultKind[]): ReadonlyMap<string, ResultKind> {
  return new Map(kinds.map((kind, index) => [kindLetter(index), kind]));
}

/** Returns Pagefind's id of a page or chunk: the language, then a number. */
export function pagefindId(number: number | string): string {
  return `en_${String(number)}`;
}

/** Returns the number of the record that a page id of Pagefind stands for; the inverse of `pagefindId`. */
export function recordNumber(id: string): number {
  return Number(id.slice(id.lastIndexOf('_') + 1));
}

/** Returns the path at which Pagefind looks for a chunk. */
export function chunkFile(number: number): string {
  return `index/${pagefindId(number)}.pf_index`;
}
