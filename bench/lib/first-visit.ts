import { type Browser, type Page } from 'playwright';
import { countBytes } from './counting-proxy.ts';
import { PHONE, readPaints, slowDown } from './visit.ts';

/** Names of the measurements, each of which stands in a row of the table. */
export const MEASUREMENTS = {
  bytesByLoad: 'kB by load',
  bytesUntilQuiet: 'kB until the network is quiet',
  firstPaint: 'first paint ms',
  largestPaint: 'largest paint ms',
  blocking: 'total blocking time ms',
  shift: 'layout shift',
  opened: 'shortcut to open dialog ms',
  firstResult: 'last key to first result ms',
  settled: 'last key to settled first five ms',
} as const;

export type Measurements = Record<keyof typeof MEASUREMENTS, number>;

const QUERY = 'FFI';

/** Results of this site, and of Pagefind's own widget. */
const RESULTS = 'dialog[open] [role=option]:has(mark), dialog[open] .pagefind-ui__result';

/** Time without a change after which results count as settled, in ms. */
const SETTLED_AFTER = 2500;

const MAX_ATTEMPTS = 5;

/** What the page records. */
interface Recorded {
  key: number;
  opened: number;
  firstResult: number;
  settled: number;
  blocking: number;
  shift: number;
}

declare global {
  interface Window {
    firstVisit: Recorded;
  }
}

/**
 * Visits a page for the first time, with service workers, and searches. Two visits: bytes need a fast line to be exact.
 * @param shortcut the key that opens the search
 */
export async function visitFirst(browser: Browser, url: string, shortcut: string): Promise<Measurements> {
  return { ...(await countTraffic(browser, url)), ...(await timeVisit(browser, url, shortcut)) };
}

async function countTraffic(
  browser: Browser,
  url: string,
): Promise<Pick<Measurements, 'bytesByLoad' | 'bytesUntilQuiet'>> {
  const proxy = await countBytes(url);
  const context = await browser.newContext({ viewport: PHONE.screen, deviceScaleFactor: PHONE.pixelRatio });
  try {
    const page = await context.newPage();
    await page.goto(proxy.url, { waitUntil: 'load' });
    const bytesByLoad = proxy.bytes();
    let bytes = -1;
    // The network of a service worker is not the page's, so the bytes themselves must stay the same.
    while (bytes !== proxy.bytes()) {
      bytes = proxy.bytes();
      await page.waitForTimeout(SETTLED_AFTER);
    }
    return { bytesByLoad, bytesUntilQuiet: bytes };
  } finally {
    await context.close();
    proxy.close();
  }
}

async function timeVisit(
  browser: Browser,
  url: string,
  shortcut: string,
): Promise<Omit<Measurements, 'bytesByLoad' | 'bytesUntilQuiet'>> {
  const context = await browser.newContext({ viewport: PHONE.screen, deviceScaleFactor: PHONE.pixelRatio });
  try {
    const page = await context.newPage();
    await slowDown(await context.newCDPSession(page));
    await page.addInitScript(record, RESULTS);
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForLoadState('networkidle');
    // On a slow processor, the network is idle while scripts still wait to run.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    const { firstPaint, largestPaint } = await readPaints(page);
    const { blocking, shift } = await page.evaluate(() => window.firstVisit);

    await openSearch(page, shortcut);
    const { opened, key } = await page.evaluate(() => window.firstVisit);
    await page.keyboard.type(QUERY);
    await page.waitForFunction(
      (wait) => window.firstVisit.settled > 0 && performance.now() - window.firstVisit.settled > wait,
      SETTLED_AFTER,
      { timeout: 60_000 },
    );
    const last = await page.evaluate(() => window.firstVisit);
    return {
      firstPaint,
      largestPaint,
      blocking,
      shift,
      opened: opened - key,
      firstResult: last.firstResult - last.key,
      settled: last.settled - last.key,
    };
  } finally {
    await context.close();
  }
}

/** Presses the shortcut until the search opens: a page whose script has not run yet ignores it. */
async function openSearch(page: Page, shortcut: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press(shortcut);
    try {
      await page.waitForFunction(() => window.firstVisit.opened > 0, undefined, { timeout: 5000 });
      return;
    } catch (error) {
      if (attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

/** Runs in the page before any other script. Looks at each frame, because only what is painted counts. */
function record(results: string): void {
  const recorded: Recorded = { key: 0, opened: 0, firstResult: 0, settled: 0, blocking: 0, shift: 0 };
  window.firstVisit = recorded;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) recorded.blocking += Math.max(0, duration - 50);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) recorded.shift += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
  let before = '';
  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === 'Control') return;
      Object.assign(recorded, { key: timeStamp, firstResult: 0, settled: 0 });
    },
    { capture: true },
  );
  const look = () => {
    const now = performance.now();
    if (recorded.key > 0) {
      if (recorded.opened === 0 && document.activeElement?.matches('dialog[open] input') === true)
        recorded.opened = now;
      const first = [...document.querySelectorAll<HTMLElement>(results)].slice(0, 5);
      const seen = first
        .map((one) => `${String(one.offsetTop)} ${String(one.offsetHeight)} ${one.innerText}`)
        .join('\n');
      if (seen !== before && seen !== '') {
        if (recorded.firstResult === 0) recorded.firstResult = now;
        recorded.settled = now;
      }
      before = seen;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
