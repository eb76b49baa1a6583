import { accessibilityFaults } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { agentsThatMention, find, searchDialog, UNKNOWN_WORD } from './search.ts';

test.describe('the search dialog', () => {
  test('opens by its button, ready to type', async ({ page }) => {
    await page.goto('./');
    const { dialog, field } = searchDialog(page);
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await expect(dialog).toBeVisible();
    await expect(field).toBeFocused();
  });

  for (const keys of ['/', 'Control+k', 'Meta+k']) {
    test(`opens by ${keys} from any page`, async ({ page }) => {
      await page.goto('./agents/rust-pro/');
      await page.keyboard.press(keys);
      await expect(searchDialog(page).field).toBeFocused();
      await expect(searchDialog(page).field).toHaveValue('');
    });
  }

  test('stays closed when a slash is typed into a field, and opens by Control K even then', async ({ page }) => {
    await page.goto('./agents/');
    const filter = page.getByRole('searchbox', { name: 'Filter' });
    await filter.pressSequentially('a/b');
    await expect(filter).toHaveValue('a/b');
    await expect(searchDialog(page).dialog).toBeHidden();
    await page.keyboard.press('Control+k');
    await expect(searchDialog(page).dialog).toBeVisible();
  });

  test('closes by Escape and by its button, and the focus is where it was', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const { dialog } = searchDialog(page);
    const download = page.getByRole('link', { name: 'Download' });
    await download.focus();
    await page.keyboard.press('/');
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(download).toBeFocused();

    await page.keyboard.press('Control+k');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
    await expect(download).toBeFocused();
  });

  test('closes by a click beside it', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    await expect(searchDialog(page).dialog).toBeVisible();
    await page.mouse.click(5, 700);
    await expect(searchDialog(page).dialog).toBeHidden();
  });

  test('keeps the focus inside while it is open', async ({ page }) => {
    await page.goto('./');
    await find(page, 'FFI');
    for (let stop = 0; stop < 6; stop++) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(() => {
        const { activeElement, body } = document;
        return activeElement !== body && activeElement?.closest('dialog') === null;
      });
      expect(outside).toBe(false);
    }
  });

  test('finds every agent whose file has the word, with the word marked', async ({ page }) => {
    await page.goto('./');
    await find(page, 'FFI');
    const { groups, dialog } = searchDialog(page);
    const expected = agentsThatMention('FFI');
    expect(expected.length).toBeGreaterThan(1);
    for (const id of expected)
      await expect(groups.and(page.getByRole('group', { name: id, exact: true }))).toBeVisible();
    await expect(dialog.getByText(/\d pages found/)).toBeVisible();
    await expect(dialog.locator('mark').first()).toHaveText(/FFI/i);
  });

  test('is a combobox that names its active option', async ({ page }) => {
    await page.goto('./');
    const { field, options, active, dialog } = searchDialog(page);
    await page.keyboard.press('/');
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await field.fill('FFI');
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await expect(field).toHaveAttribute('aria-autocomplete', 'list');
    const list = await dialog.getByRole('listbox').getAttribute('id');
    await expect(field).toHaveAttribute('aria-controls', list ?? 'none');
    await expect(active).toHaveCount(1);
    await expect(field).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? 'none');
    await page.keyboard.press('ArrowDown');
    await expect(field).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id')) ?? 'none');
    await expect(active).toHaveCount(1);
    await expect(field).toBeFocused();
  });

  test('walks by arrow through agents and their sections, in sight, and round the ends', async ({ page }) => {
    await page.goto('./');
    await find(page, 'FFI');
    const { options, active } = searchDialog(page);
    const all = await options.all();
    expect(all.length).toBeGreaterThan(3);
    for (const option of all) {
      await expect(option).toHaveAttribute('aria-selected', 'true');
      await expect(option).toBeInViewport();
      await page.keyboard.press('ArrowDown');
    }
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowUp');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
    await expect(active).toHaveCount(1);
  });

  test('says how many were found to people who do not see it', async ({ page }) => {
    await page.goto('./');
    await find(page, 'FFI');
    await expect(page.getByRole('status').filter({ hasText: /\d pages found/ })).toHaveCount(1);
  });

  test('is accessible empty, with results by day and by night, and with none', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    await page.keyboard.press('/');
    await expect(searchDialog(page).dialog).toBeVisible();
    expect.soft(await accessibilityFaults(page), 'empty').toEqual([]);
    await searchDialog(page).field.fill('FFI');
    await expect(searchDialog(page).options.first()).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await accessibilityFaults(page), colorScheme).toEqual([]);
    }
    await searchDialog(page).field.fill(UNKNOWN_WORD);
    await expect(searchDialog(page).dialog.getByText('Nothing found')).toBeVisible();
    expect.soft(await accessibilityFaults(page), 'nothing found').toEqual([]);
  });

  test('fits a phone', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 560 });
    await page.goto('./');
    await find(page, 'FFI');
    const { dialog, field } = searchDialog(page);
    await expect(field).toBeInViewport({ ratio: 1 });
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  });
});

test.describe('opening what was found', () => {
  test('Enter opens the section, at its heading', async ({ page }) => {
    await page.goto('./');
    await find(page, 'FFI');
    const { options, active } = searchDialog(page);
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    const address = await active.getAttribute('href');
    expect(address).toMatch(/#./);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address ?? ''}`);
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
    await expect(searchDialog(page).dialog).toBeHidden();
  });

  test('a section of the same page is gone to, and the dialog closes', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    await find(page, 'handoff protocols');
    const section = searchDialog(page).options.filter({ hasText: 'Rust Handoff Protocols' }).first();
    await section.click();
    await expect(searchDialog(page).dialog).toBeHidden();
    await expect(page).toHaveURL(/agents\/rust-pro\/#rust-handoff-protocols$/);
    await expect(page.getByRole('heading', { name: 'Rust Handoff Protocols' })).toBeInViewport();
  });

  test('Control Enter opens it in a new tab, and the search stays', async ({ page, context }) => {
    await page.goto('./');
    await find(page, 'FFI');
    const address = await searchDialog(page).active.getAttribute('href');
    const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')]);
    await tab.waitForURL(`**${address ?? ''}`);
    await expect(searchDialog(page).dialog).toBeVisible();
    await expect(searchDialog(page).field).toHaveValue('FFI');
  });

  test('a click on the button with Control held opens the search page in a new tab', async ({ page, context }) => {
    await page.goto('./');
    const opener = page.getByRole('banner').getByRole('link', { name: 'Search' });
    const [tab] = await Promise.all([context.waitForEvent('page'), opener.click({ modifiers: ['Control'] })]);
    await tab.waitForURL('**/search/');
    await expect(searchDialog(page).dialog).toBeHidden();
  });
});

test.describe('below a base path', () => {
  test.use({ site: 'based' });

  test('the search finds, and leads to pages below it', async ({ page, baseURL }) => {
    await page.goto('./');
    await find(page, 'FFI');
    const address = await searchDialog(page).active.getAttribute('href');
    expect(address).toMatch(/^\/some\/base\/(?!.*some\/base)/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.url().startsWith(baseURL ?? 'none')).toBe(true);
  });
});
