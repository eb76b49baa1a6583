import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { launchOptions } from '../scripts/chromium.ts';
import { startServer } from '../scripts/server.ts';
import { type Bench } from './lib/measurement.ts';
import { kilobytes, median, ratio, table, withSpread } from './lib/report.ts';
import { makeSearchSite, type SearchSite } from './lib/search-sites.ts';
import { searchOnce, type Opening, type SearchVisit } from './lib/search-visit.ts';
import { buildSite, ownAgents, workFolder } from './lib/built-site.ts';
import { PHONE } from './lib/visit.ts';

/** Numbers of agents. The first is that of the project's own agents, to which the others are compared. */
const SIZES = [5, 100, 1000] as const;
const OPENINGS: readonly Opening[] = ['at once', 'after a rest'];

/** Limits: ms to the first result with 5 and with 1,000 agents, ms for a later key, bytes with 5 agents. */
const BUDGET = { first: [700, 900], laterKey: 100, bytes: 130_000 } as const;

/** Measures the time to the first result, and the bytes transferred for it. */
export const search: Bench = {
  about: 'from opening the search to its first result, with 5, 100 and 1,000 agents',
  runs: 5,
  async run(runs) {
    await using browser = await chromium.launch(launchOptions());
    await buildSite(ownAgents, 'site');
    const shell = join(workFolder, 'site');
    const sites: SearchSite[] = [{ agents: SIZES[0], folder: shell, records: 0 }];
    for (const size of SIZES.slice(1)) sites.push(await makeSearchSite(size, shell));
    for (const opening of OPENINGS) {
      const visits = await visitAll(browser, sites, opening, runs);
      console.log(`Opened ${opening}\n\n${report(sites, visits)}\n`);
    }
    for (const { agents, records, seconds } of sites) {
      if (seconds === undefined) continue;
      console.log(`${String(agents)} agents: ${String(records)} records; their index took ${seconds.toFixed(1)} s`);
    }
    console.log(notes(browser, runs));
  },
};

/** Visits the sites in turn, so that a busy machine affects all sizes alike. */
async function visitAll(
  browser: Browser,
  sites: readonly SearchSite[],
  opening: Opening,
  runs: number,
): Promise<SearchVisit[][]> {
  const servers = await Promise.all(sites.map(({ folder }) => startServer({ directory: folder, port: 0 })));
  try {
    const visits = sites.map((): SearchVisit[] => []);
    for (let run = 0; run <= runs; run++) {
      for (const [index, { url }] of servers.entries()) {
        const made = await searchOnce(browser, url, opening);
        // The first round warms up browser and servers.
        if (run > 0) visits[index]?.push(made);
      }
    }
    return visits;
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

function report(sites: readonly SearchSite[], visits: readonly (readonly SearchVisit[])[]): string {
  const of = (index: number, what: keyof SearchVisit) => (visits[index] ?? []).flatMap((visit) => visit[what]);
  const base = (what: keyof SearchVisit) => median(of(0, what));
  return table([
    ['agents', 'first result ms', 'ratio', 'later key ms', 'slowest', 'all of it ms', 'kB', 'ratio', 'requests'],
    ...sites.map(({ agents }, index) => [
      String(agents),
      withSpread(of(index, 'firstResult')),
      ratio(median(of(index, 'firstResult')), base('firstResult')),
      withSpread(of(index, 'laterKeys')),
      slowestKey(visits[index] ?? []),
      withSpread(of(index, 'complete')),
      kilobytes(median(of(index, 'bytes'))),
      ratio(median(of(index, 'bytes')), base('bytes')),
      String(median(of(index, 'requests'))),
    ]),
  ]);
}

/** Returns the longest of the medians of all keys. */
function slowestKey(visits: readonly SearchVisit[]): string {
  const keys = visits[0]?.laterKeys ?? [];
  return Math.max(...keys.map((_, key) => median(visits.flatMap((visit) => visit.laterKeys[key] ?? [])))).toFixed(0);
}

function notes(browser: Browser, runs: number): string {
  const { latencyMs, downloadBitsPerSecond, cpuSlowdown } = PHONE;
  const [few, many] = BUDGET.first;
  return `
Runs: ${String(runs)} with empty caches in Chromium ${browser.version()}; median ± median absolute deviation; ratios to 5 agents.
Line: ${String(latencyMs)} ms latency, ${String(downloadBitsPerSecond / 1e6)} Mbit/s down; the page’s thread, but no worker’s, ${String(cpuSlowdown)}× slower. From the shortcut to the first result for
“FFI”; then, during further typing, from each key to its first results, and from the last key to all results. If the
next key comes before the results, the time until then counts. “At once”: opened as soon as the page has loaded, so
that nothing of the search is loaded. “After a rest”: opened after half a second without requests. kB: transferred for
the search up to the first result, headers included. Budgets: ${String(few)} ms with 5 agents and ${String(many)} ms with 1,000, ${String(BUDGET.laterKey)} ms
a later key, ${kilobytes(BUDGET.bytes)} kB with 5 agents. Larger sets recombine the sections of the five agents.`;
}
