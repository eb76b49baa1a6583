import { type Page } from '@playwright/test';
import { encodePlainShareLink } from '../../src/lib/share-link.ts';
import { accessibilityViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';

const gate = './gates/rust-pro-development-phase-validation/';
const title = 'Development Phase Validation';

const boxes = (page: Page) => page.getByRole('list', { name: title }).getByRole('checkbox');
const box = (page: Page, index: number) => boxes(page).nth(index);
const resetButton = (page: Page) => page.getByRole('button', { name: 'Reset', exact: true });
const undoButton = (page: Page) => page.getByRole('button', { name: 'Undo reset' });

/** Visible text of the page, never the same text in a live region. */
function inMain(page: Page, text: string | RegExp) {
  return page.getByRole('main').getByText(text);
}

/** The line that says how many items are ticked: `1 of 6`. */
function tickedCount(page: Page, counts: string) {
  return page.getByRole('main').getByText(`${counts} ticked`, { exact: true });
}

/** The live region with the last announcement. */
function announcement(page: Page, text: string | RegExp) {
  return page.getByRole('status').filter({ hasText: text });
}

/** Serves the gate as if its author had ticked the first item in the file. */
async function tickFirstInFile(page: Page) {
  await page.route('**/gates/*/', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace('type="checkbox"', 'type="checkbox" checked') });
  });
}

test.describe('a gate', () => {
  test('saves what is ticked, says when, shows at once what another tab ticks, is printed with empty and ticked boxes, and is reset with a button that then undoes it', async ({
    page,
    context,
  }) => {
    await page.goto(gate);
    await expect(inMain(page, 'Your ticks are saved on this device.')).toBeVisible();
    await expect(resetButton(page)).toBeHidden();
    await box(page, 0).check();
    await box(page, 2).check();
    await expect(tickedCount(page, '2 of 6')).toBeVisible();
    await page.reload();
    await expect(box(page, 0)).toBeChecked();
    await expect(box(page, 1)).not.toBeChecked();
    await expect(box(page, 2)).toBeChecked();
    await expect(tickedCount(page, '2 of 6')).toBeVisible();
    await expect(page.getByRole('progressbar', { name: '2 of 6 ticked' })).toHaveAttribute('value', '2');
    await expect(inMain(page, /^Saved on this device, last changed \d+ \S+ \d{4}/)).toBeVisible();

    await page.emulateMedia({ media: 'print' });
    const items = page.getByRole('list', { name: title }).getByRole('listitem');
    await expect(items.nth(0)).toContainText('☑');
    await expect(items.nth(0).getByText('☑')).toBeVisible();
    await expect(items.nth(1).getByText('☐')).toBeVisible();
    await expect(tickedCount(page, '2 of 6')).toBeVisible();
    await expect(boxes(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Copy as markdown' })).toBeHidden();

    await page.emulateMedia({ media: 'screen' });
    const other = await context.newPage();
    await other.goto(gate);
    await box(other, 4).check();
    await expect(box(page, 4)).toBeChecked();
    await expect(tickedCount(page, '3 of 6')).toBeVisible();
    await other.close();

    await resetButton(page).click();
    await expect(tickedCount(page, '0 of 6')).toBeVisible();
    await expect(announcement(page, 'Reset: 0 of 6 ticked')).toHaveCount(1);
    await expect(undoButton(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(announcement(page, 'Reset undone: 3 of 6 ticked')).toHaveCount(1);
    await expect(box(page, 4)).toBeChecked();
    await page.reload();
    await expect(tickedCount(page, '3 of 6')).toBeVisible();
  });

  test('can be ticked with the keyboard or by a click on its text, and its ticks are announced, copied and counted in the list of gates', async ({
    page,
  }) => {
    await page.goto('./gates/');
    const entry = page.getByRole('listitem').filter({ hasText: title });
    await expect(entry).toContainText('0 of 6 ticked on this device');
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page.getByRole('button', { name: 'Share link' }).focus();
    await page.keyboard.press('Tab');
    await expect(box(page, 0)).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(tickedCount(page, '2 of 6')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(tickedCount(page, '1 of 6')).toBeVisible();

    await page.getByRole('button', { name: 'Copy as markdown' }).click();
    await expect(announcement(page, 'The list copied')).toHaveCount(1);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n').slice(0, 5)).toEqual([
      `## ${title}`,
      '',
      expect.stringMatching(/^- \[x\] `cargo clippy .*`#\[expect\]` gives its reason$/),
      expect.stringMatching(/^- \[ \] Each public item/),
      expect.stringMatching(/^- \[ \] Whatever can fail returns a `Result`/),
    ]);

    await page.getByText('Each public item says what it does').click();
    await expect(box(page, 1)).toBeChecked();
    for (const index of [2, 3, 4, 5]) await box(page, index).check();
    await expect(announcement(page, 'All 6 ticked')).toHaveCount(1);
    await page.goBack();
    await expect(entry).toContainText('6 of 6 ticked on this device');
  });

  test('starts with the ticks of its author, and saves that the reader removed one', async ({ page }) => {
    await tickFirstInFile(page);
    await page.goto(gate);
    await expect(tickedCount(page, '1 of 6')).toBeVisible();
    await box(page, 0).uncheck();
    await page.reload();
    await expect(tickedCount(page, '0 of 6')).toBeVisible();
    await resetButton(page).click();
    await expect(box(page, 0)).toBeChecked();
  });
});

test.describe('a gate whose storage', () => {
  test('is blocked still works, and says that nothing is saved', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    });
    await page.goto(gate);
    await expect(inMain(page, 'Not saved: browser storage is blocked or full.')).toBeVisible();
    await box(page, 0).check();
    await expect(announcement(page, 'Not saved')).toHaveCount(1);
    await expect(tickedCount(page, '1 of 6')).toBeVisible();
    await resetButton(page).click();
    await undoButton(page).click();
    await expect(box(page, 0)).toBeChecked();
  });

  test('cannot be read shows the ticks of the file, and saves new ones', async ({ page }) => {
    await page.goto(gate);
    await box(page, 0).check();
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) localStorage.setItem(key, '{"changed":{');
    });
    await page.reload();
    await expect(inMain(page, 'The ticks saved on this device cannot be read')).toBeVisible();
    await expect(tickedCount(page, '0 of 6')).toBeVisible();
    await box(page, 2).check();
    await page.reload();
    await expect(box(page, 2)).toBeChecked();
    await page.goto('./gates/');
    await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('1 of 6 ticked');
  });
});

test.describe('sharing a gate', () => {
  const notice = /^This link contains ticks: 2 of 6\./;
  const useTicks = (page: Page) => page.getByRole('button', { name: 'Use these ticks' });

  async function expectTicked(page: Page, ...indexes: number[]) {
    for (const index of [0, 1, 2, 3, 4, 5])
      await expect(box(page, index)).toBeChecked({ checked: indexes.includes(index) });
  }

  async function shareLink(page: Page) {
    await page.getByRole('button', { name: 'Share link' }).click();
    await expect(announcement(page, 'The link copied')).toHaveCount(1);
    return page.evaluate(() => navigator.clipboard.readText());
  }

  /** Makes a link with the second and the fourth item ticked. */
  async function linkWithTicks(page: Page) {
    await page.goto(gate);
    await box(page, 1).check();
    await box(page, 3).check();
    const link = await shareLink(page);
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    return link;
  }

  test('creates a link that shows the ticks, can be shared and copied again, and leaves the reader’s own alone until the reader uses them, which can be undone', async ({
    page,
  }) => {
    const link = await linkWithTicks(page);
    expect(new URL(link).search).toBe('');
    await box(page, 0).check();
    await page.goto('./gates/');
    await page.goto(link);
    await expect(inMain(page, notice)).toBeVisible();
    await expect(announcement(page, notice)).toHaveCount(1);
    await expectTicked(page, 1, 3);
    await expect(box(page, 0)).toBeDisabled();
    await expect(tickedCount(page, '2 of 6')).toBeVisible();
    await expect(resetButton(page)).toBeHidden();
    expect(await accessibilityViolations(page, 'all', 'main')).toEqual([]);
    expect(await shareLink(page)).toBe(link);
    await page.getByRole('button', { name: 'Copy as markdown' }).click();
    await expect(announcement(page, 'The list copied')).toHaveCount(1);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.match(/^- \[.\]/gm)).toEqual(['- [ ]', '- [x]', '- [ ]', '- [x]', '- [ ]', '- [ ]']);
    await page.getByRole('button', { name: 'Show my own ticks' }).click();
    await expectTicked(page, 0);
    await expect(box(page, 1)).toBeEnabled();
    await page.getByRole('button', { name: 'Show the shared ticks' }).click();
    await expectTicked(page, 1, 3);

    await useTicks(page).click();
    await expect(announcement(page, 'Using these ticks: 2 of 6 ticked')).toHaveCount(1);
    await expect(inMain(page, notice)).toBeHidden();
    await expectTicked(page, 1, 3);
    const undo = page.getByRole('button', { name: 'Undo using these ticks' });
    await expect(undo).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(announcement(page, 'Your own ticks restored: 1 of 6 ticked')).toHaveCount(1);
    await expectTicked(page, 0);
    await page.goBack();
    await page.goForward();
    await expect(tickedCount(page, '1 of 6')).toBeVisible();
    await expectTicked(page, 0);

    await page.goto('./gates/');
    await page.goto(link);
    await useTicks(page).click();
    await page.reload();
    await expect(inMain(page, /^Saved on this device/)).toBeVisible();
    await expectTicked(page, 1, 3);
    await box(page, 5).check();
    await expect(tickedCount(page, '3 of 6')).toBeVisible();
  });

  test('explains that a link is damaged, of something else or of an older gate, and shows the reader’s own ticks', async ({
    page,
  }) => {
    const link = gate + '#' + encodePlainShareLink({ kind: 'gate', ticked: ['an item'] });
    await page.goto(gate);
    await box(page, 2).check();
    await page.goto('./gates/');
    await page.goto(link.slice(0, -4));
    await expect(inMain(page, /^This link is damaged: .* Ask for it again/)).toBeVisible();
    await expectTicked(page, 2);
    await expect(box(page, 2)).toBeEnabled();

    await page.goto(`${gate}#${encodePlainShareLink({ kind: 'template', values: { Notes: '<b>x</b>' } })}`);
    await expect(inMain(page, 'This link does not contain the ticks of a gate. Ask for it again.')).toBeVisible();
    await page.goto(`${gate}#${encodePlainShareLink({ kind: 'gate', ticked: ['gone', '__proto__'] })}`);
    await expect(inMain(page, /0 of 6\. Ticks for items that this gate does not have: 2\./)).toBeVisible();
    await expectTicked(page);
  });
});

test.describe('sharing a gate in a browser that refuses the clipboard', () => {
  test('shows the link, selected', async ({ page }) => {
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
      Object.assign(navigator.clipboard, { write: refuse, writeText: refuse });
    });
    await page.goto(gate);
    await box(page, 0).check();
    await page.getByRole('button', { name: 'Share link' }).click();
    const link = page.getByRole('textbox', { name: 'Text to copy' });
    await expect(link).toBeFocused();
    await expect(link).toHaveValue(/\/gates\/rust-pro-development-phase-validation\/#shared\.1/);
    await expect(announcement(page, /^The browser refused to copy\. The text is selected/)).toHaveCount(1);
  });
});
