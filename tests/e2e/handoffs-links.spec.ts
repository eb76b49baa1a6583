import { type Page } from '@playwright/test';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';
import { announcement, copy, field, filledCount, inMain, setLongValue, shareLink } from './handoff-forms.ts';
import { templateOfFile } from '../site/template-fields.ts';

const { path, fields } = templateOfFile('Rust Performance Request');
const [first = '', second = ''] = fields.map(({ label }) => label);

/** Encodes a link's fragment as the site does. */
function fragment(value: unknown): string {
  return `#shared.1${deflateRawSync(JSON.stringify(value)).toString('base64url')}`;
}

const drafts = (page: Page) => page.getByRole('combobox', { name: 'Draft' });

test.describe('a share link of a form', () => {
  test('is shown instead of the reader’s own draft, and never replaces it', async ({ page, context }) => {
    await page.goto(path);
    await field(page, first).fill('theirs');
    const link = await shareLink(page);
    await field(page, first).fill('mine');

    const other = await context.newPage();
    await other.goto(link);
    await expect(field(other, first)).toHaveValue('theirs');
    await expect(
      inMain(other, /^This link contains a draft “Draft 1”, 1 of 7 filled\. When you change it, it is saved/),
    ).toBeVisible();
    await other.getByRole('button', { name: 'Show my own draft' }).click();
    await expect(inMain(other, /You are viewing your own draft\.$/)).toBeVisible();
    await expect(field(other, first)).toHaveValue('mine');
    await other.getByRole('button', { name: 'Show the shared draft' }).click();
    await expect(field(other, first)).toHaveValue('theirs');

    await field(other, second).fill('added');
    await expect(drafts(other).getByRole('option')).toHaveCount(2);
    expect(new URL(other.url()).hash).toBe('');
    await other.reload();
    await expect(field(other, first)).toHaveValue('theirs');
    await expect(field(other, second)).toHaveValue('added');
    await drafts(other).selectOption({ index: 0 });
    await expect(field(other, first)).toHaveValue('mine');
    await expect(field(other, second)).toHaveValue('');
  });

  test('contains values, the receiving agent, the task and the known answers, all of them as text, and is not stored while the reader only views it', async ({
    page,
  }) => {
    // The site itself does not write these keys.
    const values = `"__proto__":"a","constructor":"<img src=x onerror=alert(1)>",${JSON.stringify(second)}:"10 ms"`;
    const rest =
      '"to":"performance-optimizer","task":"Make it fast","known":[{"question":"Is it slow?","answer":"Yes"}]';
    const hostile = deflateRawSync(`{"kind":"template","values":{${values}},${rest}}`).toString('base64url');
    await page.goto(`${path}#shared.1${hostile}`);
    await expect(field(page, second)).toHaveValue('10 ms');
    await expect(page.getByRole('textbox', { name: 'constructor' })).toHaveValue('<img src=x onerror=alert(1)>');
    await expect(page.getByRole('combobox', { name: 'Receiving agent' })).toHaveValue('performance-optimizer');
    await expect(field(page, 'Task')).toHaveValue('Make it fast');
    await expect(page.getByRole('listitem').filter({ hasText: 'Is it slow?' })).toContainText('Yes');
    await page.getByRole('button', { name: 'Copy prompt' }).click();
    await expect(announcement(page, 'The prompt copied')).toHaveCount(1);
    const prompt = await page.evaluate(() => navigator.clipboard.readText());
    expect(prompt).toContain('@performance-optimizer Make it fast');
    expect(prompt).toContain('- Is it slow? Yes');
    expect(prompt).toContain(`**${second}**: 10 ms`);
    expect(await copy(page)).toContain(`**${second}**: 10 ms`);
    // The search stores which pages were visited.
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['playbook:recent']);

    await page.getByRole('button', { name: 'Start from an empty form' }).click();
    await expect(field(page, second)).toHaveValue('');
  });

  test('can be opened while the page is open', async ({ page }) => {
    await page.goto(path);
    await field(page, first).fill('mine');
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      fragment({ kind: 'template', values: { [first]: 'theirs' } }),
    );
    await expect(field(page, first)).toHaveValue('theirs');
    await page.goBack();
    await page.reload();
    await expect(field(page, first)).toHaveValue('mine');
  });

  test('explains that it is damaged, and leaves the reader’s own draft alone', async ({ page }) => {
    const whole = fragment({ kind: 'template', values: { [first]: 'theirs, and long enough to be cut off' } });
    await page.goto(path);
    await field(page, first).fill('mine');
    await expect(filledCount(page, '1 of 7')).toBeVisible();
    await page.goto(path + whole.slice(0, -12));
    await page.reload();
    await expect(inMain(page, 'This link is damaged')).toBeVisible();
    await expect(field(page, first)).toHaveValue('mine');
    await field(page, second).fill('goes on');
    await page.reload();
    await expect(field(page, second)).toHaveValue('goes on');
  });

  test('is not created if it would be too long, and the page says what to do', async ({ page }) => {
    await page.goto(path);
    const random = Array.from({ length: 60_000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))).join(
      '',
    );
    await setLongValue(field(page, first), random);
    // Until then, the growing page moves the button, and a slow click would miss it.
    await expect(inMain(page, /^Saved on this device/)).toBeVisible();
    await page.getByRole('button', { name: 'Share link' }).click();
    await expect(inMain(page, 'This is too long for a link')).toBeVisible();
    await expect(announcement(page, 'This is too long for a link')).toHaveCount(1);
  });
});
