import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

function contentsOf(page: Page) {
  return page.getByRole('navigation', { name: 'On this page' });
}

test.describe('the table of contents', () => {
  test('has an entry for each heading of the page, in order', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const entries = await contentsOf(page).getByRole('link').allInnerTexts();
    const headings = await page.getByRole('main').getByRole('heading').allInnerTexts();
    expect(entries.length).toBeGreaterThan(10);
    expect(entries).toEqual(headings.slice(1).map((heading) => heading.trim()));
  });

  test('links to a heading, and marks the entry of the current section', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const link = contentsOf(page).getByRole('link', { name: 'Delegation Patterns', exact: true });
    await link.click();
    await expect(page).toHaveURL(/#delegation-patterns$/);
    await expect(page.getByRole('heading', { name: 'Delegation Patterns', exact: true })).toBeInViewport();
    await expect(link).toHaveAttribute('aria-current', 'location');
  });

  test('moves its mark as the reader scrolls, with one mark at a time, always in view', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const links = contentsOf(page).getByRole('link');
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

  test('marks the section that the page was opened at', async ({ page }) => {
    await page.goto('./agents/rust-pro/#rust-handoff-protocols');
    await expect(contentsOf(page).getByRole('link', { name: 'Rust Handoff Protocols' })).toHaveAttribute(
      'aria-current',
      'location',
    );
  });

  test('is collapsed on a phone, and expands by keyboard', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto('./agents/rust-pro/');
    const link = contentsOf(page).getByRole('link', { name: 'Delegation Patterns', exact: true });
    await expect(link).toBeHidden();
    await contentsOf(page).getByText('On this page').focus();
    await page.keyboard.press('Enter');
    await expect(link).toBeVisible();
    await link.click();
    await expect(page.getByRole('heading', { name: 'Delegation Patterns', exact: true })).toBeInViewport();
  });

  test('expands when the window becomes wide enough to show it beside the text', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto('./agents/rust-pro/');
    const link = contentsOf(page).getByRole('link', { name: 'Focus Areas' });
    await expect(link).toBeHidden();
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(link).toBeVisible();
  });
});

test('every section has a link to itself, labelled with its title', async ({ page }) => {
  await page.goto('./agents/rust-pro/');
  await page.getByRole('link', { name: 'Link to “Best Practices”' }).click();
  await expect(page).toHaveURL(/#best-practices$/);
});
