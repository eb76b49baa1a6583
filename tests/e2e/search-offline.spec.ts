import { type Page } from '@playwright/test';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type RunningServer } from '../../scripts/server.ts';
import { expect, test } from './fixtures.ts';
import { find, idle, searchDialog, searchField, searchResults } from './search.ts';
import { siteOf } from './sites.ts';

test.use({ serviceWorkers: 'allow' });

/** Until the service worker has what it keeps, and answers for the page. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((done) => {
      navigator.serviceWorker.addEventListener('controllerchange', done, { once: true });
    });
  });
}

/** Where the results in the dialog lead. */
function addressesOf(page: Page): Promise<string[]> {
  return searchDialog(page).options.evaluateAll((options) =>
    options.flatMap((option) => (option instanceof HTMLAnchorElement ? [option.href] : [])),
  );
}

function stores(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

for (const site of ['default'] as const) {
  test.describe(`after a first visit to “${site}”, without network`, () => {
    test.use({ site });

    test.beforeEach(async ({ page, context, complaints }) => {
      // Without network, requests fail: that is what is tried here.
      complaints.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
      await page.goto('./agents/rust-pro/');
      await untilKept(page);
      await context.setOffline(true);
    });

    test('the search works, on a page that was opened and on its own', async ({ page, context }) => {
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

    test('a page that was not opened is answered with one that says so, and searches', async ({ page }) => {
      await page.goto('./agents/rust-engineer/');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Offline');
      await expect(searchField(page)).toHaveValue('rust engineer');
      await expect(searchResults(page).getByRole('link').first()).toBeVisible();
    });

    test('a result on a page that was opened leads there, with its words highlighted', async ({ page }) => {
      await find(page, 'rust handoff protocols');
      await searchDialog(page).options.filter({ hasText: 'Rust Handoff Protocols' }).first().click();
      await expect(page.getByRole('region', { name: 'Highlighted words' })).toBeVisible();
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('rust-pro');
    });
  });
}

test.describe('what is kept', () => {
  test('is no error, no page under two addresses, and nothing of other hosts', async ({ page, complaints }) => {
    complaints.allow(/status of 404/);
    await page.goto('./agents/rust-pro/');
    await untilKept(page);
    await page.goto('./agents/rust-pro/?highlight=ffi');
    await page.goto('./nowhere/');
    await page.goto('./agents/rust-pro/#approach');
    const kept = await page.evaluate(async () => {
      const addresses: string[] = [];
      for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) addresses.push(url);
      }
      return addresses;
    });
    expect(kept.filter((url) => url.includes('/agents/rust-pro/'))).toHaveLength(1);
    expect(kept.filter((url) => url.includes('nowhere'))).toEqual([]);
    expect(kept.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
  });

  test('is nothing where data is to be saved', async ({ page }) => {
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

  // A site of its own, because it changes while it is visited.
  test('takes over, with pages of today, and the stores of the last one are gone', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'allow' });
    const page = await context.newPage();
    await page.goto('./agents/rust-pro/');
    await untilKept(page);
    const before = await stores(page);
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
    await expect.poll(async () => (await stores(page)).filter((name) => before.includes(name))).toEqual([]);
    expect(await stores(page)).toHaveLength(2);

    await context.setOffline(true);
    await page.goto('./agents/rust-pro/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Today/);
    await find(page, 'FFI');
    await context.close();
  });

  test('that is only half there is not kept: the last one goes on', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'allow' });
    const page = await context.newPage();
    await page.goto('./agents/rust-pro/');
    await untilKept(page);
    const before = await stores(page);

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
    expect(await stores(page)).toEqual(expect.arrayContaining(before));
    await context.close();
  });

  test('is searched by its pages before it has taken over, and the last one without network', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'allow' });
    const page = await context.newPage();
    await page.goto('./agents/rust-pro/');
    await untilKept(page);

    // A site of other agents takes its place; the worker of the first one goes on.
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

  test('under a page that is open is searched by it, as soon as the last one is gone', async ({ browser }) => {
    const context = await browser.newContext({ baseURL: server.url, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto('./agents/rust-pro/');
    await find(page, 'FFI');

    await rm(folder, { recursive: true });
    await cp(siteOf('single').built, folder, { recursive: true });
    const { dialog, field, options } = searchDialog(page);
    await field.fill('lone wolf');
    await expect(options.filter({ hasText: 'lone-wolf' }).first()).toBeVisible();
    await expect(dialog.getByText(/^\d+ results?$/)).toBeVisible();
    for (const address of await addressesOf(page)) expect((await page.request.get(address)).status()).toBe(200);
    await context.close();
  });

  /** Publishes a build that differs from the last in its agents' pages, and so in its version. */
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
