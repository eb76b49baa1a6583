import { type Locator, type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** The row of a topic, without column headers. */
function row(page: Page, topic: string) {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: topic, exact: true }) });
}

function filter(page: Page) {
  return page.getByRole('search', { name: 'Filter topics' });
}

/** Returns the text of each row header, in the order of the page. */
function titles(page: Page): Promise<string[]> {
  return page.getByRole('rowheader').allInnerTexts();
}

async function top(locator: Locator): Promise<number> {
  return locator.evaluate((element) => Math.round(element.getBoundingClientRect().top));
}

async function left(locator: Locator): Promise<number> {
  return locator.evaluate((element) => Math.round(element.getBoundingClientRect().left));
}

test.describe('the matrix of topics', () => {
  test('can be filtered by synonyms, by words that people ask with, and by agent', async ({ page }) => {
    await page.goto('./topics/');
    const words = filter(page).getByRole('searchbox');
    await words.fill('protobuf');
    await expect.poll(() => visibleTitles(page)).toEqual(['Serialization', 'gRPC']);
    await words.fill('k8s');
    await expect(page.getByText('No topics match.')).toBeVisible();
    await words.fill('borrowck');
    await expect.poll(() => visibleTitles(page)).toEqual(['Ownership and borrowing']);
    await words.fill('');
    await filter(page)
      .getByRole('checkbox', { name: /^rust-production-architect \d+$/ })
      .check();
    await expect(page).toHaveURL(/\/topics\/\?agent=rust-production-architect$/);
    const shown = await visibleTitles(page);
    expect(shown).toContain('CLI tools');
    expect(shown).not.toContain('FFI');
    await page.reload();
    await expect.poll(() => visibleTitles(page)).toEqual(shown);
  });

  test('can be sorted by agent and by name, and restored, by keyboard', async ({ page }) => {
    await page.goto('./topics/');
    const inFile = await titles(page);
    const byAgent = page.getByRole('button', { name: 'rust-system-architect' });
    const head = page.getByRole('columnheader', { name: 'rust-system-architect' });
    await byAgent.focus();
    await page.keyboard.press('Enter');
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    const cells = page.getByRole('row').getByRole('cell', { name: /rust-system-architect$/ });
    await expect(cells.first()).toHaveAccessibleName(/^In depth/);
    await expect(cells.last()).toHaveAccessibleName(/^Mentions/);
    await expect(byAgent).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: 'Sorted by rust-system-architect' })).toHaveCount(1);

    await page.getByRole('button', { name: 'Topic', exact: true }).press('Space');
    expect(await titles(page)).toEqual([...inFile].sort(new Intl.Collator('en').compare));
    await expect(head).not.toHaveAttribute('aria-sort');
    await page.getByRole('button', { name: 'Topic', exact: true }).press('Space');
    expect(await titles(page)).toEqual(inFile);
  });

  test('keeps its column headers in view while the reader scrolls, and is printed in full', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 700 });
    await page.goto('./topics/');
    await row(page, 'Iterators and functional style').scrollIntoViewIfNeeded();
    await expect(page.getByRole('columnheader', { name: 'rust-pro', exact: true })).toBeInViewport();
    await page.setViewportSize({ width: 700, height: 600 });
    await page.emulateMedia({ media: 'print' });
    const region = page.getByRole('region', { name: 'Topics by agent' });
    expect(await region.evaluate((element) => element.scrollHeight <= element.clientHeight)).toBe(true);
    await expect(filter(page)).toBeHidden();
  });

  test('fits a phone, where its topics scroll with the page under sticky column headers', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('./topics/');
    const column = page.getByRole('columnheader', { name: 'rust-systems-engineer', exact: true });
    const mark = row(page, 'WebAssembly').getByRole('link', { name: 'Covers, rust-systems-engineer' });
    await mark.scrollIntoViewIfNeeded();
    await expect(mark).toBeInViewport({ ratio: 1 });
    await page.evaluate(() => {
      scrollBy(0, 300);
    });
    await expect(column).toBeInViewport({ ratio: 1 });
    expect(await top(column)).toBe(0);
    const region = page.getByRole('region', { name: 'Topics by agent' });
    expect(await region.evaluate((element) => element.scrollHeight <= element.clientHeight)).toBe(true);
  });
});

function visibleTitles(page: Page): Promise<string[]> {
  return page.getByRole('rowheader').filter({ visible: true }).allInnerTexts();
}

test.describe('topics of hundreds of agents', () => {
  test.use({ site: 'many' });

  test('can be sorted, and scroll on a phone within their own region, with the topics in view', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('./topics/');
    await page.getByRole('button', { name: 'Covers' }).press('Enter');
    await expect(page.getByRole('columnheader', { name: 'Covers' })).toHaveAttribute('aria-sort', 'descending');
    const region = page.getByRole('region', { name: 'Topics by depth' });
    await region.focus();
    await expect(region).toBeFocused();
    const head = row(page, 'Parsing and validation').getByRole('rowheader');
    const before = await left(head);
    await region.evaluate((element) => {
      element.scrollTo(1_000, 0);
    });
    await expect(page.getByRole('columnheader', { name: 'Most coverage' })).toBeInViewport();
    expect(await left(head)).toBe(before);
  });
});
