import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkDiagrams } from './diagram-geometry.ts';
import { expect, test } from './fixtures.ts';
import { pagesOf, siteOf } from './sites.ts';

const tree = './decide/rust-pro-rust-development-decision-tree/';
const workflow = './flows/rust-pro-high-performance-rust-service/';

/** Fonts that readers have: the widest of the common ones, and those of most Linux desktops. */
const fonts = ['DejaVu Sans', 'Liberation Sans', 'Noto Sans'];

test.describe('every diagram', () => {
  // Read only now: the site is built before the tests run, and after this file is first looked at.
  const pagesWithDiagrams: { route: string; drawings: string[] }[] = [];
  test.beforeAll(() => {
    for (const { route, file } of pagesOf('default')) {
      const html = readFileSync(join(siteOf('default').built, file), 'utf8');
      const drawings = [...html.matchAll(/<svg[^>]*diagram-svg[\s\S]*?<\/svg>/g)].map(([svg]) => svg);
      if (drawings.length > 0) pagesWithDiagrams.push({ route, drawings });
    }
    expect(pagesWithDiagrams.length).toBeGreaterThan(5);
  });

  for (const font of fonts) {
    test(`holds its words, keeps its nodes apart and its edges on them, in ${font}`, async ({ page }) => {
      test.slow();
      const faults: string[] = [];
      for (const { route } of pagesWithDiagrams) {
        await page.goto(`./${route}`);
        // Those behind a choice of views have no geometry until they are shown.
        for (const choice of await page.getByRole('radio', { name: 'Diagram' }).all()) await choice.check();
        faults.push(...(await checkDiagrams(page, font)).map((fault) => `${route}: ${fault}`));
      }
      expect(faults).toEqual([]);
    });
  }

  test('is drawn into the page: without styles of its own, without Mermaid, from no other host', async ({ page }) => {
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

  test('of a tree weighs less than 10 kB, compressed', () => {
    const svg = pagesWithDiagrams.find(({ route }) => route.startsWith('decide/rust-pro'))?.drawings[0] ?? '';
    expect(svg).toContain('Cryptography');
    expect(gzipSync(svg).length).toBeLessThan(10_000);
  });
});

test.describe('a diagram', () => {
  test('leads from an agent’s node to its page', async ({ page }) => {
    await page.goto(workflow);
    await page
      .getByRole('group', { name: /^Diagram/ })
      .getByRole('link', { name: /@rust-pro/ })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'rust-pro' })).toBeVisible();
  });

  test('is copied as text that begins as Mermaid does', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(workflow);
    await page.getByRole('button', { name: 'Copy Mermaid' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Mermaid text copied' })).toBeAttached();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^flowchart TD\n {2}s0\["1\. Performance/,
    );
  });

  test('is downloaded as a file that stands alone', async ({ page }) => {
    await page.goto(workflow);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download SVG' }).click();
    const download = await waiting;
    const svg = await readFile(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toMatch(/\.svg$/);
    expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(svg).not.toContain('var(--');
    // A page of no site: the file must not lean on this one's styles, nor on its policy.
    await page.goto('about:blank');
    await page.setContent(svg.replace(/^<\?xml[^>]*>/, ''));
    await expect(page.getByText('Core Implementation')).toBeVisible();
  });

  test('is shown full-screen, zoomed and closed by keyboard alone', async ({ page }) => {
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

  test('grows around the pointer when the wheel turns with Control held', async ({ page }) => {
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

  test('the drawing and its text are there, and no button that could do nothing', async ({ page }) => {
    await page.goto(workflow);
    await expect(page.getByRole('group', { name: /^Diagram/ }).locator('svg')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Full screen' })).toBeHidden();
    await page.goto(tree);
    await expect(page.getByText('What application domain?').filter({ visible: true }).first()).toBeVisible();
  });
});

test.describe('the guide', () => {
  test('shows each kind of element as source and as what the site makes of it', async ({ page }) => {
    await page.goto('./guide/write-an-agent/');
    for (const kind of ['Decision tree · 2 questions, 5 answers', 'Workflow · 4 steps', 'Quality gate · 3 items']) {
      await expect(page.getByText(kind, { exact: true })).toBeVisible();
    }
    await expect(page.getByText('Mermaid cannot draw')).toHaveCount(0);
    await expect(page.getByRole('group', { name: 'Diagram: The states of a ticket' }).locator('svg')).toBeVisible();
  });
});
