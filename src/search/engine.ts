import { excerptOf, mark, type Marked } from './excerpt.ts';
import { countFacets, filterRecords, type FacetTable } from './facets.ts';
import { findInHeads } from './heads.ts';
import { IndexFiles } from './index-files.ts';
import type { StoredHead, StoredRecord } from './index-format.ts';
import { resultKinds } from './kinds.ts';
import { matchesIn } from './match.ts';
import { noFilters, type Facets, type Filters, type Hit, type SearchOutcome, type SearchRequest } from './outcome.ts';
import { otherWords, readQuery, spellingsOf, type Query } from './query.ts';
import { alikeLast, rank, type Candidate } from './ranking.ts';
import { ask, retrieve, type AllFound } from './retrieval.ts';
import type { Suggestions } from './suggestions.ts';
import { askedAgents, whoseIn, type Whose } from './whose.ts';

export type { ExcerptPart, Facet, Facets, Filters, Hit, SearchOutcome, SearchRequest } from './outcome.ts';

/** So many of what Pagefind finds best are ranked anew, by what they are; the others follow in its order. */
const RANKED_FROM_HEADS = 60;
/** The same, where each may have to be loaded from somewhere else. */
const RANKED_FROM_RECORDS = 8;
/** A word that stands in none of so many of the best results, nor of its own, is one that nobody knows. */
const SURELY_KNOWN_IN = 4;

/** What is told of filters as long as it is not known. */
const unknownFacets: Facets = { kind: [], agent: [], topic: [] };

/** What a query comes to before anything is shown of it. */
interface Answer {
  query: Query;
  spellings: string[][];
  found: AllFound;
  /** Numbers of records, in Pagefind's order. */
  order: number[];
}

/** Searches the site in the browser. What that needs is loaded when someone reaches for search, not before. */
export class SearchEngine {
  readonly #files: IndexFiles;
  /** Whether Pagefind has ever answered: from then on, nobody has to wait for it. */
  #hasAnswered = false;

  /** @param base the site's base path: `/`, or `/some/base/` */
  constructor(base: string) {
    this.#files = new IndexFiles(base);
  }

  /** Starts loading, if that has not begun. Failing is no error here: the search itself will say so. */
  warmUp(): void {
    this.#files.pagefind().catch(() => undefined);
  }

  /** Never throws: an index that cannot be had is an outcome, too. */
  async search(request: SearchRequest): Promise<SearchOutcome> {
    // Twice, because the failure of a preload answers one request, even if the network is there again.
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        return await (request.query.trim() === '' ? this.#everything(request) : this.#search(request));
      } catch {
        this.#files.forgetPagefind();
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
    const [shown, { whose }] = await Promise.all([
      this.#files.records(passing.slice(0, limit)),
      this.#scope(readQuery(''), filters),
    ]);
    const unmarked: Marked = { words: [], exact: [] };
    const hits = shown.map((record, place) => toHit(whose(record, passing[place] ?? -1), unmarked));
    return { state: 'found', total: passing.length, hits, facets: countFacets(order, filters, table) };
  }

  async #search(request: SearchRequest): Promise<SearchOutcome> {
    const { query: typed, filters = noFilters, limit, early } = request;
    const [first] = await Promise.all([
      this.#answer(readQuery(typed)),
      early && !this.#hasAnswered ? this.#tellFromHeads(request, early) : undefined,
    ]);
    const unknown = await this.#unknownWords(first);
    const mended = unknown.length > 0 || first.order.length === 0 ? await this.#mend(typed, first, unknown) : undefined;
    const answer = mended?.answer ?? first;
    const order = unknown.length > 0 && !mended ? [] : answer.order;
    const { table, whose } = await this.#scope(answer.query, filters);
    const passing = table ? filterRecords(order, filters, table) : order;
    if (passing.length === 0) return this.#nothing(typed, filters, order.length);

    const rest = {
      state: 'found' as const,
      total: passing.length,
      ...(mended?.corrected !== undefined && { corrected: mended.corrected }),
    };
    const ranked = (await this.#ranked(passing, answer, limit, whose)).slice(0, limit);
    const marked = markedBy(answer);
    const known = table ? countFacets(order, filters, table) : unknownFacets;
    early?.({ ...rest, hits: ranked.map(({ head }) => toHit(head, marked)), facets: known });
    const [records, counted] = await Promise.all([
      this.#files.records(ranked.map(({ number }) => number)),
      table ?? this.#files.facets(),
    ]);
    this.#files.loadRest().catch(() => undefined);
    const hits = records.map((record, place) => toHit(whose(record, ranked[place]?.number ?? -1), marked));
    return { ...rest, hits, facets: table ? known : countFacets(order, filters, counted) };
  }

  /** What the titles say is there long before Pagefind is. */
  async #tellFromHeads(
    { query: typed, filters = noFilters, limit }: SearchRequest,
    tell: (outcome: SearchOutcome) => void,
  ) {
    const [{ spellings: groups }, heads] = await Promise.all([this.#files.manifest(), this.#files.allHeads()]);
    if (!heads) return;
    const query = readQuery(typed);
    const spellings = spellingsOf(query.words, groups);
    const found = findInHeads(heads, query, spellings);
    const { table, whose } = await this.#scope(query, filters);
    const best = bestFirst(found);
    const order = table ? filterRecords(best, filters, table) : best;
    if (order.length === 0 || this.#hasAnswered) return;
    const answer = { query, spellings, found, order };
    const ranked = (await this.#ranked(order, answer, limit, whose)).slice(0, limit);
    const hits = ranked.map(({ head }) => toHit(head, markedBy(answer)));
    tell({ state: 'found', total: hits.length, hits, facets: unknownFacets, isPartial: true });
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

  async #answer(query: Query): Promise<Answer> {
    const [pagefind, manifest] = await Promise.all([this.#files.pagefind(), this.#files.manifest()]);
    const spellings = spellingsOf(query.words, manifest.spellings);
    const found = await retrieve(pagefind, query, spellings, manifest.records);
    this.#hasAnswered = true;
    return { query, spellings, found, order: bestFirst(found) };
  }

  /** Words of a query that are in none of the best records: Pagefind has made do with a part of them. */
  async #unknownWords({ query, spellings, order }: Answer): Promise<string[]> {
    const [{ agents }, heads] = await Promise.all([
      this.#files.manifest(),
      this.#files.heads(order.slice(0, RANKED_FROM_RECORDS)),
    ]);
    const names = agents.map(([name]) => name).join('\n');
    // A single letter is the beginning of a word that is still being typed.
    const words = query.words.filter(({ length }) => length > 1);
    const stillUnknown = (texts: readonly string[]) => words.filter((word) => !isKnown(word, texts, spellings));
    const ofHeads = stillUnknown(heads.map(textOf));
    if (ofHeads.length === 0) return [];
    const records = await this.#files.records(order.slice(0, SURELY_KNOWN_IN));
    const ofBest = stillUnknown([...[...heads, ...records].map(textOf), names]);
    // What has some of the words may lack this one; what it finds by itself does not, if anybody knows it.
    const pagefind = await this.#files.pagefind();
    const own = await Promise.all(ofBest.map(async (word) => [...(await ask(pagefind, word)).keys()]));
    const texts = await Promise.all(own.map((numbers) => this.#files.records(numbers.slice(0, SURELY_KNOWN_IN))));
    return ofBest.filter((word, index) => !isKnown(word, (texts[index] ?? []).map(textOf), spellings));
  }

  /** The query with its spelling mended, or without words that nobody knows; nothing if that finds nothing. */
  async #mend(
    typed: string,
    { query }: Answer,
    unknown: readonly string[],
  ): Promise<{ answer: Answer; corrected?: string } | undefined> {
    const { mendings } = await this.#suggest(typed, query, unknown.length > 0 ? unknown : undefined);
    for (const { words, corrected } of mendings) {
      const answer = await this.#answer({ ...query, words, compounds: [] });
      if (answer.order.length === 0 || (await this.#unknownWords(answer)).length > 0) continue;
      return { answer, ...(corrected === undefined ? {} : { corrected }) };
    }
    return undefined;
  }

  /** Most searches find something, and need no code for this. */
  async #suggest(typed: string, query: Query, unknown?: readonly string[]): Promise<Suggestions> {
    const [{ suggest }, help] = await Promise.all([import('./suggestions.ts'), this.#files.help()]);
    return suggest(typed, query, help, unknown);
  }

  async #nothing(typed: string, filters: Filters, withoutFilters: number): Promise<SearchOutcome> {
    const { spellings, topics } = await this.#suggest(typed, readQuery(typed));
    const table = await this.#files.facets();
    const tried = await Promise.all(
      spellings.map(async (one) => {
        const { order } = await this.#answer(readQuery(one));
        return filterRecords(order, filters, table).length > 0 ? [one] : [];
      }),
    );
    return { state: 'nothing', spellings: tried.flat(), withoutFilters, topics };
  }

  /** The best of some records, best first: as many as are wanted, or more. */
  async #ranked(
    numbers: readonly number[],
    { query, spellings, found }: Answer,
    limit: number,
    whose: Whose,
  ): Promise<Candidate[]> {
    const all = await this.#files.allHeads();
    const most = all ? RANKED_FROM_HEADS : RANKED_FROM_RECORDS;
    const wanted = (all ? alikeLast(numbers, all) : numbers).slice(0, Math.max(limit, most));
    const heads = await this.#files.heads(wanted);
    const best = found.get(numbers[0] ?? -1)?.score ?? 1;
    const candidates = wanted.flatMap((number, index): Candidate[] => {
      const [head, one] = [heads[index], found.get(number)];
      return head && one ? [{ head: whose(head, number), number, found: one, share: one.score / best }] : [];
    });
    return [...rank(candidates.slice(0, most), query, spellings), ...candidates.slice(most)];
  }
}

/** Numbers of records, by how well Pagefind says that they match. */
function bestFirst(found: AllFound): number[] {
  return [...found].sort(([a, m], [b, n]) => n.score - m.score || a - b).map(([number]) => number);
}

/** Whether a word is in some texts, or the words that stand for it in another spelling. */
function isKnown(word: string, texts: readonly string[], spellings: readonly (readonly string[])[]): boolean {
  const others = spellings.filter((words) => !words.includes(word));
  const has = (text: string, one: string) => matchesIn(text, [one]).length > 0;
  return texts.some((text) => has(text, word) || others.some((words) => words.every((one) => has(text, one))));
}

function markedBy({ query, spellings }: Answer): Marked {
  const others = otherWords(spellings);
  return {
    words: [...query.words, ...others.words],
    exact: [...query.phrases, ...query.symbols, ...others.phrases],
  };
}

function toHit(found: StoredHead | StoredRecord, marked: Marked): Hit {
  const { url, kind, title, trail, agent, others } = found;
  const [name, accent, monogram] = agent ?? [];
  return {
    url,
    kind,
    title: mark(title, marked),
    trail,
    excerpt: 'body' in found ? excerptOf(found.body, marked) : [],
    ...(name !== undefined && accent !== undefined && monogram !== undefined && { agent: { name, accent, monogram } }),
    others,
  };
}

function textOf(found: StoredHead | StoredRecord): string {
  const { kind, title, trail, agent } = found;
  const body = 'body' in found ? found.body : '';
  return [title, ...trail, agent?.[0] ?? '', resultKinds[kind].words, body].join('\n');
}
