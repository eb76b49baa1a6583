import type { SearchClient } from '../../../search/browser/search-client.ts';
import type { SearchResult } from '../../../search/query/result-types.ts';
import { announce } from '../../../lib/announce.ts';
import { savesData } from '../../../lib/connection.ts';
import { saveSearchOnIdle } from '../../../offline/offline-search.ts';
import { describeResult } from './result-text.ts';
import type { SearchState } from './search-address.ts';

/** Debounce for keys that are pressed at almost the same time, in milliseconds: too short to notice. */
const SEARCH_DELAY = 15;
/** Delay before the number of results is announced, in milliseconds, so that typing is not interrupted. */
const ANNOUNCE_DELAY = 600;

/** Runs one search at a time, and announces its result. A new search ends the one before. */
export class SearchSession {
  readonly #client: Pick<SearchClient, 'search' | 'prefetch'>;
  #running?: AbortController;

  constructor(client: Pick<SearchClient, 'search' | 'prefetch'>) {
    this.#client = client;
  }

  /**
   * Searches, and yields better and better results until another search begins (see `SearchEngine.search`).
   * @param limit most hits to yield
   */
  async *search(state: SearchState, limit: number): AsyncGenerator<SearchResult, void, undefined> {
    this.stop();
    const { signal } = (this.#running = new AbortController());
    // Screen readers announce only changes of a live region that exists already.
    announce('');
    await new Promise((resolve) => setTimeout(resolve, SEARCH_DELAY));
    if (signal.aborted) return;
    if (!savesData()) this.#client.prefetch(state.query, signal);
    let last: SearchResult | undefined;
    for await (const result of this.#client.search({ ...state, limit }, signal)) {
      last = result;
      yield result;
    }
    if (!last) return;
    announceLater(describeResult(last, state), signal);
    if (last.state === 'found') saveSearchOnIdle();
  }

  /** Ends the current search: it yields and announces nothing more. */
  stop(): void {
    this.#running?.abort();
  }
}

function announceLater(message: string, signal: AbortSignal) {
  setTimeout(() => {
    if (!signal.aborted) announce(message);
  }, ANNOUNCE_DELAY);
}
