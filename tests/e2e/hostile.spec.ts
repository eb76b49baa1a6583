import { expect, test } from './fixtures.ts';
import { searchResults } from './search-locators.ts';

// Every attack in the fixture calls alert(), and the shared fixture fails any test in which a dialog opens.
test.use({ site: 'malformed' });

test('no page runs a script of a hostile agent or changes for it, and the catalogue can be filtered by its model', async ({
  page,
}) => {
  for (const route of ['./agents/x/', './']) {
    await page.goto(route);
    await expect(page.getByRole('contentinfo')).toBeVisible();
    expect(await page.evaluate(() => Reflect.get({}, 'polluted') as unknown)).toBeUndefined();
  }
  await page.goto('./agents/');
  await page.getByRole('checkbox', { name: "</style><script>alert('model')</script>" }).check();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('a page in a non-Latin script can be opened by its URL and found by search', async ({ page }) => {
  await page.goto('./agents/天気予報士/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('天気予報士');
  await page.goto(`./search/?q=${encodeURIComponent('Дождь')}`);
  await searchResults(page).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('天気予報士');
});
