import { attributionTo, requestedAgents, type Attribution } from '../query/attribution.ts';
import { countFacets, filterRecords, type FacetTable } from '../query/facet-table.ts';
import { parseQuery, type Query } from '../query/query.ts';
import type { RankedRecord } from '../query/ranking.ts';
import {
  noFilters,
  type Filters,
  type FoundResult,
  type Hit,
  type NothingResult,
  type SearchRequest,
  type SearchResult,
} from '../query/result-types.ts';
import { markTermsOf, noMarks, toHit } from '../query/to-hit.ts';
import {
  correctionsFor,
  findInIndex,
  findLocally,
  findWithCorrections,
  rankRecords,
  type MatchedRecords,
} from './find-records.ts';
import type { IndexFiles } from './index-files.ts';
import { prefetchForTyping } from './prefetch.ts';

/**
 * Attempts for each search. The second one succeeds if the network is available again, or if a new build has replaced
 * the one that the page started with.
 */
const MAX_ATTEMPTS = 2;

/** Searches the site. The index is loaded when it is first needed. */
export class SearchEngine {
  readonly #files: IndexFiles;

  constructor(files: IndexFiles) {
    this.#files = files;
  }

  /** Loads what the reader may need for the next keys. */
  prefetch(typed: string, signal: AbortSignal): Promise<void> {
    return prefetchForTyping(this.#files, parseQuery(typed).words, signal);
  }

  /**
   * Searches, and yields better and better results; the last one is complete. If the index is not loaded, the first
   * result is `isPartial`: it comes from the records that are loaded. Results before the last one may lack snippets
   * and facets. Yields `unavailable` instead of throwing if the index cannot be loaded.
   * @param signal ends the search: nothing more is yielded
   */
  async *search(request: SearchRequest, signal?: AbortSignal): AsyncGenerator<SearchResult, void, undefined> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      try {
        for await (const result of this.#attempt(request)) {
          if (signal?.aborted === true) return;
          yield result;
        }
        return;
      } catch {
        await this.#files.renew();
        if (signal?.aborted === true) return;
      }
    }
    yield { state: 'unavailable' };
  }

  /** @throws Error if a part of the index cannot be loaded */
  async *#attempt(request: SearchRequest): AsyncGenerator<SearchResult, void, undefined> {
    if (request.query.trim() === '') {
      yield await this.#filterAll(request);
      return;
    }
    const results = this.#searchIndex(request);
    const first = results.next();
    // Requests take longer than a task, so if there is nothing by then, loaded records are searched meanwhile.
    if (!(await Promise.race([first, nextTask()]))) {
      const local = this.#searchLocally(request).catch(() => undefined);
      const earlier = await Promise.race([local, first.then(() => undefined)]);
      if (earlier) yield earlier;
    }
    const { value } = await first;
    if (value) yield value;
    yield* results;
  }

  /** Returns everything that matches the filters, for a search without a query. */
  async #filterAll({ filters = noFilters, limit }: SearchRequest): Promise<SearchResult> {
    const [{ records }, table] = await Promise.all([this.#files.manifest(), this.#files.facets()]);
    const order = Array.from({ length: records }, (_, number) => number);
    const matching = filterRecords(order, filters, table);
    if (matching.length === 0) return this.#nothing('', filters, order.length);
    const shown = await this.#files.records(matching.slice(0, limit));
    const query = parseQuery('');
    const { attribute } = await this.#scope(query, filters);
    const hits = shown.map((record, index) => toHit(attribute(record, matching[index] ?? -1), noMarks, query));
    return { state: 'found', total: matching.length, hits, facets: countFacets(order, filters, table) };
  }

  /** Returns the matches among the loaded records; `undefined` if there are none. */
  async #searchLocally({ query, filters = noFilters, limit }: SearchRequest): Promise<FoundResult | undefined> {
    const found = await findLocally(this.#files, parseQuery(query));
    const { table, attribute } = await this.#scope(found.query, filters);
    const matching = table ? filterRecords(found.order, filters, table) : found.order;
    if (matching.length === 0) return undefined;
    const best = (await rankRecords(this.#files, matching, found, limit, attribute)).slice(0, limit);
    return { state: 'found', total: matching.length, hits: this.#hitsOf(best, found, attribute), isPartial: true };
  }

  /** Yields the matches in the whole index, then the same again with all snippets and facets. */
  async *#searchIndex({ query, filters = noFilters, limit }: SearchRequest): AsyncGenerator<SearchResult, void> {
    const found = await findWithCorrections(this.#files, query);
    const { order, corrected } = found;
    const { table, attribute } = await this.#scope(found.query, filters);
    const matching = table ? filterRecords(order, filters, table) : order;
    if (matching.length === 0) {
      yield await this.#nothing(query, filters, order.length);
      return;
    }
    const best = (await rankRecords(this.#files, matching, found, limit, attribute)).slice(0, limit);
    const facets = table && countFacets(order, filters, table);
    const result = (): FoundResult => ({
      state: 'found',
      total: matching.length,
      hits: this.#hitsOf(best, found, attribute),
      ...(corrected !== undefined && { corrected }),
      ...(facets && { facets }),
    });
    yield result();
    const [loadedTable] = await Promise.all([
      table ?? this.#files.facets(),
      this.#files.records(best.map(({ number }) => number)),
    ]);
    yield { ...result(), facets: facets ?? countFacets(order, filters, loadedTable) };
  }

  /** Converts candidates to hits, with snippets as far as their texts are loaded. */
  #hitsOf(best: readonly RankedRecord[], { query, variants }: MatchedRecords, attribute: Attribution): Hit[] {
    const terms = markTermsOf(query, variants);
    return best.map(({ head, number }) =>
      toHit(attribute(this.#files.loadedRecords.get(number) ?? head, number), terms, query),
    );
  }

  /** Returns the facets, if the search needs them before there are results, and the agents to attribute results to. */
  async #scope(query: Query, filters: Filters): Promise<{ table?: FacetTable; attribute: Attribution }> {
    const { small, agents } = await this.#files.manifest();
    const requested = requestedAgents(query, filters, agents);
    const isFiltered = Object.values(filters).some((values: string[]) => values.length > 0);
    // In large sites, facets are as large as all the rest, so their counts follow the results.
    const isNeeded = small !== undefined || isFiltered || requested.length > 0;
    const table = isNeeded ? await this.#files.facets() : this.#files.loadedFacets;
    return table ? { table, attribute: attributionTo(requested, agents, table) } : { attribute: (head) => head };
  }

  async #nothing(typed: string, filters: Filters, withoutFilters: number): Promise<NothingResult> {
    const { offers, topics } = await correctionsFor(this.#files, typed);
    const table = await this.#files.facets();
    const useful = await Promise.all(
      offers.map(async (offer) => {
        const { order } = await findInIndex(this.#files, parseQuery(offer));
        return filterRecords(order, filters, table).length > 0 ? [offer] : [];
      }),
    );
    return { state: 'nothing', corrections: useful.flat(), withoutFilters, topics };
  }
}

/** Resolves when everything that needs no request has finished. */
function nextTask(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
