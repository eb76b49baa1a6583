import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

function filter(page: Page) {
  return page.getByRole('search', { name: 'Filter the roster' });
}

/** The visible entries. */
function names(page: Page) {
  return page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /has a file|outside specialist/ });
}

test.describe('the roster', () => {
  test('can be filtered by words and by type, and reads its filters from the URL', async ({ page }) => {
    await page.goto('./roster/');
    await filter(page)
      .getByRole('checkbox', { name: /^With a file/ })
      .check();
    await expect(names(page)).toHaveCount(5);
    await page.goto('./roster/?q=kubernetes&who=outside');
    await expect(names(page)).toHaveCount(1);
    await expect(names(page)).toContainText('deployment-engineer');
    await expect(filter(page).getByText('1 of 29 names')).toBeVisible();
    await filter(page).getByRole('button', { name: 'Clear filters' }).click();
    await expect(names(page)).toHaveCount(29);
  });
});
