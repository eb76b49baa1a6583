import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { agentFilesOf } from '../site/agent-files.ts';
import { expect, test } from './fixtures.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('chosen agents are downloaded as an archive for a tool, after what is left out has been said', async ({
  page,
}) => {
  await page.goto('./agents/');
  for (const name of ['rust-pro', 'rust-system-architect']) {
    await page.getByLabel(`Choose ${name}`, { exact: true }).check();
  }
  await page.getByLabel('Files for').selectOption('Cursor');
  const make = page.getByRole('button', { name: 'Make a .zip' });
  await expect(page.getByText('of the 2 chosen agents')).toBeVisible();
  await make.click();
  await expect(page.getByRole('listitem').filter({ hasText: /^rust-pro: .*tools/ })).toBeVisible();
  const link = page.getByRole('link', { name: 'Download agents-for-cursor.zip' });
  await expect(link).toBeFocused();
  const download = async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    return new Uint8Array(await readFile(await file.path()));
  };
  const first = await download();
  expect(Object.keys(unzipSync(first))).toEqual(['.cursor/agents/rust-system-architect.md']);

  // Another choice removes the archive; the same choice, made again, gives the same bytes.
  await page.getByLabel('Choose rust-pro', { exact: true }).uncheck();
  await expect(link).toHaveCount(0);
  await make.click();
  await expect(link).toBeFocused();
  expect(await download()).toEqual(first);

  // For its own tool, a file is what its author wrote, byte for byte.
  await page.getByLabel('Choose rust-system-architect', { exact: true }).uncheck();
  await page.getByLabel('Files for').selectOption('Claude Code');
  await make.click();
  await expect(page.getByRole('link', { name: /^Download/ })).toBeFocused();
  const files = Object.values(unzipSync(await download())).map((content) => Buffer.from(content).toString('base64'));
  const written = agentFilesOf('default').map(({ bytes }) => bytes.toString('base64'));
  expect(files.toSorted()).toEqual(written.toSorted());
});

test('a handoff template is copied and downloaded as a file for a tool', async ({ page }) => {
  await page.goto('./handoffs/rust-pro-rust-security-request/');
  await page.getByText('Use it in …').click();
  await expect(page.getByText('.claude/skills/rust-pro-rust-security-request/SKILL.md')).toBeVisible();
  await page.getByRole('button', { name: 'Copy the skill' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The skill copied' })).toHaveCount(1);
  const link = page.getByRole('link', { name: 'Download the skill' });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(file.suggestedFilename()).toBe('SKILL.md');
  expect(await readFile(await file.path(), 'utf8')).toBe(await page.evaluate(() => navigator.clipboard.readText()));
});
