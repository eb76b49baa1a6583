import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from '../../playbook/source/markdown.ts';

/** Markdown → the words alone, on one line: for cards, titles and meta descriptions. */
export function plainText(markdown: string): string {
  return parseMarkdown(markdown)
    .children.map((node) => toString(node))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `1 section`, `3 sections`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
