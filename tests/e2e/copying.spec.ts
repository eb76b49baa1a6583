import { type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { agentFile, agentFilesOf } from './agent-files.ts';
import { expect, test } from './fixtures.ts';
import { filesOf, siteNames } from './sites.ts';

/** What was last said to people who use a screen reader. */
function announcement(page: Page, text: string | RegExp) {
  return page.getByRole('status').filter({ hasText: text });
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a block of code copies exactly the code, and says so', async ({ page }) => {
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

  test('the same words are announced again when something is copied again', async ({ page }) => {
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

  test('“Copy agent” copies exactly the text of the file, and says so', async ({ page }) => {
    for (const { id, text } of agentFilesOf('default')) {
      await page.goto(`./agents/${id}/`);
      await page.getByRole('button', { name: 'Copy agent' }).click();
      await expect(announcement(page, 'The agent copied')).toHaveCount(1);
      expect(await clipboard(page)).toBe(text);
    }
  });

  test('code is copied by keyboard, and the focus stays where it was', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const button = page.getByRole('button', { name: 'Copy agent' });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(announcement(page, 'The agent copied')).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeFocused();
  });
});

test.describe('copying line ends as they are', () => {
  test.use({ site: 'awkward', permissions: ['clipboard-read', 'clipboard-write'] });

  test('the agent’s lines end as in its file', async ({ page }) => {
    await page.goto('./agents/ferry-pilot/');
    await page.getByRole('button', { name: 'Copy agent' }).click();
    await expect(announcement(page, 'The agent copied')).toHaveCount(1);
    // The byte order mark says how to decode the file, and is no part of its text.
    expect(await clipboard(page)).toBe(agentFile('awkward', 'crlf-bom').text.replace(/^\uFEFF/, ''));
  });
});

test.describe('where the browser refuses the clipboard', () => {
  test.beforeEach(async ({ page }) => {
    // As on a page that is served without https.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
  });

  test('code is selected instead, and the page says how to copy it', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const block = page.locator('code-block').first();
    await block.getByRole('button', { name: 'Copy code' }).click();
    await expect(announcement(page, 'copy it with Control or Command C')).toHaveCount(1);
    const selected = await page.evaluate(() => getSelection()?.toString().trimEnd());
    expect(selected).toBe((await block.locator('code').innerText()).trimEnd());
  });

  test('the page says to download the agent', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    await page.getByRole('button', { name: 'Copy agent' }).click();
    await expect(page.getByRole('button', { name: 'Not copied' })).toBeVisible();
    await expect(announcement(page, 'Use Download instead.')).toHaveCount(1);
  });
});

test.describe('the file itself', () => {
  test('is downloaded byte for byte, under the agent’s name', async ({ page }) => {
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

  test('is served byte for byte beside its page, as markdown in UTF-8', async ({ request }) => {
    for (const { id, bytes } of agentFilesOf('default')) {
      const response = await request.get(`./agents/${id}.md`);
      expect(response.headers()['content-type']).toBe('text/markdown; charset=utf-8');
      expect((await response.body()).equals(bytes), id).toBe(true);
    }
  });

  for (const name of siteNames) {
    test.describe(`of every agent of “${name}”`, () => {
      test.use({ site: name });

      test('is in the build with its own bytes', async ({ request }) => {
        const built = filesOf(name).filter((file) => /^agents\/[^/]+\.md$/.test(file));
        const written = agentFilesOf(name).map(({ bytes }) => bytes.toString('base64'));
        expect(built).toHaveLength(written.length);
        // A thousand files of one pattern are compared by their first hundred.
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
