import { type Page } from '@playwright/test';
import { encodePlainShareLink } from '../../src/lib/share-link.ts';
import { accessibilityFaults } from './axe.ts';
import { expect, test } from './fixtures.ts';

const gate = './gates/rust-pro-development-phase-validation/';
const title = 'Development Phase Validation';

const boxes = (page: Page) => page.getByRole('list', { name: title }).getByRole('checkbox');
const box = (page: Page, index: number) => boxes(page).nth(index);
const resetButton = (page: Page) => page.getByRole('button', { name: 'Reset', exact: true });
const undoButton = (page: Page) => page.getByRole('button', { name: 'Undo reset' });

/** What was last said to people who use a screen reader. */
function announcement(page: Page, text: string | RegExp) {
  return page.getByRole('status').filter({ hasText: text });
}

/** The gate as a page of an agent whose author has ticked its first item. */
async function tickFirstInFile(page: Page) {
  await page.route('**/gates/*/', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace('type="checkbox"', 'type="checkbox" checked') });
  });
}

test.describe('the list of gates', () => {
  test('counts gates and checklists apart, and leads to each', async ({ page }) => {
    await page.goto('./gates/');
    await expect(page.getByText('4 gates with 24 items; 2 checklists with 14 items.')).toBeVisible();
    const checklists = page.getByRole('region', { name: 'Checklists' });
    await expect(checklists.getByRole('heading', { level: 3 })).toHaveCount(2);
    await page.getByRole('link', { name: title }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  });

  test('shows what is ticked on this device, also after the way back', async ({ page }) => {
    await page.goto('./gates/');
    const entry = page.getByRole('listitem').filter({ hasText: title });
    await expect(entry).toContainText('0 of 6 ticked on this device');
    await page.getByRole('link', { name: title }).click();
    await box(page, 1).check();
    await box(page, 3).check();
    await page.goBack();
    await expect(entry).toContainText('2 of 6 ticked on this device');
  });
});

test.describe('a gate', () => {
  test('says whose it is and shows code as code', async ({ page }) => {
    await page.goto(gate);
    await expect(boxes(page)).toHaveCount(6);
    await expect(page.getByRole('code').filter({ hasText: '#[expect]' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'rust-pro', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'rust-pro' })).toBeVisible();
  });

  test('remembers what is ticked, and says since when', async ({ page }) => {
    await page.goto(gate);
    await expect(page.getByText('What you tick is kept on this device.')).toBeVisible();
    await box(page, 0).check();
    await box(page, 2).check();
    await expect(page.getByText('2 of 6 ticked')).toBeVisible();
    await page.reload();
    await expect(box(page, 0)).toBeChecked();
    await expect(box(page, 1)).not.toBeChecked();
    await expect(box(page, 2)).toBeChecked();
    await expect(page.getByText('2 of 6 ticked')).toBeVisible();
    await expect(page.getByRole('progressbar', { name: '2 of 6 ticked' })).toHaveAttribute('value', '2');
    await expect(page.getByText(/^Kept on this device, last changed \d+ \S+ \d{4}/)).toBeVisible();
  });

  test('keeps its ticks apart from those of other gates', async ({ page }) => {
    await page.goto(gate);
    await box(page, 0).check();
    await page.goto('./gates/rust-pro-testing-phase-validation/');
    await expect(page.getByText('0 of 6 ticked', { exact: true })).toBeVisible();
  });

  test('shows at once what another tab ticks', async ({ page, context }) => {
    await page.goto(gate);
    const other = await context.newPage();
    await other.goto(gate);
    await box(other, 4).check();
    await expect(box(page, 4)).toBeChecked();
    await expect(page.getByText('1 of 6 ticked')).toBeVisible();
  });

  test('is reset, and the reset undone, with the same button', async ({ page }) => {
    await page.goto(gate);
    await expect(resetButton(page)).toBeHidden();
    await box(page, 0).check();
    await box(page, 5).check();
    await resetButton(page).click();
    await expect(page.getByText('0 of 6 ticked', { exact: true })).toBeVisible();
    await expect(announcement(page, 'Reset: 0 of 6 ticked')).toHaveCount(1);
    await expect(undoButton(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(announcement(page, 'Reset undone: 2 of 6 ticked')).toHaveCount(1);
    await expect(box(page, 5)).toBeChecked();
    await page.reload();
    await expect(page.getByText('2 of 6 ticked')).toBeVisible();
  });

  test('leaves nothing on the device after a reset', async ({ page }) => {
    await page.goto(gate);
    await box(page, 0).check();
    await resetButton(page).click();
    // What was read is kept for the search, on its own.
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['playbook:recent']);
  });

  test('cannot be un-reset once something else is ticked', async ({ page }) => {
    await page.goto(gate);
    await box(page, 0).check();
    await resetButton(page).click();
    await box(page, 1).check();
    await expect(undoButton(page)).toBeHidden();
    await expect(resetButton(page)).toBeVisible();
  });

  test('is ticked with Space and reached with Tab alone', async ({ page }) => {
    await page.goto(gate);
    await page.getByRole('button', { name: 'Share link' }).focus();
    await page.keyboard.press('Tab');
    await expect(box(page, 0)).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(page.getByText('2 of 6 ticked')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.getByText('1 of 6 ticked')).toBeVisible();
  });

  test('is ticked by its words, too, and says when all is done', async ({ page }) => {
    await page.goto(gate);
    await page.getByText('Each public item says what it does').click();
    await expect(box(page, 1)).toBeChecked();
    for (const index of [0, 2, 3, 4, 5]) await box(page, index).check();
    await expect(announcement(page, 'All 6 ticked')).toHaveCount(1);
  });

  test('starts with what its author ticked, and keeps that it was unticked', async ({ page }) => {
    await tickFirstInFile(page);
    await page.goto(gate);
    await expect(page.getByText('1 of 6 ticked')).toBeVisible();
    await box(page, 0).uncheck();
    await page.reload();
    await expect(page.getByText('0 of 6 ticked', { exact: true })).toBeVisible();
    await resetButton(page).click();
    await expect(box(page, 0)).toBeChecked();
  });
});

test.describe('a gate whose store', () => {
  test('is blocked still works, and says that nothing is kept', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    });
    await page.goto(gate);
    await expect(page.getByText('Not kept: this browser’s store is blocked or full.')).toBeVisible();
    await box(page, 0).check();
    await expect(page.getByText('1 of 6 ticked')).toBeVisible();
    await resetButton(page).click();
    await undoButton(page).click();
    await expect(box(page, 0)).toBeChecked();
  });

  test('is full says so when it matters', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    });
    await page.goto(gate);
    await expect(page.getByText('What you tick is kept on this device.')).toBeVisible();
    await box(page, 0).check();
    await expect(box(page, 0)).toBeChecked();
    await expect(page.getByText('Not kept: this browser’s store is blocked or full.').first()).toBeVisible();
    await expect(announcement(page, 'Not kept')).toHaveCount(1);
  });

  for (const [kind, text] of [
    ['is cut off', '{"changed":{'],
    ['holds something else', '[1,2,3]'],
  ] as const) {
    test(`${kind} starts as the file has it, and keeps anew`, async ({ page }) => {
      await page.goto(gate);
      await box(page, 0).check();
      await page.evaluate((text) => {
        for (const key of Object.keys(localStorage)) localStorage.setItem(key, text);
      }, text);
      await page.reload();
      await expect(page.getByText('What was kept on this device cannot be read')).toBeVisible();
      await expect(page.getByText('0 of 6 ticked', { exact: true })).toBeVisible();
      await box(page, 2).check();
      await page.reload();
      await expect(box(page, 2)).toBeChecked();
      await page.goto('./gates/');
      await expect(page.getByRole('listitem').filter({ hasText: title })).toContainText('1 of 6 ticked');
    });
  }
});

test.describe('copying a gate', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('gives markdown as its author wrote it, with the ticks', async ({ page }) => {
    await page.goto(gate);
    await box(page, 2).check();
    await page.getByRole('button', { name: 'Copy as markdown' }).click();
    await expect(announcement(page, 'The list copied')).toHaveCount(1);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n').slice(0, 5)).toEqual([
      `## ${title}`,
      '',
      expect.stringMatching(/^- \[ \] `cargo clippy .*`#\[expect\]` gives its reason$/),
      expect.stringMatching(/^- \[ \] Each public item/),
      expect.stringMatching(/^- \[x\] Whatever can fail returns a `Result`/),
    ]);
  });
});

test.describe('sharing a gate', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  const notice = /^This link has brought ticks: 2 of 6\./;
  const takeOver = (page: Page) => page.getByRole('button', { name: 'Take them over' });
  const said = (page: Page, text: string | RegExp) => page.getByRole('main').getByText(text);

  async function expectTicked(page: Page, ...indexes: number[]) {
    for (const index of [0, 1, 2, 3, 4, 5])
      await expect(box(page, index)).toBeChecked({ checked: indexes.includes(index) });
  }

  async function shareLink(page: Page) {
    await page.getByRole('button', { name: 'Share link' }).click();
    await expect(announcement(page, 'The link copied')).toHaveCount(1);
    return page.evaluate(() => navigator.clipboard.readText());
  }

  /** A link to a gate of which the second and the fourth item are ticked. */
  async function linkWithTicks(page: Page) {
    await page.goto(gate);
    await box(page, 1).check();
    await box(page, 3).check();
    const link = await shareLink(page);
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    return link;
  }

  test('gives a link that shows the ticks, and leaves one’s own alone', async ({ page }) => {
    const link = await linkWithTicks(page);
    expect(new URL(link).search).toBe('');
    await box(page, 0).check();
    await page.goto('./gates/');
    await page.goto(link);
    await expect(said(page, notice)).toBeVisible();
    await expect(announcement(page, notice)).toHaveCount(1);
    await expectTicked(page, 1, 3);
    await expect(box(page, 0)).toBeDisabled();
    await expect(page.getByText('2 of 6 ticked')).toBeVisible();
    await expect(resetButton(page)).toBeHidden();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show my own' }).click();
    await expectTicked(page, 0);
    await expect(box(page, 1)).toBeEnabled();
    await page.getByRole('button', { name: 'Show the shared ones' }).click();
    await expectTicked(page, 1, 3);
    await page.goto(gate);
    await expectTicked(page, 0);
  });

  test('lets somebody take the ticks over, and undo that', async ({ page }) => {
    const link = await linkWithTicks(page);
    await box(page, 0).check();
    await page.goto('./gates/');
    await page.goto(link);
    await takeOver(page).click();
    await expect(announcement(page, 'Taken over: 2 of 6 ticked')).toHaveCount(1);
    await expect(said(page, notice)).toBeHidden();
    await expectTicked(page, 1, 3);
    const undo = page.getByRole('button', { name: 'Undo taking over' });
    await expect(undo).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(announcement(page, 'Taking over undone: 1 of 6 ticked')).toHaveCount(1);
    await expectTicked(page, 0);
    await page.goBack();
    await page.goForward();
    await expect(page.getByText('1 of 6 ticked')).toBeVisible();
    await expectTicked(page, 0);
  });

  test('takes ticks over for good, without the link', async ({ page }) => {
    await page.goto(await linkWithTicks(page));
    await takeOver(page).click();
    await page.reload();
    await expect(page.getByText(/^Kept on this device/)).toBeVisible();
    await expectTicked(page, 1, 3);
    await box(page, 5).check();
    await expect(page.getByText('3 of 6 ticked')).toBeVisible();
  });

  test('shares on what a link has brought, and copies it', async ({ page }) => {
    const link = await linkWithTicks(page);
    await page.goto('./gates/');
    await page.goto(link);
    await expect(said(page, notice)).toBeVisible();
    expect(await shareLink(page)).toBe(link);
    await page.getByRole('button', { name: 'Copy as markdown' }).click();
    await expect(announcement(page, 'The list copied')).toHaveCount(1);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.match(/^- \[.\]/gm)).toEqual(['- [ ]', '- [x]', '- [ ]', '- [x]', '- [ ]', '- [ ]']);
  });

  test('says that a link was damaged, and shows one’s own', async ({ page }) => {
    const link = await linkWithTicks(page);
    await box(page, 2).check();
    for (const damaged of [link.slice(0, -4), link.replace(/(shared\..{8})../, '$1$$'), `${gate}#shared.`]) {
      await page.goto('./gates/');
      await page.goto(damaged);
      await expect(said(page, /^This link is damaged: .* Ask for it again/)).toBeVisible();
      await expectTicked(page, 2);
      await expect(box(page, 2)).toBeEnabled();
    }
  });

  test('says that a link is of something else, or of an older gate', async ({ page }) => {
    await page.goto(`${gate}#${encodePlainShareLink({ kind: 'template', values: { Notes: '<b>x</b>' } })}`);
    await expect(said(page, 'This link does not hold the ticks of a gate. Ask for it again.')).toBeVisible();
    await page.goto(`${gate}#${encodePlainShareLink({ kind: 'gate', ticked: ['gone', '__proto__'] })}`);
    await expect(said(page, /0 of 6\. Ticks of items that the gate does not have here: 2\./)).toBeVisible();
    await expectTicked(page);
  });
});

test.describe('sharing a gate where the clipboard is refused', () => {
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

test.describe('a gate on paper', () => {
  test('has empty and ticked boxes, and every item', async ({ page }) => {
    await page.goto(gate);
    await box(page, 0).check();
    await page.emulateMedia({ media: 'print' });
    const items = page.getByRole('list', { name: title }).getByRole('listitem');
    await expect(items.nth(0)).toContainText('☑');
    await expect(items.nth(0).getByText('☑')).toBeVisible();
    await expect(items.nth(1).getByText('☐')).toBeVisible();
    await expect(page.getByText('1 of 6 ticked')).toBeVisible();
    await expect(boxes(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Copy as markdown' })).toBeHidden();
  });
});

test.describe('a gate without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('is a list with empty boxes as text', async ({ page }) => {
    await page.goto(gate);
    const items = page.getByRole('list', { name: title }).getByRole('listitem');
    await expect(items).toHaveCount(6);
    await expect(items.nth(1).getByText('☐')).toBeVisible();
    await expect(items.nth(1)).toContainText('To do:');
    await expect(boxes(page)).toHaveCount(0);
    await expect(page.getByRole('button')).toHaveCount(0);
  });

  test('promises nothing in the list of gates', async ({ page }) => {
    await page.goto('./gates/');
    await expect(page.getByText('6 items').first()).toBeVisible();
    await expect(page.getByText('ticked on this device').first()).toBeHidden();
  });
});

test.describe('where no agent has a gate', () => {
  test.use({ site: 'empty' });

  test('the list says so, and how to make one', async ({ page }) => {
    await page.goto('./gates/');
    await expect(page.getByText('No agent has a quality gate or a checklist.')).toBeVisible();
  });
});
