import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

// That no control in the HTML needs a script is tested on every page (tests/site/every-page.test.ts). Here is what only layout
// shows: hidden controls leave no gap, and menus, disclosures, views and print work.
test.use({ javaScriptEnabled: false });

const workflow = './flows/rust-pro-high-performance-rust-service/';
const tree = './decide/rust-pro-rust-development-decision-tree/';

/** The visible controls in the main part of a page. */
function controls(page: Page) {
  const main = page.getByRole('main');
  return main
    .getByRole('button')
    .or(main.getByRole('textbox'))
    .or(main.getByRole('checkbox'))
    .or(main.getByRole('combobox'))
    .filter({ visible: true });
}

test.describe('without JavaScript', () => {
  test('lists and tables are complete, without filters, and leave no gap for them', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('./agents/');
    await expect(page.getByRole('search', { name: 'Filter agents' })).toBeHidden();
    await expect(page.getByText('No agents match.')).toBeHidden();
    const main = await page.getByRole('heading', { level: 1 }).boundingBox();
    const card = await page.getByRole('article').first().boundingBox();
    expect(card?.width).toBe(main?.width);

    await page.goto('./topics/');
    await expect(page.getByRole('search', { name: 'Filter topics' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Topic', exact: true })).toBeDisabled();
    await expect(page.getByRole('link', { name: 'Covers, rust-pro' }).first()).toBeVisible();
    await page.goto('./delegation/');
    await expect(page.getByRole('search', { name: 'Filter tasks' })).toBeHidden();
    await page.goto('./gates/');
    await expect(page.getByText('6 items').first()).toBeVisible();
    await expect(page.getByText('ticked on this device').first()).toBeHidden();
  });

  test('the page of an agent has no controls, and its table of contents opens', async ({ page }) => {
    await page.goto('./agents/rust-pro/');
    await expect(controls(page)).toHaveCount(0);
    await expect(page.getByRole('combobox').filter({ visible: true })).toHaveCount(0);
    const contents = page.getByRole('navigation', { name: 'On this page' });
    const link = contents.getByRole('link', { name: 'Rust Quality Gates' });
    if (!(await link.isVisible())) await contents.getByText('On this page').click();
    await link.click();
    await expect(page).toHaveURL(/#rust-quality-gates$/);
    await expect(page.getByRole('heading', { name: 'Rust Quality Gates' })).toBeInViewport();
  });

  test('a gate is a list of empty boxes, and a form prints as a form to fill in by hand', async ({ page }) => {
    await page.goto('./gates/rust-pro-development-phase-validation/');
    await expect(page.getByText('☐').nth(1)).toBeVisible();
    await expect(controls(page)).toHaveCount(0);
    await page.goto('./handoffs/rust-pro-rust-systems-request/');
    await expect(page.getByText('Print this page to fill in the form by hand.')).toBeVisible();
    await expect(page.getByText('Linux/Windows/macOS/Embedded', { exact: true })).toBeVisible();
    await expect(controls(page)).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    for (const label of ['Target Platform', 'Real-time Requirements']) {
      await expect(page.getByText(label, { exact: true })).toBeVisible();
    }
  });

  test('flows and trees are complete, and can be shown as written', async ({ page }) => {
    await page.goto(workflow);
    await expect(page.getByRole('group', { name: /^Diagram/ }).locator('svg')).toBeVisible();
    await expect(controls(page)).toHaveCount(0);
    await page.getByText('As written').click();
    await expect(page.getByText(/^1\. \*\*/).first()).toBeVisible();
    await page.goto(tree);
    await expect(page.getByRole('radio', { name: 'All at once' })).toBeHidden();
    await expect(page.getByText('What application domain?').filter({ visible: true }).first()).toBeVisible();
    await page.getByRole('radio', { name: 'As written' }).check();
    await expect(page.getByRole('main').getByText('├── What application domain?')).toBeVisible();
  });

  test('the search page says that it needs JavaScript, and files are downloaded', async ({ page }) => {
    await page.goto('./search/');
    // Playwright's text locators ignore <noscript>, even where the browser shows it.
    await expect(page.locator('noscript p')).toBeVisible();
    await page.goto('./agents/rust-pro/use/');
    const copilot = page.getByRole('region', { name: 'VS Code and GitHub Copilot' });
    await copilot.getByText('Install it from a shell').click();
    await expect(copilot.getByText('curl -fsSL -o rust-pro.agent.md.part')).toBeVisible();
    const downloading = page.waitForEvent('download');
    await copilot.getByRole('link', { name: 'Download' }).click();
    expect((await downloading).suggestedFilename()).toBe('rust-pro.agent.md');
  });

  test('one button opens all pages on a phone, below a header of one row', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('./gates/');
    const header = await page.getByRole('banner').boundingBox();
    expect(header?.height).toBeLessThanOrEqual(64);
    await page.getByRole('button', { name: 'Menu' }).click();
    const menu = page.getByRole('navigation', { name: 'Main' });
    for (const name of ['Agents', 'Flows', 'Gates', 'Roster', 'Guide']) {
      await expect(menu.getByRole('link', { name })).toBeInViewport({ ratio: 1 });
    }
    await menu.getByRole('link', { name: 'Flows' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Flows' })).toBeVisible();
  });
});
