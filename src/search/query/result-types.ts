import type { ResultKind } from '../format/result-kinds.ts';

/** A piece of a title or an excerpt; `marked` if it is what was searched for. */
export interface ExcerptPart {
  text: string;
  marked: boolean;
}

/** One thing that was found. */
export interface Hit {
  /** Of this site, with the base path; may have an anchor. */
  url: string;
  kind: ResultKind;
  title: ExcerptPart[];
  /** Titles of the headings above it, from the outermost. */
  trail: string[];
  /** Empty as long as it is not loaded. */
  excerpt: ExcerptPart[];
  /** Whose it is; absent for topics, the guide, and outside specialists. */
  agent?: { name: string; accent: string; monogram: string };
  /** How many other agents have just the same. */
  others: number;
}

/** Values within one filter are alternatives; filters together restrict. Empty: no restriction. */
export interface Filters {
  kind: string[];
  agent: string[];
  topic: string[];
}

export const noFilters: Filters = { kind: [], agent: [], topic: [] };

export interface SearchRequest {
  query: string;
  filters?: Filters;
  /** Most hits to return; `total` counts all. */
  limit: number;
  /**
   * Called before the search is done, if something can be told by then: with what is found in what is here
   * (`isPartial`), if all of it has to be waited for; then with the outcome, perhaps without some excerpts and the
   * facets, for which more has to be loaded.
   */
  early?: (outcome: SearchOutcome) => void;
}

/** A value that a filter can have. */
export interface Facet {
  value: string;
  label: string;
  /** How many results there would be with this value, under the same query and the other filters. */
  count: number;
}

export type Facets = Record<keyof Filters, Facet[]>;

/** What a search comes to. */
export type SearchOutcome =
  | {
      state: 'found';
      total: number;
      /** Best first, at most as many as asked for. */
      hits: Hit[];
      /** Absent as long as they are not known. */
      facets?: Facets;
      /** The query that was searched instead, if its spelling was mended. */
      corrected?: string;
      /** There may be more, and others may be better. */
      isPartial?: true;
    }
  | {
      state: 'nothing';
      /** Queries close to this one; each finds something. */
      spellings: string[];
      /** How many the same words find without filters. */
      withoutFilters: number;
      topics: { title: string; href: string }[];
    }
  /** The index could not be loaded. */
  | { state: 'unavailable' };
