import { expect, test } from './fixtures.ts';
import { find, searchDialog, searchField, UNKNOWN_WORD } from './search-locators.ts';

test.describe('the search dialog before anything is typed', () => {
  test('shows recent searches and recently opened pages, newest first, and kinds, topics and agents to browse, which the arrow keys reach', async ({
    page,
  }) => {
    await page.goto('./agents/rust-system-architect/');
    await find(page, 'backpressure');
    await page.keyboard.press('Enter');
    await page.waitForURL(/highlight=/);
    await page.goto('./agents/rust-production-architect/');
    await page.keyboard.press('/');
    const { dialog, field, groups, options } = searchDialog(page);
    const region = (name: string) => dialog.getByRole('region', { name }).getByRole('link');
    const searches = region('Recent searches');
    await expect(searches).toHaveText(['backpressure']);
    const opened = region('Recently opened');
    await expect(opened.first()).toHaveText('rust-production-architect Agents');
    await expect(opened.filter({ hasText: 'rust-system-architect' })).toHaveCount(1);

    await expect(region('Kinds').first()).toBeVisible();
    await expect(region('Agents').first()).toBeVisible();
    await expect(region('Topics').first()).toBeVisible();
    await test.step('Down moves through the links, and Up back into the field', async () => {
      const links = [searches, ...(await opened.all()), region('Kinds').first()];
      for (const link of links) {
        await page.keyboard.press('ArrowDown');
        await expect(link).toBeFocused();
      }
      for (const link of links.toReversed()) {
        await expect(link).toBeFocused();
        await page.keyboard.press('ArrowUp');
      }
      await expect(field).toBeFocused();
    });

    await searches.click();
    await expect(field).toHaveValue('backpressure');
    await expect(field).toBeFocused();
    await expect(options.first()).toBeVisible();
    await field.fill('');
    await region('Kinds').filter({ hasText: 'Gates' }).click();
    await expect(groups).toHaveText([/^Gates \d+/]);
    await expect(dialog.getByRole('button', { name: 'Kind: Gates' })).toBeVisible();
  });

  test('has buttons to remove one recent search, and to clear all', async ({ page }) => {
    await page.goto('./search/');
    for (const words of ['ffi', 'async']) {
      await searchField(page).fill(words);
      await searchField(page).press('Enter');
    }
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, field } = searchDialog(page);
    const searches = dialog.getByRole('region', { name: 'Recent searches' }).getByRole('link');
    await expect(searches).toHaveText(['async', 'ffi']);
    await dialog.getByRole('button', { name: 'Remove async' }).click();
    await expect(searches).toHaveText(['ffi']);
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

  test('works without recent searches if browser storage is blocked', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    });
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
});

test.describe('a search that finds nothing', () => {
  test('offers the same words without filters and without quotes, and topics, and uses a corrected query, with a link to the query as typed', async ({
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
    await dialog.getByRole('region', { name: 'Without quotes' }).getByRole('link', { name: 'ownershp' }).click();
    await expect(field).toHaveValue('ownershp');
    await expect(status).toHaveText(/^\d+ results for ownership\./);
  });
});
