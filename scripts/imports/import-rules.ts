/** Files that must not import certain others. Patterns are globs of paths in the project, or names of packages. */
export interface ImportRule {
  /** Completes "… imports …": printed when the rule is broken. */
  readonly message: string;
  readonly from: readonly string[];
  readonly fromExcept?: readonly string[];
  readonly to: readonly string[];
  readonly toExcept?: readonly string[];
}

/**
 * The layers of the site, from the top down. Imports run one way: a file imports files of its own layer and of
 * those below it. Every file below `src/` belongs to exactly one layer.
 */
export const layers: readonly (readonly string[])[] = [
  ['src/integrations/**', 'src/content.config.ts'],
  ['src/pages/**'],
  ['src/layouts/**'],
  ['src/components/**'],
  ['src/views/**'],
  ['src/{cache,cards,check,compare,content,decide,diagrams,exports,forms,gates,markdown,offline,search}/**'],
  ['src/{fonts,lib,settings,styles}/**', 'src/{links,site}.ts'],
  ['src/playbook/**'],
];

/** Code that is bundled for the browser, the service worker included. */
const BROWSER = [
  'src/{compare,decide,forms,gates,lib,offline}/**',
  'src/search/{browser,format,query}/**',
  'src/{components,layouts}/**/*.ts',
  'src/diagrams/standalone.ts',
  'src/exports/archives/{bundle,export-list,zip}.ts',
];

/** Code that runs only while the site is built. */
const BUILD_ONLY = [
  'src/{cache,cards,check,content,diagrams,exports,fonts,integrations,markdown,pages,settings,views}/**',
  'src/search/build/**',
  'src/search/pagefind/**',
  'node:*',
  'node:*/*',
];

/** The parts of build-only folders that the browser shares. */
const BROWSER_PARTS = [
  'src/diagrams/standalone.ts',
  'src/exports/archives/{bundle,export-list,zip}.ts',
  'src/exports/{export,file-names}.ts',
  'src/search/pagefind/api.ts',
];

/** The packages that read markdown and YAML. */
const PLAYBOOK_PACKAGES = [
  'fastest-levenshtein',
  'github-slugger',
  'mdast',
  'mdast-util-to-string',
  'satteri',
  'unist',
  'unist-util-visit',
  'yaml',
];

export const rules: readonly ImportRule[] = [
  {
    message: 'the playbook imports only itself and the packages that read markdown and YAML',
    from: ['src/playbook/**'],
    to: ['**'],
    toExcept: ['src/playbook/**', ...PLAYBOOK_PACKAGES],
  },
  {
    message:
      'exports import only themselves, the playbook, the fields of templates, and the packages that write YAML and archives',
    from: ['src/exports/**'],
    to: ['**'],
    toExcept: ['src/exports/**', 'src/playbook/**', 'src/forms/model/**', 'fflate', 'yaml'],
  },
  {
    message: 'browser code does not import code that runs only in the build',
    from: BROWSER,
    to: BUILD_ONLY,
    toExcept: BROWSER_PARTS,
  },
  {
    message: 'the shared helpers import only each other',
    from: ['src/lib/**'],
    to: ['**'],
    toExcept: ['src/lib/**'],
  },
  {
    message: 'what the search stores does not depend on how it is built, asked or shown',
    from: ['src/search/format/**'],
    to: ['src/search/**'],
    toExcept: ['src/search/format/**'],
  },
  {
    message: 'queries are understood without the browser: they import only the format',
    from: ['src/search/query/**'],
    to: ['src/search/{browser,build}/**'],
  },
  {
    message: 'only pages, the collections and the start of a build read content; everything else receives it',
    from: ['src/**'],
    fromExcept: ['src/pages/**', 'src/content/**', 'src/content.config.ts', 'src/integrations/early-start.ts'],
    to: ['src/content/**', 'astro:content'],
  },
  {
    message: 'only astro.config.mjs imports integrations',
    from: ['src/**'],
    fromExcept: ['src/integrations/**'],
    to: ['src/integrations/**'],
  },
];
