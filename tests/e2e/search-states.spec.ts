import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { find, searchDialog, searchField, searchResults, UNKNOWN_WORD } from './search.ts';

/** Addresses inside the index that the page asks for, from now on. */
function watchIndex(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/pagefind/')) asked.push(request.url());
  });
  return asked;
}

test.describe('the index', () => {
  test('is not asked for until the pointer reaches for the search', async ({ page }) => {
    const asked = watchIndex(page);
    await page.goto('./agents/rust-pro/', { waitUntil: 'load' });
    await page.getByRole('link', { name: 'Download' }).hover();
    await page.keyboard.press('End');
    expect(asked).toEqual([]);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).hover();
    await expect.poll(() => asked.length).toBeGreaterThan(0);
  });

  test('is not asked for until the focus reaches the search', async ({ page }) => {
    const asked = watchIndex(page);
    await page.goto('./', { waitUntil: 'load' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(asked).toEqual([]);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).focus();
    await expect.poll(() => asked.length).toBeGreaterThan(0);
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
    await expect(dialog.getByText(`Nothing found for “${UNKNOWN_WORD}”. Try fewer or other words.`)).toBeVisible();
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await expect(field).not.toHaveAttribute('aria-activedescendant');
  });

  test('that the index could not be loaded, and finds it when it is there again', async ({ page, complaints }) => {
    complaints.allow(/\/pagefind\//);
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
    await page.route('**/pagefind/fragment/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, field, options } = searchDialog(page);
    const slow = page.waitForRequest(/\/pagefind\/fragment\//);
    await field.fill('FFI');
    await slow;
    await field.fill(UNKNOWN_WORD);
    await expect(dialog.getByText(`Nothing found for “${UNKNOWN_WORD}”`)).toBeVisible();

    release(undefined);
    // The same engine, asked the same again, has its answer only after the first one had its own.
    await page.evaluate(async () => {
      const address = '/pagefind/pagefind.js';
      const engine = (await import(address)) as {
        search: (words: string) => Promise<{ results: { data: () => Promise<unknown> }[] }>;
      };
      const { results } = await engine.search('FFI');
      await Promise.all(results.map((result) => result.data()));
    });
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
    await expect(page.getByRole('main').getByText(`Nothing found for “${words}”`)).toBeVisible();
  });
});

test.describe('where there are no agents', () => {
  test.use({ site: 'empty' });

  test('a search finds the guide, and no page that only leads to others', async ({ page }) => {
    await page.goto('./search/?q=agents');
    await expect(searchResults(page).getByRole('link').first()).toBeVisible();
    for (const link of await searchResults(page).getByRole('link').all()) {
      await expect(link).toHaveAttribute('href', /\/guide\//);
    }
  });
});
