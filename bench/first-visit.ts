import { join } from 'node:path';
import { chromium } from 'playwright';
import { launchOptions } from '../scripts/chromium.ts';
import { startServer } from '../scripts/server.ts';
import { type Bench } from './lib/measurement.ts';
import { MEASUREMENTS, visitFirst, type Measurements } from './lib/first-visit.ts';
import { kilobytes, median, ratio, table, withSpread } from './lib/report.ts';
import { buildSite, ownAgents, workFolder } from './lib/built-site.ts';
import { PHONE } from './lib/visit.ts';

/** The same page in both sites. */
const PERSONA = 'agents/rust-pro/';

/** The keys that open the search here and in Starlight. */
const SHORTCUTS = ['/', 'Control+k'] as const;

/** A first visit of a persona page and a first search, beside another tool's site of the same agents. */
export const firstVisit: Bench = {
  about: 'first visit of a persona page and first search; --beside=FOLDER measures a project’s dist/ in the same run',
  runs: 5,
  async run(runs, { beside } = {}) {
    await buildSite(ownAgents, 'site');
    const folders = [join(workFolder, 'site'), ...(beside === undefined ? [] : [join(beside, 'dist')])];
    const servers = await Promise.all(folders.map((directory) => startServer({ directory, port: 0 })));
    try {
      const visits = servers.map((): Measurements[] => []);
      for (let run = 0; run <= runs; run++) {
        for (const [index, { url }] of servers.entries()) {
          // A browser of its own, because a key pressed on the second page of a browser may not arrive.
          await using browser = await chromium.launch(launchOptions());
          const made = await visitFirst(browser, url + PERSONA, SHORTCUTS[index] ?? '/');
          // The first round warms up browser and servers.
          if (run > 0) visits[index]?.push(made);
        }
      }
      console.log(`${report(visits)}\n\n${notes(runs)}`);
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
  },
};

function report([ours = [], theirs]: readonly (readonly Measurements[])[]): string {
  const names = Object.keys(MEASUREMENTS) as (keyof Measurements)[];
  const heads = ['', 'ours', ...(theirs ? ['beside', 'ratio'] : [])];
  return table([
    heads,
    ...names.map((name) => {
      const [one, other] = [ours, theirs].map((visits) => visits?.map((visit) => visit[name]));
      return [
        MEASUREMENTS[name],
        ...[one, other].flatMap((values) => (values ? [format(name, values)] : [])),
        ...(one && other ? [median(other) === 0 ? '–' : ratio(median(one), median(other))] : []),
      ];
    }),
  ]);
}

function format(name: keyof Measurements, values: readonly number[]): string {
  if (name.startsWith('bytes')) return kilobytes(median(values));
  return withSpread(values, name === 'shift' ? 3 : 0);
}

function notes(runs: number): string {
  const { latencyMs, downloadBitsPerSecond, cpuSlowdown } = PHONE;
  return `Runs: ${String(runs)} with empty caches and with service workers; median ± median absolute deviation.
Bytes are all that the server sends, headers included, on a fast line; quiet: nothing more for 2.5 s. Times: ${String(latencyMs)} ms latency,
${String(downloadBitsPerSecond / 1e6)} Mbit/s down, the page’s thread, but no worker’s, ${String(cpuSlowdown)}× slower, also while the dialog opens. Opened: a field in the dialog has the focus in a
frame. Settled: text, place and height of the first five results do not change any more.`;
}
