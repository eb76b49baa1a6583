import { readFacets, type FacetTable } from '../query/facets.ts';
import { readHeads } from '../format/columnar-records.ts';
import {
  chunkFile,
  type Bundle,
  type Manifest,
  type StoredFacets,
  type StoredHead,
  type StoredHelp,
  type StoredRecord,
} from '../format/index-format.ts';
import type { PagefindInstance, PagefindModule } from '../pagefind/api.ts';
import { loadManifest, preloadIndex, requestManifest } from './manifest.ts';
import { chunkOf } from '../format/chunks.ts';
import { pagefindRanking } from '../query/ranking.ts';

/**
 * The files of the index in the browser, each loaded once, and again if that failed: the next attempt may find the
 * network. What is needed for any search is asked for at once: on slow lines, waiting costs more than bytes.
 */
export class IndexFiles {
  readonly #base: string;
  readonly #loads = new Map<string, Promise<unknown>>();
  /** That of another build than the one that was begun with. */
  #manifest: Manifest | undefined;
  /** What has been loaded of `facets()`: nobody has to wait for it. */
  knownFacets: FacetTable | undefined;
  /** What has been loaded of the records, by their numbers: their heads, or all that they say. */
  known = new Map<number, StoredHead | StoredRecord>();

  /** @param base the site's base path */
  constructor(base: string) {
    this.#base = base;
  }

  async manifest(): Promise<Manifest> {
    return this.#manifest ?? loadManifest(this.#base);
  }

  pagefind(): Promise<PagefindInstance> {
    return this.#once('pagefind', async () => {
      preloadIndex(this.#base);
      const { version } = await this.manifest();
      const folder = this.#folder(version);
      const address = `${folder}pagefind.js`;
      const module = (await import(/* @vite-ignore */ address)) as PagefindModule;
      return module.createInstance({
        basePath: folder,
        metaCacheTag: version,
        noWorker: true,
        ranking: pagefindRanking,
      });
    });
  }

  /** Loads a chunk of Pagefind's index, so that looking for its words waits for nothing. */
  chunk(number: number): Promise<void> {
    return this.#once(`chunk/${String(number)}`, async () => {
      const [pagefind, { chunks }] = await Promise.all([this.pagefind(), this.manifest()]);
      await pagefind.preload(chunks[number] ?? '');
    });
  }

  /**
   * Pagefind finds nothing of a chunk that it could not load, and does not say so.
   * @throws Error if a chunk cannot be had in which one of the words would be
   */
  async makeSureOf(words: readonly string[]): Promise<void> {
    const { chunks } = await this.manifest();
    const numbers = new Set(words.map((word) => chunkOf(word, chunks)).filter((number) => number !== -1));
    await Promise.all([...numbers].map((number) => this.#request(chunkFile(number))));
  }

  /**
   * To be called when something could not be had. An instance of Pagefind that missed one of its files stays broken.
   * And what is gone may be of a build that is gone: then everything is loaded anew, of the one in its place.
   */
  async renew(): Promise<void> {
    for (const name of this.#loads.keys()) if (/^(?:pagefind$|chunk)/.test(name)) this.#loads.delete(name);
    const [before, now] = await Promise.allSettled([this.manifest(), requestManifest(this.#base)]);
    if (now.status === 'rejected') return;
    if (before.status === 'fulfilled' && before.value.version === now.value.version) return;
    this.#manifest = now.value;
    this.#loads.clear();
    // A new one: what is still under way belongs to the other.
    this.known = new Map();
    this.knownFacets = undefined;
  }

  facets(): Promise<FacetTable> {
    return this.#once('facets', async () => {
      const { agents, small } = await this.manifest();
      const stored = small?.facets ?? (await this.#json<StoredFacets>('facets.json'));
      return (this.knownFacets = readFacets(stored, agents));
    });
  }

  /** What all records are, if that is known beforehand. */
  allHeads(): Promise<StoredHead[] | undefined> {
    return this.#once('heads', async () => {
      const { heads, agents } = await this.manifest();
      const all = heads && readHeads(heads, agents);
      for (const [number, head] of all?.entries() ?? []) if (!this.known.has(number)) this.known.set(number, head);
      return all;
    });
  }

  /** What records are, by their numbers: at once, or in huge sites with all that they say. */
  async heads(numbers: readonly number[]): Promise<StoredHead[]> {
    const all = await this.allHeads();
    return all ? numbers.flatMap((number) => all[number] ?? []) : this.records(numbers);
  }

  help(): Promise<StoredHelp> {
    return this.#once('help', () => this.#json<StoredHelp>('help.json'));
  }

  /** Some records, by their numbers, in the same order. */
  async records(numbers: readonly number[]): Promise<StoredRecord[]> {
    const { bundles } = await this.manifest();
    const places = numbers.map((number) => {
      const bundle = bundles.findLastIndex((first) => first <= number);
      return { bundle, index: number - (bundles[bundle] ?? 0) };
    });
    const loaded = await Promise.all(places.map(({ bundle }) => this.bundle(bundle)));
    return places.flatMap(({ index }, place) => loaded[place]?.[index] ?? []);
  }

  /** The records of a bundle. */
  bundle(number: number): Promise<StoredRecord[]> {
    return this.#once(`records/${String(number)}`, async () => {
      const { known } = this;
      const { agents, bundles } = await this.manifest();
      const path = `records/${String(number)}.json`;
      const [{ heads, bodies }, all] = await Promise.all([this.#json<Bundle>(path), this.allHeads()]);
      const from = bundles[number] ?? 0;
      const some = heads ? readHeads(heads, agents) : (all ?? []).slice(from, from + bodies.length);
      const records = some.map((head, index) => ({ ...head, body: bodies[index] ?? '' }));
      for (const [index, record] of records.entries()) known.set(from + index, record);
      return records;
    });
  }

  /** Each build has a folder of its own (see `index-format.ts`). */
  #folder(version: string): string {
    return `${this.#base}pagefind/${version}/`;
  }

  async #json<Content>(path: string): Promise<Content> {
    return (await (await this.#request(path)).json()) as Content;
  }

  async #request(path: string): Promise<Response> {
    const { version } = await this.manifest();
    const response = await fetch(this.#folder(version) + path);
    if (!response.ok) throw new Error(`${String(response.status)} for ${path}`);
    return response;
  }

  #once<Content>(name: string, load: () => Promise<Content>): Promise<Content> {
    const known = this.#loads.get(name) as Promise<Content> | undefined;
    if (known) return known;
    const loading = load().catch((error: unknown) => {
      this.#loads.delete(name);
      throw error;
    });
    this.#loads.set(name, loading);
    return loading;
  }
}
