import { expect, test } from './fixtures.ts';

test.describe('a persona page', () => {
  test('highlights code, with different colours in the light and the dark theme, and folds long code', async ({
    page,
  }) => {
    await page.goto('./agents/rust-pro/');
    const coloured = page.locator('pre[data-language=rust] span').first();
    await expect(coloured).toBeVisible();
    const colours = async (scheme: 'light' | 'dark') => {
      await page.emulateMedia({ colorScheme: scheme });
      const of = (element: Element) => getComputedStyle(element).color;
      return { token: await coloured.evaluate(of), text: await page.locator('pre').first().evaluate(of) };
    };
    const [day, night] = [await colours('light'), await colours('dark')];
    expect(day.token).not.toBe(day.text);
    expect(night.token).not.toBe(night.text);
    expect(night.token).not.toBe(day.token);

    const code = page.locator('pre[data-language=rust]').first();
    const height = () => code.evaluate((pre) => pre.clientHeight);
    const folded = await height();
    const unfold = page.getByRole('button', { name: /^Show all \d+ lines$/ }).first();
    await expect(unfold).toHaveAttribute('aria-expanded', 'false');
    await unfold.press('Enter');
    expect(await height()).toBeGreaterThan(4 * folded);
    await page.getByRole('button', { name: 'Show less' }).press('Enter');
    expect(await height()).toBe(folded);
    await page.emulateMedia({ media: 'print' });
    expect(await height()).toBeGreaterThan(4 * folded);
  });

  test('shows in its first screen who the agent is, when to call it, and what is inside', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('./agents/rust-pro/');
    const inside = page.getByRole('navigation', { name: 'What is inside' });
    for (const part of [/decision tree\s+5 questions/, /3 workflows\s+24 steps/, /4 quality gates\s+24 items/]) {
      await expect(inside.getByRole('link', { name: part })).toBeInViewport({ ratio: 1 });
    }
    await expect(page.getByRole('heading', { name: 'When to call it' })).toBeInViewport({ ratio: 1 });
    await inside.getByRole('link', { name: /4 quality gates/ }).click();
    await expect(page.getByText('0 of 6 ticked').first()).toBeInViewport();
    // A third shorter than when trees, flows and delegations were code and boxes (20,593 pixels).
    const height = await page.evaluate(() => {
      // Without this class, sections outside the window have their real size.
      document.documentElement.classList.remove('opens-at-top');
      return document.documentElement.scrollHeight;
    });
    expect(height).toBeGreaterThan(13_000);
    expect(height).toBeLessThan(14_000);
  });

  test('marks every step, answer and task of an agent while one of its links has the focus or the pointer', async ({
    page,
  }) => {
    await page.goto('./agents/rust-pro/');
    const marked = page.locator('[data-related]');
    await page.getByRole('link', { name: '@sql-pro' }).last().focus();
    await expect(marked).toHaveText([/SQL query optimization/]);
    await page.getByRole('link', { name: '@devops-troubleshooter' }).last().hover();
    await expect(marked).toHaveText([/Monitoring setup/, /Monitoring systems/, /Production monitoring/]);
  });

  test('has gates to tick off, with the same ticks as on their own pages', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const gate = page.getByRole('list', { name: 'Development Phase Validation' });
    await gate.getByRole('checkbox').nth(1).check();
    await expect(page.getByText('1 of 6 ticked')).toBeVisible();
    await page.getByRole('link', { name: 'Tick it off' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Development Phase Validation' })).toBeVisible();
    await expect(page.getByRole('checkbox').nth(1)).toBeChecked();
  });

  test('prints in dark on white its tree, its flows, its delegations as a table and its gates as boxes, and nothing to click', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 700, height: 900 });
    await page.addInitScript(() => {
      localStorage.setItem('playbook:theme', 'dark');
    });
    await page.goto('./agents/rust-pro/');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1, name: 'rust-pro' })).toBeVisible();
    for (const part of [page.getByRole('banner'), page.getByRole('contentinfo')]) await expect(part).toBeHidden();
    await expect(page.getByRole('navigation').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('button').filter({ visible: true })).toHaveCount(0);
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.documentElement);
      return { color, backgroundColor };
    });
    expect(colours.backgroundColor).toBe('rgb(255, 255, 255)');
    expect(Math.max(...(colours.color.match(/\d+/g) ?? []).map(Number))).toBeLessThan(100);
    const section = (name: string) =>
      page.locator('.persona-section').filter({ has: page.getByRole('heading', { name, exact: true }) });
    await expect(section('Rust Development Decision Tree').getByText('What application domain?')).toBeVisible();
    const steps = section('High-Performance Rust Service').getByRole('list').getByRole('listitem');
    await expect(steps).toHaveCount(9);
    await expect(steps.last()).toContainText('@deployment-engineer');
    const matrix = page.getByRole('table', { name: /number of tasks/ });
    await expect(
      matrix
        .getByRole('row', { name: /@security-auditor/ })
        .getByRole('cell')
        .last(),
    ).toHaveText('8');
    await expect(section('Development Phase Validation').getByText('☐').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Fill in' }).first()).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(700);
  });

  test('scrolls wide code by keyboard, without scrolling the page', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto('./agents/rust-pro/');
    const code = page.locator('pre').filter({ hasText: 'fn ' }).first();
    await code.focus();
    await expect(code).toBeFocused();
    expect(await code.evaluate((pre) => pre.scrollWidth > pre.clientWidth)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => code.evaluate((pre) => pre.scrollLeft)).toBeGreaterThan(0);
  });
});
