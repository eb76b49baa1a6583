import type { Pagefind } from './pagefind-api.ts';
import { toGroups, type ResultGroup } from './results.ts';

/** What a search comes to. `unavailable`: the index could not be loaded. */
export type SearchOutcome =
  { state: 'found'; groups: ResultGroup[]; total: number } | { state: 'nothing' } | { state: 'unavailable' };

/** Words in an excerpt. */
const EXCERPT_LENGTH = 18;

/** Pagefind, loaded when someone reaches for search and not before. */
export class SearchEngine {
  readonly #folder: string;
  #loading: Promise<Pagefind> | undefined;

  /** @param folder address of the index, `/base/pagefind/` */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Starts loading, if that has not begun. Failing is no error here: the search itself will say so. */
  warmUp(): void {
    this.#load().catch(() => undefined);
  }

  /**
   * Searches the index.
   * @param limit how many agents to return with their sections; `total` counts all
   */
  async search(query: string, limit: number): Promise<SearchOutcome> {
    try {
      const pagefind = await this.#load();
      const { results } = await pagefind.search(query);
      if (results.length === 0) return { state: 'nothing' };
      const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
      return { state: 'found', groups: toGroups(pages), total: results.length };
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
    const pagefind = (await import(/* @vite-ignore */ `${this.#folder}pagefind.js`)) as Pagefind;
    await pagefind.options({ baseUrl: this.#folder.replace(/pagefind\/$/, ''), excerptLength: EXCERPT_LENGTH });
    await pagefind.init();
    return pagefind;
  }
}
