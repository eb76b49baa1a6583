import { exec } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { builtSites, projectRoot, PUBLIC_URL, siteOf, sitesFolder, type Site, type SiteName } from './sites.ts';

/** Reuses the sites of the last run: `npm test` builds them once for both kinds of tests, and it saves time while writing tests. */
const reusesSites = process.env.E2E_KEEP_SITES !== undefined;

/** A build uses one processor for most of its time. More than two at once would need much memory. */
const BUILDS_AT_ONCE = Math.min(2, availableParallelism());

const run = promisify(exec);

/**
 * Builds the test sites, unless the sites of the last run are reused.
 * @throws Error if a build fails, or a site that is to be reused was never built
 */
export async function buildSites(): Promise<void> {
  if (!reusesSites) await buildAll();
  const missing = builtSites.filter((name) => !existsSync(join(siteOf(name).built, 'index.html')));
  if (missing.length > 0) throw new Error(`These test sites are not built: ${missing.join(', ')}.`);
}

/** Returns the environment of a command typed in a terminal: without the variables of a test run. */
export function environment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  delete env.NODE_ENV;
  return env;
}

async function buildAll(): Promise<void> {
  const start = performance.now();
  await rm(sitesFolder, { recursive: true, force: true });
  const remaining = [...builtSites];
  // Astro writes `.astro/` in the project. All sites agree on its content, but only the first build finds it missing:
  // two builds that write it at the same time would fail. It also fills the caches, which two would fill twice.
  await buildNext(remaining);
  await Promise.all(
    Array.from({ length: BUILDS_AT_ONCE }, async () => {
      while (remaining.length > 0) await buildNext(remaining);
    }),
  );
  console.log(`Built ${String(builtSites.length)} test sites in ${((performance.now() - start) / 1000).toFixed(0)} s.`);
}

async function buildNext(remaining: SiteName[]): Promise<void> {
  const name = remaining.shift();
  if (name) await build(siteOf(name));
}

/**
 * Builds one test site.
 * @returns what the build printed
 * @throws Error with the output of the build, if it fails
 */
export async function build({ name, agentsFolder, topics, built, cache, base, prepare }: Site): Promise<string> {
  if (prepare) {
    await mkdir(agentsFolder, { recursive: true });
    await prepare(agentsFolder);
  }
  const fromRoot = (path: string) => relative(projectRoot, path);
  const env = {
    ...environment(),
    PLAYBOOK_OUT: fromRoot(built),
    PLAYBOOK_CACHE: fromRoot(cache),
    PLAYBOOK_AGENTS: fromRoot(agentsFolder),
    PLAYBOOK_TOPICS: topics,
    PLAYBOOK_BASE: base,
    PLAYBOOK_URL: PUBLIC_URL,
  };
  try {
    const { stdout } = await run('npm run build', { cwd: projectRoot, env, maxBuffer: 64_000_000 });
    return stdout;
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new Error(`The test site “${name}” could not be built.\n${output}`, { cause: error });
  }
}

if (import.meta.main) await buildSites();
