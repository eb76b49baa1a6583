import { agentFile, agentFilesOf } from '../site/agent-files.ts';
import { expect, test } from './fixtures.ts';

test.describe('a persona page', () => {
  test('shows the agent’s purpose, its model, and what each of its tools permits', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const article = page.getByRole('article').first();
    await expect(article.getByRole('heading', { level: 1, name: 'rust-pro' })).toBeVisible();
    await expect(article.getByText('writing, reviewing and repairing idiomatic Rust')).toBeVisible();
    await expect(article.getByText('Call it PROACTIVELY')).toBeVisible();
    const facts = article.getByRole('definition');
    await expect(facts.filter({ hasText: 'Inherits the caller’s model' })).toBeVisible();
    const tools = facts.getByRole('listitem');
    await expect(tools.filter({ hasText: 'Bash' })).toHaveText(/Bash\s+run shell commands/);
    await expect(tools.filter({ hasText: 'Grep' })).toHaveText(/Grep\s+search in files/);
  });

  test('names the agent’s model, and says that an agent inherits all tools', async ({ page }) => {
    await page.goto('./agents/rust-system-architect/');
    await expect(page.getByRole('definition').filter({ hasText: 'sonnet' })).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: 'Inherits all of the caller’s tools' })).toBeVisible();
  });

  test('shows each example dialogue as a card with its context, its turns and its commentary', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const cards = page.getByRole('region', { name: 'When to call it' }).getByRole('listitem');
    await expect(cards).toHaveCount(2);
    await expect(cards.first()).toContainText('The borrow checker rejects a function');
    await expect(cards.first()).toContainText(/You\s+rustc says this value/);
    await expect(cards.first()).toContainText(/Assistant\s+I'll ask @rust-pro/);
    await expect(cards.first()).toContainText(/Why\s+A lifetime error is a question about ownership/);
  });

  test('shows no tags of dialogues as text', async ({ page }) => {
    for (const { id } of agentFilesOf('default')) {
      await page.goto(`./agents/${id}/`);
      await expect(page.getByRole('main')).not.toContainText(/<\/?(?:example|commentary)>/);
    }
  });

  test('has all headings of the file, in order', async ({ page }) => {
    for (const { id, text } of agentFilesOf('default')) {
      const withoutCode = text.replace(/^(```+|~~~+)[\s\S]*?^\1\s*$/gm, '');
      const written = [...withoutCode.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) => title.replace(/[`*]/g, ''));
      expect(written.length, id).toBeGreaterThan(3);
      await page.goto(`./agents/${id}/`);
      const headings = await page.getByRole('main').getByRole('heading').allInnerTexts();
      // The page has more headings than the file; none of the file's may be lost or out of order.
      const shown = headings.map((heading) => heading.trim());
      expect(shown.filter((heading) => written.includes(heading)).slice(0, written.length), id).toEqual(written);
    }
  });

  test('links to the previous and the next agent, in the order of the catalogue', async ({ page }) => {
    await page.goto('./agents/');
    const names = await page.getByRole('article').getByRole('heading').getByRole('link').allInnerTexts();
    const neighbours = page.getByRole('navigation', { name: 'Other agents' });

    await page.getByRole('link', { name: names[0] ?? '', exact: true }).click();
    await expect(neighbours.getByRole('link', { name: /Previous/ })).toHaveCount(0);
    for (const name of names.slice(1)) {
      await neighbours.getByRole('link', { name: /Next/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    }
    await expect(neighbours.getByRole('link', { name: /Next/ })).toHaveCount(0);
    await neighbours.getByRole('link', { name: /Previous/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(names.at(-2) ?? '');
  });

  test('highlights code, with different colours in the light and the dark theme', async ({ page }) => {
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
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(14_000);
  });

  test('shows no tree, flow or delegation as code', async ({ page }) => {
    for (const { id } of agentFilesOf('default')) {
      await page.goto(`./agents/${id}/`);
      const code = await page.locator('pre:visible').allTextContents();
      expect(code.filter((text) => /→|↓|├──/.test(text))).toEqual([]);
    }
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

  test('folds long code, and unfolds it', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
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

  test('has gates to tick off, with the same ticks as on their own pages', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const gate = page.getByRole('list', { name: 'Development Phase Validation' });
    await gate.getByRole('checkbox').nth(1).check();
    await expect(page.getByText('1 of 6 ticked')).toBeVisible();
    await page.getByRole('link', { name: 'Tick it off' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Development Phase Validation' })).toBeVisible();
    await expect(page.getByRole('checkbox').nth(1)).toBeChecked();
  });

  test('prints its tree, its flows, its delegations as a table, and its gates as boxes', async ({ page }) => {
    await page.setViewportSize({ width: 700, height: 900 });
    await page.goto('./agents/rust-pro/');
    await page.emulateMedia({ media: 'print' });
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

test.describe('the page of an agent whose file has problems', () => {
  test.use({ site: 'malformed' });

  test('lists each problem with its line, its column and the remedy', async ({ page }) => {
    await page.goto('./agents/gardener/');
    await page.getByRole('link', { name: /problem/ }).click();
    const problems = page.getByRole('region', { name: /problems? in this file/ });
    await expect(problems).toBeInViewport();
    await expect(problems.getByRole('listitem').first()).toContainText(/line 3, column \d+/);
    await expect(problems.getByRole('listitem').first()).toContainText('double quotes');
  });

  test('links to its problems with the same count as in the list', async ({ page }) => {
    await page.goto('./agents/x/');
    const items = page.getByRole('region', { name: /in this file/ }).getByRole('listitem');
    const count = await items.count();
    expect(count).toBeGreaterThan(1);
    await expect(page.getByRole('link', { name: `${String(count)} problems`, exact: true })).toBeVisible();
  });

  test('says that there is no system prompt, or that the file is empty', async ({ page }) => {
    await page.goto('./agents/mime/');
    await expect(page.getByText('This file has no system prompt.')).toBeVisible();
    await page.goto('./agents/empty/');
    await expect(page.getByRole('heading', { level: 1, name: 'empty' })).toBeVisible();
    await expect(page.getByText('The file is empty.')).toBeVisible();
  });

  test('shows all of a code fence that is never closed', async ({ page }) => {
    await page.goto('./agents/baker/');
    await expect(page.locator('pre').last()).toContainText('The last words of the file.');
  });
});

test.describe('a persona page without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('is complete, and shows no buttons', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const lastLine = agentFile('default', 'rust-pro').text.trimEnd().split('\n').at(-1) ?? '';
    const lastWords = lastLine.replace(/[*`_#>-]/g, '').trim();
    await expect(page.getByRole('main').getByText(lastWords)).toBeVisible();
    await expect(page.getByRole('main').getByRole('button').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('combobox').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Download' })).toBeVisible();
  });

  test('has a table of contents that opens and links to sections', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    const contents = page.getByRole('navigation', { name: 'On this page' });
    const link = contents.getByRole('link', { name: 'Rust Quality Gates' });
    if (!(await link.isVisible())) await contents.getByText('On this page').click();
    await link.click();
    await expect(page).toHaveURL(/#rust-quality-gates$/);
    await expect(page.getByRole('heading', { name: 'Rust Quality Gates' })).toBeInViewport();
  });
});
