import { statSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityFaults } from './axe.ts';
import { pagesUnlikeDefault } from './documents.ts';
import { expect, test } from './fixtures.ts';
import { pagesOf, siteNames, siteOf, type BuiltPage, type SiteName } from './sites.ts';

/** The narrowest window that WCAG 2.2 asks for (1.4.10, reflow), in CSS pixels. */
const NARROW_WIDTH = 320;

for (const name of siteNames.filter((name) => name !== 'again')) {
  test.describe(`on the site “${name}”`, () => {
    test.use({ site: name });

    for (const built of samplePages(name)) {
      test(`${built.file} is accessible in the light and the dark theme, and fits a narrow window`, async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(`./${built.route}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect.soft(await accessibilityFaults(page), 'in the light theme').toEqual([]);

        await page.emulateMedia({ colorScheme: 'dark' });
        expect.soft(await accessibilityFaults(page, 'colours'), 'in the dark theme').toEqual([]);

        await page.setViewportSize({ width: NARROW_WIDTH, height: 640 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW_WIDTH);
      });
    }
  });
}

/** Chooses pages that together show everything a site's pages can hold. */
function samplePages(name: SiteName): BuiltPage[] {
  if (name === 'default') return [...Map.groupBy(pagesOf(name), kindOf).values()].flatMap(longestAndShortest);
  // The thousand agents differ only in a number; their other pages are those with the longest lists.
  if (name === 'crowd')
    return pagesOf(name).filter(({ route }) =>
      ['', 'agents/crowd-0500/', 'topics/', 'topics/parsing/'].includes(route),
    );
  const pages = pagesUnlikeDefault(name);
  // A malformed agent file shows on the agent's page, however short that is.
  if (name === 'awkward') return pages.filter(({ route }) => isAgentPage(route));
  return [...Map.groupBy(pages, kindOf).values()].flatMap((kind) => longestAndShortest(kind).slice(0, 1));

  function longestAndShortest(kind: readonly BuiltPage[]): BuiltPage[] {
    const size = ({ file }: BuiltPage) => statSync(join(siteOf(name).built, file)).size;
    const byLength = kind.toSorted((a, b) => size(b) - size(a));
    return kind.length < 2 ? byLength : [...byLength.slice(0, 1), ...byLength.slice(-1)];
  }
}

/** The pages below one folder are of one kind, apart from the folder's index and the chapters of the guide. */
function kindOf({ route }: BuiltPage): string {
  return /^guide\/|^[^/]*\/?$/.test(route) ? route : route.replace(/\/.*/, '/*');
}

function isAgentPage(route: string): boolean {
  return /^agents\/./.test(route);
}
