import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from '../../playbook/source/markdown.ts';

/** Returns the text of markdown without markup, on one line: for cards, titles and meta descriptions. */
export function plainText(markdown: string): string {
  return parseMarkdown(markdown)
    .children.map((node) => toString(node))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns a number with its noun: `1 section`, `3 sections`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
