import type { Manifest, StoredFacets, StoredHead, StoredHelp, StoredRecord } from './index-format.ts';
import { readFacets, type FacetTable } from './facets.ts';
import type { PagefindInstance, PagefindModule } from './pagefind-api.ts';
import { pagefindRanking } from './ranking.ts';

/**
 * The files of the index in the browser, each loaded once, and again if that failed: the next attempt may find the
 * network. What is needed for any search is asked for at once: on slow lines, waiting costs more than bytes.
 */
export class IndexFiles {
  readonly #folder: string;
  readonly #loads = new Map<string, Promise<unknown>>();

  /** @param base the site's base path */
  constructor(base: string) {
    this.#folder = `${base}pagefind/`;
  }

  manifest(): Promise<Manifest> {
    // Its name never changes, so it has to be asked for whether it has.
    return this.#once('manifest', () => this.#json<Manifest>('search.json', { cache: 'no-cache' }));
  }

  pagefind(): Promise<PagefindInstance> {
    return this.#once('pagefind', async () => {
      const address = `${this.#folder}pagefind.js`;
      preload(`${this.#folder}wasm.en.pagefind`);
      const [module, { version, meta }] = await Promise.all([
        import(/* @vite-ignore */ address) as Promise<PagefindModule>,
        this.manifest(),
      ]);
      preload(`${this.#folder}pagefind-entry.json?ts=${version}`);
      preload(this.#folder + meta);
      return module.createInstance({
        basePath: this.#folder,
        metaCacheTag: version,
        noWorker: true,
        ranking: pagefindRanking,
      });
    });
  }

  facets(): Promise<FacetTable> {
    return this.#once('facets', async () => {
      const { version, small } = await this.manifest();
      return readFacets(small?.facets ?? (await this.#json<StoredFacets>(`facets-${version}.json`)));
    });
  }

  /** What records are, by their numbers: at once in small sites; in others they come with all that they say. */
  async heads(numbers: readonly number[]): Promise<StoredHead[]> {
    const { small } = await this.manifest();
    return small ? numbers.flatMap((number) => small.heads[number] ?? []) : this.records(numbers);
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
      const { version } = await this.manifest();
      return this.#json<StoredRecord[]>(`records/${String(number)}-${version}.json`);
    });
  }

  async #json<Content>(path: string, options?: RequestInit): Promise<Content> {
    const response = await fetch(this.#folder + path, options);
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

/** Begins to load what Pagefind is going to fetch in a while. */
function preload(address: string): void {
  // Tests run the engine without a document.
  if (typeof document === 'undefined') return;
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: address });
  document.head.append(link);
}
