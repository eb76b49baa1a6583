import { setTimeout } from 'node:timers/promises';
import { type Browser, type Page, type Request } from 'playwright';
import { slowDown } from './visit.ts';

/** The cost of one search with an empty cache. */
export interface SearchVisit {
  /** From the shortcut to the first result, in ms. */
  firstResult: number;
  /** From each later key to the first results for it, in ms. */
  laterKeys: number[];
  /** From the last key of each text to all of its results, in ms. */
  complete: number[];
  /** Transferred for searching up to the first result, headers included. */
  bytes: number;
  requests: number;
}

/** When the dialog is opened: right after the page has loaded, or after a while without requests. */
export type Opening = 'at once' | 'after a rest';

const QUERY = 'FFI';
/** Typed afterwards: first after the query, then instead of it. */
const LATER = [' boundaries', 'async traits'] as const;
/** Delay between two keys, in ms: more than forty words a minute, fast for a phone. */
const KEY_DELAY = 180;

/** The times that the page records for a key: when it was pressed, and when its first and all its results were there. */
interface KeyTimes {
  key: number;
  first: number;
  all: number;
}

declare global {
  interface Window {
    searchBench: KeyTimes[];
  }
}

/**
 * Opens the search dialog by its shortcut on a phone on a slow line, types, and waits for results.
 * @throws if no result comes
 */
export async function searchOnce(browser: Browser, url: string, opening: Opening): Promise<SearchVisit> {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 412, height: 823 } });
  try {
    const page = await context.newPage();
    await slowDown(await context.newCDPSession(page));
    const traffic = watchSearchTraffic(page);
    await page.addInitScript(recordTimes);
    await page.goto(url, { waitUntil: opening === 'at once' ? 'load' : 'networkidle' });
    // On a slow processor, the network is idle while scripts still wait to run.
    if (opening === 'after a rest') await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    traffic.begin();

    await page.keyboard.press('/');
    await page.keyboard.type(QUERY);
    const [opened] = await readKeyTimes(page, 'first');
    const { bytes, requests } = await traffic.sum();
    const visit: SearchVisit = { firstResult: timeFor(opened, 'first'), laterKeys: [], complete: [], bytes, requests };
    for (const text of LATER) {
      await traffic.quiet();
      if (!text.startsWith(' ')) await page.keyboard.press('Control+A');
      await page.evaluate(() => (window.searchBench = []));
      await page.keyboard.type(text, { delay: KEY_DELAY });
      const keys = await readKeyTimes(page, 'all');
      visit.laterKeys.push(...keys.map((key) => timeFor(key, 'first')));
      visit.complete.push(timeFor(keys.at(-1), 'all'));
    }
    return visit;
  } finally {
    await context.close();
  }
}

/** Waits until the times of the last key are recorded. */
async function readKeyTimes(page: Page, what: 'first' | 'all'): Promise<KeyTimes[]> {
  await page.waitForFunction((what) => (window.searchBench.at(-1)?.[what] ?? 0) > 0, what, { timeout: 60_000 });
  return page.evaluate(() => window.searchBench);
}

/** Returns the time from a key to its results; to the next key if that came first. */
function timeFor(times: KeyTimes | undefined, what: 'first' | 'all'): number {
  if (!times) throw new Error('The page has recorded no key.');
  return times[what] > 0 ? times[what] - times.key : KEY_DELAY;
}

/** Runs in the page before any other script: records when keys are pressed, and when their results are there. */
function recordTimes(): void {
  window.searchBench = [];
  let isOpened = false;
  addEventListener(
    'keydown',
    ({ key, ctrlKey }) => {
      if (key === 'Control' || ctrlKey) return;
      // Until there is a result, the time counts from the shortcut that opened the dialog.
      if (isOpened || window.searchBench.length === 0) {
        window.searchBench.push({ key: performance.now(), first: 0, all: 0 });
      }
    },
    { capture: true },
  );
  const isResultChange = ({ target }: MutationRecord) =>
    target instanceof Element && target.closest('[data-status], [role=listbox]') !== null;
  const look = (mutations: MutationRecord[]) => {
    const times = window.searchBench.at(-1);
    const dialog = document.querySelector('dialog[open]');
    if (!times || !mutations.some(isResultChange) || !dialog?.querySelector('[role=option] mark')) return;
    const now = performance.now();
    if (times.first === 0) times.first = now;
    isOpened = true;
    const status = dialog.querySelector('[data-status]')?.textContent ?? '';
    if (times.all === 0 && /^\d+ results?\b(?! so far)/.test(status)) times.all = now;
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

/** Time without requests after which the network counts as quiet, in ms. */
const QUIET_TIME = 500;

/** Watches the requests of the search, also those of its worker: the index, and scripts that are loaded after the page's own. */
function watchSearchTraffic(page: Page) {
  /** The size of each response so far. */
  const counted = new Map<Request, Promise<number>>();
  let hasBegun = false;
  let running = 0;
  let last = performance.now();
  const end = () => {
    running -= 1;
    last = performance.now();
  };
  page.on('request', (request) => {
    running += 1;
    if (request.url().includes('/pagefind/') || hasBegun) counted.set(request, Promise.resolve(0));
  });
  page.on('requestfailed', end);
  page.on('requestfinished', (request) => {
    end();
    if (!counted.has(request)) return;
    const size = request
      .sizes()
      .then(({ responseHeadersSize, responseBodySize }) => responseHeadersSize + responseBodySize);
    counted.set(request, size);
  });
  return {
    begin: () => {
      hasBegun = true;
    },
    quiet: async () => {
      while (running > 0 || performance.now() - last < QUIET_TIME) await setTimeout(50);
    },
    sum: async () => {
      const sizes = await Promise.all(counted.values());
      return { bytes: sizes.reduce((sum, one) => sum + one, 0), requests: sizes.length };
    },
  };
}
