import { answerFromHere, answerTo, bestAnswer, ranked, suggestions, type Answer } from './answer.ts';
import { countFacets, filterRecords, type FacetTable } from '../query/facets.ts';
import { markedBy, toHit, unmarked } from '../query/to-hit.ts';
import { IndexFiles } from './index-files.ts';
import { loadAhead } from './prefetch.ts';
import { noFilters, type Filters, type Hit, type SearchOutcome, type SearchRequest } from '../query/result-types.ts';
import { readQuery, type Query } from '../query/query.ts';
import type { Candidate } from '../query/ranking.ts';
import { askedAgents, whoseIn, type Whose } from '../query/attribution.ts';

export type { ExcerptPart, Facet, Facets, Filters, Hit, SearchOutcome, SearchRequest } from '../query/result-types.ts';

/** Searches the site in the browser. What that needs is loaded when someone reaches for search, not before. */
export class SearchEngine {
  readonly #files: IndexFiles;

  /** @param base the site's base path: `/`, or `/some/base/` */
  constructor(base: string) {
    this.#files = new IndexFiles(base);
  }

  /** Starts loading, if that has not begun. Failing is no error here: the search itself will say so. */
  warmUp(): void {
    this.#files.pagefind().catch(() => undefined);
  }

  /** Loads what somebody may need who goes on typing. Failing is no error here, either. */
  loadAhead(typed: string, signal: AbortSignal): void {
    loadAhead(this.#files, readQuery(typed).words, signal).catch(() => undefined);
  }

  /** Never throws: an index that cannot be had is an outcome, too. */
  async search(request: SearchRequest): Promise<SearchOutcome> {
    // Twice, because the failure of a preload answers one request, even if the network is there again; and because
    // another build may have taken the place of the one that was begun with.
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        return await (request.query.trim() === '' ? this.#everything(request) : this.#search(request));
      } catch {
        await this.#files.renew();
      }
    }
    return { state: 'unavailable' };
  }

  /** Without a query there is nothing to search for, but something to filter. */
  async #everything({ filters = noFilters, limit }: SearchRequest): Promise<SearchOutcome> {
    const [{ records }, table] = await Promise.all([this.#files.manifest(), this.#files.facets()]);
    const order = Array.from({ length: records }, (_, number) => number);
    const passing = filterRecords(order, filters, table);
    if (passing.length === 0) return this.#nothing('', filters, order.length);
    const shown = await this.#files.records(passing.slice(0, limit));
    const { whose } = await this.#scope(readQuery(''), filters);
    const hits = shown.map((record, place) => toHit(whose(record, passing[place] ?? -1), unmarked));
    return { state: 'found', total: passing.length, hits, facets: countFacets(order, filters, table) };
  }

  /** All that is found; and before that, where it has to be waited for, what is found in what is here. */
  async #search(request: SearchRequest): Promise<SearchOutcome> {
    const { early } = request;
    if (!early) return this.#searchAll(request);
    let isTold = false as boolean;
    const tell = (outcome: SearchOutcome) => {
      isTold = true;
      early(outcome);
    };
    const all = this.#searchAll({ ...request, early: tell }).finally(() => (isTold = true));
    // Whatever has to be asked for takes longer than this.
    const outcome = await Promise.race([all, nextTask()]);
    if (outcome) return outcome;
    const here = await this.#searchHere(request).catch(() => undefined);
    if (here && !isTold) early(here);
    return all;
  }

  /** What is found in what has been loaded, titles above all; nothing, if that is nothing. */
  async #searchHere({ query: typed, filters = noFilters, limit }: SearchRequest): Promise<SearchOutcome | undefined> {
    const answer = await answerFromHere(this.#files, readQuery(typed));
    const { table, whose } = await this.#scope(answer.query, filters);
    const passing = table ? filterRecords(answer.order, filters, table) : answer.order;
    if (passing.length === 0) return undefined;
    const best = (await ranked(this.#files, passing, answer, limit, whose)).slice(0, limit);
    const hits = this.#hitsOf(best, answer, whose);
    return { state: 'found', total: passing.length, hits, isPartial: true };
  }

  async #searchAll({ query: typed, filters = noFilters, limit, early }: SearchRequest): Promise<SearchOutcome> {
    const answer = await bestAnswer(this.#files, typed);
    const { order, corrected } = answer;
    const { table, whose } = await this.#scope(answer.query, filters);
    const passing = table ? filterRecords(order, filters, table) : order;
    if (passing.length === 0) return this.#nothing(typed, filters, order.length);

    const rest = { state: 'found' as const, total: passing.length, ...(corrected !== undefined && { corrected }) };
    const best = (await ranked(this.#files, passing, answer, limit, whose)).slice(0, limit);
    const known = table && countFacets(order, filters, table);
    early?.({ ...rest, hits: this.#hitsOf(best, answer, whose), ...(known && { facets: known }) });
    const [counted] = await Promise.all([
      table ?? this.#files.facets(),
      this.#files.records(best.map(({ number }) => number)),
    ]);
    const facets = known ?? countFacets(order, filters, counted);
    return { ...rest, hits: this.#hitsOf(best, answer, whose), facets };
  }

  /** With excerpts, as far as their texts have been loaded. */
  #hitsOf(best: readonly Candidate[], answer: Answer, whose: Whose): Hit[] {
    const marked = markedBy(answer);
    return best.map(({ head, number }) => toHit(whose(this.#files.known.get(number) ?? head, number), marked));
  }

  /** What has to be known of facets before there are results, and to whom results are given. */
  async #scope(query: Query, filters: Filters): Promise<{ table?: FacetTable; whose: Whose }> {
    const { small, agents } = await this.#files.manifest();
    const asked = askedAgents(query, filters, agents);
    const isFiltered = Object.values(filters).some((values: string[]) => values.length > 0);
    // In large sites, counts come after results: what they are made of is as large as all the rest.
    const isNeeded = small !== undefined || isFiltered || asked.length > 0;
    const table = isNeeded ? await this.#files.facets() : this.#files.knownFacets;
    return table ? { table, whose: whoseIn(asked, agents, table) } : { whose: (head) => head };
  }

  async #nothing(typed: string, filters: Filters, withoutFilters: number): Promise<SearchOutcome> {
    const { spellings, topics } = await suggestions(this.#files, typed);
    const table = await this.#files.facets();
    const tried = await Promise.all(
      spellings.map(async (one) => {
        const { order } = await answerTo(this.#files, readQuery(one));
        return filterRecords(order, filters, table).length > 0 ? [one] : [];
      }),
    );
    return { state: 'nothing', spellings: tried.flat(), withoutFilters, topics };
  }
}

/** Until whatever can go on without waiting has done so. */
function nextTask(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
