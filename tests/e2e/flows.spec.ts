import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const workflow = './flows/rust-pro-rust-systems-tool-development/';
const collaboration = './flows/rust-pro-rust-web-service-development/';

const region = (page: Page, name: string) => page.getByRole('region', { name });

test.describe('a step of a flow', () => {
  test('links to its handoff template, prefilled with the step', async ({ page }) => {
    await page.goto(workflow);
    const steps = region(page, 'Steps').locator('ol').getByRole('listitem');
    await expect(steps.filter({ hasText: 'Hand off with' })).toHaveCount(2);
    await steps.filter({ hasText: 'Security Review' }).getByRole('link', { name: 'Rust Security Request' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Rust Security Request' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Receiving agent' })).toHaveValue('security-auditor');
    await expect(page.getByRole('textbox', { name: 'Task' })).toHaveValue('Security Review');
    await expect(page.getByText('Step 5 of 8 in Rust Systems Tool Development')).toBeVisible();
    await expect(page.getByText('0 of 7 filled', { exact: true })).toBeVisible();
  });
});

test.describe('copying a flow', () => {
  test('copies a checklist with its agents by keyboard, and announces it', async ({ page }) => {
    await page.goto(collaboration);
    await page.getByRole('button', { name: 'Copy as checklist' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Checklist copied' })).toHaveCount(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      [
        '## Rust Web Service Development',
        '',
        'Start: Web Service Requirements',
        '',
        '- [ ] 1. Service architecture (@backend-developer)',
        '- [ ] 2. API specification (@api-architect)',
        '- [ ] 3. Service implementation (@rust-pro)',
        '- [ ] 4. Data layer (@database-optimizer)',
        '- [ ] 5. Security implementation (@security-auditor)',
        '- [ ] 6. Production deployment (@deployment-engineer)',
        '',
      ].join('\n'),
    );
  });
});
