/** The part of Pagefind's browser API (1.6) that the site uses; the module comes with the built index. */
export interface PagefindModule {
  createInstance: (options: PagefindOptions) => PagefindInstance;
}

export interface PagefindOptions {
  basePath: string;
  /** Told apart from other builds' metadata in caches. */
  metaCacheTag: string;
  /** Search in this thread: a worker would be one more file to wait for. */
  noWorker: true;
  ranking: {
    termFrequency: number;
    pageLength: number;
    termSaturation: number;
    termSimilarity: number;
    metaWeights: Record<string, number>;
  };
}

export interface PagefindInstance {
  /** Loads what searching for a word needs. */
  preload: (word: string) => Promise<void>;
  /** Words in quotes are looked for as a phrase; any others must all be there. */
  search: (query: string) => Promise<{ results: { id: string; score: number }[] }>;
}
