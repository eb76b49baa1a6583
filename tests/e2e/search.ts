import { expect, type Locator, type Page } from '@playwright/test';

/** A word that no agent has, and that is close to none. */
export const UNKNOWN_WORD = 'жжж';

/** The search dialog and what is in it. */
export function searchDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Search' });
  return {
    dialog,
    field: dialog.getByRole('combobox', { name: 'Search agents and sections' }),
    /** One a kind of result, named after it and its number: "Gates 6". */
    groups: dialog.getByRole('listbox').getByRole('group'),
    /** Results of all kinds, in the order in which the arrows walk through them. */
    options: dialog.getByRole('option'),
    active: dialog.getByRole('option', { selected: true }),
  };
}

/** The form on the search page and on the 404 page. */
export function searchField(page: Page): Locator {
  return page.getByRole('search', { name: 'Search this site' }).getByRole('searchbox');
}

/** What the search page, the 404 page and the offline page found: under a heading for each kind, a list. */
export function searchResults(page: Page): Locator {
  return page.locator('search-page').getByRole('region', { name: 'Results' });
}

/** The boxes of one filter on the search page: "Kind", "Agent", "Topic". */
export function searchFilter(page: Page, name: string): Locator {
  return page.getByRole('search', { name: 'Search this site' }).getByRole('group', { name, exact: true });
}

/** What the dialog says when all is there: what is here comes first, as so many "so far". */
const COMPLETE = /^\d+ results?\b(?! so far)/;

/** Opens the dialog by its shortcut, types, and waits for all that is found. */
export async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/');
  const { dialog, field, options } = searchDialog(page);
  await field.fill(words);
  await expect(dialog.getByText(COMPLETE)).toBeVisible();
  await expect(options.first()).toBeVisible();
}

/** Until whatever was going to happen by itself, as soon as there is time for it, has begun. */
export async function idle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        // A page without frames to draw may wait long for idle time, unless it is told not to.
        requestIdleCallback(
          () => {
            requestIdleCallback(
              () => {
                done();
              },
              { timeout: 100 },
            );
          },
          { timeout: 100 },
        );
      }),
  );
}

/** Notes from now on whatever a live region says. */
export async function countAnnouncements(page: Page): Promise<void> {
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const region =
          target instanceof Element ? target.closest('[role=status]') : target.parentElement?.closest('[role=status]');
        if (region && addedNodes.length > 0 && region.textContent !== '') said.push(region.textContent);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

/** All that was said since. */
export function announcements(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { said: string[] }).said);
}
