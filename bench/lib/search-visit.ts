import { setTimeout } from 'node:timers/promises';
import { type Browser, type CDPSession, type Page } from 'playwright';
import { slowDown } from './visit.ts';

/** What one search with an empty cache cost. */
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

/** When the dialog is opened: right after the page has loaded, or when nothing has been going on for a while. */
export type Opening = 'at once' | 'after a rest';

const QUERY = 'FFI';
/** What is typed then: on behind it, and afterwards in its place. */
const LATER = [' boundaries', 'async traits'] as const;
/** Between two keys, in ms: forty words a minute and more, quick for a phone. */
const PACE = 180;

/** What the page itself notes: when a key was pressed, and its first and all of its results were there. */
interface Noted {
  key: number;
  first: number;
  all: number;
}

declare global {
  interface Window {
    searchBench: Noted[];
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
    const [opened] = await untilNoted(page, 'first');
    const { bytes, requests } = traffic.sum();
    const visit: SearchVisit = { firstResult: spent(opened, 'first'), laterKeys: [], complete: [], bytes, requests };
    for (const text of LATER) {
      await traffic.quiet();
      if (!text.startsWith(' ')) await page.keyboard.press('Control+A');
      await page.evaluate(() => (window.searchBench = []));
      await page.keyboard.type(text, { delay: PACE });
      const keys = await untilNoted(page, 'all');
      visit.laterKeys.push(...keys.map((key) => spent(key, 'first')));
      visit.complete.push(spent(keys.at(-1), 'all'));
    }
    return visit;
  } finally {
    await context.close();
  }
}

/** @returns what was noted of each key, as soon as it is noted of the last one */
async function untilNoted(page: Page, what: 'first' | 'all'): Promise<Noted[]> {
  await page.waitForFunction((what) => (window.searchBench.at(-1)?.[what] ?? 0) > 0, what, { timeout: 60_000 });
  return page.evaluate(() => window.searchBench);
}

/** A key whose results never came, because the next one was pressed before, took as long as that. */
function spent(noted: Noted | undefined, what: 'first' | 'all'): number {
  if (!noted) throw new Error('The page has noted no key.');
  return noted[what] > 0 ? noted[what] - noted.key : PACE;
}

/** Runs in the page, before anything else does: notes keys, and when their results are there. */
function noteTimes(): void {
  window.searchBench = [];
  let isOpened = false;
  addEventListener(
    'keydown',
    ({ key, ctrlKey }) => {
      if (key === 'Control' || ctrlKey) return;
      // Opening counts from the shortcut, whatever is typed until there is a result.
      if (isOpened || window.searchBench.length === 0) {
        window.searchBench.push({ key: performance.now(), first: 0, all: 0 });
      }
    },
    { capture: true },
  );
  const isOfResults = ({ target }: MutationRecord) =>
    target instanceof Element && target.closest('[data-status], [role=listbox]') !== null;
  const look = (mutations: MutationRecord[]) => {
    const noted = window.searchBench.at(-1);
    const dialog = document.querySelector('dialog[open]');
    if (!noted || !mutations.some(isOfResults) || !dialog?.querySelector('[role=option] mark')) return;
    const now = performance.now();
    if (noted.first === 0) noted.first = now;
    isOpened = true;
    const status = dialog.querySelector('[data-status]')?.textContent ?? '';
    if (noted.all === 0 && /^\d+ results?\b(?! so far)/.test(status)) noted.all = now;
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
