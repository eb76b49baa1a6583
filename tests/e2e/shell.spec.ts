import { expect, test } from './fixtures.ts';

test.describe('the frame of every page', () => {
  test('starts with a skip link, which the first Tab focuses', async ({ page }) => {
    await page.goto('./gates/rust-pro-development-phase-validation/');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link').first()).toBeFocused();
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
});

test.describe('on paper', () => {
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
  test('unfolds long code', async ({ page }) => {
    await page.goto('./guide/publish/');
    const code = page.locator('pre[data-language=yaml]');
    const height = () => code.evaluate((pre) => pre.clientHeight);
    const folded = await height();
    await page.getByRole('button', { name: /^Show all \d+ lines$/ }).click();
    expect(await height()).toBeGreaterThan(2 * folded);
  });
});
