import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { announcement, copy, field, result, templateOfFile } from './handoff-forms.ts';

const { path, fields } = templateOfFile('Rust Performance Request');
const [first = '', second = '', third = ''] = fields.map(({ label }) => label);

/** The key under which the page keeps its drafts. */
const key = `playbook:${path.slice(1)}`;

const drafts = (page: Page) => page.getByRole('combobox', { name: 'Draft' });

function kept(page: Page, name = key): Promise<string | null> {
  return page.evaluate((name) => localStorage.getItem(name), name);
}

function keep(page: Page, text: string): Promise<void> {
  return page.evaluate(
    ([name, text]) => {
      localStorage.setItem(name ?? '', text ?? '');
    },
    [key, text],
  );
}

/** Whether the browser would ask somebody who leaves the page now. */
function asksBeforeLeaving(page: Page): Promise<boolean> {
  return page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
}

test.describe('a draft', () => {
  test('is kept with every key, and says since when', async ({ page }) => {
    await page.goto(path);
    await expect(page.getByText('What you write is kept on this device.')).toBeVisible();
    await field(page, first).pressSequentially('p99 is 40 ms');
    await page.reload();
    await expect(field(page, first)).toHaveValue('p99 is 40 ms');
    await expect(page.getByText('1 of 7 filled')).toBeVisible();
    await expect(page.getByText(/^Kept on this device, last changed \d+ \S+ \d{4}/)).toBeVisible();
  });

  test('has also the last key before a reload, however long it is', async ({ page }) => {
    await page.goto(path);
    const long = 'A very long line of a draft.\n'.repeat(4_000);
    await field(page, first).fill(long);
    await expect(page.getByText('1 of 7 filled')).toBeVisible();
    // As early as a key and a reload can be: in one go.
    await field(page, first).evaluate((text: HTMLTextAreaElement) => {
      text.value += '!';
      text.dispatchEvent(new InputEvent('input', { bubbles: true }));
      location.reload();
    });
    await expect(page.getByText('1 of 7 filled')).toBeVisible();
    await expect(field(page, first)).toHaveValue(`${long}!`);
  });

  test('is there again after the way forward and back', async ({ page }) => {
    await page.goto(path);
    await field(page, first).fill('before leaving');
    await page.getByRole('link', { name: 'Rust Security Request' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Rust Security Request' })).toBeVisible();
    await expect(page.getByText('0 of 7 filled')).toBeVisible();
    await page.goBack();
    await expect(field(page, first)).toHaveValue('before leaving');
    await expect(page.getByText('1 of 7 filled')).toBeVisible();
  });

  test('is written in two tabs at once, and neither loses a word', async ({ page, context }) => {
    await page.goto(path);
    const other = await context.newPage();
    await other.goto(path);
    await field(page, first).fill('from the first tab');
    await expect(field(other, first)).toHaveValue('from the first tab');
    await field(other, second).fill('from the second tab');
    await expect(field(page, second)).toHaveValue('from the second tab');
    // Where somebody is typing, nothing moves under their hands.
    await field(page, third).pressSequentially('still ');
    await field(other, third).fill('elsewhere');
    await field(page, third).pressSequentially('typing');
    await expect(field(page, third)).toHaveValue('still typing');
    await page.reload();
    await expect(field(page, first)).toHaveValue('from the first tab');
    await expect(field(page, second)).toHaveValue('from the second tab');
    await expect(field(page, third)).toHaveValue('still typing');
  });

  test('is one of several, each with its name', async ({ page }) => {
    await page.goto(path);
    await field(page, first).fill('one');
    await expect(drafts(page)).toHaveText('Draft 1');
    await page.getByRole('button', { name: 'New' }).click();
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
  });

  test('is cleared, and comes back with what was written since', async ({ page }) => {
    await page.goto(path);
    await field(page, first).fill('old words');
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(field(page, first)).toHaveValue('');
    await expect(page.getByText('0 of 7 filled')).toBeVisible();
    await field(page, first).fill('new words');
    await page.getByRole('button', { name: 'Undo clear' }).click();
    await expect(field(page, first)).toHaveValue('old words\nnew words');
    await expect(page.getByRole('button', { name: 'Clear' })).toBeVisible();
  });

  test('leaves nothing on the device when it is empty again', async ({ page }) => {
    await page.goto(path);
    await field(page, first).fill('a');
    await field(page, first).fill('');
    await expect.poll(() => kept(page)).toBeNull();
  });

  test('of a template that has changed since keeps what has no field any more', async ({ page }) => {
    await page.goto(path);
    const at = '2026-03-04T05:06:07.000Z';
    await keep(
      page,
      JSON.stringify({
        current: 'a',
        drafts: [{ id: 'a', name: 'Old', at, values: { [first]: 'known', 'Old field': 'lost\nwords' } }],
      }),
    );
    await page.reload();
    await expect(field(page, first)).toHaveValue('known');
    await expect(page.getByText('Its author has changed this template.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Old field' })).toHaveValue('lost\nwords');
    await field(page, second).fill('more');
    await expect(result(page)).not.toContainText('lost');
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Old field' })).toHaveValue('lost\nwords');
    expect(await kept(page)).toContain('lost\\nwords');
  });
});

test.describe('where nothing can be kept', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('because the store is blocked, the form works and says so', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Access is denied.', 'SecurityError');
        },
      });
    });
    await page.goto(path);
    await expect(page.getByText('Not kept: this browser’s store is blocked or full.')).toBeVisible();
    await field(page, first).fill('not kept');
    await expect(page.getByText('1 of 7 filled')).toBeVisible();
    expect(await copy(page)).toContain(`**${first}**: not kept`);
  });

  test('because the store is full, the form works, says so, and asks before it is left', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    });
    await page.goto(path);
    await expect(page.getByText('What you write is kept on this device.')).toBeVisible();
    await field(page, first).pressSequentially('not kept');
    await expect(page.getByText('Not kept: this browser’s store is blocked or full.')).toBeVisible();
    expect(await copy(page)).toContain(`**${first}**: not kept`);
    expect(await asksBeforeLeaving(page)).toBe(true);
  });

  test('nobody is asked where all is kept', async ({ page }) => {
    await page.goto(path);
    await field(page, first).pressSequentially('kept');
    await expect(page.getByText(/^Kept on this device/)).toBeVisible();
    expect(await asksBeforeLeaving(page)).toBe(false);
  });

  for (const [kind, text] of [
    ['is cut off', '{"current":"a","drafts":[{'],
    ['is something else', '[1,2,3]'],
  ] as const) {
    test(`because what is there ${kind}, it is set aside and the form starts anew`, async ({ page }) => {
      await page.goto(path);
      await keep(page, text);
      await page.reload();
      await expect(page.getByText('What was kept on this device cannot be read.')).toBeVisible();
      expect(await kept(page)).toBe(text);
      await field(page, first).fill('anew');
      await expect.poll(() => kept(page)).toContain('anew');
      expect(await kept(page, `${key}:unreadable`)).toBe(text);
      await page.reload();
      await expect(field(page, first)).toHaveValue('anew');
    });
  }
});
