import { type Page } from '@playwright/test';
import { accessibilityViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { announcements, find, recordAnnouncements, searchDialog, UNKNOWN_WORD } from './search-locators.ts';

test.describe('the search dialog', () => {
  test('is opened by its button and each of its shortcuts but not by a slash in a field, and closed by a click on its backdrop', async ({
    page,
  }) => {
    await page.goto('./agents/');
    const { dialog, field } = searchDialog(page);
    for (const keys of ['/', 'Control+k', 'Meta+k']) {
      await page.keyboard.press(keys);
      await expect(field, keys).toBeFocused();
      await expect(field).toHaveValue('');
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await expect(dialog).toBeVisible();
    await expect(field).toBeFocused();
    // Closed and opened again before the browser has painted.
    await dialog.evaluate((dialog: HTMLDialogElement) => {
      dialog.close();
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    });
    await expect(dialog).toBeVisible();
    await page.mouse.click(5, 700);
    await expect(dialog).toBeHidden();

    const filter = page.getByRole('searchbox', { name: 'Filter' });
    await filter.pressSequentially('a/b');
    await expect(filter).toHaveValue('a/b');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('Control+k');
    await expect(dialog).toBeVisible();
  });

  test('is closed by Escape and by its button, which restores focus and scroll position', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const { dialog } = searchDialog(page);
    const link = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').last();
    await link.click();
    await link.focus();
    const position = await settledScrollY(page);
    expect(position).toBeGreaterThan(1000);

    await page.keyboard.press('/');
    await expect(dialog).toBeVisible();
    await page.mouse.move(5, 700);
    await page.mouse.wheel(0, -900);
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(link).toBeFocused();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(position);

    await page.keyboard.press('Control+k');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
    await expect(link).toBeFocused();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(position);
  });

  test('finds results of several kinds, announces their number once, is a combobox that is used with the arrow keys, Home and End, and links to more of a kind', async ({
    page,
  }) => {
    await page.goto('./');
    const { field, groups, options, active, dialog, status } = searchDialog(page);
    await page.keyboard.press('/');
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await recordAnnouncements(page);
    await field.fill('FFI');
    await expect(status).toHaveText(/^\d+ results$/);
    // While the dialog is open, the rest of the page is inert, and its live regions are not announced.
    await expect(dialog.getByRole('status').filter({ hasText: /^\d+ results?$/ })).toHaveCount(1);
    expect(await announcements(page)).toHaveLength(1);

    await test.step('each result has its agent, its trail and the word marked', async () => {
      await expect(groups.filter({ has: page.getByText(/^(Sections|Flows|Gates|Delegations) \d+$/) })).not.toHaveCount(
        0,
      );
      expect(await groups.count()).toBeGreaterThan(2);
      await expect(options.filter({ hasText: 'rust-pro' })).not.toHaveCount(0);
      await expect(options.filter({ hasText: ' › ' })).not.toHaveCount(0);
      await expect(dialog.locator('mark').first()).toHaveText(/FFI/i);
    });

    await test.step('the field is a combobox that refers to its active option', async () => {
      await expect(field).toHaveAttribute('aria-expanded', 'true');
      await expect(field).toHaveAttribute('aria-autocomplete', 'list');
      const list = await dialog.getByRole('listbox').getAttribute('id');
      await expect(field).toHaveAttribute('aria-controls', list ?? 'none');
      await expect(active).toHaveCount(1);
      await expect(field).toHaveAttribute(
        'aria-activedescendant',
        (await options.first().getAttribute('id')) ?? 'none',
      );
      await page.keyboard.press('ArrowDown');
      await expect(field).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id')) ?? 'none');
      await expect(active).toHaveCount(1);
      await expect(field).toBeFocused();
      await page.keyboard.press('ArrowUp');
    });

    await test.step('Home and End move in the text, and after an arrow key in the results', async () => {
      const caret = () => field.evaluate((input: HTMLInputElement) => input.selectionStart);
      await page.keyboard.press('ArrowLeft');
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

    await test.step('the arrow keys move through all groups, scrolling along and wrapping', async () => {
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

    await test.step('only the active result is shown as active, also in forced colours', async () => {
      await page.emulateMedia({ forcedColors: 'active' });
      const edge = (option: typeof active) => option.evaluate((one) => getComputedStyle(one).borderInlineStartColor);
      const canvas = await dialog.evaluate((one) => getComputedStyle(one).backgroundColor);
      expect(await edge(active)).not.toBe(canvas);
      expect(await edge(options.first())).toBe(canvas);
      expect(await active.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
      await page.emulateMedia({ forcedColors: 'none' });
    });

    await test.step('the dialog contains the focus while it is open', async () => {
      for (let stop = 0; stop < 8; stop++) {
        await page.keyboard.press('Tab');
        const outside = await page.evaluate(() => {
          const { activeElement, body } = document;
          return activeElement !== body && activeElement?.closest('dialog') === null;
        });
        expect(outside).toBe(false);
      }
    });

    await options.filter({ hasText: /^\d+ more in Sections$/ }).click();
    await expect(page).toHaveURL(/\/search\/\?q=FFI&kind=section$/);
  });

  test('says what can be typed and what is not found, shows its last search when it is opened again, and is accessible in each state, in light and dark', async ({
    page,
  }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    const { dialog, field, options, status } = searchDialog(page);
    await expect(status).toHaveText('Type the name of an agent, a task or a tool.');
    await expect(dialog.getByRole('region', { name: 'Topics' })).toBeVisible();
    await expectNoFaults('empty');
    await field.fill('FFI');
    await expect(options.first()).toBeVisible();
    await expectNoFaults('results');

    await test.step('the last search is shown again', async () => {
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await page.keyboard.press('/');
      await expect(field).toHaveValue('FFI');
      await expect(options.first()).toBeVisible();
    });

    await test.step('a search that begins before the event of closing has arrived is not stopped by it', async () => {
      await field.fill(UNKNOWN_WORD);
      await expect(options).toHaveCount(0);
      await dialog.evaluate((element: HTMLDialogElement) => {
        element.close();
        document.querySelector<HTMLElement>('[data-opens-search]')?.click();
        const input = element.querySelector('input');
        if (!input) throw new Error('The dialog has no field.');
        input.value = 'FFI';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await expect(options.first()).toBeVisible();
    });

    await test.step('spaces are no search', async () => {
      await field.fill('   ');
      await expect(status).toHaveText('Type the name of an agent, a task or a tool.');
      await expect(options).toHaveCount(0);
    });

    await test.step('nothing is found', async () => {
      await field.fill(UNKNOWN_WORD);
      await expect(status).toHaveText(`Nothing found for “${UNKNOWN_WORD}”.`);
      await expect(field).toHaveAttribute('aria-expanded', 'false');
      await expect(field).not.toHaveAttribute('aria-activedescendant');
      await expectNoFaults('nothing found');
    });

    await test.step('the text of the last search is selected: typing replaces it', async () => {
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await page.keyboard.press('/');
      await expect(field).toHaveValue(UNKNOWN_WORD);
      await page.keyboard.type('FFI');
      await expect(field).toHaveValue('FFI');
      await expect(options.first()).toBeVisible();
    });

    await dialog.getByRole('button', { name: 'Kind' }).click();
    await dialog.getByRole('checkbox').first().check();
    await expect(dialog.getByRole('button', { name: /^Kind: / })).toBeVisible();
    await expectNoFaults('filters');

    async function expectNoFaults(state: string) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const rules = colorScheme === 'light' ? 'all' : 'colours';
        expect.soft(await accessibilityViolations(page, rules, 'dialog[open]'), `${state}, ${colorScheme}`).toEqual([]);
      }
    }
  });

  test('fits into the viewport of a phone, also a low one, with the labels of all filters while one has a chosen value', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 560 });
    await page.goto('./');
    const { dialog, field, options } = searchDialog(page);
    for (const height of [560, 280]) {
      await page.setViewportSize({ width: 360, height });
      await find(page, 'FFI');
      await expect(field).toBeInViewport({ ratio: 1 });
      await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
      await expect(options.first()).toBeInViewport({ ratio: 0.9 });
      await page.keyboard.press('ArrowUp');
      await expect(options.last()).toBeInViewport({ ratio: 0.9 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
      expect((await dialog.boundingBox())?.height).toBeLessThanOrEqual(height);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }

    await page.setViewportSize({ width: 360, height: 640 });
    await find(page, 'unsafe');
    await dialog.getByRole('button', { name: 'Kind' }).click();
    await dialog.getByRole('checkbox', { name: /^Sections/ }).check();
    await expect(dialog.getByRole('button', { name: 'Kind: Sections' })).toBeVisible();
    for (const name of ['Agent', 'Topic', 'Close']) {
      const button = dialog.getByRole('button', { name, exact: true });
      await expect(button).toBeInViewport({ ratio: 1 });
      expect(await button.evaluate((one) => one.scrollWidth - one.clientWidth), name).toBeLessThanOrEqual(0);
    }
  });
});

test.describe('filters in the dialog', () => {
  test('are reached with Tab, can be chosen with the keyboard alone, and are passed on to the search page', async ({
    page,
  }) => {
    await page.goto('./');
    await find(page, 'unsafe');
    const { dialog, field, groups, status } = searchDialog(page);
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
    await expect(status).toHaveText(new RegExp(`^${count} results?$`));
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

    await dialog.getByRole('button', { name: 'Agent' }).click();
    await dialog.getByRole('checkbox', { name: /^rust-pro \d/ }).check();
    await field.fill(UNKNOWN_WORD);
    await expect(status).toHaveText(`Nothing found for “${UNKNOWN_WORD}” with these filters.`);
    await field.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=[^&]+&kind=gate&agent=rust-pro$/);
  });
});

test.describe('opening', () => {
  test('works in a new tab with Control, and a result leads to the heading of its section', async ({
    page,
    context,
  }) => {
    await page.goto('./');
    const { dialog, field, options, active } = searchDialog(page);
    const opener = page.getByRole('banner').getByRole('link', { name: 'Search' });
    const [searchTab] = await Promise.all([context.waitForEvent('page'), opener.click({ modifiers: ['Control'] })]);
    await searchTab.waitForURL('**/search/');
    await searchTab.close();
    await expect(dialog).toBeHidden();

    await find(page, 'handoff protocols');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    while (!/#./.test((await active.getAttribute('href')) ?? '')) await page.keyboard.press('ArrowDown');
    const address = (await active.getAttribute('href')) ?? '';
    const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')]);
    await tab.waitForURL(`**${address}`);
    await tab.close();
    await expect(dialog).toBeVisible();
    await expect(field).toHaveValue('handoff protocols');

    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}`);
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
    await expect(dialog).toBeHidden();
  });
});

/** Returns the scroll position once it no longer changes. */
async function settledScrollY(page: Page): Promise<number> {
  let position = -1;
  await expect
    .poll(async () => {
      const before = position;
      position = await page.evaluate(
        () =>
          new Promise<number>((done) =>
            requestAnimationFrame(() => {
              done(scrollY);
            }),
          ),
      );
      return position === before;
    })
    .toBe(true);
  return position;
}
