import { expect, type Locator, type Page } from '@playwright/test';
import { agentFilesOf } from './agent-files.ts';

/** A word that no agent has. In no alphabet of theirs, or Pagefind would find words that begin as it does. */
export const UNKNOWN_WORD = 'жжж';

/** The search dialog and what is in it. */
export function searchDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Search' });
  return {
    dialog,
    field: dialog.getByRole('combobox', { name: 'Search agents and sections' }),
    /** One a found agent, named after it. */
    groups: dialog.getByRole('group'),
    /** Agents and sections alike, in the order in which the arrows walk through them. */
    options: dialog.getByRole('option'),
    active: dialog.getByRole('option', { selected: true }),
  };
}

/** The form on the search page and on the 404 page. */
export function searchField(page: Page): Locator {
  return page.getByRole('search', { name: 'Search this site' }).getByRole('searchbox');
}

/** What the search page and the 404 page found: agents, and below each its sections. */
export function searchResults(page: Page): Locator {
  return page.locator('search-page').getByRole('list').first();
}

/** Opens the dialog by its shortcut, types, and waits for what is found. */
export async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/');
  const { field, options } = searchDialog(page);
  await field.fill(words);
  await expect(options.first()).toBeVisible();
}

/** Ids of the agents of the repository in whose files a word stands. */
export function agentsThatMention(word: string): string[] {
  const pattern = new RegExp(`\\b${word}\\b`);
  return agentFilesOf('default')
    .filter(({ text }) => pattern.test(text))
    .map(({ id }) => id);
}
