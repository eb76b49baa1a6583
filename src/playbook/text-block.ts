import type { RootContent } from 'mdast';
import type { Code, Prose } from './section.ts';

/** Returns the last line of the file that has text of a node, which begins on line `from`. */
export function lastLineOf(node: RootContent, from: number): number {
  const end = node.position?.end;
  // A node that ends before the first character of a line has no text on that line.
  return end ? Math.max(from, end.column === 1 ? end.line - 1 : end.line) : from;
}

/** Returns the block of a node that is no element: code, or prose. */
export function textBlock(node: RootContent, from: number, to: number): Prose | Code {
  return node.type === 'code'
    ? { kind: 'code', language: node.lang ?? '', text: node.value, from, to }
    : { kind: 'prose', nodes: [node], from, to };
}
