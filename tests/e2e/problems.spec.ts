import { expect, test } from './fixtures.ts';

test.describe('a folder whose files have problems', () => {
  test.use({ site: 'malformed' });

  test('lists them by file with filters, and each rule with a link to its explanation', async ({ page }) => {
    await page.goto('./problems/');
    const rule = page.getByRole('row', { name: /^A value needs quotes/ });

    const file = page.getByRole('heading', { level: 3, name: 'scribe' });
    await page.getByRole('checkbox', { name: /^Errors/ }).check();
    await expect(file).toBeHidden();
    await expect(page).toHaveURL(/\?severity=error$/);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(file).toBeVisible();

    await rule.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 3, name: 'A value needs quotes' })).toBeInViewport();
    await expect(
      page.getByRole('article', { name: 'A value needs quotes' }).getByText(/description: Keeps tables: tides/),
    ).toBeVisible();
  });
});
