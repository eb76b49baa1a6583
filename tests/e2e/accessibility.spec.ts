import { type Page } from '@playwright/test';
import { accessibilityViolations, loadAxeWithPages } from './axe.ts';
import { longestOfEachKind, pagesUnlikeDefault, pagesWithOtherElements } from '../site/documents.ts';
import { expect, test } from './fixtures.ts';
import { urlOf } from './serve-sites.ts';
import { builtSites, pagesOf, type BuiltPage, type SiteName } from '../site/sites.ts';

/** The narrowest window that WCAG 2.2 asks for (1.4.10, reflow), in CSS pixels. */
const NARROW_WIDTH = 320;

/** Number of tests that share the pages of the default site: starting a test takes as long as loading a page. */
const TESTS = 4;

test.describe('on the default site', () => {
  for (let part = 0; part < TESTS; part++) {
    test(`a page of each kind is accessible in both themes and fits a narrow window, part ${String(part + 1)}`, async ({
      page,
    }) => {
      test.slow();
      await loadAxeWithPages(page);
      for (const { file, route } of longestOfEachKind('default', pagesOf('default')).filter(
        (_, index) => index % TESTS === part,
      )) {
        await test.step(file, () => expectAccessible(page, `./${route}`, { light: 'all', dark: 'colours' }));
      }
    });
  }

  test('the chapters of the guide fit a narrow window', async ({ page }) => {
    await expectAllNarrow(
      page,
      pagesOf('default').filter(({ route }) => route.startsWith('guide/')),
    );
  });
});

test('the pages of other sites with elements that the default site does not have are accessible and fit a narrow window', async ({
  page,
}) => {
  test.slow();
  await loadAxeWithPages(page);
  const others = builtSites.filter((name) => name !== 'default' && name !== 'again');
  for (const [name, pages] of pagesWithOtherElements(others)) {
    for (const { file, route } of pages) {
      // Colours are tested on the default site: they do not depend on the agents.
      await test.step(`${name}: ${file}`, () => expectAccessible(page, urlOf(name) + route, { light: 'structure' }));
    }
  }
});

/** Pages whose words may be wider than those of the default site, because they are of any agents, or malformed. */
const wide: Partial<Record<SiteName, () => BuiltPage[]>> = {
  own: () => longestOfEachKind('own', pagesUnlikeDefault('own')),
  malformed: () => pagesUnlikeDefault('malformed').filter(({ route }) => /^agents\/[^/]+\/$/.test(route)),
};

for (const name of builtSites.filter((name) => name in wide)) {
  test.describe(`on the site “${name}”`, () => {
    test.use({ site: name });

    test('the pages with words of any width fit a narrow window', async ({ page }) => {
      await expectAllNarrow(page, wide[name]?.() ?? []);
    });
  });
}

async function expectAccessible(
  page: Page,
  address: string,
  themes: Partial<Record<'light' | 'dark', 'all' | 'colours' | 'structure'>>,
): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    const rules = themes[colorScheme];
    if (!rules) continue;
    await page.emulateMedia({ colorScheme });
    expect.soft(await accessibilityViolations(page, rules), `${address} in the ${colorScheme} theme`).toEqual([]);
  }

  await page.setViewportSize({ width: NARROW_WIDTH, height: 640 });
  await expectNarrow(page, address);
}

async function expectAllNarrow(page: Page, pages: readonly BuiltPage[]): Promise<void> {
  await page.setViewportSize({ width: NARROW_WIDTH, height: 640 });
  for (const { file, route } of pages) {
    await page.goto(`./${route}`);
    await expectNarrow(page, file);
  }
}

async function expectNarrow(page: Page, file: string): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${file} in a narrow window`).toBeLessThanOrEqual(NARROW_WIDTH);
}
