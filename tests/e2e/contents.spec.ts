import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { scriptLoaded } from './late-script.ts';

function contentsOf(page: Page) {
  return page.getByRole('navigation', { name: 'On this page' });
}

test.describe('the table of contents', () => {
  test('links to headings, and marks the current section as the reader opens the page and scrolls, always in view', async ({
    page,
  }) => {
    await page.goto('./agents/rust-pro/#rust-handoff-protocols');
    const links = contentsOf(page).getByRole('link');
    await expect(links.filter({ hasText: 'Rust Handoff Protocols' })).toHaveAttribute('aria-current', 'location');
    const link = contentsOf(page).getByRole('link', { name: 'Delegation Patterns', exact: true });
    await link.click();
    await expect(page).toHaveURL(/#delegation-patterns$/);
    await expect(page.getByRole('heading', { name: 'Delegation Patterns', exact: true })).toBeInViewport();
    await expect(link).toHaveAttribute('aria-current', 'location');
    const marked = contentsOf(page).locator('[aria-current]');
    await page.getByRole('heading', { name: 'Rust Handoff Protocols' }).evaluate((heading) => {
      heading.scrollIntoView({ block: 'start' });
    });
    await expect(links.filter({ hasText: 'Rust Handoff Protocols' })).toHaveAttribute('aria-current', 'location');
    await expect(marked).toHaveCount(1);
    await expect(marked).toBeInViewport();

    const scroll = (end: 'top' | 'bottom') =>
      page.evaluate((end) => {
        scrollTo(0, end === 'top' ? 0 : document.documentElement.scrollHeight);
      }, end);
    await scroll('bottom');
    await expect(links.last()).toHaveAttribute('aria-current', 'location');
    await scroll('top');
    await expect(links.last()).not.toHaveAttribute('aria-current');
  });

  test('leads to headings of sections that the browser lays out only now, which print, and are in place after going back', async ({
    page,
  }) => {
    await page.goto('./agents/rust-pro/');
    const heading = page.getByRole('heading', { name: 'To Database Specialists' });
    const isLaidOut = () => heading.evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true }));
    // In steps of 4 pixels: positions are rounded in other places than before.
    const top = () => heading.evaluate((one) => 4 * Math.round(one.getBoundingClientRect().top / 4));
    // The script of the table of contents runs after the page has loaded, and measures where sections are.
    await scriptLoaded(page, 'content-page');
    expect(await isLaidOut()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(isLaidOut).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(isLaidOut).toBe(false);

    const link = contentsOf(page).getByRole('link', { name: 'To Database Specialists', exact: true });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'location');
    // Sections above have their real size by now, which is not what the browser had reserved for them.
    await expect.poll(isLaidOut).toBe(true);
    await expect.poll(top).toBe(32);
    await page.evaluate(() => {
      scrollBy(0, -100);
    });
    await expect.poll(top).toBe(132);
    await page.goto('./404.html');
    await page.goBack();
    await expect.poll(top).toBe(132);
  });

  test('is collapsed on a phone, expands by keyboard, and when the window becomes wide enough; the focus stays in view', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto('./agents/rust-pro/');
    const link = contentsOf(page).getByRole('link', { name: 'Delegation Patterns', exact: true });
    await expect(link).toBeHidden();
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(link).toBeVisible();
    await page.setViewportSize({ width: 360, height: 640 });
    await page.reload();
    await expect(link).toBeHidden();
    await contentsOf(page).getByText('On this page').focus();
    await page.keyboard.press('Enter');
    await expect(link).toBeVisible();
    await link.click();
    await expect(page.getByRole('heading', { name: 'Delegation Patterns', exact: true })).toBeInViewport();

    // The long section before this link keeps its height when the focus leaves it.
    const next = page.getByRole('link', { name: 'Link to “When to Handle Directly vs Delegate”' });
    await next.focus();
    await page.keyboard.press('Shift+Tab');
    await expect(next).not.toBeFocused();
    await page.keyboard.press('Tab');
    await expect(next).toBeFocused();
    await expect(next).toBeInViewport();
  });
});
