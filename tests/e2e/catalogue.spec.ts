import { type Page } from '@playwright/test';
import { PAGE_SIZE } from '../../src/views/shared/index-page.ts';
import { accessibilityViolations } from './axe.ts';
import { agentFilesOf } from '../site/agent-files.ts';
import { AGENT_COUNT, OPUS_EVERY } from '../site/many-agents.ts';
import { expect, test } from './fixtures.ts';
import { idle } from './search-locators.ts';

const total = agentFilesOf('default').length;

/** The visible cards. */
function cards(page: Page) {
  return page.getByRole('article');
}

function filter(page: Page) {
  return page.getByRole('search', { name: 'Filter agents' });
}

function box(page: Page, name: string) {
  return filter(page).getByRole('checkbox', { name: new RegExp(`^${name} \\d+$`) });
}

test.describe('the catalogue', () => {
  test('finds agents by words, ignoring case, by topic and by kind of element, stays on the page at Enter, and restores its filters when the reader comes back and after a reload', async ({
    page,
  }) => {
    await page.goto('./agents/');
    const words = filter(page).getByRole('searchbox');
    await words.fill('LOCK-FREE ffi');
    await words.press('Enter');
    await expect(cards(page)).toHaveCount(1);
    await expect(page).toHaveURL(/\/agents\/\?q=LOCK-FREE\+ffi$/);
    await expect(cards(page)).toContainText('rust-systems-engineer');
    await expect(filter(page).getByText(`1 of ${String(total)} agents`)).toBeVisible();
    await box(page, 'All tools').check();
    await cards(page).getByRole('link', { name: 'rust-systems-engineer' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('rust-systems-engineer');
    await page.goBack();
    await expect(cards(page)).toHaveCount(1);
    await expect(words).toHaveValue('LOCK-FREE ffi');
    await expect(box(page, 'All tools')).toBeChecked();
    await words.fill('lock-free zebra');
    await expect(cards(page)).toHaveCount(0);
    await filter(page).getByRole('button', { name: 'Clear filters' }).click();

    await box(page, 'gRPC').check();
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page)).toContainText('rust-system-architect');
    await box(page, 'Web services and HTTP').check();
    await expect(cards(page)).toHaveCount(2);
    await box(page, 'Handoff templates').check();
    await expect(cards(page)).toHaveCount(1);
    await filter(page).getByRole('searchbox').fill('rust');
    await expect(page).toHaveURL(/\/agents\/\?q=rust&topic=web&topic=grpc&element=handoff-template$/);
    await page.reload();
    await expect(filter(page).getByRole('searchbox')).toHaveValue('rust');
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page)).toContainText('rust-pro');
    await expect(box(page, 'gRPC')).toBeChecked();
  });

  test('finds agents with any of the chosen tools and the chosen model, counts what each choice would give, says in view that no agents match, is accessible then, and can clear its filters', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 600 });
    await page.goto('./agents/?tool=Teleport&model=sonnet&model=<b>&colour=red');
    await expect(cards(page)).toHaveCount(4);
    await box(page, 'sonnet').uncheck();
    await expect(box(page, 'Bash')).toHaveAccessibleName('Bash 2');
    await box(page, 'Bash').check();
    // The unknown filters of the address are gone.
    await expect(page).toHaveURL(/\/agents\/\?tool=Bash$/);
    await expect(cards(page)).toHaveCount(2);
    await box(page, 'All tools').check();
    await expect(cards(page)).toHaveCount(total);
    await box(page, 'Inherited').check();
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page)).toContainText('rust-pro');
    await expect(box(page, 'Bash')).toHaveAccessibleName('Bash 1');
    await expect(box(page, 'All tools')).toHaveAccessibleName('All tools 0');

    await filter(page).getByRole('searchbox').fill('zebra');
    await expect(page.getByText('No agents match.')).toBeVisible();
    await expect(filter(page).getByText(`0 of ${String(total)} agents`)).toBeInViewport();
    await expect(filter(page).getByRole('button', { name: 'Clear filters' })).toBeInViewport();
    expect(await accessibilityViolations(page, 'all', 'main')).toEqual([]);

    await filter(page).getByRole('button', { name: 'Clear filters' }).click();
    await expect(cards(page)).toHaveCount(total);
    await expect(page.getByText('No agents match.')).toBeHidden();
    await expect(filter(page).getByRole('searchbox')).toHaveValue('');
    await expect(page).toHaveURL(/\/agents\/$/);
    await expect(filter(page).getByRole('button', { name: 'Clear filters' })).toBeHidden();
  });

  test('works by keyboard alone, announces the number of matches, and never loses the focus', async ({ page }) => {
    await page.goto('./agents/');
    await filter(page).getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    await expect(filter(page).getByRole('checkbox').first()).toBeFocused();
    await box(page, 'Cryptography').focus();
    await page.keyboard.press('Space');
    await expect(box(page, 'Cryptography')).toBeChecked();
    await expect(box(page, 'Cryptography')).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: `1 of ${String(total)} agents` })).toHaveCount(1);
    await filter(page).getByRole('button', { name: 'Clear filters' }).press('Enter');
    await expect(cards(page)).toHaveCount(total);
    await expect(filter(page).locator(':focus')).toBeVisible();
  });

  test('shows agents before filters on a phone, and expands the filters if any is chosen', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('./agents/');
    await expect(cards(page).first().getByRole('link')).toBeInViewport();
    await expect(box(page, 'Bash')).toBeHidden();
    await filter(page).getByText('Filters', { exact: true }).click();
    await box(page, 'Bash').check();
    await expect(cards(page)).toHaveCount(2);
    await page.reload();
    await expect(box(page, 'Bash')).toBeChecked();
    await expect(box(page, 'Bash')).toBeVisible();
  });
});

test.describe('the catalogue of hundreds of agents', () => {
  test.use({ site: 'many' });

  const status = (page: Page) => filter(page).locator('[data-status]');

  test('finds one among all, also if they were loaded before the reader types, filters by model, and keeps the chosen agents for a comparison while the list shows others', async ({
    page,
  }) => {
    await page.goto('./agents/');
    await expect(cards(page)).toHaveCount(PAGE_SIZE);
    const loaded = page.waitForEvent('requestfinished', (request) => request.url().endsWith('/agents/items.json'));
    await filter(page).getByRole('searchbox').focus();
    await loaded;
    await idle(page);
    await filter(page).getByRole('searchbox').fill('crowd-0317');
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page)).toContainText('pier 317');
    await filter(page).getByRole('searchbox').fill('');
    await expect(status(page)).toHaveText(`${String(AGENT_COUNT)} of ${String(AGENT_COUNT)} agents`);
    await box(page, 'opus').check();
    await expect(status(page)).toHaveText(`${String(AGENT_COUNT / OPUS_EVERY)} of ${String(AGENT_COUNT)} agents`);
    await expect(box(page, 'sonnet')).toHaveAccessibleName(`sonnet ${String((AGENT_COUNT / OPUS_EVERY) * 3)}`);

    await box(page, 'opus').uncheck();
    const search = filter(page).getByRole('searchbox');
    for (const name of ['crowd-0200', 'crowd-0300']) {
      await search.fill(name);
      await page.getByRole('checkbox', { name: `Choose ${name}` }).check();
    }
    await expect(cards(page)).toHaveCount(1);
    await page.getByRole('button', { name: 'Compare the chosen agents' }).click();
    await expect(page).toHaveURL(/\/compare\/\?agents=crowd-0[23]00&agents=crowd-0[23]00$/);
  });

  test('shows more on request, and the same ones at the same place when the reader comes back', async ({ page }) => {
    await page.goto('./agents/?sort=name');
    await expect(cards(page).first()).toContainText('crowd-0000');
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect(cards(page)).toHaveCount(2 * PAGE_SIZE);
    const next = cards(page).getByRole('link', { name: `crowd-00${String(PAGE_SIZE)}` });
    await expect(next).toBeFocused();
    await next.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`crowd-00${String(PAGE_SIZE)}`);
    await page.goBack();
    await expect(cards(page)).toHaveCount(2 * PAGE_SIZE);
    await expect(next).toBeInViewport();
  });

  test('says that the list cannot be loaded, and links to its pages instead', async ({ page, pageErrors }) => {
    pageErrors.allow(/ERR_FAILED|request failed/);
    await page.route('**/agents/items.json', (route) => route.abort());
    await page.goto('./agents/');
    await filter(page).getByRole('searchbox').fill('crowd');
    await expect(status(page)).toHaveText('The list cannot be loaded. Check your connection.');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agents, page 2');
  });
});
