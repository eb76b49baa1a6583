import { readFacets, type FacetTable } from './facets.ts';
import { readHeads } from './head-columns.ts';
import type { Bundle, Manifest, StoredFacets, StoredHead, StoredHelp, StoredRecord } from './index-format.ts';
import type { PagefindInstance, PagefindModule } from './pagefind-api.ts';
import { indexFolder, loadManifest, preloadIndex } from './preload.ts';
import { pagefindRanking } from './ranking.ts';

/**
 * The files of the index in the browser, each loaded once, and again if that failed: the next attempt may find the
 * network. What is needed for any search is asked for at once: on slow lines, waiting costs more than bytes.
 */
export class IndexFiles {
  readonly #base: string;
  readonly #folder: string;
  readonly #loads = new Map<string, Promise<unknown>>();
  /** What has been loaded of `facets()`: nobody has to wait for it. */
  knownFacets: FacetTable | undefined;

  /** @param base the site's base path */
  constructor(base: string) {
    this.#base = base;
    this.#folder = indexFolder(base);
  }

  manifest(): Promise<Manifest> {
    return loadManifest(this.#base);
  }

  pagefind(): Promise<PagefindInstance> {
    return this.#once('pagefind', async () => {
      preloadIndex(this.#base);
      const { version } = await this.manifest();
      const address = `${this.#folder}pagefind.js`;
      const module = (await import(/* @vite-ignore */ address)) as PagefindModule;
      return module.createInstance({
        basePath: this.#folder,
        metaCacheTag: version,
        noWorker: true,
        ranking: pagefindRanking,
      });
    });
  }

  /**
   * Of small sites, loads all the rest, so that no later search waits for anything. Failing is no error: it will
   * be loaded when it is needed.
   */
  async loadRest(): Promise<void> {
    const [pagefind, { small, bundles }] = await Promise.all([this.pagefind(), this.manifest()]);
    if (!small) return;
    await Promise.allSettled([
      ...Array.from('abcdefghijklmnopqrstuvwxyz').map((letter) => pagefind.preload(letter)),
      ...bundles.map((_, number) => this.#bundle(number)),
    ]);
  }

  /** An instance of Pagefind that missed one of its files stays broken: the next search is to make another. */
  forgetPagefind(): void {
    this.#loads.delete('pagefind');
  }

  facets(): Promise<FacetTable> {
    return this.#once('facets', async () => {
      const { version, agents, small } = await this.manifest();
      const stored = small?.facets ?? (await this.#json<StoredFacets>(`facets-${version}.json`));
      return (this.knownFacets = readFacets(stored, agents));
    });
  }

  /** What all records are, if that is known beforehand. */
  allHeads(): Promise<StoredHead[] | undefined> {
    return this.#once('heads', async () => {
      const { heads, agents } = await this.manifest();
      return heads && readHeads(heads, agents);
    });
  }

  /** What records are, by their numbers: at once, or in huge sites with all that they say. */
  async heads(numbers: readonly number[]): Promise<StoredHead[]> {
    const all = await this.allHeads();
    return all ? numbers.flatMap((number) => all[number] ?? []) : this.records(numbers);
  }

  help(): Promise<StoredHelp> {
    return this.#once('help', async () => {
      const { version } = await this.manifest();
      return this.#json<StoredHelp>(`help-${version}.json`);
    });
  }

  /** Some records, by their numbers, in the same order. */
  async records(numbers: readonly number[]): Promise<StoredRecord[]> {
    const { bundles } = await this.manifest();
    const places = numbers.map((number) => {
      const bundle = bundles.findLastIndex((first) => first <= number);
      return { bundle, index: number - (bundles[bundle] ?? 0) };
    });
    const loaded = await Promise.all(places.map(({ bundle }) => this.#bundle(bundle)));
    return places.flatMap(({ index }, place) => loaded[place]?.[index] ?? []);
  }

  #bundle(number: number): Promise<StoredRecord[]> {
    return this.#once(`records/${String(number)}`, async () => {
      const { version, agents, bundles } = await this.manifest();
      const path = `records/${String(number)}-${version}.json`;
      const [{ heads, bodies }, all] = await Promise.all([this.#json<Bundle>(path), this.allHeads()]);
      const from = bundles[number] ?? 0;
      const some = heads ? readHeads(heads, agents) : (all ?? []).slice(from, from + bodies.length);
      return some.map((head, index) => ({ ...head, body: bodies[index] ?? '' }));
    });
  }

  async #json<Content>(path: string): Promise<Content> {
    const response = await fetch(this.#folder + path);
    if (!response.ok) throw new Error(`${String(response.status)} for ${path}`);
    return (await response.json()) as Content;
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
