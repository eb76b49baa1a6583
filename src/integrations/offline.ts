import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import type { BuildInfo, SearchFiles } from '../offline/worker-scope.ts';

/** A service worker controls only URLs below its own, so it must be at the base path. */
const WORKER = 'service-worker.js';
const WORKER_SOURCE = fileURLToPath(new URL('../offline/service-worker.ts', import.meta.url));

/** A file of its own, so that the worker, which every reader downloads, stays small. */
const SEARCH_FILES = 'offline-search.json';

const SEARCH_PAGE = 'search/';
const OFFLINE_PAGE = 'offline/';

/** Builds the service worker and tells it what offline search needs. Must come after the integration that writes the index. */
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
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const worker = join(root, WORKER);
        const code = await readFile(worker, 'utf8');
        // Browsers would refuse to install it, and the site would silently not work offline.
        if (/^import\b/m.test(code)) throw new Error(`${WORKER} must be a single script, but imports others.`);
        const files: [path: string, integrity: string][] = [];
        let searchSize = 0;
        for (const path of [...list(root, '_astro/*.js'), ...list(root, 'pagefind/**/*.*')]) {
          const content = await readFile(join(root, path));
          files.push([path, integrity(content)]);
          // Hosts compress text; the files of the index are compressed already.
          searchSize += /\.(?:js|json)$/.test(path) ? gzipSync(content).length : content.length;
        }
        const searchFiles: SearchFiles = { files, pages: [SEARCH_PAGE] };
        const documents = await Promise.all(
          [SEARCH_PAGE, OFFLINE_PAGE].map((page) => readFile(join(root, page, 'index.html'), 'utf8')),
        );
        const json = JSON.stringify(searchFiles);
        const version = createHash('sha256')
          .update(JSON.stringify([code, json, documents]))
          .digest('hex');
        const build: BuildInfo = {
          version: version.slice(0, 12),
          base,
          offlinePage: OFFLINE_PAGE,
          searchFiles: [SEARCH_FILES, integrity(json)],
          searchSize,
        };
        await writeFile(join(root, SEARCH_FILES), json);
        await writeFile(worker, `const BUILD=${JSON.stringify(build)};\n${code}`);
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

/** Returns the matching paths, relative to the built site, with forward slashes, in a stable order. */
function list(root: string, pattern: string): string[] {
  return globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** Returns a hash in the format of Subresource Integrity. */
function integrity(content: string | Buffer): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
