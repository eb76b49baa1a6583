import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { offline } from './src/integrations/offline.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { securityPolicy } from './src/integrations/security-policy.ts';
import { site } from './src/site.ts';

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: 'always',
  outDir: process.env.PLAYBOOK_OUT ?? 'dist',
  // Builds of different folders must not share a store of what they read.
  cacheDir: process.env.PLAYBOOK_CACHE ?? '.cache/astro',
  // The other mode joins words that stand on separate lines in different inline elements.
  compressHTML: true,
  // One request paints the page: the styles come with it, under a hash of the content security policy.
  // Several pages at once, because some wait for diagrams that other threads draw.
  build: { inlineStylesheets: 'always', format: 'directory', concurrency: 4 },
  vite: {
    build: {
      // Small scripts stay files, so that the policy allows scripts by address alone.
      assetsInlineLimit: 0,
      // Astro's own directive in MDX modules would be reported on every build, and is nothing to act on.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            // What every page loads is one file: a request costs more than the bytes of several small ones.
            output: {
              codeSplitting: {
                groups: [
                  {
                    name: 'site',
                    test: /src\/(lib\/(announce|clipboard|connection|dom|on-idle)|components\/(copy\/copy-(agent|button)|code|contents|shell)|components\/search\/(dialog\/search-dialog|recents\/(recents|record-visit)|highlight\/highlight-parameter)\.|layouts|offline\/register|search\/browser\/manifest)/,
                  },
                  // Named, or it would go with the search into whatever else uses it.
                  { name: 'early-input', test: /src\/lib\/early/ },
                  // Named for the same reason: handoffs use it too.
                  { name: 'combobox', test: /src\/components\/combobox/ },
                  // What searching needs is one file, too, whether in the dialog or on its page.
                  {
                    name: 'search',
                    test: /src\/(search\/(?!query\/(?:corrections|similar-words)|format\/vocabulary|browser\/manifest)|components\/search\/(?!highlight\/(page-highlight|find-words)))/,
                  },
                  { name: 'kept', test: /src\/lib\/(persisted-value|local-storage|safe-json)/ },
                  {
                    name: 'handoff',
                    test: /src\/(components\/handoff\/form\/(handoff-form|field-list|preview|unfilled-preference)|forms\/(model\/form|drafts\/(drafts|parse-context|draft-store)))\.ts/,
                  },
                ],
              },
            },
          },
        },
      },
    },
  },
  // Code is highlighted by our own classes (the policy allows no inline styles), and typed as written.
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
  devToolbar: { enabled: false },
  integrations: [mdx(), searchIndex(), offline(), securityPolicy()],
});
