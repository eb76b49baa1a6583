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
  const pagesWithDiagrams: { route: string; drawings: string[] }[] = [];
  test.beforeAll(() => {
    for (const { route, file } of pagesOf('default')) {
      const html = readFileSync(join(siteOf('default').built, file), 'utf8');
      const drawings = [...html.matchAll(/<svg[^>]*diagram-svg[\s\S]*?<\/svg>/g)].map(([svg]) => svg);
      if (drawings.length > 0) pagesWithDiagrams.push({ route, drawings });
    }
    expect(pagesWithDiagrams.length).toBeGreaterThan(5);
  });

  test('has labels inside its nodes, nodes that do not overlap, and edges that reach them, in every font', async ({
    page,
  }) => {
    test.slow();
    const faults: string[] = [];
    for (const { route } of pagesWithDiagrams) {
      await page.goto(`./${route}`);
      // A diagram in a hidden view has no geometry until it is shown.
      for (const choice of await page.getByRole('radio', { name: 'Diagram' }).all()) await choice.check();
      for (const font of fonts) {
        faults.push(...(await checkDiagrams(page, font)).map((fault) => `${route} in ${font}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
  });

  test('is part of the page, without inline styles, scripts, Mermaid or URLs of other hosts', async ({ page }) => {
    const requested: string[] = [];
    page.on('request', (request) => void requested.push(request.url()));
    await page.goto(workflow);
    expect(requested.filter((url) => /mermaid|\.css/i.test(url))).toEqual([]);
    for (const { route, drawings } of pagesWithDiagrams) {
      for (const svg of drawings) {
        expect(svg, route).not.toMatch(/<style|\sstyle=|<script|\son\w+=|(?:href|src)="(?:https?:)?\/\//);
      }
    }
  });
});

test.describe('a diagram', () => {
  test('is shown whole in a window of 1,280 pixels, without scrolling, with labels of at least 12 pixels', async ({
    page,
  }) => {
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
    }
  });

  test('of a tree has one column for its questions and one for its answers', async ({ page }) => {
    await page.goto(tree);
    await page.getByRole('radio', { name: 'Diagram' }).check();
    const left = async (labels: string[]) => {
      const boxes = labels.map((label) => page.locator('.diagram .node').filter({ hasText: label }).first());
      return new Set(await Promise.all(boxes.map(async (box) => Math.round((await box.boundingBox())?.x ?? 0))));
    };
    expect(
      (await left(['What application domain?', 'What integration needs?', 'What quality requirements?'])).size,
    ).toBe(1);
    expect((await left(['Web services', 'Enterprise scale', 'Monitoring systems', 'Maintainability'])).size).toBe(1);
  });

  test('links an agent’s node to the agent’s page', async ({ page }) => {
    await page.goto(workflow);
    await page
      .getByRole('group', { name: /^Diagram/ })
      .getByRole('link', { name: /@rust-pro/ })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'rust-pro' })).toBeVisible();
  });

  test('can be copied as Mermaid text', async ({ page }) => {
    await page.goto(workflow);
    await page.getByRole('button', { name: 'Copy Mermaid' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Mermaid text copied' })).toBeAttached();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^flowchart TD\n {2}s0\["1\. Performance/,
    );
  });

  test('can be downloaded as an SVG file that needs no other file', async ({ page }) => {
    await page.goto(workflow);
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

  test('can be shown full-screen, zoomed and closed with the keyboard alone', async ({ page }) => {
    await page.goto(workflow);
    const opener = page.getByRole('button', { name: 'Full screen' });
    await expect(opener).toBeEnabled();
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Diagram/ });
    const drawing = dialog.locator('svg');
    await expect(drawing).toBeVisible();
    const width = async () => (await drawing.boundingBox())?.width ?? 0;
    const fitted = await width();
    await page.keyboard.press('+');
    await expect.poll(width).toBeGreaterThan(fitted * 1.2);
    await page.keyboard.press('0');
    await expect.poll(width).toBeCloseTo(fitted, 0);
    await page.keyboard.press('-');
    await expect.poll(width).toBeLessThan(fitted * 0.9);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    await expect(page.getByRole('group', { name: /^Diagram/ }).locator('svg')).toBeVisible();
  });

  test('is zoomed by the wheel with Control', async ({ page }) => {
    await page.goto(workflow);
    await page.getByRole('button', { name: 'Full screen' }).click();
    const drawing = page.getByRole('dialog').locator('svg');
    const before = await drawing.boundingBox();
    await drawing.hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect
      .poll(async () => (await drawing.boundingBox())?.width ?? 0)
      .toBeGreaterThan((before?.width ?? 0) * 1.5);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a page shows the drawing and its text, and no buttons that need JavaScript', async ({ page }) => {
    await page.goto(workflow);
    await expect(page.getByRole('group', { name: /^Diagram/ }).locator('svg')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Full screen' })).toBeHidden();
    await page.goto(tree);
    await expect(page.getByText('What application domain?').filter({ visible: true }).first()).toBeVisible();
  });
});

test.describe('the guide', () => {
  test('shows each kind of element as source and as rendered', async ({ page }) => {
    await page.goto('./guide/write-an-agent/');
    for (const kind of ['Decision tree · 2 questions, 5 answers', 'Workflow · 4 steps', 'Quality gate · 3 items']) {
      await expect(page.getByRole('main').getByText(kind, { exact: true })).toBeVisible();
    }
    await expect(page.getByRole('main').getByText('Mermaid cannot draw')).toHaveCount(0);
    await expect(page.getByRole('group', { name: 'Diagram: The states of a ticket' }).locator('svg')).toBeVisible();
  });
});
