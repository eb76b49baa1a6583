import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';

/**
 * Markdown → its words, without markup: a line for each paragraph, list item, table row and line of code, so
 * that nothing runs into what follows it.
 */
export function plainLines(node: Nodes): string[] {
  switch (node.type) {
    case 'code':
      return node.value.split('\n').map(tidy).filter(isSaid);
    case 'tableRow':
      return [tidy(node.children.map((cell) => toString(cell)).join(' · '))];
    case 'root':
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'table':
      return node.children.flatMap((child) => plainLines(child));
    default:
      return [tidy(toString(node))].filter(isSaid);
  }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isSaid(line: string): boolean {
  return line !== '';
}
