import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

function themeChoice(page: Page) {
  return page.getByRole('banner').getByRole('combobox', { name: 'Theme' });
}

function paper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

test.describe('the theme', () => {
  test('is the system’s until the reader chooses one, is saved across reloads and pages, and can be reset', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('./');
    await expect(themeChoice(page)).toHaveValue('system');
    const day = await paper(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const night = await paper(page);
    expect(night).not.toBe(day);
    await themeChoice(page).selectOption('Light');
    await page.reload();
    expect(await paper(page)).toBe(day);

    await page.emulateMedia({ colorScheme: 'light' });
    await themeChoice(page).selectOption('Dark');
    expect(await paper(page)).toBe(night);
    await page.goto('./agents/');
    await expect(themeChoice(page)).toHaveValue('dark');
    expect(await paper(page)).toBe(night);

    await themeChoice(page).selectOption('System');
    expect(await paper(page)).toBe(day);
    await page.reload();
    await expect(themeChoice(page)).toHaveValue('system');
    expect(await paper(page)).toBe(day);
  });

  test('is applied before the first paint, so that the page does not flash', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('playbook:theme', 'dark');
      new MutationObserver((_, observer) => {
        if (!document.querySelector('body')) return;
        observer.disconnect();
        Object.assign(window, { themeAtFirstBody: document.documentElement.dataset.theme });
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto('./gates/');
    expect(await page.evaluate(() => Reflect.get(window, 'themeAtFirstBody') as unknown)).toBe('dark');
  });

  test('changes in every tab at once', async ({ page, context }) => {
    await page.goto('./');
    const other = await context.newPage();
    await other.goto('./agents/');
    await themeChoice(page).selectOption('Dark');
    await expect(themeChoice(other)).toHaveValue('dark');
    await expect.poll(() => paper(other)).toBe(await paper(page));
  });

  test('changes even if storage is blocked, but is not saved', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    });
    await page.goto('./');
    const before = await paper(page);
    await themeChoice(page).selectOption('Dark');
    expect(await paper(page)).not.toBe(before);
    await page.reload();
    await expect(themeChoice(page)).toHaveValue('system');
    expect(await paper(page)).toBe(before);
  });

  test('is the system’s if the stored value is invalid', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('playbook:theme', '"><script>');
    });
    await page.goto('./');
    await expect(themeChoice(page)).toHaveValue('system');
  });
});

test.describe('display settings of the system', () => {
  test('forced colours leave text, buttons and the focus visible', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto('./agents/rust-system-architect/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const search = page.getByRole('banner').getByRole('link', { name: 'Search' });
    await expect(search).toBeVisible();
    const copy = page.getByRole('button', { name: 'Copy agent' });
    const border = await copy.evaluate((element) => getComputedStyle(element).borderTopStyle);
    expect(border).toBe('solid');
    await page.keyboard.press('Tab');
    const outline = await page
      .getByRole('link', { name: 'Skip to content' })
      .evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(outline).not.toBe('none');
  });

  test('links work with the animation between pages, which other tests turn off', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.goto('./');
    await page.getByRole('link', { name: 'Filter all agents' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agents');
  });

  test('reduced motion turns off animations, and links still work', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('./');
    await page.getByRole('link', { name: 'Filter all agents' }).click();
    // The shortcut works once the page has loaded, which is later than its heading.
    await page.waitForURL(/\/agents\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agents');
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  });
});
