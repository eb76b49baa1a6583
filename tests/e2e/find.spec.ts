import { expect, test } from './fixtures.ts';

test.describe('the page that ranks agents for a task', () => {
  test('a task typed on the home page leads to ranked agents with reasons that are links', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('searchbox', { name: 'Your task' }).fill('firmware for a microcontroller');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/find\/\?task=firmware/);
    const first = page.getByRole('list', { name: 'Agents that fit, best first' }).getByRole('article').first();
    await expect(first.getByRole('heading', { name: 'rust-systems-engineer' })).toBeVisible();
    await expect(first.getByRole('link', { name: 'Description and examples' })).toBeVisible();
    await expect(first.getByText('May do everything that its caller may.')).toBeVisible();
  });

  test('a misspelt task has a link to the corrected one, and back leads to the last answer', async ({ page }) => {
    await page.goto('./find/?task=firmware');
    const status = page.getByRole('main').locator('[data-status]');
    await expect(status).toContainText('rust-systems-engineer fits best');
    const task = page.getByRole('searchbox', { name: 'Your task' });
    await task.fill('a parsr for untrusted input');
    await expect(status).toContainText('Not in any file: parsr.');
    await task.press('Enter');
    await page.getByRole('link', { name: 'a parser for untrusted input' }).click();
    await expect(task).toHaveValue('a parser for untrusted input');
    await page.goBack();
    await expect(task).toHaveValue('a parsr for untrusted input');
    await page.goBack();
    await expect(task).toHaveValue('firmware');
  });

  test('a task that nothing fits says so, names the words that no file has, and is announced', async ({ page }) => {
    await page.goto('./find/?task=chocolate+cake');
    await expect(page.getByRole('main').locator('[data-status]')).toHaveText(
      'No agent fits this task. Not in any file: chocolate, cake.',
    );
    await expect(page.getByRole('status').filter({ hasText: 'No agent fits' })).toHaveCount(1);
    await page.getByRole('searchbox', { name: 'Your task' }).fill('');
    await expect(page.getByRole('heading', { name: 'Try one' })).toBeVisible();
    await expect(page).toHaveURL(/find\/$/);
  });
});

test.describe('the comparison of agents', () => {
  test('agents chosen in the catalogue are compared side by side', async ({ page }) => {
    await page.goto('./agents/');
    for (const name of ['rust-pro', 'rust-engineer']) await page.getByLabel(`Choose ${name}`, { exact: true }).check();
    await page.getByRole('button', { name: 'Compare the chosen agents' }).click();
    const table = page.getByRole('table', { name: /^Comparison of / });
    await expect(table.getByRole('columnheader')).toHaveText([/rust-engineer/, /rust-pro/]);
    await expect(table.getByText('MultiEdit (only this agent)')).toBeVisible();

    // Both agents fit on a phone.
    await page.setViewportSize({ width: 360, height: 800 });
    await expect(table.getByRole('columnheader').last()).toBeInViewport({ ratio: 1 });
  });

  test('agents that a search finds are compared side by side', async ({ page }) => {
    await page.goto('./search/?q=rust&kind=agent');
    await page.getByRole('link', { name: /^Compare rust-/ }).click();
    await expect(page).toHaveURL(/\/compare\/\?agents=rust-[\w-]+(?:,rust-[\w-]+){2}$/);
    await expect(page.getByRole('table', { name: /^Comparison of rust-/ })).toBeVisible();
  });
});
