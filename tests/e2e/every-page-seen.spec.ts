import { accessibilityFaults } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { pagesOf, siteNames, type BuiltPage, type SiteName } from './sites.ts';

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

/** The base path changes no page's look, and a thousand agents of one pattern look alike. */
function isWorthSeeing(name: SiteName, { route }: BuiltPage): boolean {
  if (name === 'based') return route === '' || route === '404.html';
  return name !== 'crowd' || route === '' || route === 'agents/crowd-0500/';
}
