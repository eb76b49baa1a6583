import { expect, test } from './fixtures.ts';
import { find, searchDialog, searchField, UNKNOWN_WORD } from './search.ts';

test.describe('while nothing is typed', () => {
  test('there is what was searched for and opened, newest first', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    await find(page, 'backpressure');
    await page.keyboard.press('Enter');
    await page.waitForURL(/highlight=/);
    await page.goto('./agents/rust-engineer/');
    await page.keyboard.press('/');
    const { dialog, field, options } = searchDialog(page);
    const searches = dialog.getByRole('region', { name: 'Recent searches' });
    await expect(searches.getByRole('link')).toHaveText(['backpressure']);
    const opened = dialog.getByRole('region', { name: 'Recently opened' }).getByRole('link');
    await expect(opened.first()).toHaveText('rust-engineer Agents');
    await expect(opened.filter({ hasText: 'rust-pro' })).toHaveCount(1);

    await searches.getByRole('link').click();
    await expect(field).toHaveValue('backpressure');
    await expect(field).toBeFocused();
    await expect(options.first()).toBeVisible();
  });

  test('Down walks through what is offered, and Up back into the field', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    await page.keyboard.press('/');
    const { dialog, field } = searchDialog(page);
    await expect(dialog.getByRole('region', { name: 'Kinds' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('region', { name: 'Recently opened' }).getByRole('link')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('region', { name: 'Kinds' }).getByRole('link').first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(field).toBeFocused();
  });

  test('there are kinds, topics and agents to look through', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, groups } = searchDialog(page);
    await expect(dialog.getByRole('region', { name: 'Agents' }).getByRole('link').first()).toBeVisible();
    await expect(dialog.getByRole('region', { name: 'Topics' }).getByRole('link').first()).toBeVisible();
    await dialog.getByRole('region', { name: 'Kinds' }).getByRole('link', { name: 'Gates' }).click();
    await expect(groups).toHaveText([/^Gates \d+/]);
    await expect(dialog.getByRole('button', { name: 'Kind: Gates' })).toBeVisible();
  });

  test('each can be removed, and all of them cleared, from this device', async ({ page }) => {
    await page.goto('./search/');
    for (const words of ['ffi', 'async', 'traits']) {
      await searchField(page).fill(words);
      await searchField(page).press('Enter');
    }
    await page.goto('./agents/rust-pro/');
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

  for (const state of ['blocked', 'full', 'corrupt'] as const) {
    test(`a ${state} store costs only the keeping`, async ({ page }) => {
      await page.addInitScript((state) => {
        const refuse = () => {
          throw new DOMException('No', 'QuotaExceededError');
        };
        if (state === 'blocked') Object.defineProperty(window, 'localStorage', { get: refuse });
        else if (state === 'full') Storage.prototype.setItem = refuse;
        else localStorage.setItem('playbook:recent', '{"searches":[7],"pages":"none"');
      }, state);
      await page.goto('./agents/rust-pro/');
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

test.describe('when nothing is found', () => {
  test('in quotes, there are the same words without', async ({ page }) => {
    await page.goto('./search/?q=%22ownershp%22');
    await expect(page.getByRole('main').getByText('Nothing found for “"ownershp"”.')).toBeVisible();
    await page.getByRole('region', { name: 'Without quotes' }).getByRole('link', { name: 'ownershp' }).click();
    await expect(searchField(page)).toHaveValue('ownershp');
    await expect(page.getByRole('main').getByText(/^\d+ results for ownership/)).toBeVisible();
  });

  test('the dialog offers the same words without filters, and topics', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, field, options } = searchDialog(page);
    await dialog.getByRole('region', { name: 'Kinds' }).getByRole('link', { name: 'Guide' }).click();
    await field.fill('backpressure');
    await expect(dialog.getByText('Nothing found for “backpressure” with these filters.')).toBeVisible();
    await expect(dialog.getByRole('region', { name: 'Topics' }).getByRole('link').first()).toBeVisible();
    await field.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(options.first()).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Kind', exact: true })).toBeVisible();
    await expect(field).toHaveValue('backpressure');
    await field.fill(UNKNOWN_WORD);
    await expect(dialog.getByText(`Nothing found for “${UNKNOWN_WORD}”.`)).toBeVisible();
  });

  test('a mended spelling is told, and can be taken literally', async ({ page }) => {
    await page.goto('./');
    await find(page, 'ownershp');
    const { dialog, field } = searchDialog(page);
    await expect(dialog.getByText(/^\d+ results for ownership\./)).toBeVisible();
    await dialog.getByRole('link', { name: 'Search for “ownershp” instead' }).click();
    await expect(field).toHaveValue('"ownershp"');
    await expect(dialog.getByText('Nothing found for “"ownershp"”.')).toBeVisible();
  });
});
