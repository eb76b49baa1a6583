import { type Page } from '@playwright/test';
import { accessibilityFaults } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { announcements, countAnnouncements, find, searchDialog, UNKNOWN_WORD } from './search.ts';

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

  test('closes by Escape and by its button, and focus and page are where they were', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const { dialog } = searchDialog(page);
    const link = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').last();
    await link.click();
    await link.focus();
    const place = await settledPlace(page);
    expect(place).toBeGreaterThan(1000);

    await page.keyboard.press('/');
    await expect(dialog).toBeVisible();
    await page.mouse.move(5, 700);
    await page.mouse.wheel(0, -900);
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(link).toBeFocused();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);

    await page.keyboard.press('Control+k');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
    await expect(link).toBeFocused();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
  });

  test('opens again by a slash that follows its closing before the browser has drawn it', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const { dialog } = searchDialog(page);
    await page.keyboard.press('/');
    await expect(dialog).toBeVisible();
    await dialog.evaluate((dialog: HTMLDialogElement) => {
      dialog.close();
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    });
    await expect(dialog).toBeVisible();
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
    for (let stop = 0; stop < 8; stop++) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(() => {
        const { activeElement, body } = document;
        return activeElement !== body && activeElement?.closest('dialog') === null;
      });
      expect(outside).toBe(false);
    }
  });

  test('finds things of several kinds, each with whose it is, where it stands and the word marked', async ({
    page,
  }) => {
    await page.goto('./');
    await find(page, 'FFI');
    const { groups, options, dialog } = searchDialog(page);
    await expect(groups.filter({ has: page.getByText(/^(Sections|Flows|Gates|Delegations) \d+$/) })).not.toHaveCount(0);
    expect(await groups.count()).toBeGreaterThan(2);
    await expect(options.filter({ hasText: 'rust-pro' })).not.toHaveCount(0);
    await expect(options.filter({ hasText: ' › ' })).not.toHaveCount(0);
    await expect(dialog.getByText(/^\d+ results$/)).toBeVisible();
    await expect(dialog.locator('mark').first()).toHaveText(/FFI/i);
  });

  test('shows the first few of a kind, and leads to the others', async ({ page }) => {
    await page.goto('./');
    await find(page, 'FFI');
    const more = searchDialog(page).options.filter({ hasText: /^\d+ more in Sections$/ });
    await expect(more).toHaveAttribute('href', /\/search\/\?q=FFI&kind=section$/);
    await more.click();
    await expect(page).toHaveURL(/\/search\/\?q=FFI&kind=section$/);
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

  test('walks by arrow through all groups, in sight, and round the ends', async ({ page }) => {
    await page.goto('./');
    await find(page, 'FFI');
    const { options, active } = searchDialog(page);
    const all = await options.all();
    expect(all.length).toBeGreaterThan(5);
    for (const option of all) {
      await expect(option).toHaveAttribute('aria-selected', 'true');
      await expect(option).toBeInViewport({ ratio: 0.9 });
      await page.keyboard.press('ArrowDown');
    }
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowUp');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
    await expect(active).toHaveCount(1);
  });

  test('takes Home and End for the text while one types, and for the results while one walks', async ({ page }) => {
    await page.goto('./');
    await find(page, 'FFI');
    const { field, options } = searchDialog(page);
    const caret = () => field.evaluate((input: HTMLInputElement) => input.selectionStart);
    await page.keyboard.press('Home');
    expect(await caret()).toBe(0);
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
    await expect(options.last()).toBeInViewport({ ratio: 0.9 });
    expect(await caret()).toBe(0);
    await page.keyboard.press('Home');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('End');
    expect(await caret()).toBe(3);
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  });

  test('says how many were found to people who do not see it, once', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    await countAnnouncements(page);
    const { dialog, field, options } = searchDialog(page);
    await field.pressSequentially('unsafe code');
    await expect(options.first()).toBeVisible();
    // While the dialog is open, the rest of the page is inert: nothing of it is said.
    await expect(dialog.getByRole('status').filter({ hasText: /^\d+ results?$/ })).toHaveCount(1);
    expect(await announcements(page)).toHaveLength(1);
  });

  test('is accessible empty, with results, with filters and with none, by day and by night', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    await page.keyboard.press('/');
    const { dialog, field, options } = searchDialog(page);
    await expect(dialog.getByRole('region', { name: 'Topics' })).toBeVisible();
    await expectNoFaults('empty');
    await field.fill('FFI');
    await expect(options.first()).toBeVisible();
    await expectNoFaults('results');
    await dialog.getByRole('button', { name: 'Kind' }).click();
    await dialog.getByRole('checkbox').first().check();
    await expect(dialog.getByRole('button', { name: /^Kind: / })).toBeVisible();
    await expectNoFaults('filters');
    await page.keyboard.press('Escape');
    await field.fill(UNKNOWN_WORD);
    await expect(dialog.getByText('Nothing found')).toBeVisible();
    await expectNoFaults('nothing found');

    async function expectNoFaults(state: string) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect.soft(await accessibilityFaults(page), `${state}, ${colorScheme}`).toEqual([]);
      }
    }
  });

  for (const height of [560, 280]) {
    test(`fits a phone that leaves ${String(height)} pixels of height`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height });
      await page.goto('./');
      await find(page, 'FFI');
      const { dialog, field, options } = searchDialog(page);
      await expect(field).toBeInViewport({ ratio: 1 });
      await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
      await expect(options.first()).toBeInViewport({ ratio: 0.9 });
      await page.keyboard.press('ArrowUp');
      await expect(options.last()).toBeInViewport({ ratio: 0.9 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
      expect((await dialog.boundingBox())?.height).toBeLessThanOrEqual(height);
    });
  }
});

test.describe('filters in the dialog', () => {
  test('are reached by Tab, and chosen by keyboard alone', async ({ page }) => {
    await page.goto('./');
    await find(page, 'unsafe');
    const { dialog, field, groups } = searchDialog(page);
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('button', { name: 'Kind' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('checkbox').first()).toBeFocused();
    const gates = dialog.getByRole('checkbox', { name: /^Gates/ });
    while (!(await gates.evaluate((box) => box === document.activeElement))) await page.keyboard.press('ArrowDown');
    const count =
      /\d+/.exec(
        await dialog
          .getByText(/^Gates \d+$/)
          .first()
          .innerText(),
      )?.[0] ?? 'none';
    await page.keyboard.press('Space');
    await expect(groups).toHaveCount(1);
    await expect(dialog.getByText(new RegExp(`^${count} results?$`))).toBeVisible();
    await expect(dialog.getByRole('group', { name: `Gates ${count}` })).toBeVisible();

    await page.keyboard.press('Escape');
    await expect(gates).toBeHidden();
    await expect(dialog.getByRole('button', { name: 'Kind: Gates' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('button', { name: 'Agent' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('button', { name: 'Topic' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('come along to the search page', async ({ page }) => {
    await page.goto('./');
    await find(page, 'unsafe');
    const { dialog, field } = searchDialog(page);
    await dialog.getByRole('button', { name: 'Agent' }).click();
    await dialog.getByRole('checkbox', { name: /^rust-pro \d/ }).check();
    await dialog.getByRole('button', { name: 'Kind' }).click();
    await dialog.getByRole('checkbox', { name: /^Gates/ }).check();
    await field.fill(UNKNOWN_WORD);
    await expect(dialog.getByText(`Nothing found for “${UNKNOWN_WORD}” with these filters.`)).toBeVisible();
    await field.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=[^&]+&kind=gate&agent=rust-pro$/);
  });
});

test.describe('where there is little to show it with', () => {
  test('on a phone, the names of filters can be read beside one that is chosen', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto('./');
    await find(page, 'unsafe');
    const { dialog } = searchDialog(page);
    await dialog.getByRole('button', { name: 'Kind' }).click();
    await dialog.getByRole('checkbox', { name: /^Sections/ }).check();
    await expect(dialog.getByRole('button', { name: 'Kind: Sections' })).toBeVisible();
    for (const name of ['Agent', 'Topic', 'Close']) {
      const button = dialog.getByRole('button', { name, exact: true });
      await expect(button).toBeInViewport({ ratio: 1 });
      expect(await button.evaluate((one) => one.scrollWidth - one.clientWidth), name).toBeLessThanOrEqual(0);
    }
  });

  test('in forced colours, the active result stands out, and no other does', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto('./');
    await find(page, 'unsafe');
    const { active, options, dialog } = searchDialog(page);
    const edge = (option: typeof active) => option.evaluate((one) => getComputedStyle(one).borderInlineStartColor);
    const canvas = await dialog.evaluate((one) => getComputedStyle(one).backgroundColor);
    expect(await edge(active)).not.toBe(canvas);
    expect(await edge(options.nth(1))).toBe(canvas);
    expect(await active.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
  });
});

test.describe('opening what was found', () => {
  test('Enter opens the section, at its heading', async ({ page }) => {
    await page.goto('./');
    await find(page, 'handoff protocols');
    const { options, active } = searchDialog(page);
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    while (!/#./.test((await active.getAttribute('href')) ?? '')) await page.keyboard.press('ArrowDown');
    const address = (await active.getAttribute('href')) ?? '';
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}`);
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
    await expect(searchDialog(page).dialog).toBeHidden();
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

/** Where the page stands when it has come to rest. */
async function settledPlace(page: Page): Promise<number> {
  let place = -1;
  await expect
    .poll(async () => {
      const before = place;
      place = await page.evaluate(
        () =>
          new Promise<number>((done) =>
            requestAnimationFrame(() => {
              done(scrollY);
            }),
          ),
      );
      return place === before;
    })
    .toBe(true);
  return place;
}
