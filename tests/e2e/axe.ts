import AxeBuilder from '@axe-core/playwright';
import { type Page } from '@playwright/test';

/**
 * What axe finds on the page as it stands: one line a place.
 * @param rules `all` that axe has by default, or those about `colours` for a page that is otherwise the same
 */
export async function accessibilityFaults(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === 'all' ? axe : axe.withTags('cat.color')).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${(failureSummary ?? '').replaceAll(/\s+/g, ' ')})`),
  );
}
