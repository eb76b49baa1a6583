import { expect, test } from './fixtures.ts';

test.describe('a folder whose files have problems', () => {
  test.use({ site: 'malformed' });

  test('lists them by rule and by file, filters them, and explains each rule', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('link', { name: 'Problems' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Problems' })).toBeVisible();
    const rule = page.getByRole('row', { name: /^A value needs quotes/ });
    await expect(rule.getByRole('cell')).toHaveText(['Error', '1', '1']);

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

  test('links each problem on the page of its agent to its rule', async ({ page }) => {
    await page.goto('./agents/scribe/');
    await page
      .getByRole('region', { name: '1 problem in this file' })
      .getByRole('link', { name: 'fence-nested' })
      .click();
    await expect(page.getByRole('heading', { level: 3, name: 'A code fence ends early' })).toBeInViewport();
  });
});
