import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { interceptRequests } from './request-switch.ts';
import {
  announcements,
  COMPLETE,
  find,
  idle,
  recordAnnouncements,
  searchDialog,
  searchField,
  searchResults,
  searchStatus,
  UNKNOWN_WORD,
} from './search-locators.ts';

/** Records the addresses in the index that the page requests from now on. */
function watchIndex(page: Page): string[] {
  const requested: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/pagefind/')) requested.push(request.url());
  });
  return requested;
}

/** Replaces the connection that the browser reports (Network Information API). */
async function mockConnection(page: Page, connection: { saveData: boolean; effectiveType: string; downlink: number }) {
  await page.addInitScript((connection) => {
    Object.defineProperty(Navigator.prototype, 'connection', { get: () => connection });
  }, connection);
}

const connections = {
  'the reader saves data': { saveData: true, effectiveType: '4g', downlink: 10 },
  'the connection is slow': { saveData: false, effectiveType: '3g', downlink: 0.7 },
};

test('the index is not requested until the pointer or the focus reaches the search button', async ({ page }) => {
  const requested = watchIndex(page);
  const button = page.getByRole('banner').getByRole('link', { name: 'Search' });
  await page.goto('./', { waitUntil: 'load' });
  await page.getByRole('link', { name: 'Filter all agents' }).hover();
  await page.keyboard.press('End');
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab');
  await idle(page);
  expect(requested).toEqual([]);
  await button.hover();
  await expect.poll(() => requested.length).toBeGreaterThan(0);

  await page.mouse.move(0, 0);
  await page.reload();
  requested.length = 0;
  await button.focus();
  await expect.poll(() => requested.length).toBeGreaterThan(0);
});

test('the search page loads Pagefind only when the reader searches, preloads nothing, and revalidates only the manifest', async ({
  page,
  request,
}) => {
  const requested = watchIndex(page);
  await page.goto('./search/');
  await expect(page.getByRole('region', { name: 'Kinds' })).toBeVisible();
  await idle(page);
  expect(requested).toEqual([expect.stringMatching(/\/pagefind\/search\.json$/)]);
  await searchField(page).fill('FFI');
  await expect(searchStatus(page)).toHaveText(COMPLETE);
  expect(requested).toContainEqual(expect.stringMatching(/\/pagefind\.js$/));
  // A browser warns about a preload link that is not used within seconds.
  await expect(page.locator('link[rel=preload], link[rel=modulepreload][href*="/pagefind/"]')).toHaveCount(0);

  const caching = new Map<string, string>();
  for (const url of requested) caching.set(url, (await request.get(url)).headers()['cache-control'] ?? '');
  const changing = [...caching].filter(([, value]) => !value.includes('immutable')).map(([url]) => url);
  expect(changing).toEqual([expect.stringMatching(/\/pagefind\/search\.json$/)]);
  expect(caching.size).toBeGreaterThan(4);
});

test.describe('the script of the search dialog', () => {
  test('can load late: the dialog opens at once, and searches for the text typed meanwhile', async ({ page }) => {
    const scripts = await interceptRequests(page, '**/_astro/**');
    await mockConnection(page, connections['the reader saves data']);
    await page.goto('./');
    scripts.hold();
    await page.keyboard.press('/');
    const { field, options } = searchDialog(page);
    await expect(field).toBeFocused();
    await page.keyboard.type('FFI');
    await expect(field).toHaveValue('FFI');
    await expect(options).toHaveCount(0);
    scripts.pass();
    await expect(options.first()).toBeVisible();
    await expect(field).toHaveValue('FFI');
  });

  test('can fail to load: the dialog says so, and Enter leads to the search page', async ({ page, pageErrors }) => {
    pageErrors.allow(/_astro/);
    const scripts = await interceptRequests(page, '**/_astro/**');
    await mockConnection(page, connections['the reader saves data']);
    await page.goto('./');
    scripts.block();
    await page.keyboard.press('/');
    const { field, status } = searchDialog(page);
    await expect(status).toHaveText('Search could not be loaded. Press Enter to go to the search page.');
    await field.fill('FFI');
    await field.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=FFI$/);
  });
});

test.describe('the search while the reader types', () => {
  test.use({ site: 'many' });

  /** The chunks of Pagefind's index. */
  const chunks = '**/pagefind/*/index/**';

  /** Returns the number of chunks of Pagefind's index that were requested. */
  const chunksAmong = (requested: readonly string[]) =>
    new Set(requested.filter((url) => /\/pagefind\/\w+\/index\//.test(url))).size;

  test('prefetches nothing if the reader saves data, shows matches among loaded records and the old counts of filters before it adds the others, and does not say that a word is not found if its chunk could not be loaded', async ({
    page,
    pageErrors,
  }) => {
    pageErrors.allow(/\/index\/.*pf_index/);
    const requested = watchIndex(page);
    const index = await interceptRequests(page, chunks);
    await mockConnection(page, connections['the reader saves data']);
    await page.goto('./');
    await find(page, 'crowd');
    const { dialog, field, options, active, status } = searchDialog(page);
    await idle(page);
    expect(chunksAmong(requested)).toBe(1);
    // The announcement for the first word must not be recorded.
    await expect(page.getByRole('status').filter({ hasText: /results/ })).toHaveCount(1);
    await recordAnnouncements(page);
    index.hold();
    await field.pressSequentially(' parsers');
    await expect(status).toHaveText(/^\d+ results? so far$/);
    await expect(options.first()).toContainText('parsers', { ignoreCase: true });
    await field.press('ArrowDown');
    const navigatedTo = (await active.getAttribute('href')) ?? 'none';
    await active.evaluate((option) => Object.assign(option, { isTheSame: true }));

    index.pass();
    await expect(status).toHaveText(/^\d+ results$/);
    await expect(active).toHaveAttribute('href', navigatedTo);
    expect(await active.evaluate((option) => 'isTheSame' in option)).toBe(true);
    await expect(page.getByRole('status').filter({ hasText: /results/ })).toHaveCount(1);
    expect(await announcements(page)).toHaveLength(1);

    await test.step('the old counts of filters stay until the new ones are loaded', async () => {
      await dialog.getByRole('button', { name: 'Kind' }).click();
      const agents = dialog.getByRole('checkbox', { name: /^Agents \d+$/ });
      await expect(agents).toBeVisible();
      index.hold();
      // The menu stays open: typing moves the focus into the field, which would close it.
      await field.evaluate((input: HTMLInputElement) => {
        input.value = 'crowd sockets';
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
      await expect(status).toHaveText(/^\d+ results? so far$/);
      await expect(agents).toBeVisible();
      index.pass();
      await expect(status).toHaveText(/^\d+ results$/);
      await expect(agents).toBeVisible();
    });

    await test.step('a word whose chunk could not be loaded may be in the index', async () => {
      index.block();
      await field.fill('watchkeeper');
      await expect(status).toHaveText(/^The search index could not be loaded\./);
      index.pass();
      await field.fill('watchkeepers');
      await expect(status).toHaveText(/^Nothing found|^\d+ results?\b(?! so far)/);
    });
  });

  test('prefetches chunks that the next keys may need', async ({ page }) => {
    const requested = watchIndex(page);
    await mockConnection(page, connections['the connection is slow']);
    await page.goto('./');
    await find(page, 'crowd');
    await expect.poll(() => chunksAmong(requested)).toBeGreaterThan(1);
  });

  test('still shows the matches among loaded records if the index cannot be loaded', async ({ page, pageErrors }) => {
    pageErrors.allow(/\/pagefind\/|Pagefind WASM/);
    await mockConnection(page, connections['the reader saves data']);
    await page.route('**/wasm.*', (route) => route.abort());
    await page.goto('./');
    await page.keyboard.press('/');
    const { field, options, status } = searchDialog(page);
    await field.fill('crowd-0007');
    await expect(status).toHaveText(/^The search index could not be loaded\./);
    await expect(options.first()).toContainText('crowd-0007');
  });
});

test.describe('the search dialog', () => {
  test('says that the index could not be loaded, finds titles before it is, and keeps the active option when the other results arrive', async ({
    page,
    pageErrors,
  }) => {
    pageErrors.allow(/\/pagefind\/|Pagefind WASM/);
    await mockConnection(page, connections['the reader saves data']);
    const index = await interceptRequests(page, '**/pagefind/**');
    const program = await interceptRequests(page, '**/wasm.*');
    index.block();
    await page.goto('./');
    await page.keyboard.press('/');
    const { field, options, active, status } = searchDialog(page);
    await field.fill('FFI');
    await expect(status).toHaveText('The search index could not be loaded. Check the connection and try again.');

    index.pass();
    program.hold();
    await field.fill('FFI b');
    await field.fill('FFI');
    await expect(options.first()).toContainText('FFI');
    await expect(status).toHaveText(/^\d+ results? so far$/);
    await field.press('ArrowDown');
    const navigatedTo = (await active.getAttribute('href')) ?? 'none';
    program.pass();
    await expect(status).toHaveText(COMPLETE);
    await expect(active).toHaveAttribute('href', navigatedTo);
  });

  test('never replaces the results of a search by those of an earlier one', async ({ page }) => {
    const records = await interceptRequests(page, '**/pagefind/*/records/**');
    records.hold();
    await page.goto('./');
    await page.keyboard.press('/');
    const { field, options, status } = searchDialog(page);
    const slow = page.waitForRequest('**/pagefind/*/records/**');
    await field.fill('FFI');
    await slow;
    await field.fill(UNKNOWN_WORD);
    await expect(status).toHaveText(`Nothing found for “${UNKNOWN_WORD}”.`);

    records.pass();
    await expect.poll(records.answered).toBeGreaterThan(0);
    await idle(page);
    await expect(status).toHaveText(`Nothing found for “${UNKNOWN_WORD}”.`);
    await expect(options).toHaveCount(0);
  });
});

test('the search page says that the index could not be loaded', async ({ page, pageErrors }) => {
  pageErrors.allow(/\/pagefind\//);
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('./search/?q=FFI');
  await expect(searchStatus(page)).toHaveText(/^The search index could not be loaded\./);
});

test.describe('hostile markup', () => {
  test.use({ site: 'malformed' });

  test('in a query and in agent files is shown as text', async ({ page }) => {
    // In quotes, so that no record matches.
    const words = `"<h1>${UNKNOWN_WORD}</h1>"`;
    await page.goto(`./search/?q=${encodeURIComponent(words)}`);
    await expect(searchField(page)).toHaveValue(words);
    await expect(searchStatus(page)).toHaveText(`Nothing found for “${words}”.`);
    await searchField(page).fill('heading');
    const results = searchResults(page);
    await expect(results.getByText("</title><script>alert('heading')</script>").first()).toBeVisible();
    await expect(results.locator('script, img, svg, style, iframe')).toHaveCount(0);
  });
});

test.describe('a site without agents', () => {
  test.use({ site: 'empty' });

  test('has a search that finds only the guide and topics', async ({ page }) => {
    await page.goto('./search/?q=agents');
    await expect(searchResults(page).getByRole('link').first()).toBeVisible();
    for (const heading of await searchResults(page).getByRole('heading').all()) {
      await expect(heading).toHaveText(/^(?:Guide|Topics) \d+$/);
    }
  });
});
