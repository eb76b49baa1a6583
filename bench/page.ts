import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { launchOptions } from '../scripts/chromium.ts';
import { startServer } from '../scripts/server.ts';
import { toBareHtml } from './lib/bare.ts';
import { type Bench } from './lib/bench.ts';
import { kilobytes, median, ratio, table, withSpread } from './lib/report.ts';
import { buildSite, ownAgents, workFolder } from './lib/site.ts';
import { PHONE, RESOURCE_KINDS, visit, type Traffic, type Visit } from './lib/visit.ts';

/** What a persona page may weigh, in bytes. */
const BUDGET = 40_000;

const PERSONA = 'persona';
const PAGES: readonly (readonly [name: string, path: string])[] = [
  [PERSONA, 'agents/rust-pro/'],
  ['home', ''],
  ['catalogue', 'agents/'],
  ['search', 'search/'],
];

/** A page, and the same words as bare HTML. */
interface Pair {
  readonly name: string;
  readonly url: string;
  readonly bareUrl: string;
  readonly visits: Visit[];
  readonly bareVisits: Visit[];
}

/** What pages weigh, and how soon they are painted, next to bare HTML with the same words. */
export const page: Bench = {
  about: 'weight of pages, and how soon they are painted',
  runs: 7,
  async run(runs) {
    // First, because it is the likeliest to be missing.
    await using browser = await chromium.launch(launchOptions());
    await buildSite(ownAgents, 'site');
    const site = join(workFolder, 'site');
    const server = await startServer({ directory: site, port: 0 });
    try {
      const pairs = await Promise.all(PAGES.map((entry) => makePair(browser, site, server.url, entry)));
      await visitAll(browser, pairs, runs);
      console.log(`${weights(pairs)}\n\n${paints(pairs)}\n\n${notes(browser, runs)}`);
    } finally {
      await server.close();
    }
  },
};

/** Puts a page's bare twin into the site, so that the same server sends it with the same headers. */
async function makePair(
  browser: Browser,
  site: string,
  base: string,
  [name, path]: (typeof PAGES)[number],
): Promise<Pair> {
  const html = await readFile(join(site, path, 'index.html'), 'utf8');
  await mkdir(join(site, 'bare', path), { recursive: true });
  await writeFile(join(site, 'bare', path, 'index.html'), await toBareHtml(browser, html));
  return { name, url: base + path, bareUrl: `${base}bare/${path}`, visits: [], bareVisits: [] };
}

/** In turn, so that a machine that is busy for a while is so for every page and its twin. */
async function visitAll(browser: Browser, pairs: readonly Pair[], runs: number): Promise<void> {
  for (let run = 0; run <= runs; run++) {
    for (const { url, bareUrl, visits, bareVisits } of pairs) {
      const both = [
        { address: url, into: visits },
        { address: bareUrl, into: bareVisits },
      ];
      // Each of the two comes first as often as the other.
      for (const { address, into } of run % 2 === 0 ? both : both.reverse()) {
        const made = await visit(browser, address);
        // The first round warms up browser and server.
        if (run > 0) into.push(made);
      }
    }
  }
}

function weights(pairs: readonly Pair[]): string {
  const middle = (visits: readonly Visit[], of: (traffic: Traffic) => number) =>
    median(visits.map(({ traffic }) => of(traffic)));
  const rows = pairs.map(({ name, visits, bareVisits }) => [
    name,
    ...RESOURCE_KINDS.map((kind) => kilobytes(middle(visits, ({ bytes }) => bytes[kind]))),
    kilobytes(middle(visits, ({ headerBytes }) => headerBytes)),
    kilobytes(middle(visits, total)),
    middle(visits, ({ requests }) => requests).toFixed(0),
    kilobytes(middle(bareVisits, total)),
  ]);
  const persona = pairs.find(({ name }) => name === PERSONA);
  const share = persona ? `${((100 * middle(persona.visits, total)) / BUDGET).toFixed(0)} %` : '–';
  return `${table([['kB transferred', ...RESOURCE_KINDS, 'headers', 'total', 'requests', 'bare total'], ...rows])}

The ${PERSONA} page takes ${share} of its budget of ${kilobytes(BUDGET)} kB. Styles are inside the HTML.`;
}

/** All that came over the line, in bytes. */
function total({ bytes, headerBytes }: Traffic): number {
  return RESOURCE_KINDS.reduce((sum, kind) => sum + bytes[kind], headerBytes);
}

function paints(pairs: readonly Pair[]): string {
  const rows = pairs.map(({ name, visits, bareVisits }) => [
    name,
    ...(['firstPaint', 'largestPaint'] as const).flatMap((paint) => {
      const [ours, bare] = [visits, bareVisits].map((some) => some.map((one) => one[paint]));
      return ours && bare ? [withSpread(ours), withSpread(bare), ratio(median(ours), median(bare))] : [];
    }),
  ]);
  return table([['ms', 'first paint', 'bare', 'ratio', 'largest paint', 'bare', 'ratio'], ...rows]);
}

function notes(browser: Browser, runs: number): string {
  const { latencyMs, downloadBitsPerSecond, uploadBitsPerSecond, cpuSlowdown, screen } = PHONE;
  return `Chromium ${browser.version()}, visits of each page with an empty cache: ${String(runs)}; median ± median absolute deviation.
Slow 4G: ${String(latencyMs)} ms latency, ${String(downloadBitsPerSecond / 1e6)} Mbit/s down, ${String(uploadBitsPerSecond / 1e3)} kbit/s up; ${String(cpuSlowdown)}× slower processor; screen of ${String(screen.width)} × ${String(screen.height)}.
Transferred is what goes over the line, compressed; headers are those of the responses, over HTTP/1.1; 1 kB is
1,000 bytes. Bare is the text of the page's <main> as plain HTML, without styles, scripts, classes, pictures and
navigation, sent by the same server with the same headers.`;
}
