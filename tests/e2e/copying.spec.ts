import { type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { agentFile, agentFilesOf } from '../site/agent-files.ts';
import { expect, test } from './fixtures.ts';
import { builtSites, filesOf } from '../site/sites.ts';

/** The live region with the last announcement. */
function announcement(page: Page, text: string | RegExp) {
  return page.getByRole('status').filter({ hasText: text });
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test.describe('copying', () => {
  test('a code block copies exactly the code, and announces it', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const [, code] = /```rust\n([\s\S]*?)\n```/.exec(agentFile('default', 'rust-pro').text) ?? [];
    const block = page.locator('code-block').filter({ has: page.locator('pre[data-language=rust]') });
    const button = block.first().getByRole('button', { name: 'Copy code' });
    await button.click();
    await expect(button).toHaveText('Copied');
    await expect(announcement(page, 'Code copied')).toHaveCount(1);
    expect(await clipboard(page)).toBe(code);
    await expect(button).toHaveText('Copy');
  });

  test('announces the same message again when something is copied again', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const button = page.getByRole('button', { name: 'Copy code' }).first();
    await button.click();
    await expect(announcement(page, 'Code copied')).toHaveCount(1);
    const regions = page.getByRole('status');
    const before = await regions.allInnerTexts();
    await button.click();
    await expect.poll(() => regions.allInnerTexts()).not.toEqual(before);
    await expect(announcement(page, 'Code copied')).toHaveCount(1);
  });

  test('“Copy agent” copies exactly the text of the file, and announces it', async ({ page }) => {
    for (const { id, text } of agentFilesOf('default')) {
      await page.goto(`./agents/${id}/`);
      await page.getByRole('button', { name: 'Copy agent' }).click();
      await expect(announcement(page, 'The agent copied')).toHaveCount(1);
      expect(await clipboard(page)).toBe(text);
    }
  });

  test('works by keyboard, and leaves the focus on the button', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const button = page.getByRole('button', { name: 'Copy agent' });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(announcement(page, 'The agent copied')).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeFocused();
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
    await page.goto('./agents/rust-pro/');
    await page.getByRole('button', { name: 'Copy agent' }).click();
    await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeFocused();
    const copied = await page.evaluate(() =>
      (window as unknown as { readClipboard: () => Promise<string> }).readClipboard(),
    );
    expect(copied).toBe(agentFile('default', 'rust-pro').text);
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
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- The only way to copy without https.
      document.execCommand = () => false;
    });
  });

  test('selects the code and says how to copy it', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const block = page.locator('code-block').first();
    await block.getByRole('button', { name: 'Copy code' }).click();
    await expect(announcement(page, 'copy it with Control or Command C')).toHaveCount(1);
    await expect(page.locator('.copy-by-hand').getByText('copy it with Control or Command C')).toBeVisible();
    const selected = await page.evaluate(() => getSelection()?.toString().trimEnd());
    expect(selected).toBe((await block.locator('code').innerText()).trimEnd());
  });

  test('says that the agent can be downloaded instead', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    await page.getByRole('button', { name: 'Copy agent' }).click();
    await expect(page.getByRole('button', { name: 'Not copied' })).toBeVisible();
    await expect(announcement(page, 'Use Download instead.')).toHaveCount(1);
    await expect(page.locator('.copy-by-hand').getByText('Use Download instead.')).toBeVisible();
  });
});

test.describe('the file of an agent', () => {
  test('is downloaded byte for byte, with the agent’s name', async ({ page }) => {
    for (const { id, bytes } of agentFilesOf('default')) {
      await page.goto(`./agents/${id}/`);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download', exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`${id}.md`);
      expect((await readFile(await download.path())).equals(bytes), id).toBe(true);
    }
  });

  test('is served byte for byte beside its page, as Markdown in UTF-8', async ({ request }) => {
    for (const { id, bytes } of agentFilesOf('default')) {
      const response = await request.get(`./agents/${id}.md`);
      expect(response.headers()['content-type']).toBe('text/markdown; charset=utf-8');
      expect((await response.body()).equals(bytes), id).toBe(true);
    }
  });

  for (const name of builtSites) {
    test.describe(`of every agent of “${name}”`, () => {
      test.use({ site: name });

      test('is in the build, byte for byte', async ({ request }) => {
        // The catalogue in markdown is no agent's file.
        const built = filesOf(name).filter((file) => /^agents\/(?!index\.md$)[^/]+\.md$/.test(file));
        const written = agentFilesOf(name).map(({ bytes }) => bytes.toString('base64'));
        expect(built).toHaveLength(written.length);
        // The files of a large site follow one pattern: the first hundred are enough.
        const compared = built.slice(0, 100);
        const served = await Promise.all(
          compared.map(async (file) => (await request.get(`./${encodeURI(file)}`)).body()),
        );
        const known = new Set(written);
        expect(compared.filter((_, index) => !known.has(served[index]?.toString('base64') ?? ''))).toEqual([]);
      });
    });
  }
});
