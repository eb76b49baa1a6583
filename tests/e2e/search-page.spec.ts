import { CROWD_SIZE } from './crowd.ts';
import { expect, test } from './fixtures.ts';
import { agentsThatMention, searchDialog, searchField, searchResults, UNKNOWN_WORD } from './search.ts';

test.describe('the search page', () => {
  test('answers the question in its address with every agent that has the word', async ({ page }) => {
    await page.goto('./search/?q=FFI');
    await expect(searchField(page)).toHaveValue('FFI');
    const results = searchResults(page);
    for (const id of agentsThatMention('FFI')) {
      await expect(results.getByRole('link', { name: id, exact: true }).first()).toBeVisible();
    }
    await expect(page.getByRole('main').getByText(/\d pages found/)).toBeVisible();
    await expect(results.locator('mark').first()).toHaveText(/FFI/i);
  });

  test('keeps the address true while one types, without filling the history', async ({ page }) => {
    await page.goto('./');
    await page.goto('./search/');
    await searchField(page).pressSequentially('unsafe code');
    await expect(page).toHaveURL(/\/search\/\?q=unsafe(?:\+|%20)code$/);
    await searchField(page).fill('');
    await expect(page).toHaveURL(/\/search\/$/);
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rust Agent Playbook');
  });

  test('is as it was for whoever comes back from a result', async ({ page }) => {
    await page.goto('./search/');
    await searchField(page).fill('FFI');
    const first = searchResults(page).getByRole('link').first();
    await first.click();
    await expect(page).not.toHaveURL(/\/search\//);
    await page.goBack();
    await expect(searchField(page)).toHaveValue('FFI');
    await expect(first).toBeVisible();
  });

  test('is where the form of the home page leads', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('main').getByRole('searchbox').fill('FFI');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=FFI$/);
    await expect(searchResults(page)).toBeVisible();
  });

  test('is where Enter leads in the dialog, when nothing was found there', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, field } = searchDialog(page);
    await field.fill(UNKNOWN_WORD);
    await expect(dialog.getByText('Nothing found')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/search/\\?q=${encodeURIComponent(UNKNOWN_WORD)}$`));
  });
});

test.describe('the search page among a thousand agents', () => {
  test.use({ site: 'crowd' });

  test('counts all that it found, shows the first, and more on request', async ({ page }) => {
    await page.goto('./search/?q=harbour');
    await expect(page.getByRole('main').getByText(`${String(CROWD_SIZE)} pages found`)).toBeVisible();
    const agents = page.getByRole('main').getByRole('link', { name: /^crowd-\d+/ });
    await expect(agents.first()).toBeVisible();
    const shown = await agents.count();
    expect(shown).toBeLessThan(100);
    const firstOne = (await agents.first().textContent()) ?? '';
    const more = page.getByRole('button', { name: 'Show more' });
    await more.click();
    await expect(agents).toHaveCount(2 * shown);
    await expect(agents.first()).toHaveText(firstOne);
    await expect(more).toBeFocused();
  });

  test('has no more to show when all is there', async ({ page }) => {
    await page.goto('./search/?q=517');
    await expect(
      page
        .getByRole('main')
        .getByRole('link', { name: /^crowd-0517/ })
        .first(),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Show more' })).toBeHidden();
  });
});

test.describe('the search without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('is a page that says why nothing is found, and where else to look', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    // Playwright looks for no text inside <noscript>, even where it is shown.
    const sentence = page.locator('noscript p');
    await expect(sentence).toBeVisible();
    await expect(sentence).toContainText('Search runs in your browser and needs JavaScript.');
    await page.getByRole('link', { name: 'browse all agents' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agents');
  });
});

for (const site of ['default', 'based'] as const) {
  test.describe(`an address of “${site}” that leads nowhere`, () => {
    test.use({ site });

    test('is answered with 404, and with what its words find', async ({ page, complaints }) => {
      complaints.allow(/status of 404 .*\/agents\/rust-systems_engineer\.html/);
      const response = await page.goto('./agents/rust-systems_engineer.html?from=old');
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
      await expect(searchField(page)).toHaveValue('rust systems engineer');
      const found = page.getByRole('main').getByRole('link', { name: 'rust-systems-engineer', exact: true });
      await found.first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('rust-systems-engineer');
    });

    test('leads to the search page with what is typed there', async ({ page, complaints }) => {
      complaints.allow(/status of 404/);
      await page.goto('./some/thing/else/');
      await searchField(page).fill('FFI');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/search\/\?q=FFI$/);
      await expect(searchResults(page)).toBeVisible();
    });

    test('may hold anything at all', async ({ page, complaints }) => {
      complaints.allow(/status of 404/);
      await page.goto('./%E5%A4%A9%20%3Cimg%20src=x%20onerror=alert(1)%3E%25');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
      await expect(searchField(page)).toHaveValue('天 <img src=x onerror=alert(1)>%');
    });
  });
}
