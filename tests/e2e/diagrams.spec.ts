import { type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkDiagrams } from './diagram-geometry.ts';
import { expect, test } from './fixtures.ts';
import { pagesOf, siteOf } from '../site/sites.ts';

const tree = './decide/rust-pro-rust-development-decision-tree/';
const workflow = './flows/rust-pro-high-performance-rust-service/';

/** Fonts that readers may have: the widest of the common ones, and those of most Linux desktops. */
const fonts = ['DejaVu Sans', 'Liberation Sans', 'Noto Sans'];

test.describe('every diagram', () => {
  // Read in a hook, because Playwright loads this file before the sites are built.
  const pagesWithDiagrams: string[] = [];
  test.beforeAll(() => {
    for (const { route, file } of pagesOf('default')) {
      const html = readFileSync(join(siteOf('default').built, file), 'utf8');
      if (/<svg[^>]*diagram-svg/.test(html)) pagesWithDiagrams.push(route);
    }
    expect(pagesWithDiagrams.length).toBeGreaterThan(5);
  });

  test('has labels inside its nodes, nodes that do not overlap, and edges that reach them, in every font', async ({
    page,
  }) => {
    test.slow();
    const faults: string[] = [];
    for (const route of pagesWithDiagrams) {
      await page.goto(`./${route}`);
      // A diagram in a hidden view has no geometry until it is shown.
      for (const choice of await page.getByRole('radio', { name: 'Diagram' }).all()) await choice.check();
      for (const font of fonts) {
        faults.push(...(await checkDiagrams(page, font)).map((fault) => `${route} in ${font}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });
});

/** Expects one column for the questions of the tree, and one for its answers. */
async function expectColumns(page: Page): Promise<void> {
  const left = async (labels: string[]) => {
    const boxes = labels.map((label) => page.locator('.diagram .node').filter({ hasText: label }).first());
    return new Set(await Promise.all(boxes.map(async (box) => Math.round((await box.boundingBox())?.x ?? 0))));
  };
  const questions = ['What application domain?', 'What integration needs?', 'What quality requirements?'];
  expect((await left(questions)).size).toBe(1);
  expect((await left(['Web services', 'Enterprise scale', 'Monitoring systems', 'Maintainability'])).size).toBe(1);
}

test.describe('a diagram', () => {
  test('is shown whole in a window of 1,280 pixels, without scrolling, with labels of at least 12 pixels, without Mermaid', async ({
    page,
  }) => {
    const requested: string[] = [];
    page.on('request', (request) => void requested.push(request.url()));
    for (const path of [tree, workflow, './flows/rust-pro-rust-web-service-development/']) {
      await page.goto(path);
      for (const choice of await page.getByRole('radio', { name: 'Diagram' }).all()) await choice.check();
      const frame = page.locator('.diagram-scroll').first();
      const room = await frame.evaluate((element) => ({
        across: element.scrollWidth - element.clientWidth,
        down: element.scrollHeight - element.clientHeight,
        scale: (element.querySelector('svg')?.getScreenCTM()?.a ?? 0) * 14,
      }));
      expect(room.across, path).toBeLessThanOrEqual(0);
      expect(room.down, path).toBeLessThanOrEqual(0);
      expect(room.scale, path).toBeGreaterThanOrEqual(12);
      if (path === tree) await expectColumns(page);
    }
    expect(requested.filter((url) => /mermaid/i.test(url))).toEqual([]);
  });

  test('can be copied as Mermaid text, and downloaded as an SVG file that needs no other file', async ({ page }) => {
    await page.goto(workflow);
    await page.getByRole('button', { name: 'Copy Mermaid' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Mermaid text copied' })).toBeAttached();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^flowchart TD\n {2}s0\["1\. Performance/,
    );
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download SVG' }).click();
    const download = await downloading;
    const svg = await readFile(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toMatch(/\.svg$/);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).not.toContain('var(--');
    // An empty page: the file must not depend on the site's styles or policy.
    await page.goto('about:blank');
    await page.setContent(svg.replace(/^<\?xml[^>]*>/, ''));
    await expect(page.getByText('Core Implementation')).toBeVisible();
  });

  test('can be shown full-screen, zoomed and closed with the keyboard alone, and zoomed by the wheel with Control', async ({
    page,
  }) => {
    await page.goto(workflow);
    const opener = page.getByRole('button', { name: 'Full screen' });
    await expect(opener).toBeEnabled();
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Diagram/ });
    const drawing = dialog.locator('svg');
    await expect(drawing).toBeInViewport({ ratio: 1 });
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
    const width = async () => (await drawing.boundingBox())?.width ?? 0;
    const fitted = await width();
    await page.keyboard.press('+');
    await expect.poll(width).toBeGreaterThan(fitted * 1.2);
    await page.keyboard.press('0');
    await expect.poll(width).toBeCloseTo(fitted, 0);
    await page.keyboard.press('-');
    await expect.poll(width).toBeLessThan(fitted * 0.9);
    await page.keyboard.press('0');
    await drawing.hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(width).toBeGreaterThan(fitted * 1.5);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    await expect(page.getByRole('group', { name: /^Diagram/ }).locator('svg')).toBeVisible();
  });
});
