import { excerptOf, mark, type Marked } from './excerpt.ts';
import { countFacets, filterRecords, type FacetTable } from './facets.ts';
import { IndexFiles } from './index-files.ts';
import type { StoredRecord } from './index-format.ts';
import { resultKinds } from './kinds.ts';
import { matchesIn } from './match.ts';
import { noFilters, type Filters, type Hit, type SearchOutcome, type SearchRequest } from './outcome.ts';
import { otherWords, readQuery, spellingsOf, type Query } from './query.ts';
import { rank } from './ranking.ts';
import { retrieve, type Found } from './retrieval.ts';
import { suggest } from './suggestions.ts';

export type { ExcerptPart, Facet, Facets, Filters, Hit, SearchOutcome, SearchRequest } from './outcome.ts';

/** So many of what Pagefind finds best are looked at again, by what they say; the others follow in its order. */
const LOOKED_AT = 16;

/** What a query comes to before anything is shown of it. */
interface Answer {
  query: Query;
  spellings: string[][];
  found: Found;
}

/** Searches the site in the browser. What that needs is loaded when someone reaches for search, not before. */
export class SearchEngine {
  readonly #files: IndexFiles;

  /** @param base the site's base path: `/`, or `/some/base/` */
  constructor(base: string) {
    this.#files = new IndexFiles(base);
  }

  /** Starts loading, if that has not begun. Failing is no error here: the search itself will say so. */
  warmUp(): void {
    void Promise.allSettled([this.#files.pagefind(), this.#files.facets()]);
  }

  /** Never throws: an index that cannot be had is an outcome, too. */
  async search({ query: typed, filters = noFilters, limit }: SearchRequest): Promise<SearchOutcome> {
    try {
      const facets = this.#files.facets();
      if (typed.trim() === '') return await this.#browse(filters, await facets, limit);
      const first = await this.#answer(readQuery(typed));
      const unknown = await this.#unknownWords(first);
      const mended = unknown.length > 0 || first.found.size === 0 ? await this.#mend(typed, first, unknown) : undefined;
      const answer = mended?.answer ?? first;
      const numbers = unknown.length > 0 && !mended ? [] : byScore(answer.found);
      const table = await facets;
      const passing = filterRecords(numbers, filters, table);
      if (passing.length === 0) {
        const help = await this.#files.help();
        const tries = suggest(typed, readQuery(typed), help);
        const spellings = await this.#thatFind(tries.spellings, filters);
        return { state: 'nothing', spellings, withoutFilters: numbers.length, topics: tries.topics };
      }
      const hits = await this.#hits(passing, answer, limit);
      return {
        state: 'found',
        total: passing.length,
        hits,
        facets: countFacets(numbers, filters, table),
        ...(mended?.corrected !== undefined && { corrected: mended.corrected }),
      };
    } catch {
      return { state: 'unavailable' };
    }
  }

  /** Without words, all that passes the filters is found, in the order of the index. */
  async #browse(filters: Filters, table: FacetTable, limit: number): Promise<SearchOutcome> {
    const numbers = Array.from(table.agentOf, (_, number) => number);
    const passing = filterRecords(numbers, filters, table);
    if (passing.length === 0) return { state: 'nothing', spellings: [], withoutFilters: numbers.length, topics: [] };
    const records = await this.#files.records(passing.slice(0, limit));
    const marked: Marked = { words: [], exact: [] };
    return {
      state: 'found',
      total: passing.length,
      hits: records.map((record) => toHit(record, marked)),
      facets: countFacets(numbers, filters, table),
    };
  }

  async #answer(query: Query): Promise<Answer> {
    const [pagefind, manifest] = await Promise.all([this.#files.pagefind(), this.#files.manifest()]);
    const spellings = spellingsOf(query.words, manifest.spellings);
    return { query, spellings, found: await retrieve(pagefind, query, spellings) };
  }

  /** Words of a query that are in none of the best records: Pagefind has made do with a part of them. */
  async #unknownWords({ query, spellings, found }: Answer): Promise<string[]> {
    const best = await this.#files.records(byScore(found).slice(0, LOOKED_AT));
    const texts = best.map(textOf);
    const isKnown = (word: string) => {
      const forms = spellings.filter((words) => !words.includes(word));
      return texts.some(
        (text) =>
          matchesIn(text, [word]).length > 0 ||
          forms.some((words) => words.every((one) => matchesIn(text, [one]).length > 0)),
      );
    };
    return query.words.filter((word) => !isKnown(word));
  }

  /** The query with its spelling mended, or without words that nobody knows; nothing if that finds nothing. */
  async #mend(
    typed: string,
    { query }: Answer,
    unknown: readonly string[],
  ): Promise<{ answer: Answer; corrected?: string } | undefined> {
    const { mendings } = suggest(typed, query, await this.#files.help(), unknown);
    for (const { words, corrected } of mendings) {
      const answer = await this.#answer({ ...query, words, compounds: [] });
      if (answer.found.size === 0 || (await this.#unknownWords(answer)).length > 0) continue;
      return { answer, ...(corrected === undefined ? {} : { corrected }) };
    }
    return undefined;
  }

  /** Those of some queries that find something. */
  async #thatFind(queries: readonly string[], filters: Filters): Promise<string[]> {
    const table = await this.#files.facets();
    const tried = await Promise.all(
      queries.map(async (typed) => {
        const { found } = await this.#answer(readQuery(typed));
        return filterRecords([...found.keys()], filters, table).length > 0 ? [typed] : [];
      }),
    );
    return tried.flat();
  }

  async #hits(numbers: readonly number[], { query, spellings, found }: Answer, limit: number): Promise<Hit[]> {
    const most = Math.max(limit, LOOKED_AT);
    const records = await this.#files.records(numbers.slice(0, most));
    const best = found.get(numbers[0] ?? -1) ?? 1;
    const candidates = records.map((record, index) => ({
      record,
      found: (found.get(numbers[index] ?? -1) ?? 0) / best,
    }));
    const ranked = rank(candidates.slice(0, LOOKED_AT), query, spellings);
    const rest = candidates.slice(LOOKED_AT).map(({ record }) => record);
    const others = otherWords(spellings);
    const marked: Marked = {
      words: [...query.words, ...others.words],
      exact: [...query.phrases, ...query.symbols, ...others.phrases],
    };
    return [...ranked, ...rest].slice(0, limit).map((record) => toHit(record, marked));
  }
}

function toHit({ url, kind, title, trail, agent, body }: StoredRecord, marked: Marked): Hit {
  const [name, accent, monogram] = agent ?? [];
  return {
    url,
    kind,
    title: mark(title, marked),
    trail,
    excerpt: excerptOf(body, marked),
    ...(name !== undefined && accent !== undefined && monogram !== undefined && { agent: { name, accent, monogram } }),
  };
}

function textOf({ kind, title, trail, body, agent }: StoredRecord): string {
  return [title, ...trail, agent?.[0] ?? '', resultKinds[kind].words, body].join('\n');
}

function byScore(found: Found): number[] {
  return [...found].sort(([a, m], [b, n]) => n - m || a - b).map(([number]) => number);
}
