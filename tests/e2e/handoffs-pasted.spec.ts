import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { announcement, field, formEnhanced, filledCount, inMain, result } from './handoff-forms.ts';
import { filledText, templateOfFile } from '../site/template-fields.ts';

const template = templateOfFile('Rust Systems Request');
const { path, fields } = template;
const [first = '', second = '', third = ''] = fields.map(({ label }) => label);
const filled = filledText(template, { [first]: 'Linux', [third]: 'async\nand $& more' });

const offer = (page: Page) => page.getByRole('button', { name: 'Fill in the form' });

async function paste(page: Page, label: string, text: string) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await field(page, label).focus();
  // Focusing the field loads the code that listens for the paste.
  await formEnhanced(page);
  await field(page, label).press('ControlOrMeta+V');
}

test.describe('a filled template that is pasted into a field', () => {
  test('can fill the form, by keyboard, without losing anything', async ({ page }) => {
    await page.goto(path);
    await field(page, second).fill('mine');
    await paste(page, second, filled);
    await expect(inMain(page, 'This is a filled “Rust Systems Request”: 2 of 7.')).toBeVisible();
    await expect(announcement(page, 'The next button fills in the form.')).toHaveCount(1);
    // Nothing happens until the reader accepts.
    await expect(field(page, second)).toHaveValue(`mine${filled}`);
    await page.keyboard.press('Tab');
    await expect(offer(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(field(page, first)).toHaveValue('Linux');
    await expect(field(page, second)).toHaveValue('');
    await expect(field(page, second)).toBeFocused();
    await expect(field(page, third)).toHaveValue('async\nand $& more');
    await expect(offer(page)).toHaveCount(0);
    expect(await result(page).textContent()).toBe(filled);

    const drafts = page.getByRole('combobox', { name: 'Draft' });
    await expect(drafts.getByRole('option')).toHaveText(['Draft 1', 'Pasted']);
    await drafts.selectOption('Draft 1');
    await expect(field(page, first)).toHaveValue('');
    await expect(field(page, second)).toHaveValue('mine');
  });

  test('is a value like any other if the reader types on', async ({ page }) => {
    await page.goto(path);
    await paste(page, first, filled);
    await expect(offer(page)).toBeVisible();
    await field(page, first).press('!');
    await expect(offer(page)).toHaveCount(0);
    await expect(field(page, first)).toHaveValue(`${filled}!`);
  });

  test('is not offered to another template', async ({ page }) => {
    const other = templateOfFile('Rust Security Request');
    await page.goto(other.path);
    const [label = ''] = other.fields.map((one) => one.label);
    await paste(page, label, filled);
    await expect(result(page)).toContainText('and $& more');
    await expect(offer(page)).toHaveCount(0);
    await paste(page, label, filledText(other, { [label]: 'web' }));
    await expect(offer(page)).toBeVisible();
  });
});

test('a filled message in a fence, as agents answer, can fill its form', async ({ page }) => {
  await page.goto('./handoffs/rust-engineer-progress-report/');
  const text = '```json\n{"agent": "rust-engineer", "status": "done", "progress": {"unsafe_blocks": 0}}\n```\n';
  await paste(page, 'status', text);
  await expect(inMain(page, 'This is a filled “Progress report”: 3 of 6.')).toBeVisible();
  await offer(page).click();
  await expect(field(page, 'status')).toHaveValue('done');
  await expect(field(page, 'unsafe_blocks')).toHaveValue('0');
  await expect(filledCount(page, '3 of 6')).toBeVisible();
});
