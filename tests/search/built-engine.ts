import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SearchEngine } from '../../src/search/browser/engine.ts';
import { IndexFiles } from '../../src/search/browser/index-files.ts';
import type { SearchRequest, SearchResult } from '../../src/search/query/result-types.ts';

/**
 * Runs the site's search engine in this process, with the index of a built site.
 * @param site folder of the built site
 */
export function engineFor(site: string): SearchEngine {
  const root = resolve(site);
  serveFromDisk(root);
  return new SearchEngine(new IndexFiles(`${root}/`));
}

/** Returns the last and complete result of a search. */
export async function lastResult(engine: SearchEngine, request: SearchRequest): Promise<SearchResult> {
  let last: SearchResult = { state: 'unavailable' };
  for await (const result of engine.search(request)) last = result;
  return last;
}

/** Makes `fetch` read files below a folder from the disk. */
export function serveFromDisk(root: string): void {
  const network = globalThis.fetch;
  globalThis.fetch = (input, options) => {
    const path = (input instanceof Request ? input.url : String(input)).replace(/\?.*$/, '');
    if (!path.startsWith(root)) return network(input, options);
    try {
      return Promise.resolve(new Response(new Uint8Array(readFileSync(path))));
    } catch {
      return Promise.resolve(new Response('', { status: 404 }));
    }
  };
}
