import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { launchOptions } from '../scripts/chromium.ts';
import { startServer } from '../scripts/server.ts';
import { type Bench } from './lib/measurement.ts';
import { kilobytes, median, ratio, table, withSpread } from './lib/report.ts';
import { buildSite, ownAgents, workFolder } from './lib/built-site.ts';
import { PHONE } from './lib/visit.ts';

/** Longest time from a key press until its letter is painted, in milliseconds on a slow processor. */
const KEY_BUDGET = 50;

/** Largest size of the scripts that a form's page loads without interaction, in bytes. */
const SCRIPT_BUDGET = 12_300;

/** Length of the draft before the key presses, in characters. */
const DRAFT_LENGTH = 100_000;

/** Keys pressed in each run, of which the first warm up. */
const KEYS = 40;
const WARM_UP = 10;

const FORMS: readonly (readonly [name: string, path: string])[] = [
  ['template', 'handoffs/rust-pro-rust-systems-request/'],
  ['message', 'handoffs/rust-engineer-audit-record/'],
];

const BARE = 'bare.html';

/** A field to type into. */
interface Subject {
  readonly name: string;
  readonly path: string;
  /** For each run: the median and the 95th percentile, in milliseconds. */
  readonly medians: number[];
  readonly p95s: number[];
}

/** Measures typing in a long draft against a plain text area on a bare page, and the scripts of a form. */
export const typing: Bench = {
  about: 'typing in a draft of 100 kB, and the scripts of a form',
  runs: 5,
  async run(runs) {
    await using browser = await chromium.launch(launchOptions());
    await buildSite(ownAgents, 'site');
    const site = join(workFolder, 'site');
    await writeFile(join(site, BARE), bareHtml());
    const server = await startServer({ directory: site, port: 0 });
    try {
      const subjects = [['bare text area', BARE] as const, ...FORMS].map(([name, path]): Subject => ({
        name,
        path,
        medians: [],
        p95s: [],
      }));
      for (let run = 0; run < runs; run++) {
        for (const { path, medians, p95s } of subjects) {
          const times = await typeInto(browser, server.url + path);
          medians.push(median(times));
          p95s.push(times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? 0);
        }
      }
      console.log(`${report(subjects)}\n\n${await scripts(browser, server.url)}\n\n${notes(browser, runs)}`);
    } finally {
      await server.close();
    }
  },
};

/** @returns for each key, the milliseconds from its press to the next frame with its letter */
async function typeInto(browser: Browser, url: string): Promise<number[]> {
  const context = await browser.newContext({ viewport: PHONE.screen, deviceScaleFactor: PHONE.pixelRatio });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    const field = page.locator('main textarea').first();
    await field.evaluate((text: HTMLTextAreaElement, value) => {
      text.focus();
      text.value = value;
      text.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, draft());
    // Work that only the first input triggers must not count.
    await page.waitForLoadState('networkidle');
    await watchKeys(page);
    const client = await context.newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: PHONE.cpuSlowdown });
    for (let key = 0; key < KEYS; key++) {
      await page.keyboard.press('x');
      await page.waitForFunction((count) => document.documentElement.dataset.keys === String(count), key + 1);
    }
    const times = await page.evaluate(() => (document.documentElement.dataset.times ?? '').split(' ').map(Number));
    return times.slice(WARM_UP);
  } finally {
    await context.close();
  }
}

/** Records for each key how long it took until the task after the frame with its letter. */
function watchKeys(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { dataset } = document.documentElement;
    const times: number[] = [];
    let pressed = 0;
    // `timeStamp` includes the time for which a key waits for the work that the last one caused.
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });
    addEventListener('input', () => {
      requestAnimationFrame(() => {
        // The browser lays out and paints the frame before the next task.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          times.push(performance.now() - pressed);
          dataset.times = times.join(' ');
          dataset.keys = String(times.length);
        };
        channel.port2.postMessage('');
      });
    });
  });
}

function draft(): string {
  const line = 'The service must answer within ten milliseconds, whatever the load is.\n';
  return line.repeat(Math.ceil(DRAFT_LENGTH / line.length)).slice(0, DRAFT_LENGTH);
}

function bareHtml(): string {
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bare</title>';
  return `<!doctype html><html lang="en">${head}<link rel="icon" href="data:,"><main><textarea rows="10"></textarea></main></html>`;
}

function report(subjects: readonly Subject[]): string {
  const [bare] = subjects;
  return table([
    ['ms from key to paint', 'median', '95 of 100', '× bare'],
    ...subjects.map(({ name, medians, p95s }) => [
      name,
      withSpread(medians, 1),
      withSpread(p95s, 1),
      ratio(median(medians), median(bare?.medians ?? medians)),
    ]),
  ]);
}

async function scripts(browser: Browser, base: string): Promise<string> {
  const rows: string[][] = [];
  for (const [name, path] of FORMS) {
    const page = await browser.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      sizes.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(base + path, { waitUntil: 'networkidle' });
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    rows.push([name, kilobytes(total), kilobytes(SCRIPT_BUDGET)]);
    await page.close();
  }
  return table([['kB of scripts', 'loaded', 'budget'], ...rows]);
}

function notes(browser: Browser, runs: number): string {
  const { width, height } = PHONE.screen;
  return `Runs: ${String(runs)}, each of ${String(KEYS - WARM_UP)} keys after ${String(WARM_UP)} that warm up; median ± median absolute deviation.
Chromium ${browser.version()}, ${String(width)} × ${String(height)}, processor ${String(PHONE.cpuSlowdown)}× slower, a draft of ${String(DRAFT_LENGTH)} characters in one field.
A key should take less than ${String(KEY_BUDGET)} ms. 1 kB is 1,000 bytes, compressed by gzip.`;
}
