import { setTimeout } from 'node:timers/promises';
import { type Browser, type CDPSession, type Page } from 'playwright';
import { slowDown } from './visit.ts';

/** What one search with an empty cache cost. */
export interface SearchVisit {
  /** From the shortcut to the first result, in ms. */
  firstResult: number;
  /** From one more key to other results, in ms. */
  laterKey: number;
  /** Transferred for searching up to the first result, headers included. */
  bytes: number;
  requests: number;
}

/** When the dialog is opened: right after the page has loaded, or when nothing has been going on for a while. */
export type Opening = 'at once' | 'after a rest';

const QUERY = 'FFI';
/** A key that makes other results of it; and what has to stand in between. */
const MORE = 'b';
const BETWEEN = ' ';

/** What the page itself notes: the key, and the results that follow. */
declare global {
  interface Window {
    searchBench: { key: number; result: number };
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
    const client = await context.newCDPSession(page);
    await slowDown(client);
    const traffic = watchSearchTraffic(client);
    await page.addInitScript(noteTimes);
    await page.goto(url, { waitUntil: opening === 'at once' ? 'load' : 'networkidle' });
    traffic.begin();

    await page.keyboard.press('/');
    await page.keyboard.type(QUERY);
    const firstResult = await nextResult(page);
    const { bytes, requests } = traffic.sum();
    await page.keyboard.type(BETWEEN);
    await page.waitForFunction(() => /^\d/.test(document.querySelector('dialog [data-status]')?.textContent ?? ''));
    await traffic.quiet();
    await page.evaluate(() => {
      window.searchBench = { key: 0, result: 0 };
    });
    await page.keyboard.type(MORE);
    const laterKey = await nextResult(page);
    return { firstResult, laterKey, bytes, requests };
  } finally {
    await context.close();
  }
}

async function nextResult(page: Page): Promise<number> {
  await page.waitForFunction(() => window.searchBench.result > 0, undefined, { timeout: 60_000 });
  return page.evaluate(() => window.searchBench.result - window.searchBench.key);
}

/** Runs in the page, before anything else does: notes the first key, and the first results after it. */
function noteTimes(): void {
  window.searchBench = { key: 0, result: 0 };
  addEventListener(
    'keydown',
    () => {
      // Opening counts from the shortcut; a later search, from its key.
      if (window.searchBench.key === 0) window.searchBench.key = performance.now();
    },
    { capture: true },
  );
  const look = (mutations: MutationRecord[]) => {
    const { key, result } = window.searchBench;
    if (key === 0 || result > 0) return;
    const isResult = (node: Node) =>
      node instanceof Element && (node.matches('[role=option]') || node.querySelector('[role=option]'));
    const hasMark = document.querySelector('dialog[open] [role=option] mark') !== null;
    if (hasMark && mutations.some(({ addedNodes }) => [...addedNodes].some(isResult))) {
      window.searchBench.result = performance.now();
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

/** How long nothing may be asked for until the line counts as quiet, in ms. */
const QUIET_TIME = 500;

/** Everything that is loaded for searching: the index, and scripts that come after the page's own. */
function watchSearchTraffic(client: CDPSession) {
  const counted = new Map<string, number>();
  let hasBegun = false;
  let underWay = 0;
  let last = performance.now();
  const end = () => {
    underWay -= 1;
    last = performance.now();
  };
  client.on('Network.requestWillBeSent', ({ requestId, request }) => {
    underWay += 1;
    if (request.url.includes('/pagefind/') || (hasBegun && /^https?:/.test(request.url))) counted.set(requestId, 0);
  });
  client.on('Network.loadingFailed', end);
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    end();
    if (counted.has(requestId)) counted.set(requestId, encodedDataLength);
  });
  return {
    begin: () => {
      hasBegun = true;
    },
    quiet: async () => {
      while (underWay > 0 || performance.now() - last < QUIET_TIME) await setTimeout(50);
    },
    sum: () => ({ bytes: [...counted.values()].reduce((sum, one) => sum + one, 0), requests: counted.size }),
  };
}
