/** The part of Pagefind's browser API (1.6) that the site uses; the module comes from the built index. */
export interface Pagefind {
  options: (options: { baseUrl: string; excerptLength: number }) => Promise<void>;
  init: () => Promise<void>;
  preload: (query: string) => Promise<void>;
  search: (query: string) => Promise<{ results: { data: () => Promise<PagefindPage> }[] }>;
}

/** A page that was found. Excerpts are escaped HTML with `<mark>` around the words. */
export interface PagefindPage {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: PagefindSection[];
}

/** A part of a page, from a heading with an id to the next. The part above the first one has no anchor. */
export interface PagefindSection {
  title: string;
  url: string;
  excerpt: string;
  anchor?: { id: string };
  weighted_locations: { balanced_score: number }[];
}
