import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityFaults } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { pagesOf, siteNames, siteOf, type BuiltPage, type SiteName } from './sites.ts';

/** The narrowest window that WCAG 2.2 asks for (1.4.10, reflow), in CSS pixels. */
const NARROW = 320;

for (const name of siteNames.filter((name) => name !== 'again')) {
  test.describe(`every page of “${name}”`, () => {
    test.use({ site: name });

    for (const built of pagesOf(name).filter((built) => isWorthSeeing(name, built))) {
      test(`${built.file} is accessible by day and by night, and fits a phone`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(`./${built.route}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect.soft(await accessibilityFaults(page), 'by day').toEqual([]);

        await page.emulateMedia({ colorScheme: 'dark' });
        expect.soft(await accessibilityFaults(page, 'colours'), 'by night').toEqual([]);

        await page.setViewportSize({ width: NARROW, height: 640 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW);
      });
    }
  });
}

/** Pages that say what a page of the first site says look as it does: the guide, and many a list without agents. */
function isWorthSeeing(name: SiteName, built: BuiltPage): boolean {
  if (name === 'default') return true;
  if (name === 'crowd') return built.route === '' || built.route === 'agents/crowd-0500/';
  const first = pagesOf('default').find(({ file }) => file === built.file);
  return first === undefined || mainOf(name, built) !== mainOf('default', first);
}

function mainOf(name: SiteName, { file }: BuiltPage): string {
  const html = readFileSync(join(siteOf(name).built, file), 'utf8');
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return main.replaceAll(`="${siteOf(name).base}`, '="/').replaceAll(/<script[^>]*><\/script>/g, '');
}
