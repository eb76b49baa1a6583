import { type Page } from '@playwright/test';
import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Minified: the browser reads it for every page, and `axe.source` is more than twice as long. */
const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules among axe's defaults whose result depends on the theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Loads axe with each page that this page opens from now on, which takes half the time of loading it afterwards. */
export async function loadAxeWithPages(page: Page): Promise<void> {
  await page.addInitScript(axeScript);
}

/**
 * Checks the page in its current state with axe. Returns one line for each place where a rule is broken.
 * @param rules all of axe's default rules; only those about colours, for a page that changed nothing else; or all others,
 *   which take half the time, for a page with the same colours as one that was checked
 * @param part a selector of the part to check, if the rest of the page is checked elsewhere
 */
export async function accessibilityViolations(
  page: Page,
  rules: 'all' | 'colours' | 'structure' = 'all',
  part = 'html',
): Promise<string[]> {
  // @axe-core/playwright would load axe again for each check, which takes longer than the check.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeScript);
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    ...(rules === 'colours' ? { runOnly: { type: 'rule', values: COLOUR_RULES } } : {}),
    ...(rules === 'structure' ? { rules: Object.fromEntries(COLOUR_RULES.map((id) => [id, { enabled: false }])) } : {}),
  };
  const violations = await page.evaluate(
    async ({ part, options }) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(part, options);
      return violations;
    },
    { part, options },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      return `${id}: ${help} at ${target.join(' ')} (${failureSummary.replaceAll(/\s+/g, ' ')})`;
    }),
  );
}
