import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  announcements,
  countAnnouncements,
  find,
  idle,
  searchDialog,
  searchField,
  searchResults,
  UNKNOWN_WORD,
} from './search.ts';

/** Addresses inside the index that the page asks for, from now on. */
function watchIndex(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/pagefind/')) asked.push(request.url());
  });
  return asked;
}

/** As a browser that says so (Chromium) tells about the connection. */
async function pretendConnection(
  page: Page,
  connection: { saveData: boolean; effectiveType: string; downlink: number },
) {
  await page.addInitScript((connection) => {
    Object.defineProperty(Navigator.prototype, 'connection', { get: () => connection });
  }, connection);
}

const connections = {
  'data is to be saved': { saveData: true, effectiveType: '4g', downlink: 10 },
  'the connection is slow': { saveData: false, effectiveType: '3g', downlink: 0.7 },
};

test.describe('the index', () => {
  for (const [state, connection] of Object.entries(connections)) {
    test(`is not asked for, where ${state}, until the pointer reaches for the search`, async ({ page }) => {
      const asked = watchIndex(page);
      await pretendConnection(page, connection);
      await page.goto('./agents/rust-pro/', { waitUntil: 'load' });
      await page.getByRole('link', { name: 'Download' }).hover();
      await page.keyboard.press('End');
      await idle(page);
      expect(asked).toEqual([]);
      await page.getByRole('banner').getByRole('link', { name: 'Search' }).hover();
      await expect.poll(() => asked.length).toBeGreaterThan(0);
    });
  }

  test('is not asked for, where data is to be saved, until the focus reaches the search', async ({ page }) => {
    const asked = watchIndex(page);
    await pretendConnection(page, connections['data is to be saved']);
    await page.goto('./', { waitUntil: 'load' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await idle(page);
    expect(asked).toEqual([]);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).focus();
    await expect.poll(() => asked.length).toBeGreaterThan(0);
  });

  test('is there before anybody reaches for it, where the connection is fast', async ({ page }) => {
    await pretendConnection(page, { saveData: false, effectiveType: '4g', downlink: 10 });
    const asked = page.waitForRequest('**/pagefind/**');
    await page.goto('./');
    await asked;
  });
});

test('of the index, only what says which build it is of is asked for again', async ({ page, request }) => {
  const asked = watchIndex(page);
  await page.goto('./');
  await find(page, 'FFI');
  const caching = new Map<string, string>();
  for (const url of asked) caching.set(url, (await request.get(url)).headers()['cache-control'] ?? '');
  const changing = [...caching].filter(([, value]) => !value.includes('immutable')).map(([url]) => url);
  expect(changing).toEqual([expect.stringMatching(/\/pagefind\/search\.json$/)]);
  expect(caching.size).toBeGreaterThan(4);
});

test.describe('the script of the search', () => {
  test('may come late: the dialog opens at once, and what was typed meanwhile is searched', async ({ page }) => {
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
    await pretendConnection(page, connections['data is to be saved']);
    await page.goto('./');
    await page.route('**/_astro/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press('/');
    const { field, options } = searchDialog(page);
    await expect(field).toBeFocused();
    await page.keyboard.type('FFI');
    await expect(field).toHaveValue('FFI');
    await expect(options).toHaveCount(0);
    release(undefined);
    await expect(options.first()).toBeVisible();
    await expect(field).toHaveValue('FFI');
  });

  test('may not come at all: the dialog says so, and Enter leads to the search page', async ({ page, complaints }) => {
    complaints.allow(/_astro/);
    await pretendConnection(page, connections['data is to be saved']);
    await page.goto('./');
    await page.route('**/_astro/**', (route) => route.abort());
    await page.keyboard.press('/');
    const { dialog, field } = searchDialog(page);
    await expect(dialog.getByText('Search could not be loaded. Enter leads to the search page.')).toBeVisible();
    await field.fill('FFI');
    await field.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=FFI$/);
  });
});

test.describe('before all of the index has come', () => {
  test('titles are found already, and what was walked to stays when the rest comes', async ({ page }) => {
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
    await pretendConnection(page, connections['data is to be saved']);
    await page.route('**/wasm.*', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, field, options, active } = searchDialog(page);
    await field.fill('FFI');
    await expect(options.first()).toContainText('FFI');
    await expect(dialog.getByText(/^\d+ results? so far$/)).toBeVisible();
    await field.press('ArrowDown');
    const walkedTo = (await active.getAttribute('href')) ?? 'none';
    release(undefined);
    await expect(dialog.getByText(/^\d+ results$/)).toBeVisible();
    await expect(active).toHaveAttribute('href', walkedTo);
  });
});

test.describe('while somebody types on', () => {
  test.use({ site: 'crowd' });

  /** Holds back what is asked for of Pagefind's index from now on. */
  async function holdIndex(page: Page): Promise<() => void> {
    const { promise: held, resolve } = Promise.withResolvers<undefined>();
    await page.route('**/pagefind/*/index/**', async (route) => {
      await held;
      await route.continue();
    });
    return () => {
      resolve(undefined);
    };
  }

  test('each key is answered from what is here, and the rest comes without moving what was walked to', async ({
    page,
  }) => {
    await pretendConnection(page, connections['data is to be saved']);
    await page.goto('./');
    await find(page, 'crowd');
    const { dialog, field, options, active } = searchDialog(page);
    await countAnnouncements(page);
    const release = await holdIndex(page);
    await field.pressSequentially(' parsers');
    await expect(dialog.getByText(/^\d+ results? so far$/)).toBeVisible();
    await expect(options.first()).toContainText('parsers', { ignoreCase: true });
    await field.press('ArrowDown');
    const walkedTo = (await active.getAttribute('href')) ?? 'none';
    await active.evaluate((option) => Object.assign(option, { isTheSame: true }));

    release();
    await expect(dialog.getByText(/^\d+ results$/)).toBeVisible();
    await expect(active).toHaveAttribute('href', walkedTo);
    expect(await active.evaluate((option) => 'isTheSame' in option)).toBe(true);
    await expect(page.getByRole('status').filter({ hasText: /results/ })).toHaveCount(1);
    expect(await announcements(page)).toHaveLength(1);
  });

  test('filters keep their counts until the new ones are known', async ({ page }) => {
    await pretendConnection(page, connections['data is to be saved']);
    await page.goto('./');
    await find(page, 'crowd');
    const { dialog, field } = searchDialog(page);
    await dialog.getByRole('button', { name: 'Kind' }).click();
    const agents = dialog.getByRole('checkbox', { name: /^Agents \d+$/ });
    await expect(agents).toBeVisible();
    const release = await holdIndex(page);
    await field.evaluate((input: HTMLInputElement) => {
      input.value = 'crowd parsers';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await expect(dialog.getByText(/^\d+ results? so far$/)).toBeVisible();
    await expect(agents).toBeVisible();
    release();
    await expect(dialog.getByText(/^\d+ results$/)).toBeVisible();
    await expect(agents).toBeVisible();
  });

  /** How many parts of Pagefind's index were asked for. */
  const chunksAmong = (asked: readonly string[]) =>
    new Set(asked.filter((url) => /\/pagefind\/\w+\/index\//.test(url))).size;

  test('what the next letters may need is loaded', async ({ page }) => {
    const asked = watchIndex(page);
    await pretendConnection(page, connections['the connection is slow']);
    await page.goto('./');
    await find(page, 'crowd');
    await expect.poll(() => chunksAmong(asked)).toBeGreaterThan(5);
  });

  test('nothing is loaded beforehand where data is to be saved', async ({ page }) => {
    const asked = watchIndex(page);
    await pretendConnection(page, connections['data is to be saved']);
    await page.goto('./');
    await find(page, 'crowd');
    await idle(page);
    expect(chunksAmong(asked)).toBe(1);
  });

  test('what is here stays where the rest cannot be had', async ({ page, complaints }) => {
    complaints.allow(/\/pagefind\/|Pagefind WASM/);
    await pretendConnection(page, connections['data is to be saved']);
    await page.route('**/wasm.*', (route) => route.abort());
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, field, options } = searchDialog(page);
    await field.fill('crowd-0007');
    await expect(dialog.getByText('The search index could not be loaded.')).toBeVisible();
    await expect(options.first()).toContainText('crowd-0007');
  });

  test('a word whose part of the index cannot be had is not said to be nowhere', async ({ page, complaints }) => {
    complaints.allow(/\/index\/.*pf_index/);
    await pretendConnection(page, connections['data is to be saved']);
    await page.goto('./');
    await find(page, 'crowd');
    await page.route('**/pagefind/*/index/**', (route) => route.abort());
    const { dialog, field } = searchDialog(page);
    await field.fill('watchkeeper');
    await expect(dialog.getByText('The search index could not be loaded.')).toBeVisible();
    await page.unroute('**/pagefind/*/index/**');
    await field.fill('watchkeepers');
    await expect(dialog.getByText(/Nothing found|^\d+ result/)).toBeVisible();
  });
});

test.describe('the search says', () => {
  test('what can be typed, before anything is, and again when it is taken back', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, field, options } = searchDialog(page);
    await expect(dialog.getByText('Type a word: an agent, a task, a tool.')).toBeVisible();
    await field.fill('FFI');
    await expect(options.first()).toBeVisible();
    await field.fill('   ');
    await expect(dialog.getByText('Type a word: an agent, a task, a tool.')).toBeVisible();
    await expect(options).toHaveCount(0);
  });

  test('that nothing was found, and for what', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, field } = searchDialog(page);
    await field.fill(UNKNOWN_WORD);
    await expect(dialog.getByText(`Nothing found for “${UNKNOWN_WORD}”.`)).toBeVisible();
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await expect(field).not.toHaveAttribute('aria-activedescendant');
  });

  test('that the index could not be loaded, and finds it when it is there again', async ({ page, complaints }) => {
    complaints.allow(/\/pagefind\/|Pagefind WASM/);
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, field, options } = searchDialog(page);
    await field.fill('FFI');
    const sentence = dialog.getByText('The search index could not be loaded. Check the connection and try again.');
    await expect(sentence).toBeVisible();
    await page.unroute('**/pagefind/**');
    await field.fill('FFI b');
    await field.fill('FFI');
    await expect(options.first()).toBeVisible();
    await expect(sentence).toBeHidden();
  });

  test('on the search page, too, that the index could not be loaded', async ({ page, complaints }) => {
    complaints.allow(/\/pagefind\//);
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto('./search/?q=FFI');
    await expect(page.getByRole('main').getByText('The search index could not be loaded.')).toBeVisible();
  });

  test('what was asked for last: a slow answer never overwrites a newer one', async ({ page }) => {
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
    const answered: string[] = [];
    await page.route('**/pagefind/*/records/**', async (route) => {
      await held;
      await route.continue();
      answered.push(route.request().url());
    });
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, field, options } = searchDialog(page);
    const slow = page.waitForRequest('**/pagefind/*/records/**');
    await field.fill('FFI');
    await slow;
    await field.fill(UNKNOWN_WORD);
    await expect(dialog.getByText(`Nothing found for “${UNKNOWN_WORD}”`)).toBeVisible();

    release(undefined);
    await expect.poll(() => answered.length).toBeGreaterThan(0);
    await idle(page);
    await expect(dialog.getByText(`Nothing found for “${UNKNOWN_WORD}”`)).toBeVisible();
    await expect(options).toHaveCount(0);
  });

  test('no results of a search that was closed in the meantime', async ({ page }) => {
    await page.goto('./');
    await find(page, 'FFI');
    const { dialog, field, options } = searchDialog(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('/');
    await expect(field).toHaveValue('FFI');
    await expect(options.first()).toBeVisible();
    await page.keyboard.type(UNKNOWN_WORD);
    await expect(field).toHaveValue(UNKNOWN_WORD);
    await expect(options).toHaveCount(0);
  });
});

test.describe('what hostile files say', () => {
  test.use({ site: 'awkward' });

  test('is text in the results, and nothing else', async ({ page }) => {
    await page.goto('./');
    await find(page, 'heading');
    const { dialog } = searchDialog(page);
    await expect(dialog.getByText("</title><script>alert('heading')</script>").first()).toBeVisible();
    await expect(dialog.locator('script, img, svg, style, iframe')).toHaveCount(0);
  });

  test('is text in what is asked for, too', async ({ page }) => {
    // In quotation marks, the whole of it is searched for: nowhere is it found.
    const words = `"<h1>${UNKNOWN_WORD}</h1>"`;
    await page.goto(`./search/?q=${encodeURIComponent(words)}`);
    await expect(searchField(page)).toHaveValue(words);
    await expect(page.getByRole('main').getByText(`Nothing found for “${words}”.`)).toBeVisible();
  });
});

test.describe('where there are no agents', () => {
  test.use({ site: 'empty' });

  test('a search finds the guide and topics, and nothing of an agent', async ({ page }) => {
    await page.goto('./search/?q=agents');
    await expect(searchResults(page).getByRole('link').first()).toBeVisible();
    for (const heading of await searchResults(page).getByRole('heading').all()) {
      await expect(heading).toHaveText(/^(?:Guide|Topics) \d+$/);
    }
  });
});
