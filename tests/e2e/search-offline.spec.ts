import { type Page } from '@playwright/test';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startServer, type RunningServer } from '../../scripts/server.ts';
import { expect, test } from './fixtures.ts';
import { interceptRequests } from './request-switch.ts';
import { find, idle, isSearchSaved, searchDialog, searchField, searchResults } from './search-locators.ts';
import { isPageSaved, serviceWorkerReady } from './service-worker-ready.ts';
import { siteOf } from '../site/sites.ts';

// A context of its own for each test, because a service worker outlives the page that started it.
test.use({ serviceWorkers: 'allow', reuseContext: false });

declare global {
  interface Window {
    shifts: PerformanceEntry[];
  }
}

/** Returns the URLs of the results in the search dialog. */
function resultUrls(page: Page): Promise<string[]> {
  return searchDialog(page).options.evaluateAll((options) =>
    options.flatMap((option) => (option instanceof HTMLAnchorElement ? [option.href] : [])),
  );
}

/** Opens an agent's page and searches once, after which the search is saved. */
async function visitAndSearch(page: Page): Promise<void> {
  await page.goto('./agents/rust-pro/');
  await serviceWorkerReady(page);
  await find(page, 'FFI');
  await expect.poll(() => isSearchSaved(page)).toBe(true);
}

function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

/** Requests that fail offline, and requests that the service worker answers when the page is left meanwhile. */
const FAILED_REQUESTS = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;

test.describe('after a search', () => {
  test('visited pages and search work offline, and a page that was not visited says so', async ({
    page,
    context,
    pageErrors,
  }) => {
    pageErrors.allow(FAILED_REQUESTS);
    pageErrors.allow(/status of 404/);
    await visitAndSearch(page);

    await test.step('the caches contain no error, no page twice, and nothing from other hosts', async () => {
      await page.goto('./agents/rust-pro/?highlight=ffi');
      await page.goto('./nowhere/');
      await page.goto('./agents/rust-pro/#approach');
      const cached = await page.evaluate(async () => {
        const urls: string[] = [];
        for (const name of await caches.keys()) {
          for (const { url } of await (await caches.open(name)).keys()) urls.push(url);
        }
        return urls;
      });
      expect(cached.filter((url) => url.includes('/agents/rust-pro/'))).toHaveLength(1);
      expect(cached.filter((url) => url.includes('nowhere'))).toEqual([]);
      expect(cached.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
    });

    await test.step('the dialog of a visited page finds results, and one opens it with the query highlighted', async () => {
      await context.setOffline(true);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('rust-pro');
      await find(page, 'FFI');
      const { dialog, field, options } = searchDialog(page);
      for (const query of ['lifetimes', 'ownershp', 'rust handoff protocols']) {
        await field.fill(query);
        await expect(dialog.locator('mark').first()).toHaveText(new RegExp(query.slice(0, 4), 'i'));
        await expect(options.first()).toBeVisible();
      }
      await options.filter({ hasText: 'Rust Handoff Protocols' }).first().click();
      await expect(page.getByRole('region', { name: 'Highlighted words' })).toBeVisible();
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('rust-pro');
    });

    await test.step('a page that was not visited is replaced with one that says so and searches for it', async () => {
      await page.goto('./agents/rust-engineer/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Offline');
      await expect(searchField(page)).toHaveValue('rust engineer');
      await expect(searchResults(page).getByRole('link').first()).toBeVisible();
    });

    await test.step('the search page finds results', async () => {
      await page.goto('./search/?q=ffi&kind=section');
      await expect(searchResults(page).getByRole('link').first()).toBeVisible();
    });
  });
});

test.describe('a first visit', () => {
  /** Largest size of an agent's page with everything that it loads until the network is quiet, in bytes as sent. */
  const VISIT_BUDGET = 45_000;

  test('loads little, and nothing that only search needs', async ({ page }) => {
    const sizes: Promise<number>[] = [];
    const paths: string[] = [];
    page.context().on('response', (response) => {
      paths.push(new URL(response.url()).pathname);
      // Hosts send brotli, which is smaller than this.
      sizes.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto('./agents/rust-pro/');
    await serviceWorkerReady(page);
    await idle(page);
    expect(paths.filter((path) => path.includes('pagefind'))).toEqual([]);
    expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(VISIT_BUDGET);
    expect(await isSearchSaved(page)).toBe(false);
  });

  test('makes the page available offline, and others say that they are not', async ({ page, context, pageErrors }) => {
    pageErrors.allow(FAILED_REQUESTS);
    await page.goto('./agents/rust-pro/');
    await serviceWorkerReady(page);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('rust-pro');
    await page.goto('./agents/rust-engineer/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Offline');
  });

  test('makes a page available offline that was on its way when the service worker became active', async ({
    page,
    context,
  }) => {
    // The page reports its visit when idle, which this test decides.
    await page.addInitScript(() => {
      const waiting: (() => void)[] = [];
      window.requestIdleCallback = (callback) =>
        waiting.push(() => {
          callback({ didTimeout: true, timeRemaining: () => 0 });
        });
      addEventListener('test:idle', () => {
        waiting.splice(0).forEach((callback) => {
          callback();
        });
      });
    });
    await page.goto('./agents/rust-pro/');
    const other = await context.newPage();
    await other.goto('./');
    await serviceWorkerReady(other);
    await serviceWorkerReady(page);
    // A worker does not know of a page whose request was sent before it was installed and answered afterwards.
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await (await caches.open(name)).delete(location.href);
    });
    expect(await isPageSaved(page)).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('test:idle')));
    await expect.poll(() => isPageSaved(page)).toBe(true);
  });
});

test.describe('the button on the search page', () => {
  test('comes with the results of the search in the address, so that nothing moves while the page opens', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts.push(entry);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const index = await interceptRequests(page, '**/pagefind/search.json');
    index.hold();
    await page.goto('./search/?q=ffi');
    const button = page.locator('offline-search button');
    await expect(button).toHaveText(/^Save search for offline use/);
    await expect(button).toBeHidden();
    index.pass();
    await expect(searchResults(page).getByRole('link').first()).toBeVisible();
    await expect(button).toBeVisible();
    // A frame is painted, and reported, before the one after it.
    await page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    });
    expect(await page.evaluate(() => window.shifts)).toEqual([]);
  });

  test('says that the search could not be saved, and saves it once there is a connection', async ({
    page,
    context,
    pageErrors,
  }) => {
    pageErrors.allow(FAILED_REQUESTS);
    await page.goto('./search/');
    const button = page.getByRole('button', { name: /^Save search for offline use \(\d+ kB\)$/ });
    await expect(button).toBeVisible();
    await context.setOffline(true);
    await button.click();
    await expect(page.getByText('The search could not be saved.')).toBeVisible();
    await expect(button).toBeFocused();

    await context.setOffline(false);
    await button.click();
    await expect(page.getByText('Search is saved on this device and works offline.')).toBeVisible();
    await context.setOffline(true);
    await page.goto('./search/?q=ffi');
    await expect(searchResults(page).getByRole('link').first()).toBeVisible();
    await expect(page.getByText('Search is saved on this device and works offline.')).toBeVisible();
  });
});

test.describe('the caches of the service worker', () => {
  test('are not created for a reader who saves data', async ({ page }) => {
    await page.addInitScript(() => {
      const connection = { saveData: true, effectiveType: '4g', downlink: 10 };
      Object.defineProperty(Navigator.prototype, 'connection', { get: () => connection });
    });
    await page.goto('./', { waitUntil: 'load' });
    await idle(page);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
});

test.describe('a new deployment', () => {
  let folder: string;
  let server: RunningServer;

  // Each test has a copy of the site, because it changes the files.
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'playbook-deployed-'));
    await cp(siteOf('default').built, folder, { recursive: true });
    server = await startServer({ directory: folder, port: 0 });
  });
  test.afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('that is incomplete is not cached, and one that is complete replaces the pages and caches of the previous one', async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'allow' });
    const page = await context.newPage();
    await visitAndSearch(page);
    const before = await cacheNames(page);
    expect(before).toHaveLength(3);

    const manifest = join(folder, 'pagefind/search.json');
    const complete = await readFile(manifest, 'utf8');
    await deploy();
    await writeFile(manifest, `${complete} `);
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const updateFound = new Promise((done) => {
        registration.addEventListener('updatefound', done, { once: true });
      });
      await registration.update();
      await updateFound;
      const installing = registration.installing;
      await new Promise((done) => installing?.addEventListener('statechange', done, { once: true }));
      return installing?.state;
    });
    expect(state).toBe('redundant');
    await context.setOffline(true);
    await page.reload();
    await find(page, 'FFI');
    expect(await cacheNames(page)).toEqual(expect.arrayContaining(before));

    await context.setOffline(false);
    await writeFile(manifest, complete);
    await page.goto('./agents/rust-engineer/');
    await page.evaluate(async () => {
      const changed = new Promise((done) => {
        navigator.serviceWorker.addEventListener('controllerchange', done, { once: true });
      });
      await (await navigator.serviceWorker.ready).update();
      await changed;
    });
    await expect.poll(async () => (await cacheNames(page)).filter((name) => before.includes(name))).toEqual([]);
    expect(await isSearchSaved(page)).toBe(true);

    await context.setOffline(true);
    await page.goto('./agents/rust-pro/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Today/);
    await find(page, 'FFI');
    await context.close();
  });

  test('is searched by its own pages before its worker takes over, and the previous one offline', async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'allow' });
    const page = await context.newPage();
    await visitAndSearch(page);

    // Another site replaces it, but the worker of the first one continues.
    await rm(folder, { recursive: true });
    await cp(siteOf('single').built, folder, { recursive: true });
    await cp(join(siteOf('default').built, 'service-worker.js'), join(folder, 'service-worker.js'));
    await page.goto('./');
    await find(page, 'lone wolf');
    for (const url of await resultUrls(page)) {
      expect((await page.request.get(url)).status(), url).toBe(200);
    }

    await context.setOffline(true);
    await page.goto('./agents/rust-pro/');
    await find(page, 'FFI');
    expect((await resultUrls(page)).some((url) => url.includes('/agents/rust-'))).toBe(true);
    await context.close();
  });

  test('is searched by a page of the previous one, once that one’s index is gone', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto('./agents/rust-pro/');
    await find(page, 'FFI');

    await rm(folder, { recursive: true });
    await cp(siteOf('single').built, folder, { recursive: true });
    const { field, options, status } = searchDialog(page);
    await field.fill('lone wolf');
    await expect(options.filter({ hasText: 'lone-wolf' }).first()).toBeVisible();
    await expect(status).toHaveText(/^\d+ results?$/);
    for (const url of await resultUrls(page)) expect((await page.request.get(url)).status()).toBe(200);
    await context.close();
  });

  /** Publishes a build with other agent pages and another version. */
  async function deploy(): Promise<void> {
    const edit = async (path: string, change: (text: string) => string) => {
      const file = join(folder, path);
      await writeFile(file, change(await readFile(file, 'utf8')));
    };
    for (const agent of ['rust-pro', 'rust-engineer']) {
      await edit(`agents/${agent}/index.html`, (html) => html.replace(/<h1[^>]*>/, (tag) => `${tag}Today: `));
    }
    await edit('service-worker.js', (script) => script.replace(/"version":"\w+"/, '"version":"another"'));
  }
});
