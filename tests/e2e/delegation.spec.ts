import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

function filter(page: Page) {
  return page.getByRole('search', { name: 'Filter tasks' });
}

/** The rows of tasks, without those of column and group headers. */
function tasks(page: Page) {
  return page.getByRole('row').filter({ has: page.getByRole('cell') });
}

test.describe('the delegation page', () => {
  test('highlights the lines of an agent that has the focus, can be filtered by words, sender and recipient, also by keyboard alone, restores its filters from the URL, and shows the same numbers as a table on a phone', async ({
    page,
  }) => {
    // Unknown agents are ignored.
    await page.goto('./delegation/?from=stranger&to=%3Cscript%3E');
    await expect(filter(page).getByText('69 of 69 tasks')).toBeVisible();
    const picture = page.getByRole('group', { name: 'Delegations of rust-pro', exact: true });
    const highlighted = picture.locator('path[data-highlight] title');
    await expect(highlighted).toHaveCount(0);
    await picture.getByRole('link', { name: /^@sql-pro/ }).focus();
    await expect(highlighted).toHaveText(['Database & Data Processing → @sql-pro: 1 task']);

    await filter(page).getByLabel('To').selectOption('security-auditor');
    await expect(filter(page).getByText('9 of 69 tasks')).toBeVisible();
    // The picture shows only the lines of those tasks that its sender hands on.
    await expect(page.locator('.delegation-line:visible')).toHaveCount(3);
    await filter(page).getByLabel('From').selectOption('rust-engineer');
    await expect(tasks(page)).toHaveCount(1);
    await expect(page.getByRole('heading', { name: 'Not delegated' })).toBeHidden();
    await expect(page).toHaveURL(/\?from=rust-engineer&to=security-auditor$/);

    await page.reload();
    await expect(tasks(page)).toHaveCount(1);
    await expect(filter(page).getByLabel('To')).toHaveValue('security-auditor');
    await filter(page).getByLabel('Task').fill('nothing like it');
    await expect(page.getByText('No tasks match.')).toBeVisible();
    await filter(page).getByRole('button', { name: 'Clear filters' }).click();
    await expect(tasks(page)).toHaveCount(69);
    await expect(page).toHaveURL(/\/delegation\/$/);

    await test.step('by keyboard alone', async () => {
      await filter(page).getByLabel('Task').focus();
      await page.keyboard.type('fuzzing');
      await expect(tasks(page)).toHaveCount(1);
      for (let times = 0; times < 3; times++) await page.keyboard.press('Tab');
      await expect(filter(page).getByRole('button', { name: 'Clear filters' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(tasks(page)).toHaveCount(69);
      await expect(filter(page).getByLabel('Task')).toBeFocused();
    });

    await test.step('on a phone, without scrolling sideways', async () => {
      await page.setViewportSize({ width: 360, height: 740 });
      const row = page.getByRole('row', { name: /^@security-auditor/ });
      await expect(row.getByRole('cell').last()).toHaveText('8');
      await expect(picture).toBeHidden();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    });
  });
});
