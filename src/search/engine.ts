import { hitsOf } from './results.ts';
import type { Pagefind } from './pagefind-api.ts';
import type { SearchOutcome, SearchRequest } from './outcome.ts';

export type { ExcerptPart, Facet, Facets, Filters, Hit, SearchOutcome, SearchRequest } from './outcome.ts';

/** Words in an excerpt. */
const EXCERPT_LENGTH = 18;

/** Searches the site in the browser. What that needs is loaded when someone reaches for search, not before. */
export class SearchEngine {
  readonly #base: string;
  #loading: Promise<Pagefind> | undefined;

  /** @param base the site's base path: `/`, or `/some/base/` */
  constructor(base: string) {
    this.#base = base;
  }

  /** Starts loading, if that has not begun. Failing is no error here: the search itself will say so. */
  warmUp(): void {
    this.#load().catch(() => undefined);
  }

  async search({ query, limit }: SearchRequest): Promise<SearchOutcome> {
    try {
      const pagefind = await this.#load();
      const { results } = await pagefind.search(query);
      if (results.length === 0) return { state: 'nothing', spellings: [], withoutFilters: 0, topics: [] };
      const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
      const hits = hitsOf(pages);
      return {
        state: 'found',
        hits: hits.slice(0, limit),
        total: hits.length,
        facets: { kind: [], agent: [], topic: [] },
      };
    } catch {
      return { state: 'unavailable' };
    }
  }

  #load(): Promise<Pagefind> {
    this.#loading ??= this.#import().catch((error: unknown) => {
      // The next attempt may find the network again.
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #import(): Promise<Pagefind> {
    const pagefind = (await import(/* @vite-ignore */ `${this.#base}pagefind/pagefind.js`)) as Pagefind;
    await pagefind.options({ baseUrl: this.#base, excerptLength: EXCERPT_LENGTH });
    await pagefind.init();
    return pagefind;
  }
}
