import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { announcement, copy, field, filledCount, inMain, result, setLongValue } from './handoff-forms.ts';
import { filledText, templateOfFile } from '../site/template-fields.ts';

const template = templateOfFile('Rust Performance Request');
const { path, fields } = template;
const [first = '', second = '', third = ''] = fields.map(({ label }) => label);

/** The key under which the page stores its drafts. */
const key = `playbook:${path.slice(1)}`;

const drafts = (page: Page) => page.getByRole('combobox', { name: 'Draft' });

function readStored(page: Page, name = key): Promise<string | null> {
  return page.evaluate((name) => localStorage.getItem(name), name);
}

function writeStored(page: Page, text: string): Promise<void> {
  return page.evaluate(
    ([name, text]) => {
      localStorage.setItem(name ?? '', text ?? '');
    },
    [key, text],
  );
}

/** Whether the browser would ask the reader for confirmation before leaving the page now. */
function asksBeforeLeaving(page: Page): Promise<boolean> {
  return page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
}

test.describe('a draft', () => {
  test('is saved with every key press, says when, and is still there after a reload and after going to another page and back', async ({
    page,
  }) => {
    await page.goto(path);
    await expect(inMain(page, 'Your text is saved on this device.')).toBeVisible();
    await field(page, first).pressSequentially('p99 is 40 ms');
    await expect(inMain(page, /^Saved on this device, last changed \d+ \S+ \d{4}/)).toBeVisible();
    expect(await asksBeforeLeaving(page)).toBe(false);
    await page.reload();
    await expect(field(page, first)).toHaveValue('p99 is 40 ms');
    await expect(filledCount(page, '1 of 7')).toBeVisible();
    await expect(inMain(page, /^Saved on this device, last changed \d+ \S+ \d{4}/)).toBeVisible();

    await page.getByRole('link', { name: 'Rust Security Request' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Rust Security Request' })).toBeVisible();
    await expect(filledCount(page, '0 of 7')).toBeVisible();
    await page.goBack();
    await expect(field(page, first)).toHaveValue('p99 is 40 ms');
    await expect(filledCount(page, '1 of 7')).toBeVisible();
  });

  for (const label of [first, fields.at(-1)?.label ?? '']) {
    test(`does not move the field “${label}” on a phone when its first key press shows the draft bar`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 360, height: 640 });
      await page.goto(path);
      const top = () => field(page, label).evaluate((text) => Math.round(text.getBoundingClientRect().top));
      await field(page, label).focus();
      const before = await top();
      await page.keyboard.type('a');
      await expect(drafts(page)).toBeVisible();
      await expect(inMain(page, /^Saved on this device, last changed /)).toBeVisible();
      expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
    });
  }

  test('can have thousands of lines, is copied with them, and contains the last key press before a reload', async ({
    page,
  }) => {
    await page.goto(path);
    const long = Array.from({ length: 4_000 }, (_, line) => `line ${String(line)} of a long draft $&`).join('\n');
    await setLongValue(field(page, first), long);
    await expect(filledCount(page, '1 of 7')).toBeVisible();
    expect(await copy(page)).toBe(filledText(template, { [first]: long }));
    // In one task, which is sooner than a reader can press a key and reload.
    await field(page, first).evaluate((text: HTMLTextAreaElement) => {
      text.value += '!';
      text.dispatchEvent(new InputEvent('input', { bubbles: true }));
      location.reload();
    });
    await expect(filledCount(page, '1 of 7')).toBeVisible();
    await expect(field(page, first)).toHaveValue(`${long}!`);
  });

  test('can be edited in two tabs at once without losing a word', async ({ page, context }) => {
    await page.goto(path);
    const other = await context.newPage();
    await other.goto(path);
    await field(page, first).fill('from the first tab');
    await expect(field(other, first)).toHaveValue('from the first tab');
    await field(other, second).fill('from the second tab');
    await expect(field(page, second)).toHaveValue('from the second tab');
    // The field in which the reader is typing does not change.
    await field(page, third).pressSequentially('still ');
    await field(other, third).fill('elsewhere');
    // It is saved when that tab is idle; whatever is saved last remains.
    await expect.poll(() => readStored(other)).toContain('elsewhere');
    await field(page, third).pressSequentially('typing');
    await expect(field(page, third)).toHaveValue('still typing');
    await page.reload();
    await expect(field(page, first)).toHaveValue('from the first tab');
    await expect(field(page, second)).toHaveValue('from the second tab');
    await expect(field(page, third)).toHaveValue('still typing');
  });

  test('is one of several, which have names, and can be deleted or cleared, and restored', async ({ page }) => {
    await page.goto(path);
    await field(page, first).fill('one');
    await expect(drafts(page)).toHaveText('Draft 1');
    await page.getByRole('button', { name: 'New' }).click();
    await expect(announcement(page, 'Started Draft 2')).toHaveCount(1);
    await expect(field(page, first)).toBeFocused();
    await expect(field(page, first)).toHaveValue('');
    await field(page, first).fill('two');
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Name of the draft' }).fill('Login <service>');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Rename' })).toBeFocused();
    await expect(drafts(page).getByRole('option')).toHaveText(['Draft 1', 'Login <service>']);
    await drafts(page).selectOption('Draft 1');
    await expect(field(page, first)).toHaveValue('one');
    await drafts(page).selectOption('Login <service>');
    await page.reload();
    await expect(field(page, first)).toHaveValue('two');
    await expect(drafts(page)).toHaveValue(/.+/);

    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(announcement(page, 'Login <service> deleted')).toHaveCount(1);
    await expect(field(page, first)).toHaveValue('one');
    const undo = page.getByRole('button', { name: 'Undo delete' });
    await expect(undo).toBeFocused();
    await undo.press('Enter');
    await expect(field(page, first)).toHaveValue('two');
    await expect(drafts(page).getByRole('option')).toHaveCount(2);

    await field(page, first).fill('old words');
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(field(page, first)).toHaveValue('');
    await expect(filledCount(page, '0 of 7')).toBeVisible();
    await field(page, first).fill('new words');
    await page.getByRole('button', { name: 'Undo clear' }).click();
    await expect(field(page, first)).toHaveValue('old words\nnew words');
    await expect(page.getByRole('button', { name: 'Clear' })).toBeVisible();
  });

  test('still has the values of fields that its template no longer has', async ({ page }) => {
    await page.goto(path);
    const at = '2026-03-04T05:06:07.000Z';
    await writeStored(
      page,
      JSON.stringify({
        current: 'a',
        drafts: [{ id: 'a', name: 'Old', at, values: { [first]: 'known', 'Old field': 'lost\nwords' } }],
      }),
    );
    await page.reload();
    await expect(field(page, first)).toHaveValue('known');
    await expect(inMain(page, 'The author has changed this template.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Old field' })).toHaveValue('lost\nwords');
    await field(page, second).fill('more');
    await expect(result(page)).not.toContainText('lost');
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Old field' })).toHaveValue('lost\nwords');
    expect(await readStored(page)).toContain('lost\\nwords');
  });
});

test.describe('a form that cannot be saved', () => {
  const refused = 'Not saved: browser storage is blocked or full.';

  test('works, says so, and asks before the reader leaves if storage is full', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    });
    await page.goto(path);
    await expect(inMain(page, 'Your text is saved on this device.')).toBeVisible();
    await field(page, first).pressSequentially('not saved');
    await expect(inMain(page, refused)).toBeVisible();
    expect(await copy(page)).toContain(`**${first}**: not saved`);
    expect(await asksBeforeLeaving(page)).toBe(true);
  });

  test('sets aside stored text that it cannot read, and starts empty', async ({ page }) => {
    const text = '{"current":"a","drafts":[{';
    await page.goto(path);
    await writeStored(page, text);
    await page.reload();
    await expect(inMain(page, 'The drafts saved on this device cannot be read.')).toBeVisible();
    expect(await readStored(page)).toBe(text);
    await field(page, first).fill('a new start');
    await expect.poll(() => readStored(page)).toContain('a new start');
    expect(await readStored(page, `${key}:unreadable`)).toBe(text);
    await page.reload();
    await expect(field(page, first)).toHaveValue('a new start');
  });
});
