import { type Page } from '@playwright/test';
import { urlOf } from './serve-sites.ts';
import { expect, testWithServiceWorker as test } from './fixtures.ts';
import { find, isSearchSaved, searchDialog, searchField, searchResults } from './search-locators.ts';
import { serviceWorkerReady } from './service-worker-ready.ts';
import { pagesOf } from '../site/sites.ts';

// The agents of this repository or of a fork, whichever they are: nothing here may name one.
test.use({ site: 'own' });
test.skip(!pagesOf('own').some(({ route }) => /^agents\/./.test(route)), 'content/agents has no agent');

test('the site’s own agents below a base path can be found, are suggested where an address leads nowhere, and can be read and searched offline', async ({
  page,
  context,
  pageErrors,
}) => {
  pageErrors.allow(/status of 404|ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  await page.goto('./');
  const name = await openFirstAgent(page);
  const agent = page.url();
  await serviceWorkerReady(page);

  await test.step('a search for the name of an agent has links below the base path', async () => {
    await page.goto('./');
    await find(page, name);
    const result = searchDialog(page).options.filter({ hasText: name }).first();
    await expect(result).toBeVisible();
    const address = (await result.getAttribute('href')) ?? '';
    expect(address).toMatch(/^\/some\/base\/(?!.*some\/base)/);
    await result.click();
    await page.waitForURL(new URL(address, urlOf('own')).href);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  await test.step('a missing page suggests the agent', async () => {
    const response = await page.goto(`./no-such-folder/${encodeURIComponent(name)}.html`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await searchField(page).fill(name);
    await expect(searchResults(page).getByRole('link').filter({ hasText: name }).first()).toBeVisible();
  });

  await test.step('without network, the page of the agent can be read, and the search works', async () => {
    await expect.poll(() => isSearchSaved(page)).toBe(true);
    await context.setOffline(true);
    await page.goto(agent);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await page.goto(`./search/?q=${encodeURIComponent(name)}`);
    await expect(searchResults(page).getByRole('link').filter({ hasText: name }).first()).toBeVisible();
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
