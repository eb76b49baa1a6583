import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { PUBLIC_URL, siteOf } from '../site/sites.ts';

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

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('says what each file loses, and has the file, and a command that installs it', async ({ page }) => {
      await page.goto('./agents/rust-pro/use/');
      const skill = page.getByRole('region', { name: 'Agent Skills' });
      await expect(skill.getByRole('row', { name: /^tools Lost/ })).toContainText('A skill has no tools of its own');
      const cursor = page.getByRole('region', { name: 'Cursor' });
      await expect(cursor.getByText('There is no file for this tool.')).toBeVisible();

      const copilot = page.getByRole('region', { name: 'VS Code and GitHub Copilot' });
      await copilot.getByText('Install it from a shell').click();
      await expect(
        copilot.getByText(`curl -fsSL -o rust-pro.agent.md.part '${PUBLIC_URL}/${copilotFile}'`),
      ).toBeVisible();
      const downloading = page.waitForEvent('download');
      await copilot.getByRole('link', { name: 'Download' }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe('rust-pro.agent.md');
      expect(readFileSync(await download.path(), 'utf8')).toBe(builtText(copilotFile));
    });
  });
});
