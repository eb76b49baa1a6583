import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import type { AddressInfo } from 'node:net';
import { makeIndex, type IndexFiles, type IndexSource } from '../search/build/build-index.ts';

/** Reads what the development server answers with. */
type Read = (path: string) => Promise<string>;

/**
 * Answers for `pagefind/` while authors edit: the index is made in memory when someone searches, and made anew
 * when what it is made from has changed since.
 * @param gather gives what the index is made from, out of what it reads
 */
export function serveLiveIndex(
  server: ViteDevServer,
  gather: (read: Read) => Promise<IndexSource>,
  logger: AstroIntegrationLogger,
): void {
  let latest: { source: string; files: Promise<IndexFiles> } | undefined;
  const { base } = server.config;

  const read: Read = async (path) => {
    const { port } = server.httpServer?.address() as AddressInfo;
    const response = await fetch(`http://localhost:${String(port)}${base}${path.replace(/index\.html$/, '')}`);
    if (!response.ok) throw new Error(`The development server answers ${String(response.status)} for ${path}`);
    return response.text();
  };
  const current = async (): Promise<IndexFiles> => {
    const gathered = await gather(read);
    const source = JSON.stringify(gathered);
    if (latest?.source !== source) latest = { source, files: makeIndex(gathered) };
    return latest.files;
  };

  const folder = `${base}pagefind/`;
  server.middlewares.use((request, response, next) => {
    const address = (request.url ?? '').replace(/[?#].*$/, '');
    if (!address.startsWith(folder)) {
      next();
      return;
    }
    const path = address.slice(folder.length);
    // All else of an index is named by what it holds, and found in the one that the manifest was from.
    const files = path === 'search.json' || !latest ? current() : latest.files;
    files
      .then((all) => {
        const content = all.get(path);
        if (content === undefined) {
          next();
          return;
        }
        response.setHeader('Content-Type', contentType(path));
        response.setHeader('Cache-Control', 'no-store');
        response.end(content);
      })
      .catch((error: unknown) => {
        logger.error(`There is no search index: ${String(error)}`);
        latest = undefined;
        next(error);
      });
  });
}

function contentType(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript';
  return path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
