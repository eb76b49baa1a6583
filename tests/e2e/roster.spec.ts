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
  test('lists all agents that are named, with or without a file, and counts the references to each', async ({
    page,
  }) => {
    await page.goto('./roster/');
    await expect(
      page.getByText('All agents that are named anywhere: 5 agents with a file, 24 outside specialists'),
    ).toBeVisible();
    await expect(names(page)).toHaveCount(29);
    const optimizer = names(page).filter({ has: page.getByRole('link', { name: 'performance-optimizer' }) });
    await expect(optimizer).toContainText('outside specialist');
    await expect(optimizer).toContainText('6 delegations · 6 answers · 4 workflow steps · 2 flow steps');
    await expect(names(page).filter({ hasText: 'rust-engineer' })).toContainText('has a file');
  });

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

  test('links to the page of an agent, which links to the places that refer to it', async ({ page }) => {
    await page.goto('./roster/');
    await page.getByRole('link', { name: 'sql-pro' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'sql-pro' })).toBeVisible();
    await expect(page.getByText('Outside specialist: no file in this playbook')).toBeVisible();
    const tasks = page.getByRole('region', { name: 'Tasks delegated to it' });
    await expect(tasks.getByRole('listitem')).toHaveText([
      /SQL query optimization\s+rust-pro, in\s+Database & Data Processing/,
    ]);
    await tasks.getByRole('link', { name: 'Database & Data Processing' }).click();
    await expect(page).toHaveURL(/\/agents\/rust-pro\/#database--data-processing$/);
  });

  test('shows the teams of an agent with a file, and all references to it', async ({ page }) => {
    await page.goto('./roster/rust-pro/');
    await expect(page.getByRole('link', { name: 'View the agent’s page' })).toBeVisible();
    const teams = page.getByRole('region', { name: 'Teams it works in' });
    await expect(teams.getByRole('link', { name: 'High-Performance Rust Service' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Answers that lead to it' })).toContainText('21 times');
  });
});

test.describe('names in the text of an agent', () => {
  test('link to the page of that agent, and never to the page itself', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const link = page.getByRole('article').getByRole('link', { name: '@terraform-specialist', exact: true });
    await expect(link).toHaveAttribute('href', /\/roster\/terraform-specialist\/$/);
    // Trees and flows link to it, so that all of its steps can be marked; the text does not.
    await expect(page.getByRole('article')).toContainText('@rust-pro to work out');
    await expect(page.locator('article a:not(.route a)').filter({ hasText: /^@?rust-pro$/ })).toHaveCount(0);
  });
});

test.describe('the roster of a site without agents', () => {
  test.use({ site: 'empty' });

  test('says that there are none', async ({ page }) => {
    await page.goto('./roster/');
    await expect(page.getByText('There are no agents yet.')).toBeVisible();
  });
});
