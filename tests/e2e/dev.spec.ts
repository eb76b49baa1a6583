import { expect, test } from '@playwright/test';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDevServer, type DevServer } from './dev-server.ts';
import { find, searchDialog } from './search.ts';

test.describe('the development server', () => {
  // One server, whose files the tests change in turn.
  test.describe.configure({ mode: 'serial' });

  let server: DevServer;
  test.beforeAll(async () => {
    server = await startDevServer();
  });
  test.afterAll(async () => {
    await server.stop();
  });

  test('shows the agents, and gives back their files', async ({ page, request }) => {
    await page.goto(`${server.url}agents/rust-pro/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('rust-pro');
    await expect(page.getByRole('button', { name: 'Copy code' }).first()).toBeVisible();
    const response = await request.get(`${server.url}agents/rust-pro.md`);
    expect(await response.text()).toBe(await readFile(join(server.agentsFolder, 'rust-pro.md'), 'utf8'));
  });

  test('answers searches from the files as they are', async ({ page }) => {
    await page.goto(server.url);
    await find(page, 'FFI');
    const address = await searchDialog(page).active.getAttribute('href');
    expect(address).toMatch(/^\//);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(new URL(address ?? '', server.url).pathname));

    const file = join(server.agentsFolder, 'late.md');
    await writeFile(file, '---\nname: late\ndescription: Came late.\n---\n\n# Quokkas\n\nFeed them at dusk.\n');
    await expect(async () => {
      await page.goto(`${server.url}search/?q=quokkas`);
      await expect(
        page
          .getByRole('main')
          .getByRole('link', { name: /Quokkas/ })
          .first(),
      ).toBeVisible({ timeout: 2000 });
    }).toPass();
    await rm(file);
  });

  test('shows an agent as it is written: changed, added, taken away', async ({ page }) => {
    await page.goto(`${server.url}agents/rust-pro/`);
    await appendFile(join(server.agentsFolder, 'rust-pro.md'), '\n## A section that was not there\n\nBut now it is.\n');
    await expect(page.getByRole('heading', { name: 'A section that was not there' })).toBeVisible();

    await page.goto(`${server.url}agents/`);
    const newcomer = page.getByRole('article').filter({ hasText: 'newcomer' });
    await expect(newcomer).toHaveCount(0);
    const file = join(server.agentsFolder, 'newcomer.md');
    await writeFile(file, '---\nname: newcomer\ndescription: Came late.\n---\n\n# Late\n\nBetter than never.\n');
    await expect(newcomer).toContainText('Came late.');
    await rm(file);
    await expect(newcomer).toHaveCount(0);
  });

  test('shows topics as their file is written, and says when it is gone', async ({ page }) => {
    await page.goto(`${server.url}topics/`);
    const topic = (name: string) => page.getByRole('rowheader', { name, exact: true });
    await expect(topic('FFI')).toBeVisible();
    await writeFile(server.topicsFile, 'topics:\n  - id: sockets\n    title: Socket\n');
    await expect(topic('Socket')).toBeVisible();
    await expect(topic('FFI')).toHaveCount(0);
    await rm(server.topicsFile);
    await expect(page.getByText('The topics file cannot be read (ENOENT).')).toBeVisible();
  });
});
