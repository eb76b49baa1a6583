import type { Manifest } from '../format/index-format.ts';
import type { PagefindModule } from '../pagefind/api.ts';

/*
 * Starts loading the index before the script that searches has loaded: on slow connections, requests in sequence
 * cost more than bytes. Small, because it is part of every page.
 */

const manifests = new Map<string, Promise<Manifest>>();
const modules = new Map<string, Promise<PagefindModule>>();

/**
 * Starts loading the index, because a search is likely to follow.
 * @param base the site's base path
 */
export function prefetchIndex(base: string): void {
  // A search loads again what has failed, and reports it.
  loadManifest(base)
    .then((manifest) => loadPagefind(base, manifest))
    .catch(() => undefined);
}

/** Loads the manifest once; again if that failed. */
export function loadManifest(base: string): Promise<Manifest> {
  return loadOnce(manifests, base, () => fetchManifest(base));
}

/** Loads the manifest of the build that is on the server now. */
export async function fetchManifest(base: string): Promise<Manifest> {
  // Its address is the same for every build, so caches have to revalidate it.
  const response = await fetch(`${base}pagefind/search.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${String(response.status)} for search.json`);
  return (await response.json()) as Manifest;
}

/**
 * Loads Pagefind's script once; again if that failed. At the same time it requests the files that the script would
 * request one after the other; it then takes them from the HTTP cache. A preload link would do the same, but the
 * browser warns if a slow machine does not use it within seconds.
 */
export function loadPagefind(base: string, { version, meta }: Manifest): Promise<PagefindModule> {
  const folder = indexFolder(base, version);
  return loadOnce(modules, folder, () => {
    for (const path of ['wasm.en.pagefind', `pagefind-entry.json?ts=${version}`, meta]) void fillCache(folder + path);
    return import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<PagefindModule>;
  });
}

/** Returns the folder of a build's index (see `index-format.ts`). */
export function indexFolder(base: string, version: string): string {
  return `${base}pagefind/${version}/`;
}

async function fillCache(address: string): Promise<void> {
  try {
    // Browsers cache a response only when all of it was read.
    await (await fetch(address)).arrayBuffer();
  } catch {
    // Pagefind requests it again.
  }
}

function loadOnce<Content>(
  loads: Map<string, Promise<Content>>,
  key: string,
  load: () => Promise<Content>,
): Promise<Content> {
  const started = loads.get(key);
  if (started) return started;
  const loading = load().catch((error: unknown) => {
    loads.delete(key);
    throw error;
  });
  loads.set(key, loading);
  return loading;
}
