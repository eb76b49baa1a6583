import { expect, test } from './fixtures.ts';

test.describe('the frame of every page', () => {
  test('starts with a skip link, which the first Tab focuses', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link').first()).toBeFocused();
  });

  test('has a second skip link to the first field on the page of a form', async ({ page }) => {
    await page.goto('./handoffs/rust-pro-rust-performance-request/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the form' })).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Current Performance' })).toBeFocused();
  });

  test('has each landmark once', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    for (const role of ['banner', 'main', 'contentinfo'] as const) await expect(page.getByRole(role)).toHaveCount(1);
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Breadcrumbs' })).toBeVisible();
  });

  test('takes the focus in visual order', async ({ page }) => {
    await page.goto('./agents/');
    const header = page.getByRole('banner');
    const stops = [
      page.getByRole('link', { name: 'Skip to content' }),
      header.getByRole('link', { name: 'Rust Agent Playbook' }),
      ...(await header.getByRole('navigation', { name: 'Main' }).getByRole('button').all()),
      header.getByRole('link', { name: 'Guide' }),
      header.getByRole('combobox', { name: 'Theme' }),
      header.getByRole('link', { name: 'Search' }),
    ];
    for (const stop of stops) {
      await page.keyboard.press('Tab');
      await expect(stop).toBeFocused();
      await expect(stop).toBeInViewport();
      const outline = await stop.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(outline, 'the focus is visible').not.toBe('none');
    }
  });

  test('marks the current page or its parent in the navigation', async ({ page }) => {
    const group = page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Find' });
    const agents = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Agents/ });
    for (const [path, current] of [
      ['./agents/', 'page'],
      ['./agents/rust-pro/', 'true'],
    ] as const) {
      await page.goto(path);
      await expect(group).toHaveAttribute('aria-current', 'true');
      await group.click();
      await expect(agents).toHaveAttribute('aria-current', current);
    }
    await page.goto('./');
    await expect(group).not.toHaveAttribute('aria-current');
    const brand = page.getByRole('banner').getByRole('link', { name: 'Rust Agent Playbook' });
    await expect(brand).toHaveAttribute('aria-current', 'page');
  });

  test('opens a group of pages by keyboard, and closes it with Escape', async ({ page }) => {
    await page.goto('./');
    const group = page.getByRole('button', { name: 'Hand over' });
    await group.press('Enter');
    const gates = page.getByRole('list', { name: 'Hand over' }).getByRole('link', { name: /^Gates/ });
    await expect(gates).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(gates).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(gates).toBeHidden();
    await expect(group).toBeFocused();
  });

  test('has breadcrumbs, all of them links but the last', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const trail = page.getByRole('navigation', { name: 'Breadcrumbs' });
    await expect(trail.getByRole('listitem')).toHaveText(['Home', 'Agents', 'rust-pro']);
    await expect(trail.getByRole('listitem').last()).toHaveAttribute('aria-current', 'page');
    await trail.getByRole('link', { name: 'Agents' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agents');
    await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Home' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rust Agent Playbook');
  });

  test('has a favicon that exists', async ({ page, request }) => {
    await page.goto('./');
    const icon = await page.locator('link[rel=icon]').getAttribute('href');
    const response = await request.get(icon ?? '');
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toContain('image/svg+xml');
  });

  test('comes with security headers', async ({ page }) => {
    const response = await page.goto('./agents/rust-pro/');
    const headers = response?.headers() ?? {};
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    // Each page’s own policy is stricter about styles: every-page.spec.ts checks it.
    expect(headers['content-security-policy']).toMatch(/script-src (?![^;]*unsafe-inline)/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

test.describe('on a phone without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

  test('one button opens all pages, below a header of one row', async ({ page }) => {
    await page.goto('./gates/');
    const header = await page.getByRole('banner').boundingBox();
    expect(header?.height).toBeLessThanOrEqual(64);
    await page.getByRole('button', { name: 'Menu' }).click();
    const menu = page.getByRole('navigation', { name: 'Main' });
    for (const name of ['Agents', 'Flows', 'Gates', 'Roster', 'Guide']) {
      await expect(menu.getByRole('link', { name })).toBeInViewport({ ratio: 1 });
    }
    await expect(menu.getByRole('link', { name: 'Gates' })).toHaveAttribute('aria-current', 'page');
    await menu.getByRole('link', { name: 'Flows' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Flows' })).toBeVisible();
  });
});

test.describe('on paper', () => {
  test('there is the agent, and nothing to click', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1, name: 'rust-pro' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Best Practices', exact: true })).toBeVisible();
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByRole('contentinfo')).toBeHidden();
    await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('button').filter({ visible: true })).toHaveCount(0);
  });

  test('text is dark on white, whatever the theme', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('playbook:theme', 'dark');
    });
    await page.goto('./agents/rust-pro/');
    await page.emulateMedia({ media: 'print' });
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      return { color, backgroundColor };
    });
    expect(colours.backgroundColor).toBe('rgb(255, 255, 255)');
    expect(Math.max(...(colours.color.match(/\d+/g) ?? []).map(Number))).toBeLessThan(100);
  });

  test('a wide diagram fits the paper', async ({ page }) => {
    await page.setViewportSize({ width: 700, height: 900 });
    await page.goto('./decide/rust-pro-rust-development-decision-tree/');
    await page.getByRole('radio', { name: 'Diagram' }).check();
    await page.emulateMedia({ media: 'print' });
    const drawing = await page
      .getByRole('group', { name: /^Diagram/ })
      .locator('svg')
      .boundingBox();
    expect(drawing?.width).toBeLessThanOrEqual(700);
  });
});

test.describe('the guide', () => {
  test('has no white space at the ends of its links', async ({ page }) => {
    await page.goto('./guide/start-here/');
    const links = await page.getByRole('article').getByRole('link').allTextContents();
    expect(links.length).toBeGreaterThan(5);
    expect(links).toEqual(links.map((words) => words.trim()));
  });

  test('unfolds long code', async ({ page }) => {
    await page.goto('./guide/publish/');
    const code = page.locator('pre[data-language=yaml]');
    const height = () => code.evaluate((pre) => pre.clientHeight);
    const folded = await height();
    await page.getByRole('button', { name: /^Show all \d+ lines$/ }).click();
    expect(await height()).toBeGreaterThan(2 * folded);
  });
});

test.describe('the 404 page', () => {
  test('shows search results below the search field', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    // Opened by its own URL: any missing page would count as a failed request.
    await page.goto('./404.html');
    const field = await page.getByRole('searchbox', { name: 'Search agents and sections' }).boundingBox();
    const found = await page.getByRole('region', { name: 'Results' }).boundingBox();
    expect(found?.x).toBe(field?.x);
  });
});
