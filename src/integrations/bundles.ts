import type { AstroIntegration } from 'astro';
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The part of Rolldown's output that the check uses. */
interface Chunk {
  readonly type: 'asset' | 'chunk';
  readonly fileName: string;
  readonly facadeModuleId?: string | null;
  readonly imports?: readonly string[];
  readonly moduleIds?: readonly string[];
}

/** The part of Rolldown's module graph that the check uses. */
interface ModuleImports {
  readonly importedIds: readonly string[];
  readonly dynamicImporters: readonly string[];
}
type Modules = (id: string) => ModuleImports | null;

/**
 * Replaces Vite's function that loads what a script needs at the same time as the script. Vite's also loads styles, which
 * pages of this site contain, and every page would carry its 1.7 kB.
 */
const shortPreload = {
  name: 'short-preload',
  apply: 'build' as const,
  transform: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => `export const __vitePreload = (load, paths = []) => {
      for (const path of paths) {
        const link = document.createElement('link');
        link.rel = 'modulepreload';
        link.href = import.meta.env.BASE_URL.replace(/\\/?$/, '/') + path;
        document.head.append(link);
      }
      return load();
    };`,
  },
};

/**
 * Bundles scripts by named entry modules: each bundle is one file with its entries and all that they import
 * statically. A module that several bundles need is in the first of them; what no bundle needs is left to the
 * bundler. The build fails if an entry has moved, or if a script loads a bundle only for some module in it.
 *
 * @param entries the names of the bundles with paths of their entry modules, relative to the project; of an
 *   `.astro` file, its scripts are entries. Every page loads the first bundle.
 */
export function bundles(entries: Readonly<Record<string, readonly string[]>>): AstroIntegration {
  return {
    name: 'bundles',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const named = Object.entries(entries).map(([name, paths]) => {
          const modules = new Set(paths.map((path) => moduleId(path, config.root)));
          return { name, isEntry: (id: string) => modules.has(withoutQuery(id)) };
        });
        const groups = named.map(({ name, isEntry }) => ({ name, test: isEntry }));
        const checkBundles = {
          name: 'check-bundles',
          applyToEnvironment: ({ name }: { name: string }) => name === 'client',
          generateBundle(
            this: { getModuleInfo: Modules; error(text: string): never },
            _options: unknown,
            output: Record<string, Chunk>,
          ) {
            const modules: Modules = (id) => this.getModuleInfo(id);
            for (const { name, isEntry } of named.slice(1)) {
              const stray = findStray(Object.values(output), isEntry, modules);
              if (!stray) continue;
              const path = relative(fileURLToPath(config.root), stray.module);
              this.error(`${stray.chunk} loads the whole bundle "${name}" for ${path}: add that to an earlier bundle.`);
            }
          },
        };
        updateConfig({
          vite: {
            plugins: [checkBundles, shortPreload],
            environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } } },
          },
        });
      },
    },
  };
}

/**
 * Finds a chunk that loads a bundle without needing any of the bundle's entries. What only the bundle itself
 * imports later may use all of it, because it is loaded by then.
 *
 * @returns the chunk's file name and a module of the bundle that it needs
 */
export function findStray(
  chunks: readonly Chunk[],
  isEntry: (module: string) => boolean,
  modules: Modules,
): { chunk: string; module: string } | undefined {
  const bundle = chunks.find(({ moduleIds }) => moduleIds?.some(isEntry));
  const bundled = new Set(bundle?.moduleIds);
  for (const { fileName, facadeModuleId, imports = [], moduleIds = [] } of chunks) {
    if (!bundle || !imports.includes(bundle.fileName)) continue;
    const importers = modules(facadeModuleId ?? '')?.dynamicImporters ?? [];
    if (importers.length > 0 && importers.every((module) => bundled.has(module))) continue;
    const needed = [...withImports(moduleIds, modules)];
    const module = needed.find((id) => bundled.has(id));
    if (module !== undefined && !needed.some(isEntry)) return { chunk: fileName, module };
  }
  return undefined;
}

/** The modules and all that they import statically, directly or not. */
function withImports(ids: readonly string[], modules: Modules): Set<string> {
  const found = new Set(ids);
  for (const id of found) for (const target of modules(id)?.importedIds ?? []) found.add(target);
  return found;
}

/** Returns the id of a module in the bundler: its absolute path, with `/` on every system. */
function moduleId(path: string, root: URL): string {
  const file = fileURLToPath(new URL(path, root));
  if (!existsSync(file))
    throw new Error(`The entry module ${path} does not exist. Correct its path in astro.config.mjs.`);
  return file.replaceAll('\\', '/');
}

/** The scripts of `Page.astro` are modules with its path and a query. */
function withoutQuery(id: string): string {
  return id.replace(/\?.*$/, '');
}
