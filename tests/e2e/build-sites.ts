import { exec } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { promisify } from 'node:util';
import { startServer } from '../../scripts/server.ts';
import { builtSites, projectRoot, PUBLIC_URL, siteOf, sitesFolder, type Site, type SiteName } from './sites.ts';

/** Reuses the sites of the last run, which saves time while writing tests. */
const reusesSites = process.env.E2E_KEEP_SITES !== undefined;

/** Holds each response back for a random time of up to so many milliseconds, to find tests that depend on a fast network. */
const latency = Number(process.env.E2E_LATENCY ?? 0);

/** A build uses one processor for most of its time. More than two at once would need much memory. */
const BUILDS_AT_ONCE = Math.min(2, availableParallelism());

/**
 * The browser starts a new process when it goes from a page without this header to a page with it: at least once in
 * each test. The header only matters to pages that open windows of other sites.
 */
const OMITTED_HEADERS = ['Cross-Origin-Opener-Policy'];

const run = promisify(exec);

/** Builds the sites and serves each with its own `_headers` until the tests are done. */
export default async function buildSites(): Promise<() => Promise<void>> {
  if (!reusesSites) await buildAll();
  const servers = await Promise.all(
    builtSites.map(async (name) => {
      const { built: directory, base } = siteOf(name);
      return {
        name,
        server: await startServer({ directory, base, port: 0, omittedHeaders: OMITTED_HEADERS, latency }),
      };
    }),
  );
  // Playwright runs the tests in child processes, which inherit the environment.
  for (const { name, server } of servers) process.env[variable(name)] = server.url;
  return async () => {
    await Promise.all(servers.map(({ server }) => server.close()));
  };
}

/** Returns the address of a site's home page, with the base path. */
export function urlOf(name: SiteName): string {
  const url = process.env[variable(name)];
  if (url === undefined) throw new Error(`The site “${name}” is not served: the tests need Playwright's global setup.`);
  return url;
}

function variable(name: SiteName): string {
  return `E2E_URL_${name.toUpperCase()}`;
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
  const [first, ...others] = builtSites;
  // Astro writes `.astro/` in the project. All sites agree on its content, but only the first build finds it missing:
  // two builds that write it at the same time would fail.
  if (first) await build(siteOf(first));
  await Promise.all(
    Array.from({ length: BUILDS_AT_ONCE }, async () => {
      for (let next = others.shift(); next; next = others.shift()) await build(siteOf(next));
    }),
  );
  console.log(`Built ${String(builtSites.length)} test sites in ${((performance.now() - start) / 1000).toFixed(0)} s.`);
}

/** @throws Error with the output of the build, if it fails */
async function build({ name, agentsFolder, topics, built, cache, base, prepare }: Site): Promise<void> {
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
    await run('npm run build', { cwd: projectRoot, env, maxBuffer: 64_000_000 });
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new Error(`The test site “${name}” could not be built.\n${output}`, { cause: error });
  }
}
