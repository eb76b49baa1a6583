/** The part of Pagefind's browser API (1.6.0) that the site uses; the module comes with the built index. */
export interface PagefindModule {
  createInstance: (options: PagefindOptions) => PagefindInstance;
}

export interface PagefindOptions {
  basePath: string;
  /** Distinguishes the metadata of different builds in caches. */
  metaCacheTag: string;
  /** The language of the query; that of the page if it is not given. */
  language: string;
  ranking: {
    termFrequency: number;
    pageLength: number;
    termSaturation: number;
    termSimilarity: number;
    metaWeights: Record<string, number>;
  };
}

export interface PagefindInstance {
  /** Loads the chunks that a search for these words needs. */
  preload: (words: string) => Promise<void>;
  /** Searches for quoted words as a phrase, and for pages that contain all of the others. */
  search: (query: string) => Promise<{ results: { id: string; score: number }[] }>;
}
