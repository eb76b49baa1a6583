import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { chromium } from 'playwright';
import { findChromium } from '../scripts/chromium.ts';
import { startServer } from '../scripts/server.ts';
import { type Bench } from './lib/measurement.ts';
import { median, table, withSpread } from './lib/report.ts';
import { buildSite, ownAgents, workFolder } from './lib/built-site.ts';

/** Not a dependency: it is large, and only this bench needs it. */
const LIGHTHOUSE = 'lighthouse@13.5.0';

const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['home', ''],
  ['persona', 'agents/rust-pro/'],
  ['handoff', 'handoffs/rust-pro-rust-systems-request/'],
  ['decide', 'decide/'],
  ['search', 'search/?q=FFI'],
];

/** The parts of Lighthouse's report that are printed. */
interface Report {
  readonly categories: { readonly performance: { readonly score: number | null } };
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

const AUDITS = [
  ['first paint ms', 'first-contentful-paint', 0],
  ['largest paint ms', 'largest-contentful-paint', 0],
  ['blocking ms', 'total-blocking-time', 0],
  ['layout shift', 'cumulative-layout-shift', 3],
] as const;

/** Lighthouse’s performance of five pages. */
export const lighthouse: Bench = {
  about: 'Lighthouse’s performance of five pages; npx downloads Lighthouse at first',
  runs: 3,
  async run(runs) {
    await buildSite(ownAgents, 'site');
    const server = await startServer({ directory: join(workFolder, 'site'), port: 0 });
    try {
      const rows: string[][] = [];
      for (const [name, path] of PAGES) {
        const reports: Report[] = [];
        for (let run = 0; run < runs; run++) reports.push(await measure(server.url + path));
        const audits = AUDITS.map(([, audit, digits]) =>
          withSpread(
            reports.map((report) => report.audits[audit]?.numericValue ?? NaN),
            digits,
          ),
        );
        const score = median(reports.map(({ categories }) => 100 * (categories.performance.score ?? NaN)));
        rows.push([name, score.toFixed(0), ...audits]);
      }
      console.log(table([['', 'performance', ...AUDITS.map(([head]) => head)], ...rows]));
      console.log(
        `\n${LIGHTHOUSE} with its defaults (a phone, Slow 4G, simulated); runs of each page: ${String(runs)}; medians.`,
      );
    } finally {
      await server.close();
    }
  },
};

/** @throws Error if Lighthouse cannot be run */
async function measure(url: string): Promise<Report> {
  const words = ['--yes', LIGHTHOUSE, url, '--quiet', '--only-categories=performance', '--output=json'];
  const child = spawn('npx', [...words, '--chrome-flags=--headless --no-sandbox'], {
    env: { ...process.env, CHROME_PATH: findChromium() ?? chromium.executablePath() },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const closed = once(child, 'close');
  const [json, log] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = (await closed) as [number | null];
  if (status !== 0) throw new Error(`Lighthouse failed for ${url}:\n${log.trimEnd().split('\n').slice(-8).join('\n')}`);
  return JSON.parse(json) as Report;
}
