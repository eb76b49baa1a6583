import { type Page } from '@playwright/test';
import { accessibilityFaults } from './axe.ts';
import { agentFilesOf } from './agent-files.ts';
import { CROWD_SIZE, OPUS_EVERY } from './crowd.ts';
import { expect, test } from './fixtures.ts';

const total = agentFilesOf('default').length;

/** The cards that are shown. */
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
  test('shows every agent, and how many there are', async ({ page }) => {
    await page.goto('./agents/');
    await expect(cards(page)).toHaveCount(total);
    await expect(filter(page).getByText(`${String(total)} of ${String(total)} agents`)).toBeVisible();
    for (const { id } of agentFilesOf('default')) {
      await expect(cards(page).getByRole('heading', { name: id, exact: true })).toBeVisible();
    }
  });

  test('finds by words, all of which a card must have, whatever their case', async ({ page }) => {
    await page.goto('./agents/');
    const words = filter(page).getByRole('searchbox');
    await words.fill('LOCK-FREE ffi');
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page)).toContainText('rust-systems-engineer');
    await expect(filter(page).getByText(`1 of ${String(total)} agents`)).toBeVisible();
    await words.fill('lock-free zebra');
    await expect(cards(page)).toHaveCount(0);
  });

  test('finds by tool and by model: any of the tools, and the model too', async ({ page }) => {
    await page.goto('./agents/');
    await box(page, 'Bash').check();
    await expect(cards(page)).toHaveCount(2);
    await box(page, 'All tools').check();
    await expect(cards(page)).toHaveCount(total);
    await box(page, 'The caller’s').check();
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page)).toContainText('rust-pro');
  });

  test('finds by topic and by kind of element, and keeps both in the address', async ({ page }) => {
    await page.goto('./agents/');
    await box(page, 'gRPC').check();
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page)).toContainText('rust-system-architect');
    await box(page, 'Web services and HTTP').check();
    await expect(cards(page)).toHaveCount(2);
    await box(page, 'Handoff templates').check();
    await expect(cards(page)).toHaveCount(1);
    await expect(page).toHaveURL(/\/agents\/\?topic=web&topic=grpc&element=handoff-template$/);
    await page.reload();
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page)).toContainText('rust-pro');
    await expect(box(page, 'gRPC')).toBeChecked();
  });

  test('counts what each further choice would give', async ({ page }) => {
    await page.goto('./agents/');
    await expect(box(page, 'Bash')).toHaveAccessibleName('Bash 2');
    await box(page, 'The caller’s').check();
    await expect(box(page, 'Bash')).toHaveAccessibleName('Bash 1');
    await expect(box(page, 'All tools')).toHaveAccessibleName('All tools 0');
    await expect(box(page, 'sonnet')).toHaveAccessibleName('sonnet 4');
  });

  test('keeps its state in the address: over a reload, and for whoever gets the link', async ({ page }) => {
    await page.goto('./agents/');
    await filter(page).getByRole('searchbox').fill('rust');
    await box(page, 'Bash').check();
    await box(page, 'sonnet').check();
    await expect(cards(page)).toHaveCount(1);
    await expect(page).toHaveURL(/\/agents\/\?q=rust&tool=Bash&model=sonnet$/);

    await page.reload();
    await expect(cards(page)).toHaveCount(1);
    await expect(filter(page).getByRole('searchbox')).toHaveValue('rust');
    await expect(box(page, 'Bash')).toBeChecked();
    await expect(box(page, 'sonnet')).toBeChecked();
    await expect(box(page, 'Read')).not.toBeChecked();
  });

  test('is as it was left for whoever comes back to it', async ({ page }) => {
    await page.goto('./agents/');
    await box(page, 'Bash').check();
    await cards(page).getByRole('link', { name: 'rust-engineer' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('rust-engineer');
    await page.goBack();
    await expect(cards(page)).toHaveCount(2);
    await expect(box(page, 'Bash')).toBeChecked();
  });

  test('drops from the address what means nothing here', async ({ page }) => {
    await page.goto('./agents/?tool=Teleport&model=sonnet&model=<b>&colour=red');
    await expect(cards(page)).toHaveCount(4);
    await box(page, 'Bash').check();
    await expect(page).toHaveURL(/\/agents\/\?tool=Bash&model=sonnet$/);
  });

  test('says when nothing matches, is accessible then, and starts anew', async ({ page }) => {
    await page.goto('./agents/?q=zebra');
    await expect(page.getByText('No agent matches.')).toBeVisible();
    await expect(filter(page).getByText(`0 of ${String(total)} agents`)).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);

    await filter(page).getByRole('button', { name: 'Clear filters' }).click();
    await expect(cards(page)).toHaveCount(total);
    await expect(page.getByText('No agent matches.')).toBeHidden();
    await expect(filter(page).getByRole('searchbox')).toHaveValue('');
    await expect(page).toHaveURL(/\/agents\/$/);
    await expect(filter(page).getByRole('button', { name: 'Clear filters' })).toBeHidden();
  });

  test('is used by keyboard alone, and says how many are left without taking the focus', async ({ page }) => {
    await page.goto('./agents/');
    await filter(page).getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    await expect(filter(page).getByRole('checkbox').first()).toBeFocused();
    await box(page, 'Cryptography').focus();
    await page.keyboard.press('Space');
    await expect(box(page, 'Cryptography')).toBeChecked();
    await expect(box(page, 'Cryptography')).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: `1 of ${String(total)} agents` })).toHaveCount(1);
  });

  test('clears its filters by keyboard without losing the focus', async ({ page }) => {
    await page.goto('./agents/?tool=Bash');
    await filter(page).getByRole('button', { name: 'Clear filters' }).focus();
    await page.keyboard.press('Enter');
    await expect(cards(page)).toHaveCount(total);
    await expect(filter(page).locator(':focus')).toBeVisible();
  });

  test('keeps the way back in sight, however many filters there are', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 600 });
    await page.goto('./agents/?q=zebra');
    await expect(filter(page).getByRole('button', { name: 'Clear filters' })).toBeInViewport();
    await expect(filter(page).getByText(`0 of ${String(total)} agents`)).toBeInViewport();
  });

  test('shows agents before filters on a phone, and unfolds what is chosen', async ({ page }) => {
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

  test('does not leave the page when Enter is pressed in its field', async ({ page }) => {
    await page.goto('./agents/');
    await filter(page).getByRole('searchbox').fill('lock-free');
    await page.keyboard.press('Enter');
    await expect(cards(page)).toHaveCount(1);
    await expect(page).toHaveURL(/\/agents\/\?q=lock-free$/);
  });
});

test.describe('the catalogue of a thousand agents', () => {
  test.use({ site: 'crowd' });

  test('finds one among all, and counts by model', async ({ page }) => {
    await page.goto('./agents/');
    await expect(cards(page)).toHaveCount(CROWD_SIZE);
    await filter(page).getByRole('searchbox').fill('crowd-0517');
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page)).toContainText('pier 517');
    await filter(page).getByRole('searchbox').fill('');
    await expect(cards(page)).toHaveCount(CROWD_SIZE);
    await box(page, 'opus').check();
    await expect(cards(page)).toHaveCount(CROWD_SIZE / OPUS_EVERY);
  });

  test('is led to from the home page, which shows the first few', async ({ page }) => {
    await page.goto('./');
    expect(await cards(page).count()).toBeLessThan(50);
    await page.getByRole('link', { name: `All ${String(CROWD_SIZE)} agents` }).click();
    await expect(cards(page)).toHaveCount(CROWD_SIZE);
  });
});

test.describe('the catalogue of one agent', () => {
  test.use({ site: 'single' });

  test('shows it, and nothing to filter by', async ({ page }) => {
    await page.goto('./agents/');
    await expect(cards(page)).toHaveCount(1);
    await expect(filter(page)).toHaveCount(0);
    await cards(page).getByRole('link', { name: 'lone-wolf' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('lone-wolf');
    await expect(page.getByRole('navigation', { name: 'Other agents' })).toHaveCount(0);
  });
});

test.describe('the catalogue of no agents', () => {
  test.use({ site: 'empty' });

  for (const [place, route] of [
    ['catalogue', './agents/'],
    ['home page', './'],
  ] as const) {
    test(`says on the ${place} how to get the first one`, async ({ page }) => {
      await page.goto(route);
      await expect(page.getByText('There are no agents yet. Put a markdown file')).toBeVisible();
      await expect(cards(page)).toHaveCount(0);
    });
  }
});

test.describe('the catalogue without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('shows every agent, and no filter that would do nothing', async ({ page }) => {
    await page.goto('./agents/');
    await expect(cards(page)).toHaveCount(total);
    await expect(filter(page)).toBeHidden();
    await expect(page.getByText('No agent matches.')).toBeHidden();
  });

  test('leaves no room for that filter', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('./agents/');
    const main = await page.getByRole('heading', { level: 1 }).boundingBox();
    const card = await cards(page).first().boundingBox();
    expect(card?.width).toBe(main?.width);
  });
});
