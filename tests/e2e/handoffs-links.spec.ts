import { type Page } from '@playwright/test';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';
import { announcement, copy, field, shareLink, templateOfFile } from './handoff-forms.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const { path, fields } = templateOfFile('Rust Performance Request');
const [first = '', second = ''] = fields.map(({ label }) => label);

/** A link's fragment as this site writes it. */
function fragment(value: unknown): string {
  return `#shared.1${deflateRawSync(JSON.stringify(value)).toString('base64url')}`;
}

const drafts = (page: Page) => page.getByRole('combobox', { name: 'Draft' });

test.describe('a link that shares a form', () => {
  test('stands beside one’s own draft, and never replaces it', async ({ page, context }) => {
    await page.goto(path);
    await field(page, first).fill('theirs');
    const link = await shareLink(page);
    await field(page, first).fill('mine');

    const other = await context.newPage();
    await other.goto(link);
    await expect(field(other, first)).toHaveValue('theirs');
    await expect(
      other.getByText(/1 of 7 filled\. It becomes a draft of yours when you change it/).first(),
    ).toBeVisible();
    await other.getByRole('button', { name: 'Show my own draft' }).click();
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

  test('is only looked at without leaving anything on the device', async ({ page }) => {
    await page.goto(path + fragment({ kind: 'template', values: { [first]: 'theirs' } }));
    await expect(field(page, first)).toHaveValue('theirs');
    expect(await copy(page)).toContain(`**${first}**: theirs`);
    // What was read is kept for the search, on its own.
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['playbook:recent']);
    await page.getByRole('button', { name: 'Start from an empty form' }).click();
    await expect(field(page, first)).toHaveValue('');
  });

  test('may come while the page is open', async ({ page }) => {
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

  test('brings whom it is for, the task and what is known, as a tree or a flow knows them', async ({ page }) => {
    await page.goto(
      path +
        fragment({
          kind: 'template',
          values: { [second]: '10 ms' },
          to: 'performance-optimizer',
          task: 'Make it fast',
          known: [{ question: 'Is it slow?', answer: 'Yes' }],
        }),
    );
    await expect(page.getByRole('combobox', { name: 'Receiving agent' })).toHaveValue('performance-optimizer');
    await expect(field(page, 'Task')).toHaveValue('Make it fast');
    await expect(page.getByRole('listitem').filter({ hasText: 'Is it slow?' })).toContainText('Yes');
    await page.getByRole('button', { name: 'Copy prompt' }).click();
    await expect(announcement(page, 'The prompt copied')).toHaveCount(1);
    const prompt = await page.evaluate(() => navigator.clipboard.readText());
    expect(prompt).toContain('@performance-optimizer Make it fast');
    expect(prompt).toContain('- Is it slow? Yes');
    expect(prompt).toContain(`**${second}**: 10 ms`);
  });

  test('from an older template keeps what has no field any more', async ({ page }) => {
    await page.goto(path + fragment({ kind: 'template', values: { [first]: 'a', 'Old field': 'old <b>words</b>' } }));
    await expect(page.getByRole('textbox', { name: 'Old field' })).toHaveValue('old <b>words</b>');
    await field(page, first).fill('b');
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Old field' })).toHaveValue('old <b>words</b>');
  });

  const whole = fragment({ kind: 'template', values: { [first]: 'theirs, and enough of it to be cut somewhere' } });
  for (const [what, hash, sentence] of [
    ['cut off', whole.slice(0, -12), 'This link is damaged'],
    ['garbled', '#shared.1%%%<script>', 'This link is damaged'],
    ['something else', fragment([1, 2]), 'This link does not hold a filled form'],
    [
      'full of other things than text',
      fragment({ kind: 'template', values: { [first]: { a: 1 } } }),
      'does not hold a filled form',
    ],
    ['from a newer site', '#shared.9abc', 'newer version of this site'],
    [
      'a bomb',
      fragment({ kind: 'template', values: { [first]: 'a'.repeat(3_000_000) } }),
      'more than fits into a form',
    ],
    ['longer than any link', `#shared.1${'a'.repeat(60_000)}`, 'more than fits into a form'],
  ] as const) {
    test(`that is ${what} gives a sentence, and leaves one’s own alone`, async ({ page }) => {
      await page.goto(path);
      await field(page, first).fill('mine');
      await expect(page.getByText('1 of 7 filled')).toBeVisible();
      await page.goto(path + hash);
      await page.reload();
      await expect(page.getByText(sentence).filter({ visible: true }).first()).toBeVisible();
      await expect(field(page, first)).toHaveValue('mine');
      await field(page, second).fill('goes on');
      await page.reload();
      await expect(field(page, second)).toHaveValue('goes on');
    });
  }

  test('with values that look like properties of every object is text and nothing else', async ({ page }) => {
    await page.goto(
      `${path}#shared.1${deflateRawSync(`{"kind":"template","values":{"__proto__":"a","constructor":"<img src=x onerror=alert(1)>","${first}":"b"}}`).toString('base64url')}`,
    );
    await expect(field(page, first)).toHaveValue('b');
    await expect(page.getByRole('textbox', { name: 'constructor' })).toHaveValue('<img src=x onerror=alert(1)>');
    await field(page, second).fill('c');
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'constructor' })).toHaveValue('<img src=x onerror=alert(1)>');
  });

  test('is not made where it would be too long, and the page says what to do', async ({ page }) => {
    await page.goto(path);
    const random = Array.from({ length: 60_000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))).join(
      '',
    );
    await field(page, first).fill(random);
    await page.getByRole('button', { name: 'Share link' }).click();
    await expect(page.getByText('This is too long for a link').first()).toBeVisible();
    await expect(announcement(page, 'This is too long for a link')).toHaveCount(1);
  });
});
