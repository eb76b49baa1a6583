import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, logHandlers } from 'astro/config';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildProgress } from './src/integrations/build-progress.ts';
import { bundles } from './src/integrations/bundles.ts';
import { earlyStart } from './src/integrations/early-start.ts';
import { offline } from './src/integrations/offline.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { securityPolicy } from './src/integrations/security-policy.ts';
import { site } from './src/site.ts';
import { absoluteUrl, isPublished } from './src/views/shared/public-url.ts';

/** Pages that search engines need not know: they stand in for others, or have nothing without a search. */
const unlisted = ['/404/', '/offline/', '/search/'].map(absoluteUrl);

// The folder that packages are installed in: not that of the project if it is the copy of an installed package.
const packages = dirname(dirname(realpathSync(createRequire(import.meta.url).resolve('astro/package.json'))));

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: 'always',
  outDir: site.out,
  // Builds of different folders of agents must not share a cache of the agents.
  cacheDir: process.env.PLAYBOOK_CACHE ?? '.cache/astro',
  // The 'jsx' mode joins words on separate lines in different inline elements.
  compressHTML: true,
  // Inline styles let one request paint the page; the content security policy allows them by hash.
  // Pages are built concurrently because some wait for diagrams that worker threads draw.
  build: { inlineStylesheets: 'always', format: 'directory', concurrency: 4 },
  // A build prints problems and one line of progress; Astro's own log would list every page.
  logger: process.argv.includes('build')
    ? { entrypoint: new URL('./src/integrations/build-log.ts', import.meta.url) }
    : logHandlers.node(),
  vite: {
    // By default inside of `node_modules`, which may not be writable.
    cacheDir: '.cache/vite',
    server: {
      fs: { allow: ['.', packages] },
      // Nothing there is a source. After the tests, it contains tens of thousands of files, and watching takes seconds.
      watch: { ignored: [join(import.meta.dirname, '.cache')] },
    },
    // The worker that searches loads parts of its script, and Pagefind's, when it needs them.
    worker: { format: 'es' },
    build: {
      // Small scripts stay files, so that the policy needs no hashes for them.
      assetsInlineLimit: 0,
      // Astro writes a directive into MDX modules that Rolldown would warn about in every build.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
  // The site highlights code itself, with classes instead of inline styles; punctuation stays as typed.
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
  devToolbar: { enabled: false },
  integrations: [
    earlyStart(),
    mdx(),
    bundles({
      // Every page loads the first one: a request costs more than the bytes of several small files.
      site: ['src/layouts/Page.astro', 'src/lib/dom.ts'],
      'early-input': ['src/lib/early-input.ts'],
      persisted: ['src/lib/persisted-value.ts', 'src/lib/emitter.ts', 'src/lib/require-element.ts'],
      // Lists of gates and of handoffs have filters.
      'filtered-list': ['src/components/filter/filtered-list.ts', 'src/components/filter/show-saved.ts'],
      // The search and the forms share it.
      combobox: ['src/components/combobox/combobox.ts', 'src/components/combobox/listbox-keys.ts'],
      // Pages that highlight a search's words need these without the rest of the search.
      words: ['src/search/query/words.ts'],
      // The dialog, the search page and the page that ranks agents share nearly everything.
      search: [
        'src/components/search/dialog/dialog-search.ts',
        'src/components/search/page/SearchPage.astro',
        'src/components/find/FindPage.astro',
      ],
      handoff: ['src/components/handoff/form/handoff-form-element.ts', 'src/forms/model/form.ts'],
    }),
    searchIndex(),
    offline(),
    securityPolicy(),
    // A site that does not know its URL is for this machine only.
    ...(isPublished ? [sitemap({ filter: (page) => !unlisted.includes(page) })] : []),
    buildProgress(),
  ],
});
