import type { AstroIntegration } from 'astro';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SearchSource } from '../pages/search-source.json.ts';
import { guideRecords } from '../search/build/guide-records.ts';
import { buildIndex, type IndexFiles, type IndexSource } from '../search/build/build-index.ts';
import { serveLiveIndex } from './live-index.ts';

/** The endpoint with the data that the index is built from. */
const SOURCE_PATH = 'search-source.json';

/** Builds the search index after each build of the site, and on demand in the development server. */
export function searchIndex(): AstroIntegration {
  let base = '/';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:server:setup': ({ server, logger }) => {
        serveLiveIndex(server, (read) => readSource(base, read), logger);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = await buildIndex(await readSource(base, (path) => readFile(join(root, path), 'utf8')));
        await rm(join(root, SOURCE_PATH));
        await write(files, join(root, 'pagefind'));
        logger.info(`The search index has ${String(files.size)} files`);
      },
    },
  };
}

/**
 * Reads the data that the index is built from, including the text of the guide.
 * @param base the site's base path
 * @param read returns the text of a file of the site, by its path below the base
 */
async function readSource(base: string, read: (path: string) => Promise<string>): Promise<IndexSource> {
  const { guide, ...source } = JSON.parse(await read(SOURCE_PATH)) as SearchSource;
  const pages = await Promise.all(
    guide.map(async (page) => {
      const path = decodeURI(page.url).slice(base.endsWith('/') ? base.length : base.length + 1);
      return guideRecords(page, await read(`${path}index.html`));
    }),
  );
  return { ...source, records: [...source.records, ...pages.flat()] };
}

async function write(files: IndexFiles, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))));
  await Promise.all([...folders].map((path) => mkdir(path, { recursive: true })));
  await Promise.all([...files].map(([path, content]) => writeFile(join(folder, path), content)));
}
