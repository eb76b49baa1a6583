import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright';
import { launchOptions } from '../scripts/chromium.ts';
import { startServer } from '../scripts/server.ts';
import { type Bench } from './lib/measurement.ts';
import { generateAgents } from './lib/generate-agents.ts';
import { kilobytes, median, table, withSpread } from './lib/report.ts';
import { buildSite, ownAgents, workFolder } from './lib/built-site.ts';
import { PHONE } from './lib/visit.ts';

const GENERATED = 1000;
const TYPED = 'reviewer';

/** The most that an index may need: bytes, elements, and ms for a key. */
const BUDGET = { bytes: 100_000, elements: 3000, key: 50 } as const;

const INDEXES = ['agents/', 'roster/', 'flows/', 'gates/', 'handoffs/'] as const;

/** One visit of an index. */
interface ListVisit {
  readonly elements: number;
  /** From each key to the frame after it, in ms. */
  readonly keys: readonly number[];
}

declare global {
  interface Window {
    listKeys: number[];
  }
}

/** The indexes of a site with many agents: their size, and filtering them key by key. */
export const lists: Bench = {
  about:
    'indexes of 1,000 agents: bytes, elements, ms a key; --agents=FOLDER for other agents, --file=FOLDER for a built site',
  runs: 3,
  async run(runs, { agents, file } = {}) {
    await using browser = await chromium.launch(launchOptions());
    const site = file === undefined ? await buildMany(agents) : resolve(file);
    const server = await startServer({ directory: site, port: 0 });
    try {
      const rows: string[][] = [];
      for (const path of INDEXES) {
        const html = readFileSync(join(site, path, 'index.html'));
        const visits: ListVisit[] = [];
        for (let run = 0; run < runs; run++) visits.push(await filterList(browser, server.url + path));
        rows.push([
          `/${path}`,
          kilobytes(html.length),
          kilobytes(gzipSync(html).length),
          median(visits.map(({ elements }) => elements)).toFixed(0),
          withSpread(visits.flatMap(({ keys }) => keys)),
          Math.max(...visits.flatMap(({ keys }) => keys)).toFixed(0),
        ]);
      }
      console.log(table([['', 'kB', 'kB gzip', 'elements', 'ms a key', 'slowest'], ...rows]));
      console.log(`
Runs: ${String(runs)}; median ± median absolute deviation. Keys: “${TYPED}” typed into the filter of the loaded page, processor ${String(PHONE.cpuSlowdown)}×
slower, from a key to the frame after it. Budgets: ${kilobytes(BUDGET.bytes)} kB, ${String(BUDGET.elements)} elements, ${String(BUDGET.key)} ms a key.`);
    } finally {
      await server.close();
    }
  },
};

/** Builds a site of many agents. Returns its folder. */
async function buildMany(agents: string | undefined): Promise<string> {
  const name = agents === undefined ? `site-${String(GENERATED)}` : 'site-listed';
  const folder = agents === undefined ? join(workFolder, `agents-${String(GENERATED)}`) : resolve(agents);
  if (agents === undefined) await generateAgents(GENERATED, ownAgents, folder);
  await buildSite(folder, name);
  return join(workFolder, name);
}

async function filterList(browser: Browser, url: string): Promise<ListVisit> {
  const context = await browser.newContext({ viewport: PHONE.screen, deviceScaleFactor: PHONE.pixelRatio });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    const elements = await page.locator('*').count();
    const client = await context.newCDPSession(page);
    const field = page.locator('main input[type=search]').first();
    if ((await field.count()) === 0) return { elements, keys: [0] };
    await field.focus();
    await page.evaluate(() => {
      window.listKeys = [];
      addEventListener('keydown', ({ timeStamp }) => {
        requestAnimationFrame(() => {
          // The browser lays out and paints the frame before the next task.
          setTimeout(() => window.listKeys.push(performance.now() - timeStamp));
        });
      });
    });
    await client.send('Emulation.setCPUThrottlingRate', { rate: PHONE.cpuSlowdown });
    for (const [index, letter] of Array.from(TYPED).entries()) {
      await page.keyboard.press(letter);
      await page.waitForFunction((count) => window.listKeys.length > count, index);
    }
    return { elements, keys: await page.evaluate(() => window.listKeys) };
  } finally {
    await context.close();
  }
}
