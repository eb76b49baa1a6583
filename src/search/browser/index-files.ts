import { chunkOf } from '../format/chunks.ts';
import { fromColumns, ownHeads } from '../format/columnar-records.ts';
import {
  chunkFile,
  type Manifest,
  type Shard,
  type SpellingData,
  type StoredFacets,
  type StoredHead,
  type StoredRecord,
} from '../format/index-format.ts';
import type { PagefindInstance } from '../pagefind/api.ts';
import { readFacets, type FacetTable } from '../query/facet-table.ts';
import { createPagefind } from './load-pagefind.ts';
import { requestManifest } from './manifest.ts';

/**
 * Loads the files of the index in the browser, each once, and again if that failed: the next attempt may find the
 * network available.
 */
export class IndexFiles {
  readonly #base: string;
  readonly #given: Promise<Manifest | undefined>;
  readonly #loads = new Map<string, Promise<unknown>>();
  /** The result of `facets()`, once it is loaded. */
  loadedFacets: FacetTable | undefined;
  /** The records loaded so far, by number: their heads, or with their texts. */
  loadedRecords = new Map<number, StoredHead | StoredRecord>();

  /**
   * @param base the site's base path: `/`, or `/some/base/`
   * @param given the manifest, if something else has loaded it
   */
  constructor(base: string, given: Promise<Manifest | undefined> = Promise.resolve(undefined)) {
    this.#base = base;
    this.#given = given;
  }

  manifest(): Promise<Manifest> {
    return this.#once('manifest', async () => (await this.#given) ?? this.#newManifest());
  }

  async #newManifest(): Promise<Manifest> {
    return (await (await requestManifest(this.#base)).json()) as Manifest;
  }

  pagefind(): Promise<PagefindInstance> {
    return this.#once('pagefind', async () => {
      const manifest = await this.manifest();
      return createPagefind(this.#folder(manifest), manifest);
    });
  }

  /** Loads a chunk of Pagefind's index, so that a search for its words needs no request. */
  chunk(number: number): Promise<void> {
    return this.#once(`chunk/${String(number)}`, async () => {
      const [pagefind, { chunks }] = await Promise.all([this.pagefind(), this.manifest()]);
      await pagefind.preload(chunks[number] ?? '');
    });
  }

  /**
   * Checks that the chunks for some words are available: Pagefind ignores a chunk that it could not load, and finds
   * nothing instead.
   * @throws Error if a chunk cannot be loaded
   */
  async checkChunks(words: readonly string[]): Promise<void> {
    const { chunks } = await this.manifest();
    const numbers = new Set(words.map((word) => chunkOf(word, chunks)).filter((number) => number !== -1));
    await Promise.all([...numbers].map((number) => this.#request(chunkFile(number))));
  }

  /**
   * Prepares for another attempt after a failure. An instance of Pagefind that could not load a file stays broken. If
   * another build has replaced the one that the page started with, everything is loaded from the new one.
   */
  async renew(): Promise<void> {
    for (const name of this.#loads.keys()) if (/^(?:pagefind$|chunk)/.test(name)) this.#loads.delete(name);
    const [before, now] = await Promise.allSettled([this.manifest(), this.#newManifest()]);
    if (now.status === 'rejected') return;
    if (before.status === 'fulfilled' && before.value.version === now.value.version) return;
    this.#loads.clear();
    this.#loads.set('manifest', Promise.resolve(now.value));
    // A new map: requests that are still running belong to the old build.
    this.loadedRecords = new Map();
    this.loadedFacets = undefined;
  }

  facets(): Promise<FacetTable> {
    return this.#once('facets', async () => {
      const { agents, small } = await this.manifest();
      const stored = small?.facets ?? (await this.#json<StoredFacets>('facets.json'));
      return (this.loadedFacets = readFacets(stored, agents));
    });
  }

  /** Returns the heads of the agents' own records, by number. They need no request. */
  async ownRecords(): Promise<Map<number, StoredHead>> {
    await this.allHeads();
    return new Map([...this.loadedRecords].filter(([, { kind }]) => kind === 'agent'));
  }

  /** Returns the heads of all records, if the manifest contains them. */
  allHeads(): Promise<StoredHead[] | undefined> {
    return this.#once('heads', async () => {
      const { loadedRecords } = this;
      const { heads, own, agents } = await this.manifest();
      const all = heads && fromColumns(heads, agents);
      for (const [number, head] of all?.entries() ?? (own ? ownHeads(own, agents) : [])) {
        if (!loadedRecords.has(number)) loadedRecords.set(number, head);
      }
      return all;
    });
  }

  /** Returns the heads of some records, by their numbers. In huge sites this loads those of them that are not agents. */
  async heads(numbers: readonly number[]): Promise<StoredHead[]> {
    const all = await this.allHeads();
    if (all) return numbers.flatMap((number) => all[number] ?? []);
    await this.records(numbers.filter((number) => !this.loadedRecords.has(number)));
    return numbers.flatMap((number) => this.loadedRecords.get(number) ?? []);
  }

  spelling(): Promise<SpellingData> {
    return this.#once('spelling', () => this.#json<SpellingData>('spelling.json'));
  }

  /** Returns some records, by their numbers, in the same order. */
  async records(numbers: readonly number[]): Promise<StoredRecord[]> {
    const { shards } = await this.manifest();
    const positions = numbers.map((number) => {
      const shard = shards.findLastIndex((first) => first <= number);
      return { shard, index: number - (shards[shard] ?? 0) };
    });
    const loaded = await Promise.all(positions.map(({ shard }) => this.shard(shard)));
    return positions.flatMap(({ index }, position) => loaded[position]?.[index] ?? []);
  }

  /** Returns the records of a shard. */
  shard(number: number): Promise<StoredRecord[]> {
    return this.#once(`records/${String(number)}`, async () => {
      const { loadedRecords } = this;
      const { agents, shards } = await this.manifest();
      const path = `records/${String(number)}.json`;
      const [{ heads, bodies, access = {} }, all] = await Promise.all([this.#json<Shard>(path), this.allHeads()]);
      const from = shards[number] ?? 0;
      const some = heads ? fromColumns(heads, agents) : (all ?? []).slice(from, from + bodies.length);
      const records = some.map((head, index) => ({
        ...head,
        body: bodies[index] ?? '',
        ...(access[index] !== undefined && { access: access[index] }),
      }));
      for (const [index, record] of records.entries()) loadedRecords.set(from + index, record);
      return records;
    });
  }

  async #json<Content>(path: string): Promise<Content> {
    return (await (await this.#request(path)).json()) as Content;
  }

  async #request(path: string): Promise<Response> {
    const response = await fetch(this.#folder(await this.manifest()) + path);
    if (!response.ok) throw new Error(`${String(response.status)} for ${path}`);
    return response;
  }

  /** Returns the folder of a build's index (see `index-format.ts`). */
  #folder({ version }: Manifest): string {
    return `${this.#base}pagefind/${version}/`;
  }

  #once<Content>(name: string, load: () => Promise<Content>): Promise<Content> {
    const started = this.#loads.get(name) as Promise<Content> | undefined;
    if (started) return started;
    const loading = load().catch((error: unknown) => {
      this.#loads.delete(name);
      throw error;
    });
    this.#loads.set(name, loading);
    return loading;
  }
}
