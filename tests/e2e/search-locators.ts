import { expect, type Locator, type Page } from '@playwright/test';

/** A word that is in no agent file, and similar to no other word. */
export const UNKNOWN_WORD = 'жжж';

/** The search dialog and its parts. */
export function searchDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Search' });
  return {
    dialog,
    field: dialog.getByRole('combobox', { name: 'Search agents and sections' }),
    /** One for each kind of result, with the number of results: "Gates 6". */
    groups: dialog.getByRole('listbox').getByRole('group'),
    /** Results of all kinds, in the order in which the arrow keys move through them. */
    options: dialog.getByRole('option'),
    active: dialog.getByRole('option', { selected: true }),
    /** The visible line about the results; the live region has the same text, but later. */
    status: dialog.locator('[data-status]'),
  };
}

/** The form on the search page and on the 404 page. */
export function searchField(page: Page): Locator {
  return page.getByRole('search', { name: 'Search this site' }).getByRole('searchbox');
}

/** The results on the search page, the 404 page and the offline page: for each kind a heading and a list. */
export function searchResults(page: Page): Locator {
  return page.locator('search-page').getByRole('region', { name: 'Results' });
}

/** The visible line about the results on the search page and the 404 page. */
export function searchStatus(page: Page): Locator {
  return page.locator('search-page [data-status]');
}

/** The checkboxes of one filter on the search page: "Kind", "Agent", "Topic". */
export function searchFilter(page: Page, name: string): Locator {
  return page.getByRole('search', { name: 'Search this site' }).getByRole('group', { name, exact: true });
}

/** The status of a complete result; that of a partial one ends with "so far". */
export const COMPLETE = /^\d+ results?\b(?! so far)/;

/** Opens the dialog with its shortcut, types, and waits for the complete result. */
export async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/');
  const { field, options, status } = searchDialog(page);
  await field.fill(words);
  await expect(status).toHaveText(COMPLETE);
  await expect(options.first()).toBeVisible();
}

/** Whether everything that search needs is saved on this device. */
export function isSearchSaved(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    for (const name of await caches.keys()) {
      if (name.endsWith(' search') && (await (await caches.open(name)).keys()).length > 0) return true;
    }
    return false;
  });
}

/** Waits until everything that the page does when idle has started. */
export async function idle(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        // Without a timeout, a page that draws no frames may wait for a long time.
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

/** Records all announcements of live regions from now on. */
export async function recordAnnouncements(page: Page): Promise<void> {
  await page.evaluate(() => {
    const announced: string[] = [];
    Object.assign(window, { announced });
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const region =
          target instanceof Element ? target.closest('[role=status]') : target.parentElement?.closest('[role=status]');
        if (region && addedNodes.length > 0 && region.textContent !== '') announced.push(region.textContent);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

/** Returns the recorded announcements. */
export function announcements(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { announced: string[] }).announced);
}
