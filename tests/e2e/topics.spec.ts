import { type Locator, type Page } from '@playwright/test';
import { AGENT_COUNT } from '../site/thousand-agents.ts';
import { agentFilesOf } from '../site/agent-files.ts';
import { expect, test } from './fixtures.ts';

const agents = agentFilesOf('default').map(({ id }) => id);

function table(page: Page) {
  return page.getByRole('table', { name: 'What each agent covers, and in how much depth' });
}

/** The row of a topic, without column headers. */
function row(page: Page, topic: string) {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: topic, exact: true }) });
}

function filter(page: Page) {
  return page.getByRole('search', { name: 'Filter topics' });
}

/** Returns the text of each row header, in the order of the page. */
function titles(page: Page): Promise<string[]> {
  return page.getByRole('rowheader').allInnerTexts();
}

async function top(locator: Locator): Promise<number> {
  return locator.evaluate((element) => Math.round(element.getBoundingClientRect().top));
}

async function left(locator: Locator): Promise<number> {
  return locator.evaluate((element) => Math.round(element.getBoundingClientRect().left));
}

test.describe('the matrix of topics', () => {
  test('is linked from the navigation and the home page', async ({ page }) => {
    await page.goto('./');
    await page
      .getByRole('main')
      .getByRole('link', { name: /^\d+ topics$/ })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Topics');
    await page.getByRole('button', { name: 'Find' }).click();
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Topics/ })).toHaveAttribute(
      'aria-current',
      'page',
    );
  });

  test('has a column for each agent, and names each depth for screen readers', async ({ page }) => {
    await page.goto('./topics/');
    await expect(table(page).getByRole('columnheader')).toHaveCount(1 + agents.length);
    const cells = row(page, 'FFI').getByRole('cell');
    await expect(cells).toHaveText([
      'In depth, rust-engineer',
      'Covers, rust-pro',
      'Mentions, rust-production-architect',
      '',
      'In depth, rust-systems-engineer',
    ]);
  });

  test('distinguishes depths by shape, not only by colour', async ({ page }) => {
    await page.goto('./topics/');
    const shapes = await Promise.all(
      [0, 1, 2].map((index) => row(page, 'FFI').getByRole('cell').nth(index).locator('svg').innerHTML()),
    );
    expect(new Set(shapes).size).toBe(3);
  });

  test('links each cell to the agent on the topic’s page', async ({ page }) => {
    await page.goto('./topics/');
    await row(page, 'FFI').getByRole('link', { name: 'Covers, rust-pro' }).click();
    await expect(page).toHaveURL(/\/topics\/ffi\/#playbook:agent-rust-pro$/);
    await expect(page.getByRole('region', { name: 'rust-pro', exact: true })).toBeInViewport();
  });

  test('can be filtered by synonyms, by words that people ask with, and by agent', async ({ page }) => {
    await page.goto('./topics/');
    const words = filter(page).getByRole('searchbox');
    await words.fill('protobuf');
    expect(await visibleTitles(page)).toEqual(['Serialization', 'gRPC']);
    await words.fill('k8s');
    await expect(page.getByText('No topics match.')).toBeVisible();
    await words.fill('borrowck');
    expect(await visibleTitles(page)).toEqual(['Ownership and borrowing']);
    await words.fill('');
    await filter(page)
      .getByRole('checkbox', { name: /^rust-production-architect \d+$/ })
      .check();
    await expect(page).toHaveURL(/\/topics\/\?agent=rust-production-architect$/);
    const shown = await visibleTitles(page);
    expect(shown).toContain('CLI tools');
    expect(shown).not.toContain('FFI');
    await page.reload();
    expect(await visibleTitles(page)).toEqual(shown);
  });

  test('can be sorted by agent and by name, and restored, by keyboard', async ({ page }) => {
    await page.goto('./topics/');
    const inFile = await titles(page);
    const byAgent = page.getByRole('button', { name: 'rust-system-architect' });
    const head = page.getByRole('columnheader', { name: 'rust-system-architect' });
    await byAgent.focus();
    await page.keyboard.press('Enter');
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    const cells = page.getByRole('row').getByRole('cell', { name: /rust-system-architect$/ });
    await expect(cells.first()).toHaveAccessibleName(/^In depth/);
    await expect(cells.last()).toHaveAccessibleName(/^Mentions/);
    await expect(byAgent).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: 'Sorted by rust-system-architect' })).toHaveCount(1);

    await page.getByRole('button', { name: 'Topic', exact: true }).press('Space');
    expect(await titles(page)).toEqual([...inFile].sort(new Intl.Collator('en').compare));
    await expect(head).not.toHaveAttribute('aria-sort');
    await page.getByRole('button', { name: 'Topic', exact: true }).press('Space');
    expect(await titles(page)).toEqual(inFile);
  });

  test('keeps its column headers in view while the reader scrolls', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 700 });
    await page.goto('./topics/');
    await row(page, 'Iterators and functional style').scrollIntoViewIfNeeded();
    await expect(page.getByRole('columnheader', { name: 'rust-pro', exact: true })).toBeInViewport();
  });

  test('fits a phone, where its topics scroll with the page under sticky column headers', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('./topics/');
    const column = page.getByRole('columnheader', { name: 'rust-systems-engineer', exact: true });
    const mark = row(page, 'WebAssembly').getByRole('link', { name: 'Covers, rust-systems-engineer' });
    await mark.scrollIntoViewIfNeeded();
    await expect(mark).toBeInViewport({ ratio: 1 });
    await page.evaluate(() => {
      scrollBy(0, 300);
    });
    await expect(column).toBeInViewport({ ratio: 1 });
    expect(await top(column)).toBe(0);
    const region = page.getByRole('region', { name: 'Topics by agent' });
    expect(await region.evaluate((element) => element.scrollHeight <= element.clientHeight)).toBe(true);
  });

  test('is printed in full', async ({ page }) => {
    await page.setViewportSize({ width: 700, height: 600 });
    await page.goto('./topics/');
    await page.emulateMedia({ media: 'print' });
    const region = page.getByRole('region', { name: 'Topics by agent' });
    expect(await region.evaluate((element) => element.scrollHeight <= element.clientHeight)).toBe(true);
    await expect(filter(page)).toBeHidden();
  });
});

function visibleTitles(page: Page): Promise<string[]> {
  return page.getByRole('rowheader').filter({ visible: true }).allInnerTexts();
}

test.describe('the page of a topic', () => {
  test('shows its sentence, its agents with their depth, and excerpts with the words marked', async ({ page }) => {
    await page.goto('./topics/ffi/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('FFI');
    await expect(page.getByText('Calling code of another language')).toBeVisible();
    await expect(page.getByText('2 agents cover it in depth, 1 covers it, 1 mentions it')).toBeVisible();
    const agent = page.getByRole('region', { name: 'rust-systems-engineer', exact: true });
    await expect(agent).toContainText('In depth');
    await expect(agent.locator('mark').filter({ hasText: 'cbindgen' })).toBeVisible();
    await agent.getByRole('link', { name: 'Memory Management' }).click();
    await expect(page).toHaveURL(/\/agents\/rust-systems-engineer\/#memory-management$/);
  });

  test('shows the workflows, delegations, templates and gates about it', async ({ page }) => {
    await page.goto('./topics/ffi/');
    const elements = page.getByRole('region', { name: 'Templates, flows, gates and more on this topic' });
    const entry = (title: string) =>
      elements.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
    await expect(entry('Rust-C FFI Integration Project')).toContainText('Workflow');
    await expect(entry('Systems Programming & Performance')).toContainText(
      'C/C++ FFI integration → @c-pro or @cpp-pro',
    );
    await expect(entry('Rust Security Request')).toContainText('Handoff template');
    await entry('Security Phase Validation').getByRole('link', { name: 'Security Phase Validation' }).click();
    await expect(page).toHaveURL(/\/gates\/rust-pro-security-phase-validation\/$/);
  });

  test('links to the agents that cover it, and to related topics', async ({ page }) => {
    await page.goto('./topics/embedded/');
    await page.getByRole('link', { name: 'Agents that cover it' }).click();
    await expect(page.getByRole('article')).toHaveCount(2);
    await expect(page.getByRole('checkbox', { name: /^Embedded and no_std/ })).toBeChecked();

    await page.goto('./topics/ffi/');
    const related = page.getByRole('region', { name: 'Related topics' });
    await related.getByRole('link', { name: 'Unsafe code' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Unsafe code');
  });

  test('is linked from the page of an agent that covers it', async ({ page }) => {
    await page.goto('./agents/rust-systems-engineer/');
    await page.getByRole('definition').getByRole('link', { name: 'Unsafe code' }).click();
    await expect(page).toHaveURL(/\/topics\/unsafe\/$/);
  });

  test('links to the search within it', async ({ page }) => {
    await page.goto('./topics/ffi/');
    await expect(page.getByRole('link', { name: 'Search within this topic' })).toHaveAttribute(
      'href',
      /\/search\/\?topic=ffi$/,
    );
  });
});

test.describe('topics without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('are complete, without filters, and cannot be sorted', async ({ page }) => {
    await page.goto('./topics/');
    await expect(row(page, 'FFI').getByRole('link', { name: 'Covers, rust-pro' })).toBeVisible();
    await expect(filter(page)).toBeHidden();
    await expect(page.getByRole('button', { name: 'Topic', exact: true })).toBeDisabled();
    await page.getByRole('link', { name: 'WebAssembly' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('WebAssembly');
  });
});

test.describe('topics of a thousand agents', () => {
  test.use({ site: 'thousand' });

  test('have a table that counts agents instead of a column for each', async ({ page }) => {
    await page.goto('./topics/');
    await expect(page.getByRole('columnheader')).toHaveCount(5);
    await expect(row(page, 'Parsing and validation').getByRole('cell')).toHaveText(['0', '125', '0', /crowd-0000/]);
    await page.getByRole('button', { name: 'Covers' }).press('Enter');
    await expect(page.getByRole('columnheader', { name: 'Covers' })).toHaveAttribute('aria-sort', 'descending');
  });

  test('scroll on a phone within their own region, with the topics in view', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('./topics/');
    const region = page.getByRole('region', { name: 'Topics by depth' });
    await region.focus();
    await expect(region).toBeFocused();
    const head = row(page, 'Parsing and validation').getByRole('rowheader');
    const before = await left(head);
    await region.evaluate((element) => {
      element.scrollTo(1_000, 0);
    });
    await expect(page.getByRole('columnheader', { name: 'Most coverage' })).toBeInViewport();
    expect(await left(head)).toBe(before);
  });

  test('show the first agents, name more, and link to all of them', async ({ page }) => {
    await page.goto('./topics/parsing/');
    await expect(page.getByText(/^and \d+ more$/)).toBeVisible();
    await page.getByRole('link', { name: 'Agents that cover it' }).click();
    await expect(page.getByText(`${String(AGENT_COUNT / 8)} of ${String(AGENT_COUNT)} agents`)).toBeVisible();
  });
});

test.describe('topics of another file', () => {
  test.use({ site: 'single' });

  test('are used if they are valid, and problems in the file are shown', async ({ page }) => {
    await page.goto('./topics/');
    await expect(row(page, 'Waiting').getByRole('cell')).toHaveAccessibleName('Mentions, lone-wolf');
    const unmentioned = page.getByRole('region', { name: 'Not mentioned by any agent' });
    await expect(unmentioned).toContainText('What keeps a ship where it is.');
    // These topics have no pages to link to.
    await expect(unmentioned.getByRole('link')).toHaveText(['How topics are found']);
    const problems = page.getByRole('region', { name: '2 problems in tests/fixtures/topics/harbour.yaml' });
    await expect(problems.getByRole('listitem')).toContainText([
      /line 11, column 5.*synonims is not a key of a topic/,
      /line 12, column 5.*Another topic above has the id “waiting”/,
    ]);
    await page.getByRole('link', { name: 'Waiting', exact: true }).click();
    await expect(page.locator('mark').first()).toHaveText('Howl');
  });
});

test.describe('a site without topics', () => {
  test.use({ site: 'empty' });

  test('says why, and how to add some', async ({ page }) => {
    await page.goto('./topics/');
    await expect(page.getByText('There are no topics.')).toBeVisible();
    await expect(page.getByText('The topics file cannot be read (ENOENT).')).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
  });
});
