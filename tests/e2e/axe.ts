import AxeBuilder from '@axe-core/playwright';
import { type Page } from '@playwright/test';

/** What axe finds on the page as it stands, with all its default rules: one line a place. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary ?? ''})`),
  );
}
