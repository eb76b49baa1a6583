import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';

/**
 * Markdown → its words, without markup: a line for each paragraph, list item, table row and line of code, so
 * that nothing runs into what follows it.
 */
export function plainLines(node: Nodes): string[] {
  if (node.type === 'code') return node.value.split('\n').map(tidy).filter(isSaid);
  if (node.type === 'tableRow') return [tidy(node.children.map((cell) => toString(cell)).join(' · '))];
  if ('children' in node && holdsBlocks.has(node.type)) return node.children.flatMap((child) => plainLines(child));
  return [tidy(toString(node))].filter(isSaid);
}

const holdsBlocks: ReadonlySet<string> = new Set(['root', 'blockquote', 'list', 'listItem', 'table']);

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isSaid(line: string): boolean {
  return line !== '';
}
