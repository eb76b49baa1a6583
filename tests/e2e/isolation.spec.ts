import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

// Both tests run in one worker, in this order, and share its browser context (see `reuseContext` in the configuration).
test.describe.configure({ mode: 'serial' });

const page404 = './what-only-a-route-answers/';

/** Returns everything that an earlier test could have left behind in the browser. */
function leftovers(page: Page) {
  return page.evaluate(async () => ({
    stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    databases: (await indexedDB.databases()).map(({ name }) => name),
    cookie: document.cookie,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    initScript: 'initScript' in window,
    width: innerWidth,
    isPrinted: matchMedia('print').matches,
    isDark: matchMedia('(prefers-color-scheme: dark)').matches,
    isOnline: navigator.onLine,
  }));
}

const nothing = {
  stored: ['playbook:recent'],
  databases: [],
  cookie: '',
  workers: 0,
  initScript: false,
  width: 1280,
  isPrinted: false,
  isDark: false,
  isOnline: true,
};

test('a test can change storage, routes, scripts, media, the window and the network', async ({
  page,
  context,
  pageErrors,
}) => {
  // The icon of the site may still load when the network is turned off.
  pageErrors.allow(/ERR_INTERNET_DISCONNECTED/);
  await page.addInitScript(() => Object.assign(window, { initScript: true }));
  await context.addInitScript(() => Object.assign(window, { initScript: true }));
  await page.route('**/what-only-a-route-answers/', (route) => route.fulfill({ body: 'from a route' }));
  await context.route('**/search/**', (route) => route.abort());
  await page.setViewportSize({ width: 400, height: 400 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('./agents/rust-system-architect/');
  await page.evaluate(async () => {
    localStorage.setItem('left', 'behind');
    sessionStorage.setItem('left', 'behind');
    document.cookie = 'left=behind';
    await new Promise((done) => {
      indexedDB.open('left behind').onsuccess = done;
    });
  });
  const other = await context.newPage();
  await other.goto('./gates/');
  await context.setOffline(true);
  expect(await leftovers(page)).not.toEqual(nothing);
});

test('the next test starts without the changes of the one before', async ({ page, context, pageErrors }) => {
  pageErrors.allow(/status of 404/);
  expect(context.pages()).toEqual([page]);
  await page.goto('./agents/rust-system-architect/');
  expect(await leftovers(page)).toEqual(nothing);
  expect((await page.goto('./search/'))?.status()).toBe(200);
  expect((await page.goto(page404))?.status()).toBe(404);
});
