import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';

/**
 * Returns the text of Markdown without markup: a line for each paragraph, list item, table row and line of code, so
 * that no text runs into the next.
 */
export function plainLines(node: Nodes): string[] {
  if (node.type === 'code') return node.value.split('\n').map(collapseSpaces).filter(isNotEmpty);
  if (node.type === 'tableRow') return [collapseSpaces(node.children.map((cell) => toString(cell)).join(' · '))];
  if ('children' in node && containers.has(node.type)) return node.children.flatMap((child) => plainLines(child));
  return [collapseSpaces(toString(node))].filter(isNotEmpty);
}

const containers: ReadonlySet<string> = new Set(['root', 'blockquote', 'list', 'listItem', 'table']);

function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isNotEmpty(line: string): boolean {
  return line !== '';
}
