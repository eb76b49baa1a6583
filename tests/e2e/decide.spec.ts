import { type Page } from '@playwright/test';
import { accessibilityViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';

const tree = './decide/rust-pro-rust-development-decision-tree/';
const deep = './decide/signal-box-where-does-it-go/';

const urlQuery = (page: Page) => new URL(page.url()).search;
const question = (page: Page, name: string) => page.getByRole('group', { name });
const answer = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const team = (page: Page) => page.getByRole('region', { name: 'The team' });
const status = (page: Page) => team(page).getByRole('status');

test('an answer on the home page opens the wizard with that answer, at the next question', async ({ page }) => {
  await page.goto('./');
  const first = page.getByRole('region', { name: 'What application domain?' });
  await first.getByRole('link', { name: 'Web services', exact: true }).press('Enter');
  const next = page.getByRole('group', { name: 'What complexity level?' });
  await expect(next).toBeInViewport();
  await expect(answer(page, 'Web services')).toBeChecked();
  await expect(status(page)).toContainText('@backend-developer, @rust-pro');
  // Chromium moves the starting point of Tab to the link's target only two frames later.
  await page.waitForLoadState();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.keyboard.press('Tab');
  await expect(next.getByRole('radio', { checked: true })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  expect(new URL(page.url()).hash).toBe('');
  expect(urlQuery(page)).toContain('what-complexity-level=');
});

test('the team’s status line stays in view on a phone while the reader answers', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(tree);
  await answer(page, 'Web services').check();
  await expect(page.getByRole('heading', { name: 'The team' })).not.toBeInViewport();
  await expect(status(page)).toBeInViewport({ ratio: 1 });
  await expect(status(page)).toContainText('@backend-developer, @rust-pro');
});

test.describe('the wizard', () => {
  test('names the team, with reasons, tasks, templates and flows', async ({ page }) => {
    await page.goto(tree);
    await expect(status(page)).toHaveText('Answer any question to see the team.');
    await answer(page, 'Embedded systems').check();
    await answer(page, 'C/C++ libraries').check();
    await answer(page, 'Safety critical').check();
    await expect(status(page)).toHaveText(
      '3 of 5 answered. Team of 4: @c-pro, @rust-pro, @c-pro or @cpp-pro, @security-auditor.',
    );
    await expect(team(page)).toContainText(
      'because: application domain: Embedded systems; quality requirements: Safety critical',
    );
    await expect(team(page)).toContainText('@c-pro is already on the team.');
    await expect(team(page).getByRole('link', { name: 'Rust Security Request' })).toBeVisible();
    await expect(team(page).getByRole('link', { name: 'Rust Database Integration Request' })).toBeHidden();
    await expect(team(page).getByRole('link', { name: 'Rust-C FFI Integration Project' })).toBeVisible();
    expect(await accessibilityViolations(page, 'all', 'main')).toEqual([]);
  });

  test('stores its answers in the URL without unknown ones, so that they survive a reload and follow Back and Forward', async ({
    page,
  }) => {
    await page.goto(`${tree}?what-application-domain=gardening&what-complexity-level=high-performance&x=y`);
    await expect(answer(page, 'High-performance')).toBeChecked();
    await expect.poll(() => urlQuery(page)).toBe('?what-complexity-level=high-performance');
    await page.goto(tree);
    await answer(page, 'Web services').check();
    await answer(page, 'Safety critical').check();
    const both = '?what-application-domain=web-services&what-quality-requirements=safety-critical';
    expect(urlQuery(page)).toBe(both);
    await page.reload();
    await expect(answer(page, 'Safety critical')).toBeChecked();
    await page.goBack();
    await expect(answer(page, 'Safety critical')).not.toBeChecked();
    await expect(answer(page, 'Web services')).toBeChecked();
    await page.goForward();
    await expect(answer(page, 'Safety critical')).toBeChecked();
    expect(urlQuery(page)).toBe(both);
    await question(page, 'What application domain?').getByRole('radio', { name: 'Skip' }).check();
    expect(urlQuery(page)).toBe('?what-quality-requirements=safety-critical');
  });

  test('works with the keyboard alone, and Back undoes a run of arrow keys in one step', async ({ page }) => {
    await page.goto(tree);
    await question(page, 'What application domain?').getByRole('radio', { name: 'Skip' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(answer(page, 'Network tools')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await expect(answer(page, 'Enterprise scale')).toBeFocused();
    await page.goBack();
    expect(urlQuery(page)).toBe('?what-application-domain=network-tools');
    await page.goBack();
    expect(urlQuery(page)).toBe('');
  });

  test('asks one question at a time if the reader chooses so, and remembers the choice', async ({ page }) => {
    await page.goto(tree);
    await answer(page, 'One question at a time').check();
    await expect(question(page, 'What application domain?')).toBeVisible();
    await expect(question(page, 'What complexity level?')).toBeHidden();
    await answer(page, 'Web services').check();
    await page.getByRole('button', { name: 'Next question' }).press('Enter');
    await expect(page.getByText('Question 2 of 5', { exact: true })).toBeVisible();
    await expect(question(page, 'What complexity level?').getByRole('radio', { name: 'Skip' })).toBeFocused();
    await page.reload();
    await expect(question(page, 'What complexity level?')).toBeVisible();
    await expect(question(page, 'What application domain?')).toBeHidden();
    for (const number of [3, 4, 5]) {
      await page.getByRole('button', { name: 'Next question' }).click();
      await expect(page.getByText(`Question ${String(number)} of 5`, { exact: true })).toBeVisible();
    }
    await page.getByRole('button', { name: 'See the team' }).click();
    await expect(page.getByRole('heading', { name: 'The team' })).toBeFocused();
  });

  test('copies the team as a brief, and moves the focus to the first question when the reader starts again', async ({
    page,
  }) => {
    await page.goto(`${tree}?what-quality-requirements=safety-critical`);
    await page.getByRole('button', { name: 'Copy team brief' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Team brief copied' })).toBeAttached();
    const brief = await page.evaluate(() => navigator.clipboard.readText());
    expect(brief).toContain('# Rust Development Decision Tree\n');
    expect(brief).toContain('- What quality requirements? **Safety critical**');
    expect(brief).toContain('- **@security-auditor**, because: quality requirements: Safety critical');
    expect(brief).toContain(`](${page.url()})`);
    await page.getByRole('button', { name: 'Start again' }).press('Enter');
    expect(urlQuery(page)).toBe('');
    await expect(question(page, 'What application domain?').getByRole('radio', { name: 'Skip' })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Start again' })).toBeHidden();
  });

  test('marks its answers in the whole tree, and accepts answers in the tree and in its diagram', async ({ page }) => {
    await page.goto(`${tree}?what-quality-requirements=safety-critical`);
    await expect(page.getByRole('listitem').and(page.locator('[aria-current]')).last()).toContainText(
      'Safety critical',
    );
    await page.getByRole('link', { name: 'Low latency' }).click();
    await expect(answer(page, 'Low latency')).toBeChecked();
    expect(urlQuery(page)).toBe('?what-performance-requirements=low-latency&what-quality-requirements=safety-critical');
    await answer(page, 'Diagram').check();
    await page.getByRole('link', { name: 'Cryptography' }).click();
    await expect(answer(page, 'Cryptography')).toBeChecked();
    expect(urlQuery(page)).toContain('?what-application-domain=cryptography&');
    await answer(page, 'As written').check();
    await expect(page.getByRole('main').getByText('├── What application domain?')).toBeVisible();
  });
});

test.describe('a handoff template that the wizard offers', () => {
  const template = (page: Page, name: string) => team(page).getByRole('link', { name });

  test('opens prefilled with the answers, the receiving agent and the task, also after a reload', async ({ page }) => {
    await page.goto(tree);
    await answer(page, 'High throughput').check();
    await answer(page, 'Cryptography').check();
    await page.reload();
    const link = template(page, 'Rust Performance Request');
    await expect(link).toHaveAttribute('href', /#shared\./);
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Rust Performance Request' })).toBeVisible();
    await expect(page.getByRole('main').getByText('1 of 7 filled', { exact: true })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Performance Targets' })).toHaveValue('High throughput');
    await expect(page.getByRole('combobox', { name: 'Receiving agent' })).toHaveValue('performance-optimizer');
    await expect(page.getByRole('textbox', { name: 'Task' })).not.toHaveValue('');
    await expect(page.getByRole('main').getByText('What application domain? Cryptography')).toBeVisible();
    await expect(page.getByRole('main').getByText('What performance requirements? High throughput')).toBeVisible();
  });
});

test.describe('a tree of nested questions', () => {
  test.use({ site: 'malformed' });

  test('asks the questions that an answer leads to, restores their answers, and keeps the focus', async ({ page }) => {
    await page.goto(deep);
    await expect(question(page, 'Is it late?')).toBeHidden();
    await answer(page, 'Passenger').check();
    await expect(answer(page, 'Passenger')).toBeFocused();
    await expect(status(page)).toHaveText('1 of 4 answered. The answers so far name no agents.');
    await answer(page, 'Yes').check();
    await expect(team(page)).toContainText('Is it late? Yes (at once)');
    await answer(page, 'Freight').check();
    await expect(question(page, 'Is it late?')).toBeHidden();
    expect(urlQuery(page)).toBe('?what-kind-of-train=freight');
    await answer(page, 'Passenger').check();
    await expect(answer(page, 'Yes')).toBeChecked();
    await page.reload();
    await expect(answer(page, 'Yes')).toBeChecked();
  });
});
