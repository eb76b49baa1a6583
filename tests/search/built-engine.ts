import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SearchEngine } from '../../src/search/browser/engine.ts';

/**
 * The site's search engine with the index and the Pagefind of a built site, in this process.
 * @param site folder of the built site
 */
export function engineFor(site: string): SearchEngine {
  const root = resolve(site);
  withFilesOf(root);
  return new SearchEngine(`${root}/`);
}

/** From now on, what is fetched from below a folder is read from the disk. */
export function withFilesOf(root: string): void {
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
