import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

function row(page: Page, agent: string) {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: agent, exact: true }) });
}

/** Returns what the cells of an agent say, in the order of the columns. */
function grants(page: Page, agent: string): Promise<string[]> {
  return row(page, agent)
    .getByRole('cell')
    .evaluateAll((cells) => cells.map((cell) => cell.textContent.trim().replaceAll(/\s+/g, ' ')));
}

test.describe('the page that compares what agents may do', () => {
  test('is in the navigation, and says what each agent may do, in words as well as in signs', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('link', { name: 'Access' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Access' })).toBeVisible();
    await expect(page.getByText(/^What each agent may do, by its file: \d of 5 agents list their tools/)).toBeVisible();
    expect(await grants(page, 'rust-pro')).toEqual([
      'Allowed',
      'Allowed',
      'Allowed',
      'Not allowed',
      'Not allowed',
      'Not allowed',
      expect.stringMatching(/^\d+ tools/),
    ]);
    await expect(page.getByRole('list', { name: 'Signs' }).getByRole('listitem')).toHaveText([
      'Allowed',
      'Not limited by the file',
      'Not allowed',
    ]);
  });

  test('can be filtered by what agents may do, and keeps the filter in its address', async ({ page }) => {
    await page.goto('./access/');
    await page.getByRole('checkbox', { name: /^use the network/ }).check();
    await expect(row(page, 'rust-pro')).toBeHidden();
    await expect(page).toHaveURL(/\?may=network$/);
    await page.reload();
    await expect(row(page, 'rust-pro')).toBeHidden();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(row(page, 'rust-pro')).toBeVisible();
  });

  test('can be sorted by an ability, so that the agents without a limit come first', async ({ page }) => {
    await page.goto('./access/');
    await page.getByRole('button', { name: /^Network/ }).click();
    const first = page.getByRole('row').nth(1).getByRole('cell').nth(3);
    await expect(first).toHaveText('Not limited by the file');
  });

  test('links to the agents, whose pages have the same signs and link back', async ({ page }) => {
    await page.goto('./access/');
    await page.getByRole('link', { name: 'rust-pro', exact: true }).click();
    await expect(page.getByRole('listitem').filter({ hasText: /Run\s*: allowed/ })).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: /Network\s*: not allowed/ })).toBeVisible();
    await page.getByRole('term').getByRole('link', { name: 'Access' }).click();
    await expect(page).toHaveURL(/\/access\/$/);
  });

  test('shows all abilities on a phone without scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto('./access/');
    for (const name of ['Read', 'Change', 'Run', 'Network', 'Agents', 'MCP']) {
      await expect(page.getByRole('columnheader', { name: new RegExp(`^${name}`) })).toBeInViewport({ ratio: 1 });
    }
  });
});

test.describe('a site without agents', () => {
  test.use({ site: 'empty' });

  test('says on its page about access how to add one', async ({ page }) => {
    await page.goto('./access/');
    await expect(page.getByText('There are no agents yet.')).toBeVisible();
    await expect(page.getByRole('search', { name: 'Filter agents' })).toHaveCount(0);
  });
});
