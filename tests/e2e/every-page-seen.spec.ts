import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityFaults } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { pagesOf, siteNames, siteOf, type BuiltPage, type SiteName } from './sites.ts';

/** The narrowest window that WCAG 2.2 asks for (1.4.10, reflow), in CSS pixels. */
const NARROW = 320;

/** Of more pages in one folder than this, the longest are looked at: what can go wrong in a short one can in them. */
const MOST_OF_A_FOLDER = 12;

for (const name of siteNames.filter((name) => name !== 'again')) {
  test.describe(`every page of “${name}”`, () => {
    test.use({ site: name });

    for (const built of pagesWorthSeeing(name)) {
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

/** The pages that can look different from one another and from those of the first site. */
function pagesWorthSeeing(name: SiteName): BuiltPage[] {
  const pages = pagesOf(name);
  // A thousand agents of one pattern look alike.
  if (name === 'crowd')
    return pages.filter(({ route }) => ['', 'agents/crowd-0500/', 'topics/', 'topics/parsing/'].includes(route));
  if (name === 'default') return longestOfEachFolder(pages);
  const first = new Map(pagesOf('default').map((built) => [built.file, built]));
  const own = pages.filter((built) => {
    const same = first.get(built.file);
    return same === undefined || mainOf(name, built) !== mainOf('default', same);
  });
  // What is wrong with an awkward agent shows on its own page, however short.
  const isAgents = ({ route }: BuiltPage) => route.startsWith('agents/');
  return [...own.filter(isAgents), ...longestOfEachFolder(own.filter((built) => !isAgents(built)))];

  function longestOfEachFolder(pages: readonly BuiltPage[]): BuiltPage[] {
    const folders = Map.groupBy(pages, ({ route }) => route.split('/')[0] ?? '');
    const size = ({ file }: BuiltPage) => statSync(join(siteOf(name).built, file)).size;
    return [...folders.values()].flatMap((folder) =>
      folder.sort((a, b) => size(b) - size(a)).slice(0, MOST_OF_A_FOLDER),
    );
  }
}

function mainOf(name: SiteName, { file }: BuiltPage): string {
  const html = readFileSync(join(siteOf(name).built, file), 'utf8');
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return main.replaceAll(`="${siteOf(name).base}`, '="/').replaceAll(/<script[^>]*><\/script>/g, '');
}
