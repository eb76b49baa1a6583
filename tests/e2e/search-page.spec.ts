import { accessibilityViolations } from './axe.ts';
import { AGENT_COUNT, SUBJECT_COUNT } from '../site/many-agents.ts';
import { expect, test } from './fixtures.ts';
import { searchField, searchFilter, searchResults, searchStatus, UNKNOWN_WORD } from './search-locators.ts';

test.describe('the search page', () => {
  test('shows the results for the search in its address, under a heading for each kind, prints them without buttons and filters, and is accessible with results, with filters and without results, in light and dark', async ({
    page,
  }) => {
    await page.goto('./search/?q=unsafe');
    await expect(searchField(page)).toHaveValue('unsafe');
    const results = searchResults(page);
    await expect(results.getByRole('heading', { name: /^Sections \d+$/ })).toBeVisible();
    await expect.poll(() => results.getByRole('heading').count()).toBeGreaterThan(2);
    await expect(searchStatus(page)).toHaveText(/^\d+ results$/);
    await expect(results.locator('mark').first()).toHaveText(/unsafe/i);
    await expectNoFaults('results');

    await expect(page.getByRole('button', { name: 'Show more' })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(results.getByRole('link').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Show more' })).toBeHidden();
    await expect(results.getByRole('link', { name: /more in/ })).toHaveCount(0);
    await expect(searchFilter(page, 'Kind')).toBeHidden();

    await page.emulateMedia({ media: 'screen' });
    await searchFilter(page, 'Kind')
      .getByRole('checkbox', { name: /^Gates/ })
      .check();
    await expect(results.getByRole('heading')).toHaveCount(1);
    await expectNoFaults('filters');
    await searchField(page).fill(UNKNOWN_WORD);
    await expect(searchStatus(page)).toHaveText(/^Nothing found/);
    await expectNoFaults('nothing found');

    async function expectNoFaults(state: string) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const rules = colorScheme === 'light' ? 'all' : 'colours';
        expect.soft(await accessibilityViolations(page, rules, 'main'), `${state}, ${colorScheme}`).toEqual([]);
      }
    }
  });

  test('is opened by the form of the home page, updates its address while the reader types, without adding to the history, and shows the same results when the reader returns', async ({
    page,
  }) => {
    await page.goto('./');
    await page.getByRole('searchbox', { name: 'Search agents and sections' }).fill('FFI');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=FFI$/);
    const first = searchResults(page).getByRole('link').first();
    await expect(first).toBeVisible();
    await searchField(page).fill('unsafe');
    await searchField(page).press('End');
    await searchField(page).pressSequentially(' code');
    await expect(page).toHaveURL(/\/search\/\?q=unsafe(?:\+|%20)code$/);
    await expect(searchStatus(page)).toHaveText(/^\d+ results$/);
    await first.click();
    await expect(page).not.toHaveURL(/\/search\//);
    await page.goBack();
    await expect(searchField(page)).toHaveValue('unsafe code');
    await expect(first).toBeVisible();
    await searchField(page).fill('');
    await expect(page).toHaveURL(/\/search\/$/);
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rust Agent Playbook');
  });
});

test.describe('filters on the search page', () => {
  test('are written to the address, are read from it, each add a step to the history, find more with several values, less with several filters, and are cleared by one button', async ({
    page,
  }) => {
    await page.goto('./search/?q=unsafe');
    const kinds = searchFilter(page, 'Kind');
    const gates = kinds.getByRole('checkbox', { name: /^Gates/ });
    const count = /\d+$/.exec((await gates.locator('..').innerText()).trim())?.[0] ?? 'none';
    await gates.check();
    await expect(page).toHaveURL(/\?q=unsafe&kind=gate$/);
    await expect(searchStatus(page)).toHaveText(new RegExp(`^${count} results?$`));
    await expect(searchResults(page).getByRole('heading')).toHaveText([`Gates ${count}`]);
    await expect(gates).toBeFocused();

    await searchFilter(page, 'Agent')
      .getByRole('checkbox', { name: /^rust-pro \d/ })
      .check();
    await expect(page).toHaveURL(/\?q=unsafe&kind=gate&agent=rust-pro$/);
    await page.reload();
    await expect(searchFilter(page, 'Agent').getByRole('checkbox', { name: /^rust-pro \d/ })).toBeChecked();
    await expect(searchFilter(page, 'Kind').getByRole('checkbox', { name: /^Gates/ })).toBeChecked();

    await page.goBack();
    await expect(page).toHaveURL(/\?q=unsafe&kind=gate$/);
    await expect(searchFilter(page, 'Agent').getByRole('checkbox', { checked: true })).toHaveCount(0);
    await page.goBack();
    await expect(page).toHaveURL(/\?q=unsafe$/);
    await expect(searchFilter(page, 'Kind').getByRole('checkbox', { checked: true })).toHaveCount(0);
    await expect.poll(() => searchResults(page).getByRole('heading').count()).toBeGreaterThan(1);
    await page.goForward();
    await expect(searchResults(page).getByRole('heading')).toHaveText([`Gates ${count}`]);

    await test.step('several values of one filter find more, and several filters less', async () => {
      await searchFilter(page, 'Kind')
        .getByRole('checkbox', { name: /^Sections/ })
        .check();
      await expect(searchResults(page).getByRole('heading')).toHaveCount(2);
      await searchFilter(page, 'Topic').getByRole('checkbox', { name: /^FFI/ }).check();
      await expect(page).toHaveURL(/\?q=unsafe&kind=gate&kind=section&topic=ffi$|kind=section&kind=gate&topic=ffi$/);
    });

    await test.step('one button clears all filters', async () => {
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await expect(page).toHaveURL(/\?q=unsafe$/);
      await expect(searchField(page)).toBeFocused();
      await expect(page.getByRole('button', { name: 'Clear filters' })).toBeHidden();
    });

    await test.step('without a query, a filter finds everything of a kind', async () => {
      await gates.check();
      await searchField(page).fill('');
      await expect(page).toHaveURL(/\/search\/\?kind=gate$/);
      await expect(searchResults(page).getByRole('heading')).toHaveText([/^Gates \d+$/]);
      await expect(searchResults(page).getByRole('link').first()).toHaveAttribute('href', /\/gates\//);
    });
  });

  test('with values that no longer exist find nothing, and can be removed; on a phone, filters are collapsed, and work there', async ({
    page,
  }) => {
    await page.goto('./search/?q=unsafe&agent=who-left');
    await expect(searchStatus(page)).toHaveText('Nothing found for “unsafe” with these filters.');
    await page.getByRole('link', { name: /^\d+ results without filters$/ }).click();
    await expect(page).toHaveURL(/\?q=unsafe$/);
    await expect(searchResults(page).getByRole('link').first()).toBeVisible();

    await page.setViewportSize({ width: 360, height: 740 });
    const gates = searchFilter(page, 'Kind').getByRole('checkbox', { name: /^Gates/ });
    await expect(gates).toBeHidden();
    await page.getByText('Filters', { exact: true }).click();
    await gates.check();
    await expect(page).toHaveURL(/kind=gate$/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});

test.describe('the search page of a site with hundreds of agents', () => {
  test.use({ site: 'many' });

  test('counts all results, shows the first ones, and more on request until all are shown; content that many agents share is shown once, attributed to the first or to the requested agent', async ({
    page,
  }) => {
    await page.goto('./search/?q=pier&kind=agent');
    await expect(searchStatus(page)).toHaveText(`${String(AGENT_COUNT)} results`);
    const found = searchResults(page).getByRole('link', { name: /^crowd-\d+/ });
    await expect(found.first()).toBeVisible();
    const shown = await found.count();
    expect(shown).toBeLessThan(100);
    const firstOne = (await found.first().textContent()) ?? '';
    const more = page.getByRole('button', { name: 'Show more' });
    await more.click();
    await expect(found).toHaveCount(2 * shown);
    await expect(found.first()).toHaveText(firstOne);
    await expect(more).toBeFocused();

    await page.goto('./search/?q=crowd-0317&kind=agent&agent=crowd-0317');
    await expect(searchResults(page).getByRole('link', { name: /^crowd-0317/ })).toBeVisible();
    await expect(more).toBeHidden();

    const shared = searchResults(page).getByRole('link', { name: /^Work Section/ });
    const others = String(SUBJECT_COUNT - 1);
    await page.goto('./search/?q=parsers+harbour&kind=section&agent=crowd-0400');
    await expect(shared.first()).toHaveAccessibleName(new RegExp(`crowd-0400 and ${others} more agents`));
    await expect(shared.first()).toHaveAttribute('href', /\/agents\/crowd-0400\/.*#work$/);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(shared.first()).toHaveAccessibleName(new RegExp(`crowd-0000 and ${others} more agents`));
    await expect(shared.first()).toHaveAttribute('href', /\/agents\/crowd-0000\/.*#work$/);
    await searchField(page).fill('crowd-0400 harbour');
    await expect(shared.first()).toHaveAccessibleName(new RegExp(`crowd-0400 and ${others} more agents`));
    await expect(shared.first()).toHaveAttribute('href', /\/agents\/crowd-0400\/.*#work$/);
  });
});

test.describe('a missing page', () => {
  test('is answered with status 404 and the results for the words of its address, below the field', async ({
    page,
    pageErrors,
  }) => {
    pageErrors.allow(/status of 404 .*\/agents\/rust-systems_engineer\.html/);
    await page.setViewportSize({ width: 1440, height: 900 });
    const response = await page.goto('./agents/rust-systems_engineer.html?from=old');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await expect(searchField(page)).toHaveValue('rust systems engineer');
    const field = await searchField(page).boundingBox();
    const found = await searchResults(page).boundingBox();
    expect(found?.x, 'the results are below the field').toBe(field?.x);
    await searchResults(page)
      .getByRole('link', { name: /^rust-systems-engineer Agent/ })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('rust-systems-engineer');
  });

  test('shows markup in its address as text, and has a form that leads to the search page', async ({
    page,
    pageErrors,
  }) => {
    pageErrors.allow(/status of 404/);
    await page.goto('./%E5%A4%A9%20%3Cimg%20src=x%20onerror=alert(1)%3E%25');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await expect(searchField(page)).toHaveValue('天 <img src=x onerror=alert(1)>%');
    await searchField(page).fill('FFI');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=FFI$/);
    await expect(searchResults(page).getByRole('link').first()).toBeVisible();
  });
});
