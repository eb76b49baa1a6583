import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { AgentFinder } from '../../src/search/browser/find-agents.ts';
import { serveFromDisk } from '../search/built-engine.ts';
import { expect, test } from './fixtures.ts';
import { siteOf } from '../site/sites.ts';

/** Of the thirty tasks, so many must find the right agent first. */
const MIN_RIGHT = 27;

test('with the built index, at least 27 of thirty tasks find the right agent first', async () => {
  const root = resolve(siteOf('default').built);
  serveFromDisk(root);
  const finder = new AgentFinder(`${root}/`);
  const tasks = parse(readFileSync(resolve(import.meta.dirname, '../search/tasks.yaml'), 'utf8')) as {
    task: string;
    agent: string;
  }[];
  const wrong: string[] = [];
  for (const { task, agent } of tasks) {
    const { agents } = await finder.find(task);
    if (agents[0]?.name !== agent) wrong.push(task);
  }
  expect(tasks.length - wrong.length, wrong.join('\n')).toBeGreaterThanOrEqual(MIN_RIGHT);
});

test.describe('the page that ranks agents for a task', () => {
  test('a task typed on the home page leads to ranked agents with reasons that are links', async ({ page }) => {
    await page.goto('./');
    await page.getByRole('searchbox', { name: 'Your task' }).fill('firmware for a microcontroller');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/find\/\?task=firmware/);
    const first = page.getByRole('list', { name: 'Agents that fit, best first' }).getByRole('article').first();
    await expect(first.getByRole('heading', { name: 'rust-systems-engineer' })).toBeVisible();
    await expect(first.getByRole('link', { name: 'Description and examples' })).toBeVisible();
    await expect(first.getByText('May do everything that its caller may.')).toBeVisible();
  });

  test('a misspelt task has a link to the corrected one, and back leads to the last answer', async ({ page }) => {
    await page.goto('./find/?task=firmware');
    const status = page.getByRole('main').locator('[data-status]');
    await expect(status).toContainText('rust-systems-engineer fits best');
    const task = page.getByRole('searchbox', { name: 'Your task' });
    await task.fill('a parsr for untrusted input');
    await expect(status).toContainText('Not in any file: parsr.');
    await task.press('Enter');
    await page.getByRole('link', { name: 'a parser for untrusted input' }).click();
    await expect(task).toHaveValue('a parser for untrusted input');
    await page.goBack();
    await expect(task).toHaveValue('a parsr for untrusted input');
    await page.goBack();
    await expect(task).toHaveValue('firmware');
  });

  test('a task that nothing fits says so, names the words that no file has, and is announced', async ({ page }) => {
    await page.goto('./find/?task=chocolate+cake');
    await expect(page.getByRole('main').locator('[data-status]')).toHaveText(
      'No agent fits this task. Not in any file: chocolate, cake.',
    );
    await expect(page.getByRole('status').filter({ hasText: 'No agent fits' })).toHaveCount(1);
    await page.getByRole('searchbox', { name: 'Your task' }).fill('');
    await expect(page.getByRole('heading', { name: 'Try one' })).toBeVisible();
    await expect(page).toHaveURL(/find\/$/);
  });
});

test.describe('the comparison of agents', () => {
  test('agents chosen in the catalogue are compared side by side', async ({ page }) => {
    await page.goto('./agents/');
    for (const name of ['rust-pro', 'rust-engineer']) await page.getByLabel(`Choose ${name}`, { exact: true }).check();
    await page.getByRole('button', { name: 'Compare the chosen agents' }).click();
    const table = page.getByRole('table', { name: /^Comparison of / });
    await expect(table.getByRole('columnheader')).toHaveText([/rust-engineer/, /rust-pro/]);
    await expect(table.getByText('MultiEdit (only this agent)')).toBeVisible();
  });

  test('agents that a search finds are compared side by side', async ({ page }) => {
    await page.goto('./search/?q=rust&kind=agent');
    await page.getByRole('link', { name: /^Compare rust-/ }).click();
    await expect(page).toHaveURL(/\/compare\/\?agents=rust-[\w-]+(?:,rust-[\w-]+){2}$/);
    await expect(page.getByRole('table', { name: /^Comparison of rust-/ })).toBeVisible();
  });
});
