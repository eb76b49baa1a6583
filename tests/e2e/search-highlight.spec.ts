import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { find, searchDialog } from './search-locators.ts';

/** Returns the distinct words that the page highlights, in lower case. */
function highlighted(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = [...(CSS.highlights.get('playbook-words') ?? [])].map((range) =>
      (range as Range).toString().toLowerCase(),
    );
    return [...new Set(words)].sort();
  });
}

const bar = (page: Page) => page.getByRole('region', { name: 'Highlighted words' });

test.describe('the page of a result', () => {
  test('highlights the words, shows a bar to dismiss them, and is not loaded again for a result on the same page, nor when going back', async ({
    page,
  }) => {
    await page.goto('./');
    await find(page, 'rust handoff protocols');
    const section = searchDialog(page).options.filter({ hasText: 'Rust Handoff Protocols' }).first();
    await expect(section).toHaveAttribute('href', /^\/agents\/rust-pro\/\?highlight=/);
    await section.click();
    await expect(page).toHaveURL(/\/agents\/rust-pro\/\?highlight=.*protocols/);
    await expect(bar(page)).toContainText(/Highlighted: .*protocols/);
    expect(await highlighted(page)).toContain('protocols');

    await bar(page).getByRole('button', { name: 'Dismiss' }).click();
    await expect(bar(page)).toBeHidden();
    expect(await highlighted(page)).toEqual([]);
    expect(page.url()).not.toContain('highlight');
    await expect(page.getByRole('main')).toBeFocused();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await highlighted(page)).toEqual([]);

    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await find(page, 'rust handoff protocols');
    const address = (await section.getAttribute('href')) ?? '';
    expect(address).toMatch(/^\/agents\/rust-pro\/\?highlight=/);
    await section.click();
    await expect(searchDialog(page).dialog).toBeHidden();
    await expect(page).toHaveURL(new RegExp(`#${address.split('#')[1] ?? 'none'}$`));
    await expect(page.getByRole('heading', { name: 'Rust Handoff Protocols' })).toBeInViewport();
    await expect(bar(page)).toBeVisible();
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);

    await page.goBack();
    await expect(bar(page)).toBeHidden();
    expect(await highlighted(page)).toEqual([]);
  });

  test('scrolls to the first match below its anchor, and dismisses the words with Escape, after an open dialog', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 500 });
    await page.goto('./agents/rust-engineer/?highlight=no_std#expertise');
    await expect(bar(page)).toBeVisible();
    const positions = () =>
      page.evaluate(() => {
        const top = (document.getElementById('expertise') ?? document.body).getBoundingClientRect().top;
        const below = [...(CSS.highlights.get('playbook-words') ?? [])]
          .map((range) => (range as Range).getBoundingClientRect())
          .filter((rect) => rect.top >= top);
        return below.map((rect) => rect.top >= 0 && rect.bottom <= innerHeight);
      });
    await expect.poll(async () => (await positions())[0]).toBe(true);

    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await expect(searchDialog(page).dialog).toBeHidden();
    await expect(bar(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(bar(page)).toBeHidden();
    await expect(page).toHaveURL(/\/agents\/rust-engineer\/#expertise$/);
  });

  test('highlights symbols and phrases as written, has the same text with and without a highlight, prints without, and never announces it', async ({
    page,
  }) => {
    await page.goto('./agents/rust-engineer/');
    const main = page.getByRole('main');
    // A script adds these buttons, possibly after the bar.
    const unfold = main.getByRole('button', { name: /^Show all \d+ lines$/ }).first();
    await expect(unfold).toBeVisible();
    const before = await main.textContent();
    await page.goto('./agents/rust-engineer/?highlight=%23%5Brepr(C)%5D&highlight=callback+takes');
    await expect(bar(page)).toContainText('Highlighted: #[repr(C)], callback takes');
    expect(await highlighted(page)).toEqual(['#[repr(c)]', 'callback takes']);
    await expect(unfold).toBeVisible();
    expect(await main.textContent()).toBe(before);
    await expect(main.locator('mark')).toHaveCount(0);
    await expect(page.getByRole('status')).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await expect(bar(page)).toBeHidden();
  });

  test('of an element highlights words too, and shows no bar if it does not contain the words', async ({ page }) => {
    const tree = './decide/rust-pro-rust-development-decision-tree/';
    await page.goto(`${tree}?highlight=rust`);
    await expect(bar(page)).toContainText('Highlighted: rust');
    await page.goto(`${tree}?highlight=жжж`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(bar(page)).toHaveCount(0);
  });
});
