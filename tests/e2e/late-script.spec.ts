import { expect, test } from './fixtures.ts';
import { delayScript } from './late-script.ts';
import { searchField, searchResults } from './search-locators.ts';

test.describe('what the reader does before the script of a page is loaded', () => {
  test('is saved if it ticks an item of a gate', async ({ page }) => {
    const release = await delayScript(page, 'GatePage');
    await page.goto('./gates/rust-pro-development-phase-validation/', { waitUntil: 'commit' });
    const box = page.getByRole('list', { name: 'Development Phase Validation' }).getByRole('checkbox').nth(2);
    await box.check();
    await release();
    await expect(page.getByRole('main').getByText('1 of 6 ticked', { exact: true })).toBeVisible();
    await expect(box).toBeChecked();
    await page.reload();
    await expect(page.getByRole('main').getByText('1 of 6 ticked', { exact: true })).toBeVisible();
    await expect(box).toBeChecked();
  });

  test('is searched for if it is a query', async ({ page }) => {
    const release = await delayScript(page, 'SearchPage');
    await page.goto('./search/', { waitUntil: 'commit' });
    await searchField(page).fill('backpressure');
    await release();
    await expect(searchResults(page).getByRole('link').first()).toBeVisible();
    await expect(searchField(page)).toHaveValue('backpressure');
    await expect(page).toHaveURL(/\?q=backpressure$/);
  });

  test('filters the catalogue together with the filters in the URL', async ({ page }) => {
    const release = await delayScript(page, 'Catalogue');
    await page.goto('./agents/?q=rust', { waitUntil: 'commit' });
    await page.getByRole('checkbox', { name: /^MultiEdit/ }).check();
    await release();
    await expect(page).toHaveURL(/\?q=rust&tool=MultiEdit$/);
    await expect(page.getByRole('checkbox', { name: /^MultiEdit/ })).toBeChecked();
  });

  test('highlights the lines of an entry of the delegation picture that has the focus', async ({ page }) => {
    const release = await delayScript(page, 'content-page');
    await page.goto('./delegation/', { waitUntil: 'commit' });
    const picture = page.getByRole('group', { name: 'Delegations of rust-pro' });
    await picture.getByRole('link', { name: /^@sql-pro/ }).focus();
    await release();
    await expect(picture.locator('path[data-highlight] title')).toHaveText([
      'Database & Data Processing → @sql-pro: 1 task',
    ]);
  });

  test('counts as an answer in a decision tree', async ({ page }) => {
    const release = await delayScript(page, 'Wizard');
    await page.goto('./decide/rust-pro-rust-development-decision-tree/', { waitUntil: 'commit' });
    await page.getByRole('radio', { name: 'Embedded systems', exact: true }).check();
    await release();
    await expect(page.getByRole('status').filter({ hasText: '1 of 5 answered.' })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Embedded systems', exact: true })).toBeChecked();
  });

  test('opens the prompt of a handoff form, with its list of agents', async ({ page }) => {
    const release = await delayScript(page, 'handoff');
    await page.goto('./handoffs/rust-pro-rust-security-request/', { waitUntil: 'commit' });
    await page.getByText('Copy as a prompt for an agent').click();
    const agent = page.getByRole('combobox', { name: 'Receiving agent' });
    await agent.focus();
    await release();
    await expect(page.getByRole('option', { name: 'security-auditor' })).toBeVisible();
  });
});
