import type { AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import type { AddressInfo } from 'node:net';
import { buildIndex, type IndexFiles, type IndexSource } from '../search/build/build-index.ts';

/** Reads a file from the development server. */
type Read = (path: string) => Promise<string>;

/**
 * Serves `pagefind/` in the development server: the index is built in memory when the author searches, and again if
 * its source has changed since.
 * @param readSource reads the data that the index is built from
 */
export function serveLiveIndex(
  server: ViteDevServer,
  readSource: (read: Read) => Promise<IndexSource>,
  logger: AstroIntegrationLogger,
): void {
  let latest: { key: string; files: Promise<IndexFiles> } | undefined;
  const { base } = server.config;

  const read: Read = async (path) => {
    // The server listens on a port: Astro creates it so.
    const address = server.httpServer?.address() as AddressInfo | undefined;
    const response = await fetch(`http://localhost:${String(address?.port)}${base}${path.replace(/index\.html$/, '')}`);
    if (!response.ok) throw new Error(`The development server returned ${String(response.status)} for ${path}`);
    return response.text();
  };
  const current = async (): Promise<IndexFiles> => {
    const source = await readSource(read);
    const key = JSON.stringify(source);
    if (latest?.key !== key) latest = { key, files: buildIndex(source) };
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
    // The paths of all other files contain the version of the index whose manifest the page has loaded.
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
