import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
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
  build: { inlineStylesheets: 'always', format: 'directory' },
  // Small scripts stay files, so that the policy allows scripts by address alone.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  integrations: [mdx(), searchIndex(), securityPolicy()],
});
