import type { ResultKind } from '../format/result-kinds.ts';

/** A part of a title or snippet; `marked` if it matches the query. */
export interface TextPart {
  text: string;
  marked: boolean;
}

/** One of the things that a search found. */
export interface Hit {
  /** On this site, with the base path; may have an anchor. */
  url: string;
  kind: ResultKind;
  title: TextPart[];
  /** Titles of the headings above it, from the outermost. */
  trail: string[];
  /** Empty until its text is loaded. */
  snippet: TextPart[];
  /** The terms that its page highlights: see `highlightTerms`. */
  terms: string[];
  /** Absent for topics, the guide, and outside specialists. */
  agent?: { name: string; accent: string; monogram: string };
  /** The number of other agents that have the same text. */
  others: number;
}

/** Values of one filter are alternatives; all filters must match. An empty filter matches everything. */
export interface Filters {
  kind: string[];
  agent: string[];
  topic: string[];
}

export const noFilters: Filters = { kind: [], agent: [], topic: [] };

export interface SearchRequest {
  query: string;
  filters?: Filters;
  /** Maximum number of hits to return; `total` counts all. */
  limit: number;
}

/** A value of a filter. */
export interface Facet {
  value: string;
  label: string;
  /** Number of results with this value, for the same query and the other filters. */
  count: number;
}

export type Facets = Record<keyof Filters, Facet[]>;

/** The result of a search, or one that precedes it while more is being loaded. */
export type SearchResult = FoundResult | NothingResult | UnavailableResult;

export interface FoundResult {
  state: 'found';
  total: number;
  /** Best first, at most as many as requested. */
  hits: Hit[];
  /** Absent until they are loaded. */
  facets?: Facets;
  /** The corrected query that was used instead. */
  corrected?: string;
  /** Only loaded records were searched: there may be more results, and better ones. */
  isPartial?: true;
}

export interface NothingResult {
  state: 'nothing';
  /** Similar queries, each of which finds something. */
  corrections: string[];
  /** Number of results of the same query without filters. */
  withoutFilters: number;
  topics: { title: string; href: string }[];
}

/** The index could not be loaded. */
interface UnavailableResult {
  state: 'unavailable';
}
