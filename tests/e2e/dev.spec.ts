import { expect, test, type Page } from '@playwright/test';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDevServer, type DevServer } from './dev-server.ts';
import { find, searchDialog } from './search-locators.ts';

/** Opens a page. The server may reload the one before at the same time, after a change, which interrupts the opening. */
async function open(page: Page, address: string): Promise<void> {
  await expect(() => page.goto(address)).toPass();
}

test.describe('the development server', () => {
  // One server for all tests, which change its files.
  test.describe.configure({ mode: 'serial' });

  let server: DevServer;
  test.beforeAll(async () => {
    server = await startDevServer();
  });
  test.afterAll(async () => {
    await server.stop();
  });

  test('finds what was written after it started', async ({ page, request }) => {
    await open(page, server.url);
    await find(page, 'FFI');
    const address = await searchDialog(page).active.getAttribute('href');
    expect(address).toMatch(/^\//);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(new URL(address ?? '', server.url).pathname));

    // The server reloads an open page when a file changes, which may interrupt the opening of another.
    await page.goto('about:blank');
    await writeFile(
      join(server.agentsFolder, 'late.md'),
      '---\nname: late\ndescription: Came late.\n---\n\n# Quokkas\n\nFeed them at dusk.\n',
    );
    // The page of an agent is there before the next page loads the index.
    await expect.poll(async () => (await request.get(`${server.url}agents/late/`)).status()).toBe(200);
    await page.goto(`${server.url}search/?q=quokkas`);
    await expect(
      page
        .getByRole('main')
        .getByRole('link', { name: /Quokkas/ })
        .first(),
    ).toBeVisible();
  });

  test('serves the files of agents unchanged, and shows changed, added and deleted agents without a restart', async ({
    page,
    request,
  }) => {
    const changed = join(server.agentsFolder, 'rust-system-architect.md');
    await open(page, `${server.url}agents/rust-system-architect/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('rust-system-architect');
    await expect(page.getByRole('button', { name: 'Copy agent' })).toBeVisible();
    const response = await request.get(`${server.url}agents/rust-system-architect.md`);
    expect(await response.text()).toBe(await readFile(changed, 'utf8'));
    await appendFile(changed, '\n## A section that was not there\n\nBut now it is.\n');
    await expect(page.getByRole('heading', { name: 'A section that was not there' })).toBeVisible();

    await open(page, `${server.url}agents/`);
    const newcomer = page.getByRole('article').filter({ hasText: 'newcomer' });
    await expect(newcomer).toHaveCount(0);
    const file = join(server.agentsFolder, 'newcomer.md');
    await writeFile(file, '---\nname: newcomer\ndescription: Added later.\n---\n\n# Late\n\nAdded to the folder.\n');
    await expect(newcomer).toContainText('Added later.');
    await rm(file);
    await expect(newcomer).toHaveCount(0);
  });

  test('shows changed topics without a restart, and reports a missing file', async ({ page }) => {
    await open(page, `${server.url}topics/`);
    const topic = (name: string) => page.getByRole('rowheader', { name, exact: true });
    await expect(topic('FFI')).toBeVisible();
    await writeFile(server.topicsFile, 'topics:\n  - id: sockets\n    title: Socket\n');
    await expect(topic('Socket')).toBeVisible();
    await expect(topic('FFI')).toHaveCount(0);
    await rm(server.topicsFile);
    await expect(page.getByText('The topics file cannot be read (ENOENT).')).toBeVisible();
  });
});
