import type { Manifest } from '../format/index-format.ts';
import type { PagefindInstance, PagefindModule } from '../pagefind/api.ts';
import { pagefindRanking } from '../query/ranking-weights.ts';

/**
 * If Pagefind knows the language, it splits queries into graphemes. To start the browser's segmenter takes as long as the
 * rest of a first search, and makes no difference to words.
 */
const NO_LANGUAGE = '-';

/**
 * Loads Pagefind. At the same time as its script it requests the files that the script would request one after the other;
 * it then takes them from the HTTP cache.
 * @param folder of the build's index
 */
export async function createPagefind(folder: string, { version, meta }: Manifest): Promise<PagefindInstance> {
  for (const path of ['wasm.en.pagefind', `pagefind-entry.json?ts=${version}`, meta]) void fillCache(folder + path);
  const { createInstance } = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as PagefindModule;
  return createInstance({
    basePath: folder,
    metaCacheTag: version,
    language: NO_LANGUAGE,
    ranking: pagefindRanking,
  });
}

async function fillCache(address: string): Promise<void> {
  try {
    // Browsers cache a response only when all of it was read.
    await (await fetch(address)).arrayBuffer();
  } catch {
    // Pagefind requests it again.
  }
}
