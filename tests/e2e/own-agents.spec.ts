import { type Page } from '@playwright/test';
import { urlOf } from './serve-sites.ts';
import { expect, test } from './fixtures.ts';
import { find, isSearchSaved, searchDialog, searchField, searchResults } from './search-locators.ts';
import { serviceWorkerReady } from './service-worker-ready.ts';
import { pagesOf } from '../site/sites.ts';

// A context of its own for each test, because a service worker outlives the page that started it.
test.use({ reuseContext: false });

// The agents of this repository or of a fork, whichever they are: nothing here may name one.
test.describe('the site’s own agents below a base path', () => {
  test.use({ site: 'own' });
  test.skip(!pagesOf('own').some(({ route }) => /^agents\/./.test(route)), 'content/agents has no agent');

  test('are found by their names, with links below the base path', async ({ page }) => {
    await page.goto('./');
    const name = await openFirstAgent(page);
    await page.goto('./');
    await page.keyboard.press('/');
    const { field, options } = searchDialog(page);
    await field.fill(name);
    const result = options.filter({ hasText: name }).first();
    await expect(result).toBeVisible();
    const address = (await result.getAttribute('href')) ?? '';
    expect(address).toMatch(/^\/some\/base\/(?!.*some\/base)/);
    await result.click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.url()).toBe(new URL(address, urlOf('own')).href);
  });

  test('are suggested where an address leads nowhere', async ({ page, pageErrors }) => {
    pageErrors.allow(/status of 404/);
    await page.goto('./');
    const name = await openFirstAgent(page);
    const response = await page.goto(`./no-such-folder/${encodeURIComponent(name)}.html`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await searchField(page).fill(name);
    await expect(searchResults(page).getByRole('link').filter({ hasText: name }).first()).toBeVisible();
  });

  test.describe('without network', () => {
    test.use({ serviceWorkers: 'allow' });

    test('can be read again and searched after a visit', async ({ page, context, pageErrors }) => {
      pageErrors.allow(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
      await page.goto('./');
      const name = await openFirstAgent(page);
      await serviceWorkerReady(page);
      await find(page, name);
      await expect.poll(() => isSearchSaved(page)).toBe(true);
      await context.setOffline(true);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await page.goto(`./search/?q=${encodeURIComponent(name)}`);
      await expect(searchResults(page).getByRole('link').filter({ hasText: name }).first()).toBeVisible();
    });
  });
});

/** Follows the first card on the home page; returns the agent's name. */
async function openFirstAgent(page: Page): Promise<string> {
  await page.getByRole('article').getByRole('link').first().click();
  await page.waitForURL('**/agents/**');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toBeVisible();
  return (await heading.innerText()).trim();
}
