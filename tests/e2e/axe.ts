import AxeBuilder from '@axe-core/playwright';
import { type Page } from '@playwright/test';

/** The rules among axe's defaults whose result depends on the theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Checks the page in its current state with axe. Returns one line for each place where a rule is broken.
 * @param rules all of axe's default rules, or only those about colours: for a page that changed nothing else
 */
export async function accessibilityViolations(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Legacy mode saves the second page that axe opens to merge the results of frames; our pages have none.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (rules === 'all' ? axe : axe.withRules(COLOUR_RULES)).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      return `${id}: ${help} at ${target.join(' ')} (${failureSummary.replaceAll(/\s+/g, ' ')})`;
    }),
  );
}
