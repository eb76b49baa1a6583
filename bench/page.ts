import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { launchOptions } from '../scripts/chromium.ts';
import { startServer } from '../scripts/server.ts';
import { type Bench } from './lib/measurement.ts';
import { toPlainHtml } from './lib/plain-html.ts';
import { kilobytes, median, ratio, table, withSpread } from './lib/report.ts';
import { buildSite, ownAgents, workFolder } from './lib/built-site.ts';
import { PHONE, RESOURCE_KINDS, visit, type Traffic, type Visit } from './lib/visit.ts';

/** The most that a persona page may transfer, in bytes. */
const BUDGET = 40_000;

const PERSONA = 'persona';
const PAGES: readonly (readonly [name: string, path: string])[] = [
  [PERSONA, 'agents/rust-pro/'],
  ['home', ''],
  ['catalogue', 'agents/'],
  ['search', 'search/'],
];

/** A page, and its text as plain HTML. */
interface Pair {
  readonly name: string;
  readonly url: string;
  readonly plainUrl: string;
  readonly visits: Visit[];
  readonly plainVisits: Visit[];
}

/** Bytes and paint times of pages, compared with plain HTML of the same text. */
export const page: Bench = {
  about: 'transferred bytes and paint times of pages',
  runs: 7,
  async run(runs) {
    // The browser comes first because it is the most likely thing to be missing.
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

/** Writes the plain page into the site, so that the same server sends it with the same headers. */
async function makePair(
  browser: Browser,
  site: string,
  base: string,
  [name, path]: (typeof PAGES)[number],
): Promise<Pair> {
  const html = await readFile(join(site, path, 'index.html'), 'utf8');
  await mkdir(join(site, 'plain', path), { recursive: true });
  await writeFile(join(site, 'plain', path, 'index.html'), await toPlainHtml(browser, html));
  return { name, url: base + path, plainUrl: `${base}plain/${path}`, visits: [], plainVisits: [] };
}

/** Visits all pages in turn, so that a short load on the machine affects every page and its plain version. */
async function visitAll(browser: Browser, pairs: readonly Pair[], runs: number): Promise<void> {
  for (let run = 0; run <= runs; run++) {
    for (const { url, plainUrl, visits, plainVisits } of pairs) {
      const both = [
        { address: url, into: visits },
        { address: plainUrl, into: plainVisits },
      ];
      // Each of the two comes first in every other run.
      for (const { address, into } of run % 2 === 0 ? both : both.reverse()) {
        const made = await visit(browser, address);
        // The first run only warms up the browser and the server.
        if (run > 0) into.push(made);
      }
    }
  }
}

function weights(pairs: readonly Pair[]): string {
  const middle = (visits: readonly Visit[], of: (traffic: Traffic) => number) =>
    median(visits.map(({ traffic }) => of(traffic)));
  const rows = pairs.map(({ name, visits, plainVisits }) => [
    name,
    ...RESOURCE_KINDS.map((kind) => kilobytes(middle(visits, ({ bytes }) => bytes[kind]))),
    kilobytes(middle(visits, ({ headerBytes }) => headerBytes)),
    kilobytes(middle(visits, total)),
    middle(visits, ({ requests }) => requests).toFixed(0),
    kilobytes(middle(plainVisits, total)),
  ]);
  const persona = pairs.find(({ name }) => name === PERSONA);
  const share = persona ? `${((100 * middle(persona.visits, total)) / BUDGET).toFixed(0)} %` : '–';
  return `${table([['kB transferred', ...RESOURCE_KINDS, 'headers', 'total', 'requests', 'plain total'], ...rows])}

The ${PERSONA} page uses ${share} of its budget of ${kilobytes(BUDGET)} kB. Styles are inside the HTML.`;
}

/** All bytes that were transferred. */
function total({ bytes, headerBytes }: Traffic): number {
  return RESOURCE_KINDS.reduce((sum, kind) => sum + bytes[kind], headerBytes);
}

function paints(pairs: readonly Pair[]): string {
  const rows = pairs.map(({ name, visits, plainVisits }) => [
    name,
    ...(['firstPaint', 'largestPaint'] as const).flatMap((paint) => {
      const [ours, plain] = [visits, plainVisits].map((some) => some.map((one) => one[paint]));
      return ours && plain ? [withSpread(ours), withSpread(plain), ratio(median(ours), median(plain))] : [];
    }),
  ]);
  return table([['ms', 'first paint', 'plain', 'ratio', 'largest paint', 'plain', 'ratio'], ...rows]);
}

function notes(browser: Browser, runs: number): string {
  const { latencyMs, downloadBitsPerSecond, uploadBitsPerSecond, cpuSlowdown, screen } = PHONE;
  return `Chromium ${browser.version()}, visits of each page with an empty cache: ${String(runs)}; median ± median absolute deviation.
Slow 4G: ${String(latencyMs)} ms latency, ${String(downloadBitsPerSecond / 1e6)} Mbit/s down, ${String(uploadBitsPerSecond / 1e3)} kbit/s up; ${String(cpuSlowdown)}× slower processor; screen of ${String(screen.width)} × ${String(screen.height)}.
Transferred bytes are compressed; headers are those of the HTTP/1.1 responses; 1 kB is 1,000 bytes. Plain is the text of the page's <main> as plain HTML without styles, scripts,
classes, pictures and navigation, sent by the same server with the same headers.`;
}
