import { type Page } from '@playwright/test';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type RunningServer } from '../../scripts/server.ts';
import { expect, test } from './fixtures.ts';
import { find, idle, searchDialog, searchField, searchResults } from './search.ts';
import { siteOf } from './sites.ts';

test.use({ serviceWorkers: 'allow' });

/** Waits until the service worker has cached its files and controls the page. */
async function untilCached(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) => {
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true });
    });
  });
}

/** Returns the addresses of the results in the dialog. */
function addressesOf(page: Page): Promise<string[]> {
  return searchDialog(page).options.evaluateAll((options) =>
    options.flatMap((option) => (option instanceof HTMLAnchorElement ? [option.href] : [])),
  );
}

function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

for (const site of ['default', 'based'] as const) {
  test.describe(`offline, after a first visit to the site “${site}”`, () => {
    test.use({ site });

    test.beforeEach(async ({ page, context, complaints }) => {
      // Offline, requests of the page fail.
      complaints.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
      await page.goto('./agents/rust-pro/');
      await untilCached(page);
      await context.setOffline(true);
    });

    test('the search works on a visited page and on the search page', async ({ page, context }) => {
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('rust-pro');
      await find(page, 'FFI');
      const { dialog, field, options } = searchDialog(page);
      for (const words of ['lifetimes', 'backpressure', 'ownershp']) {
        await field.fill(words);
        await expect(dialog.locator('mark').first()).toHaveText(new RegExp(words.slice(0, 6), 'i'));
        await expect(options.first()).toBeVisible();
      }
      await page.goto('./search/?q=ffi&kind=section');
      await expect(searchResults(page).getByRole('link').first()).toBeVisible();
      await context.setOffline(false);
    });

    test('a page that was not visited is replaced by the offline page with a search', async ({ page }) => {
      await page.goto('./agents/rust-engineer/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Offline');
      await expect(searchField(page)).toHaveValue('rust engineer');
      await expect(searchResults(page).getByRole('link').first()).toBeVisible();
    });

    test('a result on a visited page opens, with its words highlighted', async ({ page }) => {
      await find(page, 'rust handoff protocols');
      await searchDialog(page).options.filter({ hasText: 'Rust Handoff Protocols' }).first().click();
      await expect(page.getByRole('region', { name: 'Highlighted words' })).toBeVisible();
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('rust-pro');
    });
  });
}

test.describe('the offline cache', () => {
  test('contains no errors, no page twice, and nothing from other hosts', async ({ page, complaints }) => {
    complaints.allow(/status of 404/);
    await page.goto('./agents/rust-pro/');
    await untilCached(page);
    await page.goto('./agents/rust-pro/?highlight=ffi');
    await page.goto('./nowhere/');
    await page.goto('./agents/rust-pro/#approach');
    const cached = await page.evaluate(async () => {
      const addresses: string[] = [];
      for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) addresses.push(url);
      }
      return addresses;
    });
    expect(cached.filter((url) => url.includes('/agents/rust-pro/'))).toHaveLength(1);
    expect(cached.filter((url) => url.includes('nowhere'))).toEqual([]);
    expect(cached.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
  });

  test('is not used if the reader saves data', async ({ page }) => {
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

  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'playbook-deployed-'));
    await cp(siteOf('default').built, folder, { recursive: true });
    server = await startServer({ directory: folder, port: 0 });
  });
  test.afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  // These tests change the site, so each has its own copy.
  test('replaces the cached pages and deletes the caches of the previous one', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'allow' });
    const page = await context.newPage();
    await page.goto('./agents/rust-pro/');
    await untilCached(page);
    const before = await cacheNames(page);
    expect(before).toHaveLength(2);

    await deploy();
    await page.goto('./agents/rust-engineer/');
    await page.evaluate(async () => {
      const changed = new Promise((done) => {
        navigator.serviceWorker.addEventListener('controllerchange', done, { once: true });
      });
      await (await navigator.serviceWorker.ready).update();
      await changed;
    });
    await expect.poll(async () => (await cacheNames(page)).filter((name) => before.includes(name))).toEqual([]);
    expect(await cacheNames(page)).toHaveLength(2);

    await context.setOffline(true);
    await page.goto('./agents/rust-pro/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Today/);
    await find(page, 'FFI');
    await context.close();
  });

  test('that is incomplete is not cached, and the previous one stays in use', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'allow' });
    const page = await context.newPage();
    await page.goto('./agents/rust-pro/');
    await untilCached(page);
    const before = await cacheNames(page);

    const manifest = join(folder, 'pagefind/search.json');
    const good = await readFile(manifest, 'utf8');
    await deploy();
    await writeFile(manifest, `${good} `);
    const state = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const found = new Promise((done) => {
        registration.addEventListener('updatefound', done, { once: true });
      });
      await registration.update();
      await found;
      const coming = registration.installing;
      await new Promise((done) => coming?.addEventListener('statechange', done, { once: true }));
      return coming?.state;
    });
    expect(state).toBe('redundant');
    await context.setOffline(true);
    await page.reload();
    await find(page, 'FFI');
    expect(await cacheNames(page)).toEqual(expect.arrayContaining(before));
    await context.close();
  });

  test('is searched by its own pages before its service worker is active, and the previous one is searched offline', async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'allow' });
    const page = await context.newPage();
    await page.goto('./agents/rust-pro/');
    await untilCached(page);

    // A site with other agents replaces it, while its service worker stays in use.
    await rm(folder, { recursive: true });
    await cp(siteOf('single').built, folder, { recursive: true });
    await cp(join(siteOf('default').built, 'service-worker.js'), join(folder, 'service-worker.js'));
    await page.goto('./');
    await find(page, 'lone wolf');
    for (const address of await addressesOf(page)) {
      expect((await page.request.get(address)).status(), address).toBe(200);
    }

    await context.setOffline(true);
    await page.goto('./agents/rust-pro/');
    await find(page, 'FFI');
    expect((await addressesOf(page)).some((address) => address.includes('/agents/rust-'))).toBe(true);
    await context.close();
  });

  test('is searched by a page of the previous one as soon as that is gone', async ({ browser }) => {
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
    for (const address of await addressesOf(page)) expect((await page.request.get(address)).status()).toBe(200);
    await context.close();
  });

  /** Deploys a build with other pages of agents, and so another version. */
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
