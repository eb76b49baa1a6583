import { type Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { accessibilityViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { announcement, clipboard, copy, field, filledCount, result, suggestions } from './handoff-forms.ts';
import { filledText, templateOfFile } from '../site/template-fields.ts';
import { delayScript, scriptLoaded } from './late-script.ts';

const systems = templateOfFile('Rust Systems Request');
const labels = systems.fields.map(({ label }) => label);

/** Largest size of the scripts that a form's page loads before the reader uses the form, in bytes as sent. */
const SCRIPT_BUDGET = 12_800;

/** Returns the compressed size of the scripts that a page loads without any interaction, in bytes. */
async function scriptBytes(page: Page, path: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') {
      sizes.push(response.body().then((body) => gzipSync(body).length));
    }
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test.describe('the list of templates and messages', () => {
  test('shows how much of a draft is filled, even after going back from its form, which prints every value in full', async ({
    page,
  }) => {
    await page.goto('./handoffs/');
    const entry = page.getByRole('listitem').filter({ hasText: systems.title });
    await expect(entry.getByText('filled on this device')).toBeHidden();
    await entry.getByRole('link', { name: systems.title }).click();
    const long = Array.from({ length: 60 }, (_, line) => `line ${String(line)}`).join('\n');
    await field(page, labels[0] ?? '').fill(long);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('line 59').filter({ visible: true })).toHaveCount(1);
    await expect(page.getByText('Latency, throughput, memory constraints', { exact: true })).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Copy', exact: true })).toBeHidden();

    await page.emulateMedia({ media: 'screen' });
    await expect(filledCount(page, '1 of 7')).toBeVisible();
    await page.goBack();
    await expect(entry).toContainText('1 of 7 filled on this device');
  });
});

test.describe('a form by keyboard', () => {
  test('needs only Tab between fields and one shortcut to copy', async ({ page }) => {
    await page.goto(systems.path);
    await field(page, labels[0] ?? '').focus();
    for (const [index, label] of labels.entries()) {
      if (index > 0) await page.keyboard.press('Tab');
      await expect(field(page, label)).toBeFocused();
      await page.keyboard.type(`v${String(index)}`);
    }
    await expect(filledCount(page, '7 of 7')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(announcement(page, 'The text copied')).toHaveCount(1);
    const values = Object.fromEntries(labels.map((label, index) => [label, `v${String(index)}`]));
    expect(await clipboard(page)).toBe(filledText(systems, values));
  });

  test('inserts several suggestions, removes one, and inserts a line for each aspect', async ({ page }) => {
    await page.goto(systems.path);
    const platform = field(page, 'Target Platform');
    const list = suggestions(page, 'Target Platform');
    await platform.focus();
    // Focusing the field loads the code of the suggestions.
    await expect(async () => {
      await platform.press('Alt+ArrowDown');
      await expect(list.getByRole('option', { name: 'Linux' })).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.press('Enter');
    await expect(platform).toHaveValue('Linux');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await expect(platform).toHaveValue('Linux, Windows');
    await expect(list.getByRole('option', { selected: true })).toHaveText(['Linux', 'Windows']);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(platform).toHaveValue('Windows');
    await page.keyboard.press('End');
    await expect(list.getByRole('option', { name: 'Embedded' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(platform).toBeFocused();
    await page.keyboard.type(' 11');
    await expect(platform).toHaveValue('Windows 11');
    await page.keyboard.press('ArrowDown');
    await expect(list.getByRole('option', { name: 'Embedded' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(field(page, 'Performance Requirements')).toBeFocused();

    const aspects = suggestions(page, 'Performance Requirements');
    await aspects.getByRole('option', { name: 'Latency' }).click();
    await aspects.getByRole('option', { name: 'throughput' }).click();
    await expect(field(page, 'Performance Requirements')).toHaveValue('Latency:\nthroughput: ');
  });
});

test.describe('a form', () => {
  for (const path of [systems.path, './handoffs/rust-engineer-audit-record/']) {
    test(`loads few scripts before the reader uses it: ${path}`, async ({ page }) => {
      expect(await scriptBytes(page, path)).toBeLessThanOrEqual(SCRIPT_BUDGET);
    });
  }

  test('suggests true and false, which exclude each other, and is accessible with values, with an error, and with everything unfolded', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('./handoffs/rust-engineer-audit-record/');
    const list = page.getByRole('listbox', { name: 'Suggestions for rollback_available' });
    await list.getByRole('option', { name: 'true' }).click();
    await list.getByRole('option', { name: 'false' }).click();
    await expect(page.getByRole('textbox', { name: 'rollback_available' })).toHaveValue('false');
    await expect(list.getByRole('option', { name: 'true' })).toHaveAttribute('aria-selected', 'false');
    expect(JSON.parse(await copy(page))).toMatchObject({ rollback_available: false });

    await page.getByRole('textbox', { name: 'duration_seconds' }).fill('soon');
    await page.getByRole('listbox').first().getByRole('option').first().click();
    await page.getByText('Copy as a prompt for an agent').click();
    await page.getByRole('combobox', { name: 'Receiving agent' }).click();
    await expect(page.getByRole('listbox', { name: 'Agents' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'duration_seconds' })).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByRole('combobox', { name: 'Draft' })).toBeVisible();
    expect.soft(await accessibilityViolations(page, 'all', 'main'), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await accessibilityViolations(page, 'colours', 'main'), 'dark').toEqual([]);
  });

  test('has what the reader typed before its script was loaded, and is copied once it is', async ({ page }) => {
    const release = await delayScript(page, 'template-form');
    await page.goto(systems.path, { waitUntil: 'commit' });
    await field(page, labels[0] ?? '').fill('early words');
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await release();
    await expect(filledCount(page, '1 of 7')).toBeVisible();
    await expect(announcement(page, 'The text copied')).toBeAttached();
    expect(await clipboard(page)).toContain('early words');
    await expect(field(page, labels[0] ?? '')).toHaveValue('early words');
    await page.reload();
    await expect(field(page, labels[0] ?? '')).toHaveValue('early words');
  });

  test('is complete if the reader focused a field before its script was loaded', async ({ page }) => {
    const release = await delayScript(page, 'template-form');
    await page.goto(systems.path, { waitUntil: 'commit' });
    await field(page, labels[0] ?? '').focus();
    await release();
    await page.evaluate(async () => {
      await customElements.whenDefined('template-form');
    });
    await page.keyboard.type('words');
    await expect(page.getByRole('combobox', { name: 'Draft' })).toHaveText('Draft 1');
  });
});

test.describe('a form on the page of its agent', () => {
  test('opens in place with the same draft, loads its parts only then, and closes again', async ({ page }) => {
    const parts: string[] = [];
    page.on('request', (request) => {
      if (/-form|in-place/.test(request.url())) parts.push(request.url());
    });
    await page.goto('./agents/rust-pro/', { waitUntil: 'networkidle' });
    await scriptLoaded(page, 'content-page');
    expect(parts).toEqual([]);
    await page.getByRole('link', { name: 'Fill in' }).first().press('Enter');
    await expect(field(page, labels[0] ?? '')).toBeFocused();
    await page.keyboard.type('Linux');
    await expect(result(page)).toContainText('**Target Platform**: Linux');
    await expect(page.getByRole('button', { name: 'Share link' })).toHaveCount(0);
    expect(
      await page
        .locator('.handoff-form')
        .first()
        .evaluate((form) => getComputedStyle(form).display),
    ).toBe('grid');
    const close = page.getByRole('button', { name: 'Close', exact: true }).filter({ visible: true });
    await expect(close).toHaveAttribute('aria-expanded', 'true');
    await close.press('Enter');
    await expect(field(page, labels[0] ?? '')).toBeHidden();
    await page.goto(systems.path);
    await expect(field(page, labels[0] ?? '')).toHaveValue('Linux');
  });

  test('is opened on its own page if it cannot be loaded', async ({ page, pageErrors }) => {
    pageErrors.allow(/in-place/);
    await page.route('**/open-in-place.*', (route) => route.abort());
    await page.goto('./agents/rust-pro/');
    await page.getByRole('link', { name: 'Fill in' }).first().click();
    await expect(page).toHaveURL(new RegExp(`${systems.path.replace('./', '')}$`));
  });
});
