import { type Page } from '@playwright/test';
import { accessibilityFaults } from './axe.ts';
import { expect, test } from './fixtures.ts';

const tree = './decide/rust-pro-rust-development-decision-tree/';
const deep = './decide/signal-box-where-does-it-go/';

const query = (page: Page) => new URL(page.url()).search;
const question = (page: Page, name: string) => page.getByRole('group', { name });
const answer = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const team = (page: Page) => page.getByRole('region', { name: 'The team' });
const status = (page: Page) => team(page).getByRole('status');

test.describe('the index of decision trees', () => {
  test('lists each with where it comes from, and leads into it', async ({ page }) => {
    await page.goto('./decide/');
    await expect(page.getByText('5 questions, 28 answers')).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: 'rust-pro' })).toBeVisible();
    await page.getByRole('link', { name: 'Walk “Rust Development Decision Tree”' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rust Development Decision Tree');
  });

  test.describe('where no agent has one', () => {
    test.use({ site: 'empty' });

    test('says so, and how to get one', async ({ page }) => {
      await page.goto('./decide/');
      await expect(page.getByText('No agent has a decision tree yet.')).toBeVisible();
      await page.goto('./');
      await expect(page.getByRole('heading', { name: '?' })).toHaveCount(0);
    });
  });
});

test('an answer on the home page leads to the next question', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('link', { name: 'Web services', exact: true }).press('Enter');
  const next = page.getByRole('group', { name: 'What complexity level?' });
  await expect(next).toBeInViewport();
  // Only with the frame after the next does the browser begin from where the link has led.
  await page.waitForLoadState();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.keyboard.press('Tab');
  await expect(next.getByRole('radio', { checked: true })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  expect(new URL(page.url()).hash).toBe('');
  expect(query(page)).toContain('what-complexity-level=');
});

test('a phone shows what the answers come to while they are given', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(tree);
  await answer(page, 'Web services').check();
  await expect(page.getByRole('heading', { name: 'The team' })).not.toBeInViewport();
  await expect(status(page)).toBeInViewport({ ratio: 1 });
  await expect(status(page)).toContainText('@backend-developer, @rust-pro');
});

test('the home page asks the first question, and its answers lead into the walk', async ({ page }) => {
  await page.goto('./');
  const asked = page.getByRole('region', { name: 'What application domain?' });
  await asked.getByRole('link', { name: 'Web services' }).click();
  await expect(answer(page, 'Web services')).toBeChecked();
  await expect(status(page)).toContainText('@backend-developer, @rust-pro');
});

test.describe('a walk', () => {
  test('names the team, with reasons, tasks, templates and flows', async ({ page }) => {
    await page.goto(tree);
    await expect(status(page)).toHaveText('Answer a question, any of them, and the team appears here.');
    await answer(page, 'Embedded systems').check();
    await answer(page, 'C/C++ libraries').check();
    await answer(page, 'Safety critical').check();
    await expect(status(page)).toHaveText(
      '3 of 5 answered. 4 on the team: @c-pro, @rust-pro, @c-pro or @cpp-pro, @security-auditor.',
    );
    await expect(team(page)).toContainText(
      'because: application domain: Embedded systems; quality requirements: Safety critical',
    );
    await expect(team(page)).toContainText('@c-pro is on the team already.');
    await expect(team(page).getByRole('link', { name: 'Rust Security Request' })).toBeVisible();
    await expect(team(page).getByRole('link', { name: 'Rust Database Integration Request' })).toBeHidden();
    await expect(team(page).getByRole('link', { name: 'Rust-C FFI Integration Project' })).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('keeps notes and roles as written', async ({ page }) => {
    await page.goto(`${tree}?what-application-domain=cli-applications&what-complexity-level=enterprise-scale`);
    await expect(team(page)).toContainText('application domain: CLI applications (direct)');
    await expect(status(page)).toContainText('specialists');
  });

  test('has its answers in the address, over a reload, back and forward', async ({ page }) => {
    await page.goto(tree);
    await answer(page, 'Web services').check();
    await answer(page, 'Safety critical').check();
    const both = '?what-application-domain=web-services&what-quality-requirements=safety-critical';
    expect(query(page)).toBe(both);
    await page.reload();
    await expect(answer(page, 'Safety critical')).toBeChecked();
    await page.goBack();
    await expect(answer(page, 'Safety critical')).not.toBeChecked();
    await expect(answer(page, 'Web services')).toBeChecked();
    await page.goForward();
    await expect(answer(page, 'Safety critical')).toBeChecked();
    expect(query(page)).toBe(both);
  });

  test('loses no later answer when an earlier one is changed or skipped', async ({ page }) => {
    await page.goto(`${tree}?what-application-domain=web-services&what-quality-requirements=safety-critical`);
    await answer(page, 'Cryptography').check();
    expect(query(page)).toBe('?what-application-domain=cryptography&what-quality-requirements=safety-critical');
    await question(page, 'What application domain?').getByRole('radio', { name: 'Skip' }).check();
    expect(query(page)).toBe('?what-quality-requirements=safety-critical');
  });

  test('drops from the address what means nothing here', async ({ page }) => {
    await page.goto(`${tree}?what-application-domain=gardening&what-complexity-level=high-performance&x=y`);
    await expect(answer(page, 'High-performance')).toBeChecked();
    await expect.poll(() => query(page)).toBe('?what-complexity-level=high-performance');
  });

  test('is taken by keyboard alone, and Back undoes what the arrow keys chose in one step', async ({ page }) => {
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
    expect(query(page)).toBe('?what-application-domain=network-tools');
    await page.goBack();
    expect(query(page)).toBe('');
  });

  test('starts again with the focus on the first question', async ({ page }) => {
    await page.goto(`${tree}?what-application-domain=web-services`);
    await page.getByRole('button', { name: 'Start again' }).press('Enter');
    expect(query(page)).toBe('');
    await expect(question(page, 'What application domain?').getByRole('radio', { name: 'Skip' })).toBeFocused();
    await expect(page.getByRole('button', { name: 'Start again' })).toBeHidden();
  });

  test('asks one question at a time for whoever likes that better, and remembers it', async ({ page }) => {
    await page.goto(tree);
    await answer(page, 'One question at a time').check();
    await expect(question(page, 'What application domain?')).toBeVisible();
    await expect(question(page, 'What complexity level?')).toBeHidden();
    await answer(page, 'Web services').check();
    await page.getByRole('button', { name: 'Next question' }).press('Enter');
    await expect(page.getByText('Question 2 of 5')).toBeVisible();
    await expect(question(page, 'What complexity level?').getByRole('radio', { name: 'Skip' })).toBeFocused();
    await page.reload();
    await expect(question(page, 'What complexity level?')).toBeVisible();
    await expect(question(page, 'What application domain?')).toBeHidden();
    for (const place of [3, 4, 5]) {
      await page.getByRole('button', { name: 'Next question' }).click();
      await expect(page.getByText(`Question ${String(place)} of 5`)).toBeVisible();
    }
    await page.getByRole('button', { name: 'See the team' }).click();
    await expect(page.getByRole('heading', { name: 'The team' })).toBeFocused();
  });

  test('gives its team as a brief', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${tree}?what-quality-requirements=safety-critical`);
    await page.getByRole('button', { name: 'Copy team brief' }).click();
    await expect(page.getByText('Team brief copied')).toBeAttached();
    const brief = await page.evaluate(() => navigator.clipboard.readText());
    expect(brief).toContain('# Rust Development Decision Tree\n');
    expect(brief).toContain('- What quality requirements? **Safety critical**');
    expect(brief).toContain('- **@security-auditor**, because: quality requirements: Safety critical');
    expect(brief).toContain(`](${page.url()})`);
  });

  test('is marked in the list, and can be taken in the diagram', async ({ page }) => {
    await page.goto(`${tree}?what-quality-requirements=safety-critical`);
    await expect(page.getByRole('listitem').and(page.locator('[aria-current]')).last()).toContainText(
      'Safety critical',
    );
    await answer(page, 'Diagram').check();
    await page.getByRole('link', { name: 'Cryptography' }).click();
    await expect(answer(page, 'Cryptography')).toBeChecked();
    expect(query(page)).toBe('?what-application-domain=cryptography&what-quality-requirements=safety-critical');
    await answer(page, 'As written').check();
    await expect(page.getByText('├── What application domain?')).toBeVisible();
  });
});

test.describe('a template of the outcome', () => {
  const template = (page: Page, name: string) => team(page).getByRole('link', { name });

  test('opens with the answers, the agent that receives it, and the task', async ({ page }) => {
    await page.goto(tree);
    await answer(page, 'High throughput').check();
    await answer(page, 'Cryptography').check();
    const link = template(page, 'Rust Performance Request');
    await expect(link).toHaveAttribute('href', /#shared\./);
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Rust Performance Request' })).toBeVisible();
    await expect(page.getByText('1 of 7 filled', { exact: true })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Performance Targets' })).toHaveValue('High throughput');
    await expect(page.getByRole('combobox', { name: 'Receiving agent' })).toHaveValue('performance-optimizer');
    await expect(page.getByRole('textbox', { name: 'Task' })).not.toHaveValue('');
    await expect(page.getByText('What application domain? Cryptography')).toBeVisible();
    await expect(page.getByText('What performance requirements? High throughput')).toBeVisible();
  });

  test('knows the latest answers, and those of a walk that was opened with them', async ({ page }) => {
    await page.goto(tree);
    await answer(page, 'Low latency').check();
    await answer(page, 'CPU intensive').check();
    await page.reload();
    await expect(template(page, 'Rust Performance Request')).toHaveAttribute('href', /#shared\./);
    await template(page, 'Rust Performance Request').click();
    await expect(page.getByRole('textbox', { name: 'Performance Targets' })).toHaveValue('CPU intensive');
    await page.goBack();
    await expect(answer(page, 'CPU intensive')).toBeChecked();
  });
});

test.describe('a tree of nested questions', () => {
  test.use({ site: 'awkward' });

  test('asks what an answer leads to, keeps the focus, and takes it back', async ({ page }) => {
    await page.goto(deep);
    await expect(question(page, 'Is it late?')).toBeHidden();
    await answer(page, 'Passenger').check();
    await expect(answer(page, 'Passenger')).toBeFocused();
    await expect(status(page)).toHaveText('1 of 4 answered. So far the answers name nobody.');
    await answer(page, 'Yes').check();
    await expect(team(page)).toContainText('Is it late? Yes (at once)');
    await answer(page, 'Freight').check();
    await expect(question(page, 'Is it late?')).toBeHidden();
    expect(query(page)).toBe('?what-kind-of-train=freight');
    await answer(page, 'Passenger').check();
    await expect(answer(page, 'Yes')).toBeChecked();
  });

  test('drops an answer whose question is not asked, and takes a whole way from an address', async ({ page }) => {
    await page.goto(`${deep}?what-kind-of-train=freight&is-it-late=yes`);
    await expect.poll(() => query(page)).toBe('?what-kind-of-train=freight');
    await page.goto(`${deep}?what-kind-of-train=passenger&is-it-late=yes`);
    await expect(answer(page, 'Yes')).toBeChecked();
  });

  test('may be one of several of an agent, or have a single question', async ({ page }) => {
    await page.goto('./decide/signal-box-short-way/');
    await expect(answer(page, 'One question at a time')).toHaveCount(0);
    await answer(page, 'No').check();
    await expect(status(page)).toHaveText('1 of 1 answered. One on the team: @line-inspector.');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a tree is a list with every route linked', async ({ page }) => {
    await page.goto(tree);
    await expect(page.getByText('All at once')).toBeHidden();
    const entry = page.getByRole('listitem').filter({ hasText: /^\s*Safety critical/ });
    await expect(entry.getByRole('link')).toHaveText(['@rust-pro', '@security-auditor']);
    await answer(page, 'As written').check();
    await expect(page.getByText('├── What application domain?')).toBeVisible();
  });
});
