import { type Page } from '@playwright/test';
import { agentFile } from './agent-files.ts';

/** A handoff template as its author wrote it. */
interface Template {
  /** The path of its page. */
  path: string;
  title: string;
  text: string;
  fields: { label: string; written: string }[];
}

/** The templates of rust-pro, out of its file: what a page shows is compared with these, not with itself. */
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

/** The template with values in it, by its label: a value of several lines is indented below its field. */
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

/** Markdown's own rules: text below belongs to a field if it is indented, and a fence ends at one as long. */
function filledField(label: string, value: string): string {
  if (!/^\s*(?:```|~~~)/m.test(value)) return `**${label}**: ${value.split('\n').join('\n  ')}`;
  const fence = '`'.repeat(Math.max(...[...value.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length), 2) + 1);
  return `**${label}**:\n${fence}\n${value}\n${fence}`;
}

export function field(page: Page, label: string) {
  return page.getByRole('textbox', { name: label, exact: true });
}

/** The text that is made of the fields. */
export function result(page: Page) {
  return page.getByRole('group', { name: /^(?:Markdown|Message)$/ });
}

export function suggestions(page: Page, label: string) {
  return page.getByRole('listbox', { name: `Suggestions for ${label}` });
}

export function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What was last said to people who use a screen reader. */
export function announcement(page: Page, text: string | RegExp) {
  return page.getByRole('status').filter({ hasText: text });
}

/** Presses the button that copies, and waits until it is said that it worked. */
export async function copy(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await announcement(page, 'The text copied').waitFor({ state: 'attached' });
  return clipboard(page);
}

/** Copies a link that shares the form. */
export async function shareLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share link' }).click();
  await announcement(page, 'The link copied').waitFor({ state: 'attached' });
  return clipboard(page);
}
