import { startServer } from '../../scripts/server.ts';
import { buildSites } from '../site/build-sites.ts';
import { builtSites, siteOf, type SiteName } from '../site/sites.ts';

/** Holds each response back for a random time of up to so many milliseconds, to find tests that depend on a fast network. */
const latency = Number(process.env.E2E_LATENCY ?? 0);

/**
 * The browser starts a new process when it goes from a page without this header to a page with it: at least once in
 * each test. The header only matters to pages that open windows of other sites.
 */
const OMITTED_HEADERS = ['Cross-Origin-Opener-Policy'];

/** Builds the sites and serves each with its own `_headers` until the tests are done. */
export default async function serveSites(): Promise<() => Promise<void>> {
  await buildSites();
  const servers = await Promise.all(
    builtSites.map(async (name) => {
      const { built: directory, base } = siteOf(name);
      return {
        name,
        server: await startServer({
          directory,
          base,
          port: 0,
          omittedHeaders: OMITTED_HEADERS,
          // Compressing a page takes a tenth of the time of loading it. server.test.ts tests it.
          compressed: false,
          latency,
        }),
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
