import { type Page } from '@playwright/test';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../scripts/server.ts';
import { expect, testWithServiceWorker } from './fixtures.ts';
import { find, isSearchSaved, searchDialog } from './search-locators.ts';
import { serviceWorkerReady } from './service-worker-ready.ts';
import { siteOf } from '../site/sites.ts';

/** Visits a copy of a site, whose files a test may change. */
const test = testWithServiceWorker.extend<{ folder: string }>({
  folder: async ({ site }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'playbook-deployed-'));
    await cp(siteOf(site).built, folder, { recursive: true });
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  baseURL: async ({ folder }, use) => {
    const server = await startServer({ directory: folder, port: 0, compressed: false });
    await use(server.url);
    await server.close();
  },
});

test.use({ site: 'single' });

/** An agent of that site, and a word in its file. */
const agent = './agents/lone-wolf/';
const word = 'howl';

/** Opens an agent's page and searches once, after which the search is saved. */
async function visitAndSearch(page: Page): Promise<void> {
  await page.goto(agent);
  await serviceWorkerReady(page);
  await find(page, word);
  await expect.poll(() => isSearchSaved(page)).toBe(true);
}

/** Returns the URLs of the results in the search dialog. */
function resultUrls(page: Page): Promise<string[]> {
  return searchDialog(page).options.evaluateAll((options) =>
    options.flatMap((option) => (option instanceof HTMLAnchorElement ? [option.href] : [])),
  );
}

function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

test.beforeEach(({ pageErrors }) => {
  // Requests that fail offline, and requests that the service worker answers when the page is left meanwhile.
  pageErrors.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
});

test('a new deployment that is incomplete is not cached, and one that is complete replaces the pages and caches of the previous one', async ({
  page,
  context,
  folder,
}) => {
  await visitAndSearch(page);
  const before = await cacheNames(page);
  expect(before).toHaveLength(3);

  const manifest = join(folder, 'pagefind/search.json');
  const complete = await readFile(manifest, 'utf8');
  await deploy(folder);
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
  await find(page, word);
  expect(await cacheNames(page)).toEqual(expect.arrayContaining(before));

  await context.setOffline(false);
  await writeFile(manifest, complete);
  await page.goto('./gates/');
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
  await page.goto(agent);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Today/);
  await find(page, word);
});

test('after a new deployment, its own pages and open pages of the previous one find its content, and the previous one is found offline', async ({
  page,
  context,
  browser,
  folder,
}) => {
  await visitAndSearch(page);
  const withoutWorker = await browser.newContext({ serviceWorkers: 'block' });
  const open = await withoutWorker.newPage();
  await open.goto(page.url());
  await find(open, word);

  // Another site replaces it, but the worker of the first one continues.
  const worker = await readFile(join(folder, 'service-worker.js'));
  await rm(folder, { recursive: true });
  await cp(siteOf('default').built, folder, { recursive: true });
  await writeFile(join(folder, 'service-worker.js'), worker);

  await test.step('its pages search its index before its worker takes over', async () => {
    await page.goto('./');
    await find(page, 'FFI');
    await expectAddresses(page);
  });

  await test.step('an open page of the previous one searches it, because its own index is gone', async () => {
    const { field, options, status } = searchDialog(open);
    await field.fill('FFI');
    await expect(options.filter({ hasText: 'rust-' }).first()).toBeVisible();
    await expect(status).toHaveText(/^\d+ results?$/);
    await expectAddresses(open);
  });

  await test.step('the previous one is searched offline', async () => {
    await context.setOffline(true);
    await page.goto(agent);
    await find(page, word);
    expect((await resultUrls(page)).some((url) => url.includes('/agents/lone-wolf/'))).toBe(true);
  });

  await withoutWorker.close();
});

/** Expects that the results of the search dialog lead to pages that exist. */
async function expectAddresses(page: Page): Promise<void> {
  for (const url of await resultUrls(page)) expect((await page.request.get(url)).status(), url).toBe(200);
}

/** Publishes a build with other pages and another version. */
async function deploy(folder: string): Promise<void> {
  const edit = async (path: string, change: (text: string) => string) => {
    const file = join(folder, path);
    await writeFile(file, change(await readFile(file, 'utf8')));
  };
  for (const page of ['agents/lone-wolf', 'gates']) {
    await edit(`${page}/index.html`, (html) => html.replace(/<h1[^>]*>/, (tag) => `${tag}Today: `));
  }
  await edit('service-worker.js', (script) => script.replace(/"version":"\w+"/, '"version":"another"'));
}
