import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

function row(page: Page, agent: string) {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: agent, exact: true }) });
}

test.describe('the page that compares what agents may do', () => {
  test('can be filtered by what agents may do, keeps the filter in its address, can be sorted by an ability, and shows all abilities on a phone without scrolling sideways', async ({
    page,
  }) => {
    await page.goto('./access/');
    await page.getByRole('checkbox', { name: /^use the network/ }).check();
    await expect(row(page, 'rust-pro')).toBeHidden();
    await expect(page).toHaveURL(/\?may=network$/);
    await page.reload();
    await expect(row(page, 'rust-pro')).toBeHidden();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(row(page, 'rust-pro')).toBeVisible();
    await page.getByRole('button', { name: /^Network/ }).click();
    const first = page.getByRole('row').nth(1).getByRole('cell').nth(3);
    await expect(first).toHaveText('Not limited by the file');

    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByRole('table').evaluate((table) => {
      scrollBy(0, table.getBoundingClientRect().top);
    });
    for (const name of ['Read', 'Change', 'Run', 'Network', 'Agents', 'MCP']) {
      await expect(page.getByRole('columnheader', { name: new RegExp(`^${name}`) })).toBeInViewport({ ratio: 1 });
    }
  });
});
