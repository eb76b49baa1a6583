import { expect, test } from './fixtures.ts';
import { find, searchDialog, searchField, searchStatus, UNKNOWN_WORD } from './search-locators.ts';

test.describe('the search dialog before anything is typed', () => {
  test('shows recent searches and recently opened pages, newest first', async ({ page }) => {
    await page.goto('./agents/rust-system-architect/');
    await find(page, 'backpressure');
    await page.keyboard.press('Enter');
    await page.waitForURL(/highlight=/);
    await page.goto('./agents/rust-production-architect/');
    await page.keyboard.press('/');
    const { dialog, field, options } = searchDialog(page);
    const searches = dialog.getByRole('region', { name: 'Recent searches' });
    await expect(searches.getByRole('link')).toHaveText(['backpressure']);
    const opened = dialog.getByRole('region', { name: 'Recently opened' }).getByRole('link');
    await expect(opened.first()).toHaveText('rust-production-architect Agents');
    await expect(opened.filter({ hasText: 'rust-system-architect' })).toHaveCount(1);

    await searches.getByRole('link').click();
    await expect(field).toHaveValue('backpressure');
    await expect(field).toBeFocused();
    await expect(options.first()).toBeVisible();
  });

  test('shows kinds, topics and agents to browse, and moves with Down through its links and with Up back into the field', async ({
    page,
  }) => {
    await page.goto('./agents/rust-system-architect/');
    await page.keyboard.press('/');
    const { dialog, field, groups } = searchDialog(page);
    await expect(dialog.getByRole('region', { name: 'Kinds' })).toBeVisible();
    await expect(dialog.getByRole('region', { name: 'Agents' }).getByRole('link').first()).toBeVisible();
    await expect(dialog.getByRole('region', { name: 'Topics' }).getByRole('link').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('region', { name: 'Recently opened' }).getByRole('link')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('region', { name: 'Kinds' }).getByRole('link').first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(field).toBeFocused();

    await dialog.getByRole('region', { name: 'Kinds' }).getByRole('link', { name: 'Gates' }).click();
    await expect(groups).toHaveText([/^Gates \d+/]);
    await expect(dialog.getByRole('button', { name: 'Kind: Gates' })).toBeVisible();
  });

  test('has buttons to remove one recent search, and to clear all', async ({ page }) => {
    await page.goto('./search/');
    for (const words of ['ffi', 'async', 'traits']) {
      await searchField(page).fill(words);
      await searchField(page).press('Enter');
    }
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, field } = searchDialog(page);
    const searches = dialog.getByRole('region', { name: 'Recent searches' }).getByRole('link');
    await expect(searches).toHaveText(['traits', 'async', 'ffi']);
    await dialog.getByRole('button', { name: 'Remove async' }).click();
    await expect(searches).toHaveText(['traits', 'ffi']);
    await expect(dialog.getByRole('button', { name: 'Remove ffi' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Clear all' }).click();
    await expect(searches).toHaveCount(0);
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect(dialog.getByRole('region', { name: 'Kinds' })).toBeVisible();
    await expect(dialog.getByRole('region', { name: /^Recent/ })).toHaveCount(0);
    expect(await page.evaluate(() => localStorage.getItem('playbook:recent'))).toBeNull();
  });

  for (const state of ['blocked', 'full'] as const) {
    test(`works without recent searches if browser storage is ${state}`, async ({ page }) => {
      await page.addInitScript((state) => {
        const refuse = () => {
          throw new DOMException('No', 'QuotaExceededError');
        };
        if (state === 'blocked') Object.defineProperty(window, 'localStorage', { get: refuse });
        else Storage.prototype.setItem = refuse;
      }, state);
      await page.goto('./');
      await find(page, 'FFI');
      const { dialog, field, options } = searchDialog(page);
      await field.fill('');
      await expect(dialog.getByRole('region', { name: 'Kinds' })).toBeVisible();
      await field.fill('FFI');
      await expect(options.first()).toBeVisible();
      await page.keyboard.press('Enter');
      await page.waitForURL(/highlight=/);
    });
  }
});

test.describe('a search that finds nothing', () => {
  test('offers the same words without quotes', async ({ page }) => {
    await page.goto('./search/?q=%22ownershp%22');
    await expect(searchStatus(page)).toHaveText('Nothing found for “"ownershp"”.');
    await page.getByRole('region', { name: 'Without quotes' }).getByRole('link', { name: 'ownershp' }).click();
    await expect(searchField(page)).toHaveValue('ownershp');
    await expect(searchStatus(page)).toHaveText(/^\d+ results for ownership/);
  });

  test('offers the same words without filters, and topics, and uses a corrected query, with a link to the query as typed', async ({
    page,
  }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, field, options, status } = searchDialog(page);
    await dialog.getByRole('region', { name: 'Kinds' }).getByRole('link', { name: 'Guide' }).click();
    await field.fill('backpressure');
    await expect(status).toHaveText('Nothing found for “backpressure” with these filters.');
    await expect(dialog.getByRole('region', { name: 'Topics' }).getByRole('link').first()).toBeVisible();
    await field.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(options.first()).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Kind', exact: true })).toBeVisible();
    await expect(field).toHaveValue('backpressure');
    await field.fill(UNKNOWN_WORD);
    await expect(status).toHaveText(`Nothing found for “${UNKNOWN_WORD}”.`);

    await field.fill('ownershp');
    await expect(status).toHaveText(/^\d+ results for ownership\./);
    await dialog.getByRole('link', { name: 'Search for “ownershp” instead' }).click();
    await expect(field).toHaveValue('"ownershp"');
    await expect(status).toHaveText('Nothing found for “"ownershp"”.');
  });
});
