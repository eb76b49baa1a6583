import { type Page } from '@playwright/test';
import { accessibilityViolations } from './axe.ts';
import { longestOfEachKind, pagesUnlikeDefault } from '../site/documents.ts';
import { expect, test } from './fixtures.ts';
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
      for (const built of longestOfEachKind('default', pagesOf('default')).filter(
        (_, index) => index % TESTS === part,
      )) {
        await test.step(built.file, () => expectAccessible(page, built, { light: 'all', dark: 'colours' }));
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

for (const name of builtSites.filter((name) => name !== 'default' && name !== 'again')) {
  test.describe(`on the site “${name}”`, () => {
    test.use({ site: name });

    test('the pages unlike those of the default site are accessible and fit a narrow window', async ({ page }) => {
      // Many pages in one test, because each is quick. Colours are tested on the default site: they do not depend on the
      // agents.
      test.slow();
      for (const built of samplePages(name))
        await test.step(built.file, () => expectAccessible(page, built, { light: 'structure' }));
    });

    // A malformed file shows on the page of its agent, however short that is. every-page.test.ts validates their HTML.
    if (name === 'malformed') {
      test('the page of each agent fits a narrow window', async ({ page }) => {
        await expectAllNarrow(
          page,
          pagesUnlikeDefault(name).filter(({ route }) => /^agents\/[^/]+\/$/.test(route)),
        );
      });
    }
  });
}

async function expectAccessible(
  page: Page,
  { file, route }: BuiltPage,
  themes: Partial<Record<'light' | 'dark', 'all' | 'colours' | 'structure'>>,
): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`./${route}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    const rules = themes[colorScheme];
    if (!rules) continue;
    await page.emulateMedia({ colorScheme });
    expect.soft(await accessibilityViolations(page, rules), `${file} in the ${colorScheme} theme`).toEqual([]);
  }

  await page.setViewportSize({ width: NARROW_WIDTH, height: 640 });
  await expectNarrow(page, file);
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

/** Chooses the pages of another site that may look different from those of the default site. */
function samplePages(name: SiteName): BuiltPage[] {
  const samples = longestOfEachKind(name, pagesUnlikeDefault(name));
  // Without agents, every index is another page than with them.
  if (name === 'empty') return samples;
  // Elsewhere, the same components have other words, or more entries: these pages have the most of them.
  return samples.filter(({ route }) => /^(?:agents\/)?$|^agents\/[^/]+\/$|^topics\/(?:[^/]+\/)?$/.test(route));
}
