import { exec } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { promisify } from 'node:util';
import { startServer } from '../../scripts/server.ts';
import { projectRoot, PUBLIC_URL, siteNames, siteOf, sitesFolder, type Site, type SiteName } from './sites.ts';

/** Reuses the sites of the last run, to save time while writing tests. */
const reusesSites = process.env.E2E_KEEP_SITES !== undefined;

/** Builds and serves only some sites (`E2E_SITES=default,awkward`), to save time while writing tests. */
const wantedSites = siteNames.filter((name) => (process.env.E2E_SITES ?? name).split(',').includes(name));

const run = promisify(exec);

/** Builds every site, one after the other, and serves each behind its own `_headers` until the tests are done. */
export default async function buildSites(): Promise<() => Promise<void>> {
  if (!reusesSites) {
    await rm(sitesFolder, { recursive: true, force: true });
    for (const name of wantedSites) await build(siteOf(name));
  }
  const servers = await Promise.all(
    wantedSites.map(async (name) => {
      const { built: directory, base } = siteOf(name);
      return { name, server: await startServer({ directory, base, port: 0 }) };
    }),
  );
  // The tests run in processes of their own, which inherit the environment.
  for (const { name, server } of servers) process.env[variable(name)] = server.url;
  return async () => {
    await Promise.all(servers.map(({ server }) => server.close()));
  };
}

/** Where a site is served: the address of its home page, with the base path. */
export function urlOf(name: SiteName): string {
  const url = process.env[variable(name)];
  if (url === undefined) throw new Error(`The site “${name}” is not served: the tests need Playwright's global setup.`);
  return url;
}

function variable(name: SiteName): string {
  return `E2E_URL_${name.toUpperCase()}`;
}

/** The environment of a command that a person would type: without what says that these are tests. */
export function environment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  delete env.NODE_ENV;
  return env;
}

async function build({ agentsFolder, topics, built, cache, base, prepare }: Site): Promise<void> {
  if (prepare) {
    await mkdir(agentsFolder, { recursive: true });
    await prepare(agentsFolder);
  }
  await run('npm run build', {
    cwd: projectRoot,
    env: {
      ...environment(),
      PLAYBOOK_OUT: relative(projectRoot, built),
      PLAYBOOK_CACHE: relative(projectRoot, cache),
      PLAYBOOK_AGENTS: relative(projectRoot, agentsFolder),
      ...(topics !== undefined && { PLAYBOOK_TOPICS: topics }),
      PLAYBOOK_BASE: base,
      PLAYBOOK_URL: PUBLIC_URL,
    },
    maxBuffer: 64_000_000,
  });
}
