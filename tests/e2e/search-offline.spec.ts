import { type Response } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { expect, testWithServiceWorker as test } from './fixtures.ts';
import { interceptRequests } from './request-switch.ts';
import { find, idle, isSearchSaved, searchDialog, searchField, searchResults } from './search-locators.ts';
import { isPageSaved, serviceWorkerReady } from './service-worker-ready.ts';

declare global {
  interface Window {
    shifts: PerformanceEntry[];
  }
}

/** Requests that fail offline, and requests that the service worker answers when the page is left meanwhile. */
const FAILED_REQUESTS = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;

test.describe('a first visit', () => {
  /** Largest size of an agent's page with everything that it loads until the network is quiet, in bytes as sent. */
  const VISIT_BUDGET = 45_000;

  test('loads little and makes the page available offline; after a search, the search works offline too; other pages say that they are not available', async ({
    page,
    context,
    pageErrors,
  }) => {
    pageErrors.allow(FAILED_REQUESTS);
    pageErrors.allow(/status of 404/);

    await test.step('the visit loads nothing that only search needs', async () => {
      const sizes: Promise<number>[] = [];
      const paths: string[] = [];
      const record = (response: Response) => {
        paths.push(new URL(response.url()).pathname);
        // Hosts send brotli, which is smaller than this.
        sizes.push(response.body().then((body) => gzipSync(body).length));
      };
      context.on('response', record);
      await page.goto('./agents/rust-pro/');
      await serviceWorkerReady(page);
      await idle(page);
      context.off('response', record);
      expect(paths.filter((path) => path.includes('pagefind'))).toEqual([]);
      expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(VISIT_BUDGET);
      expect(await isSearchSaved(page)).toBe(false);
    });

    await test.step('the visited page is available offline, and another says that it is not', async () => {
      await context.setOffline(true);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('rust-pro');
      await page.goto('./agents/rust-engineer/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Offline');
      await context.setOffline(false);
    });

    await test.step('after a search, the caches contain no error, no page twice, and nothing from other hosts', async () => {
      await page.goto('./nowhere/');
      await page.goto('./agents/rust-pro/?highlight=ffi#approach');
      await find(page, 'FFI');
      await expect.poll(() => isSearchSaved(page)).toBe(true);
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
      const { dialog, field, options } = searchDialog(page);
      await find(page, 'lifetimes');
      for (const query of ['ownershp', 'rust handoff protocols']) {
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

test('a reader who saves data has no service worker', async ({ page }) => {
  await page.addInitScript(() => {
    const connection = { saveData: true, effectiveType: '4g', downlink: 10 };
    Object.defineProperty(Navigator.prototype, 'connection', { get: () => connection });
  });
  await page.goto('./', { waitUntil: 'load' });
  await idle(page);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
