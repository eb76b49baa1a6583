import type { ResultKind } from './kinds.ts';

/**
 * What lies beside Pagefind's own files in `pagefind/`, and how the two belong together: records are numbered,
 * and a page of Pagefind's index has the number of its record as its id. Pagefind says which records match, and
 * how well; what they are and what they say is read from here.
 */

/** `search.json`, the only one of these files whose name stays: all that a search has to know beforehand. */
export interface Manifest {
  /** Changes with whatever changes in the index. */
  version: string;
  /** How many records there are. */
  records: number;
  /** First record of each bundle; bundle 3 is `records/3-VERSION.json`. */
  bundles: number[];
  /** Pagefind's metadata, to be loaded beside the rest and not after it. */
  meta: string;
  /** Pagefind's chunks, each with the first and last word in it; absent where there are too many to tell. */
  chunks?: [from: string, to: string, file: string][];
  /** Groups of words that mean the same. */
  spellings: string[][];
  /** Of small sites, the heads of all records and what they can be filtered by: no need to ask for them. */
  small?: { heads: StoredHead[]; facets: StoredFacets };
}

/** `help-VERSION.json`: what is needed only when nothing is found. */
export interface StoredHelp {
  /** Every word, front-coded: see `vocabulary.ts`. */
  words: string;
  /** What people ask for by other words than texts have, and the words to look for instead. */
  asked: [asked: string, title: string][];
  topics: { title: string; href: string }[];
}

/** What a record is ranked by, and shown as. */
export interface StoredHead {
  url: string;
  kind: ResultKind;
  title: string;
  trail: string[];
  /** Name, accent, monogram. */
  agent?: [name: string, accent: string, monogram: string];
  /** Number of an earlier record of the same kind that says the same, word for word. */
  same?: number;
}

/** A record in a bundle. */
export interface StoredRecord extends StoredHead {
  /** Its words, a line for each paragraph, item, row or line of code. */
  body: string;
}

/** `facets-VERSION.json`: of each record what can be filtered by. */
export interface StoredFacets {
  /** Every kind that there is, and for each record which of them, as one character. */
  kinds: ResultKind[];
  kindOf: string;
  /** Id and name of every agent; for each run of records with the same agent its index, or -1, and the length. */
  agents: [id: string, name: string][];
  agentRuns: number[];
  topics: [id: string, title: string][];
  /** Every combination of topics that occurs, as indices; for each record which of them. */
  topicSets: number[][];
  topicSetOf: number[];
}

/** A character for each kind, by its index. */
export const kindLetter = (index: number): string => String.fromCharCode(97 + index);

/** An id of Pagefind → the number of the record; the language stands before it. */
export function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf('_') + 1));
}
