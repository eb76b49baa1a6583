import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { siteOf } from '../site/sites.ts';

const copilotFile = 'agents/rust-pro/vscode/rust-pro.agent.md';

function builtText(file: string): string {
  return readFileSync(join(siteOf('default').built, file), 'utf8');
}

test.describe('the page with the files of an agent', () => {
  test('is linked from the agent, and copies exactly the file for a tool', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    await page.getByRole('link', { name: 'Use it in another tool' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Use rust-pro in your tool');
    await page
      .getByRole('navigation', { name: 'Tools' })
      .getByRole('link', { name: 'VS Code and GitHub Copilot' })
      .click();
    await expect(page.getByRole('heading', { name: 'VS Code and GitHub Copilot' })).toBeInViewport();
    await page.getByRole('button', { name: 'Copy the file for VS Code and GitHub Copilot' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'The agent copied' })).toHaveCount(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(builtText(copilotFile));
  });
});
