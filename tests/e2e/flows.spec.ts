import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const workflow = './flows/rust-pro-rust-systems-tool-development/';
const collaboration = './flows/rust-pro-rust-web-service-development/';
const phased = './flows/rust-engineer-development-workflow/';

const region = (page: Page, name: string) => page.getByRole('region', { name });

test.describe('the list of flows', () => {
  test('counts the flows of each kind, and groups them by kind', async ({ page }) => {
    await page.goto('./flows/');
    await expect(
      page.getByText(
        '3 workflows with 24 steps, 3 collaboration flows with 16 steps, 5 step lists, 2 phased workflows.',
      ),
    ).toBeVisible();
    for (const [name, count] of [
      ['Workflows', 3],
      ['Collaboration flows', 3],
      ['Steps', 5],
      ['Phased workflows', 2],
    ] as const) {
      await expect(page.getByRole('region', { name, exact: true }).getByRole('heading', { level: 3 })).toHaveCount(
        count,
      );
    }
  });

  test('shows the agent, the number of steps and the participants of each flow', async ({ page }) => {
    await page.goto('./flows/');
    const entry = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'Rust Systems Tool Development' }) });
    await expect(entry).toContainText('8 steps');
    await expect(entry.getByRole('link', { name: 'rust-pro', exact: true })).toBeVisible();
    await expect(entry.getByRole('list', { name: 'Who takes part' })).toContainText('@security-auditor');
    await entry.getByRole('heading').getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Rust Systems Tool Development' })).toBeVisible();
  });
});

test.describe('a workflow', () => {
  test('shows its steps in order, each with its agents', async ({ page }) => {
    await page.goto(workflow);
    const steps = region(page, 'Steps').locator('ol').getByRole('listitem');
    await expect(steps).toHaveCount(8);
    await expect(steps.nth(1)).toContainText('Architecture Design');
    await expect(steps.nth(1)).toContainText('@rust-pro and domain specialist');
    await steps.nth(0).getByRole('link', { name: '@rust-pro' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'rust-pro' })).toBeVisible();
  });

  test('lists its participants with their steps', async ({ page }) => {
    await page.goto(workflow);
    const people = region(page, 'Who takes part').getByRole('listitem');
    await expect(people.first()).toContainText('@rust-pro');
    await expect(people.first()).toContainText('3 steps (1, 2, 3)');
  });

  test('links to its section of the agent’s page, and to other flows', async ({ page }) => {
    await page.goto(workflow);
    const others = region(page, 'Other flows of rust-pro');
    await expect(others.getByRole('heading', { level: 3 })).toHaveCount(6);
    await page.getByRole('main').getByRole('link', { name: 'Rust Systems Tool Development' }).click();
    await expect(page).toHaveURL(/\/agents\/rust-pro\/#rust-systems-tool-development$/);
  });

  test('has a chart that names every step', async ({ page }) => {
    await page.goto(workflow);
    const chart = region(page, 'Chart');
    await expect(chart).toContainText('Packaging and Distribution');
    await expect(chart.getByRole('button', { name: 'Copy Mermaid' })).toBeVisible();
  });

  test('can be shown as written', async ({ page }) => {
    await page.goto(workflow);
    await page.getByText('As written').click();
    await expect(
      region(page, 'Steps').getByText('2. **Architecture Design** → `@rust-pro` + domain specialist'),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy code' })).toBeVisible();
  });
});

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

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('links to the handoff template', async ({ page }) => {
      await page.goto(collaboration);
      await page.getByRole('link', { name: 'Rust Database Integration Request' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rust Database Integration Request');
    });
  });
});

test.describe('a collaboration flow', () => {
  test('begins with its start', async ({ page }) => {
    await page.goto(collaboration);
    const steps = region(page, 'Steps');
    await expect(steps.getByText('Web Service Requirements').first()).toBeVisible();
    await expect(steps.locator('ol').getByRole('listitem')).toHaveCount(6);
  });
});

test.describe('a phased workflow', () => {
  test('shows the tasks of each phase, with code spans', async ({ page }) => {
    await page.goto(phased);
    const phases = region(page, 'Phases').locator('ol > li');
    await expect(phases).toHaveCount(3);
    await expect(phases.nth(1).getByRole('listitem')).toHaveCount(6);
    await expect(phases.nth(1).getByRole('code').filter({ hasText: 'cargo asm' })).toBeVisible();
    await expect(region(page, 'Who takes part')).toHaveCount(0);
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

test.describe('a flow without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('is complete, and has no buttons', async ({ page }) => {
    await page.goto(collaboration);
    await expect(region(page, 'Steps').locator('ol').getByRole('listitem')).toHaveCount(6);
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  });
});

test.describe('the list of flows of a site without flows', () => {
  test.use({ site: 'empty' });

  test('says that there are none', async ({ page }) => {
    await page.goto('./flows/');
    await expect(page.getByText('No agent has a workflow or a collaboration flow.')).toBeVisible();
  });
});
