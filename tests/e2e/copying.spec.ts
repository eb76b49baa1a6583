import { type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { agentFile } from '../site/agent-files.ts';
import { expect, test } from './fixtures.ts';

/** The live region with the last announcement. */
function announcement(page: Page, text: string | RegExp) {
  return page.getByRole('status').filter({ hasText: text });
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test.describe('copying', () => {
  test('a code block copies exactly the code, and announces it each time', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const [, code] = /```rust\n([\s\S]*?)\n```/.exec(agentFile('default', 'rust-pro').text) ?? [];
    const block = page.locator('code-block').filter({ has: page.locator('pre[data-language=rust]') });
    const button = block.first().getByRole('button', { name: 'Copy code' });
    await button.click();
    await expect(button).toHaveText('Copied');
    await expect(announcement(page, 'Code copied')).toHaveCount(1);
    expect(await clipboard(page)).toBe(code);
    await expect(button).toHaveText('Copy');
    const regions = page.getByRole('status');
    const before = await regions.allInnerTexts();
    await button.click();
    await expect.poll(() => regions.allInnerTexts()).not.toEqual(before);
    await expect(announcement(page, 'Code copied')).toHaveCount(1);
  });
});

test.describe('copying a file with Windows line ends', () => {
  test.use({ site: 'malformed' });

  test('leaves its line ends unchanged', async ({ page }) => {
    await page.goto('./agents/ferry-pilot/');
    await page.getByRole('button', { name: 'Copy agent' }).click();
    await expect(announcement(page, 'The agent copied')).toHaveCount(1);
    // A byte order mark only says how to decode the file; it is not part of the text.
    expect(await clipboard(page)).toBe(agentFile('malformed', 'crlf-bom').text.replace(/^\uFEFF/, ''));
  });
});

test.describe('copying from a page without https', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('copies exactly the text, and leaves the focus where it is', async ({ page }) => {
    await page.addInitScript(() => {
      const { clipboard } = navigator;
      Object.assign(window, { readClipboard: () => clipboard.readText() });
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.goto('./agents/rust-system-architect/');
    await page.getByRole('button', { name: 'Copy agent' }).click();
    await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeFocused();
    const copied = await page.evaluate(() =>
      (window as unknown as { readClipboard: () => Promise<string> }).readClipboard(),
    );
    expect(copied).toBe(agentFile('default', 'rust-system-architect').text);
  });
});

test.describe('the shortcut that copies a form, on a narrow screen', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 360, height: 640 } });

  test('shows in the window that the form is copied', async ({ page }) => {
    await page.goto('./handoffs/');
    await page.getByRole('main').locator('a[href*="/handoffs/"]').first().click();
    const field = page.getByRole('main').getByRole('textbox').first();
    await field.fill('One');
    await expect(page.getByRole('main').getByText(/1 of \d+ filled/)).toBeVisible();
    await field.press('Control+Enter');
    await expect(page.getByText('Copied', { exact: true }).last()).toBeInViewport();
  });
});

test.describe('copying in a browser that refuses the clipboard', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      // oxlint-disable-next-line typescript/no-deprecated -- The only way to copy without https.
      document.execCommand = () => false;
    });
  });

  test('selects the code and says how to copy it, or that the agent can be downloaded instead', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const block = page.locator('code-block').first();
    await block.getByRole('button', { name: 'Copy code' }).click();
    await expect(announcement(page, 'copy it with Control or Command C')).toHaveCount(1);
    await expect(page.locator('.copy-by-hand').getByText('copy it with Control or Command C')).toBeVisible();
    const selected = await page.evaluate(() => getSelection()?.toString().trimEnd());
    expect(selected).toBe((await block.locator('code').innerText()).trimEnd());
    await page.getByRole('button', { name: 'Copy agent' }).click();
    await expect(page.getByRole('button', { name: 'Not copied' })).toBeVisible();
    await expect(announcement(page, 'Use Download instead.')).toHaveCount(1);
    await expect(page.locator('.copy-by-hand').getByText('Use Download instead.')).toBeVisible();
  });
});

test('the file of an agent is copied by keyboard exactly, downloaded byte for byte, and served as Markdown in UTF-8', async ({
  page,
  request,
}) => {
  const { bytes, text } = agentFile('default', 'rust-system-architect');
  await page.goto('./agents/rust-system-architect/');
  await page.getByRole('button', { name: 'Copy agent' }).press('Enter');
  await expect(announcement(page, 'The agent copied')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeFocused();
  expect(await clipboard(page)).toBe(text);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('rust-system-architect.md');
  expect((await readFile(await download.path())).equals(bytes)).toBe(true);
  const types = { 'agents/rust-pro.md': 'text/markdown', '.claude-plugin/marketplace.json': 'application/json' };
  for (const [file, type] of Object.entries(types)) {
    const response = await request.get(`./${file}`);
    expect(response.headers()['content-type']).toBe(`${type}; charset=utf-8`);
  }
});
