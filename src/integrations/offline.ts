import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { BuildInfo } from '../offline/worker-scope.ts';

/** A service worker controls only URLs below its own, so it must be at the base path. */
const WORKER = 'service-worker.js';
const WORKER_SOURCE = fileURLToPath(new URL('../offline/service-worker.ts', import.meta.url));

/**
 * Largest search index that is precached as a whole; of a larger one, only the core is precached, and other files are
 * cached when they are used. In bytes on disk: the index of a hundred agents is smaller.
 */
const INDEX_LIMIT = 2_000_000;

const SEARCH_PAGE = 'search/';
const OFFLINE_PAGE = 'offline/';

/** Builds the service worker and tells it what to precache. Must come after the integration that writes the index. */
export function offline(): AstroIntegration {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [serviceWorkerPlugin()] } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const worker = join(root, WORKER);
        const code = await readFile(worker, 'utf8');
        // Browsers would refuse to install it, and the site would silently not work offline.
        if (/^import\b/m.test(code)) throw new Error(`${WORKER} must be a single script, but imports others.`);
        const files = await withIntegrity(root, await filesToPrecache(root));
        const pages = [SEARCH_PAGE, OFFLINE_PAGE];
        const documents = await Promise.all(pages.map((page) => readFile(join(root, page, 'index.html'), 'utf8')));
        const version = sha256(JSON.stringify([code, files, documents]))
          .toString('hex')
          .slice(0, 12);
        const build: BuildInfo = { version, base, files, pages, offlinePage: OFFLINE_PAGE };
        await writeFile(worker, `const BUILD=${JSON.stringify(build)};\n${code}`);
        logger.info(`The service worker precaches ${String(files.length)} files for offline search`);
      },
    },
  };
}

/**
 * Works around Astro, which has no way to build a script with a fixed name: emits the service worker as a chunk of the
 * client's bundle. It applies only to builds, because development servers do not support emitFile and log a warning.
 * Astro starts such a server during a build, too.
 */
export function serviceWorkerPlugin(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      this.emitFile({ type: 'chunk', id: WORKER_SOURCE, fileName: WORKER });
    },
  };
}

/** Returns paths relative to the built site, in a stable order. */
async function filesToPrecache(root: string): Promise<string[]> {
  const list = (pattern: string) => globSync(pattern, { cwd: root }).map(toPosix).sort();
  const scripts = list('_astro/*.js');
  const core = [...list('pagefind/*.*'), ...list('pagefind/*/*.*')];
  const shards = list('pagefind/*/*/*.*');
  const sizes = await Promise.all([...core, ...shards].map(async (file) => (await stat(join(root, file))).size));
  const isSmall = sizes.reduce((sum, size) => sum + size, 0) <= INDEX_LIMIT;
  return ['favicon.svg', ...scripts, ...core, ...(isSmall ? shards : [])];
}

function withIntegrity(root: string, paths: readonly string[]): Promise<[path: string, integrity: string][]> {
  return Promise.all(
    paths.map(async (path) => [path, `sha256-${sha256(await readFile(join(root, path))).toString('base64')}`]),
  );
}

function sha256(content: string | Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

function toPosix(path: string): string {
  return path.replaceAll('\\', '/');
}
