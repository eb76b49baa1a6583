import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Release } from '../offline/worker-scope.ts';

/** The service worker has to lie at the base path: it answers only for what lies below it. */
const WORKER = 'service-worker.js';
const WORKER_SOURCE = fileURLToPath(new URL('../offline/service-worker.ts', import.meta.url));

/**
 * An index up to this size is kept whole by whoever visits the site; of a larger one the core is, and then what was
 * used. In bytes, as on the disk: that of a hundred agents fits.
 */
const INDEX_LIMIT = 2_000_000;

const SEARCH_PAGE = 'search/';
const OFFLINE_PAGE = 'offline/';

/** Builds the service worker, and tells it what to keep. Must come after the integration that makes the index. */
export function offline(): AstroIntegration {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'service-worker',
                applyToEnvironment: ({ name }) => name === 'client',
                buildStart() {
                  this.emitFile({ type: 'chunk', id: WORKER_SOURCE, fileName: WORKER });
                },
              },
            ],
          },
        });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const worker = join(root, WORKER);
        const code = await readFile(worker, 'utf8');
        const files = await withIntegrity(root, await filesToKeep(root));
        const pages = [SEARCH_PAGE, OFFLINE_PAGE];
        const documents = await Promise.all(pages.map((page) => readFile(join(root, page, 'index.html'), 'utf8')));
        const version = sha256(JSON.stringify([code, files, documents]))
          .toString('hex')
          .slice(0, 12);
        const release: Release = { version, base, files, pages, offlinePage: OFFLINE_PAGE };
        await writeFile(worker, `const RELEASE=${JSON.stringify(release)};\n${code}`);
        logger.info(`${String(files.length)} files are kept for searching offline`);
      },
    },
  };
}

/** Paths relative to the built site, in a stable order. */
async function filesToKeep(root: string): Promise<string[]> {
  const list = (pattern: string) => globSync(pattern, { cwd: root }).map(withSlashes).sort();
  const scripts = list('_astro/*.js');
  const core = [...list('pagefind/*.*'), ...list('pagefind/*/*.*')];
  const parts = list('pagefind/*/*/*.*');
  const sizes = await Promise.all([...core, ...parts].map(async (file) => (await stat(join(root, file))).size));
  const isSmall = sizes.reduce((sum, size) => sum + size, 0) <= INDEX_LIMIT;
  return ['favicon.svg', ...scripts, ...core, ...(isSmall ? parts : [])];
}

function withIntegrity(root: string, paths: readonly string[]): Promise<[path: string, integrity: string][]> {
  return Promise.all(
    paths.map(async (path) => [path, `sha256-${sha256(await readFile(join(root, path))).toString('base64')}`]),
  );
}

function sha256(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

function withSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
