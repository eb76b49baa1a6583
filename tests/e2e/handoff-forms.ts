import { type Locator, type Page } from '@playwright/test';
import { agentFile } from './agent-files.ts';
import { scriptLoaded } from './late-script.ts';

/** A handoff template as its author wrote it. */
interface Template {
  /** The path of its page. */
  path: string;
  title: string;
  text: string;
  fields: { label: string; written: string }[];
}

/** Reads the templates of rust-pro from its file, so that tests compare pages with the file. */
export function templatesOfFile(): Template[] {
  const fences = agentFile('default', 'rust-pro').text.matchAll(/```markdown\n(## (Rust .+ Request)\n[\s\S]*?)\n```/g);
  return [...fences].map(([, text = '', title = '']) => ({
    path: `./handoffs/rust-pro-${title.toLowerCase().replaceAll(' ', '-')}/`,
    title,
    text,
    fields: [...text.matchAll(/^\*\*(.+)\*\*: \[.*\]$/gm)].map(([written, label = '']) => ({ label, written })),
  }));
}

export function templateOfFile(title: string): Template {
  const template = templatesOfFile().find((one) => one.title === title);
  if (!template) throw new Error(`rust-pro has no template “${title}”.`);
  return template;
}

/** Renders a template with values by their labels: the lines of a value after the first are indented. */
export function filledText({ text, fields }: Template, values: Readonly<Record<string, string>>): string {
  const lines = fields.map(({ label, written }) => {
    const value = values[label];
    return { written, filled: value === undefined ? written : filledField(label, value) };
  });
  return text
    .split('\n')
    .map((line) => lines.find(({ written }) => written === line)?.filled ?? line)
    .join('\n');
}

/** In Markdown, indented lines belong to their item, and a fence ends at one of at least the same length. */
function filledField(label: string, value: string): string {
  if (!/^\s*(?:```|~~~)/m.test(value)) return `**${label}**: ${value.split('\n').join('\n  ')}`;
  const fence = '`'.repeat(Math.max(...[...value.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length), 2) + 1);
  return `**${label}**:\n${fence}\n${value}\n${fence}`;
}

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
