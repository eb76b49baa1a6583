import type { Manifest } from '../format/index-format.ts';

/*
 * What any search needs, asked for all at once and before the script that searches has come: on slow lines,
 * waiting in turn costs more than bytes do. Small, since every page has it.
 */

const manifests = new Map<string, Promise<Manifest>>();

/**
 * Begins to load the index.
 * @param base the site's base path
 */
export function preloadIndex(base: string): void {
  // Whoever waits for it will hear that it failed.
  loadManifest(base).catch(() => undefined);
}

/** Loads what tells of the index, once; again, if that failed. */
export function loadManifest(base: string): Promise<Manifest> {
  const known = manifests.get(base);
  if (known) return known;
  const loading = requestManifest(base).catch((error: unknown) => {
    manifests.delete(base);
    throw error;
  });
  manifests.set(base, loading);
  return loading;
}

/** Loads what tells of the index, and begins to load the parts of it that any search needs. */
export async function requestManifest(base: string): Promise<Manifest> {
  // Its name never changes, so it has to be asked for whether it has.
  const response = await fetch(`${base}pagefind/search.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${String(response.status)} for search.json`);
  const manifest = (await response.json()) as Manifest;
  const folder = `${base}pagefind/${manifest.version}/`;
  // Only now: in small sites the manifest has what the first results are made of, and these are large.
  preload(`${folder}pagefind.js`, 'modulepreload');
  preload(`${folder}wasm.en.pagefind`);
  preload(`${folder}pagefind-entry.json?ts=${manifest.version}`);
  preload(folder + manifest.meta);
  return manifest;
}

/** Begins to load what is going to be fetched in a while. */
function preload(address: string, rel: 'preload' | 'modulepreload' = 'preload'): void {
  // Tests run the engine without a document.
  if (typeof document === 'undefined' || document.querySelector(`link[href="${address}"]`)) return;
  const link = document.createElement('link');
  Object.assign(link, { rel, as: rel === 'preload' ? 'fetch' : '', crossOrigin: 'anonymous', href: address });
  document.head.append(link);
}
