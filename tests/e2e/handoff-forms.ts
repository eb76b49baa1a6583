import { type Locator, type Page } from '@playwright/test';
import { scriptLoaded } from './late-script.ts';

export function field(page: Page, label: string) {
  return page.getByRole('textbox', { name: label, exact: true });
}

/** The preview of the form's text. */
export function result(page: Page) {
  return page.getByRole('group', { name: /^(?:Markdown|Message)$/ });
}

export function suggestions(page: Page, label: string) {
  return page.getByRole('listbox', { name: `Suggestions for ${label}` });
}

/** Visible text of the page, never the same text in a live region. */
export function inMain(page: Page, text: string | RegExp) {
  return page.getByRole('main').getByText(text);
}

/** The line that says how many fields are filled: `1 of 7`. */
export function filledCount(page: Page, counts: string) {
  return page.getByRole('main').getByText(`${counts} filled`, { exact: true });
}

/** Sets a value of many lines. Playwright's `fill` inserts it as text, which takes Chromium quadratic time. */
export function setLongValue(field: Locator, value: string): Promise<void> {
  return field.evaluate((text: HTMLTextAreaElement, value) => {
    text.focus();
    text.value = value;
    text.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, value);
}

export function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The live region with the last announcement. */
export function announcement(page: Page, text: string | RegExp) {
  return page.getByRole('status').filter({ hasText: text });
}

/** Copies the text of the form, and waits until that is announced. */
export async function copy(page: Page): Promise<string> {
  // By keyboard: what changes when the field loses the focus may move the button while a mouse presses it.
  await page.getByRole('button', { name: 'Copy', exact: true }).press('Enter');
  await announcement(page, 'The text copied').waitFor({ state: 'attached' });
  return clipboard(page);
}

/** Copies a share link of the form. */
export async function shareLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share link' }).press('Enter');
  await announcement(page, 'The link copied').waitFor({ state: 'attached' });
  return clipboard(page);
}

/** Waits until the code that a form loads when the reader turns to it has run. */
export function formEnhanced(page: Page): Promise<void> {
  return scriptLoaded(page, 'form-enhancements');
}
