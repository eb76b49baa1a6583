import type { AstroIntegration } from 'astro';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pagefind from 'pagefind';
import sirv from 'sirv';

/**
 * Makes Pagefind's index of the built pages. The development server, which builds nothing, answers searches
 * from the last build's index.
 */
export function searchIndex(): AstroIntegration {
  let outDir = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir);
      },
      'astro:server:setup': ({ server }) => {
        const lastIndex = sirv(join(outDir, 'pagefind'), { dev: true, etag: true });
        server.middlewares.use('/pagefind', (request, response, next) => {
          lastIndex(request, response, next);
        });
      },
      'astro:build:done': async ({ logger }) => {
        const { index, errors } = await pagefind.createIndex({ excludeSelectors: ['.anchor'] });
        if (!index) throw new Error(`Pagefind cannot make an index: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path: outDir });
        const written = await index.writeFiles({ outputPath: join(outDir, 'pagefind') });
        await pagefind.close();
        const failures = [...added.errors, ...written.errors];
        if (failures.length > 0) throw new Error(`Pagefind cannot index the site: ${failures.join('; ')}`);
        logger.info(`${String(added.page_count)} pages can be searched`);
      },
    },
  };
}
