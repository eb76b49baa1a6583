import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Block } from '../section.ts';

/** The smallest unit of text that is counted for a topic: a paragraph, a list item, a table row, or a line of code. */
export interface Passage {
  /** On one line, without markup. */
  text: string;
  line: number;
  /** Number of words. */
  words: number;
  isCode: boolean;
  /** Length of the bold label at its start, in UTF-16 code units: 12 in `**gRPC and RPC**: …`. */
  label: number;
}

/** Returns the passages of a block, in order. Every line of a fence is a passage. */
export function passagesIn(block: Block): Passage[] {
  if (block.kind === 'code') return passagesOfLines(block.text, block.from + 1, true);
  return (block.kind === 'prose' ? block.nodes : [block.node]).flatMap((node) => passagesOf(node, block.kind));
}

function passagesOf(node: Nodes, kind: Block['kind']): Passage[] {
  const line = node.position?.start.line ?? 1;
  // The fence of an element contains prose, such as the lines of a tree.
  if (node.type === 'code') return passagesOfLines(node.value, line + 1, kind !== 'element');
  if (node.type === 'tableRow') return passagesOfText(node.children.map((cell) => toString(cell)).join(' · '), line);
  if (node.type === 'paragraph' || node.type === 'heading')
    return passagesOfText(toString(node), line, labelLength(node));
  return 'children' in node ? node.children.flatMap((child) => passagesOf(child, kind)) : [];
}

function labelLength(node: Nodes): number {
  const first = 'children' in node ? node.children[0] : undefined;
  return first?.type === 'strong' ? onOneLine(toString(first)).length : 0;
}

function passagesOfLines(text: string, first: number, isCode: boolean): Passage[] {
  return text.split('\n').flatMap((line, index) => {
    const words = isCode ? line : withoutMarkup(line);
    return passagesOfText(words, first + index).map((passage) => ({ ...passage, isCode }));
  });
}

/** Returns a passage of prose; none if the text is blank. */
export function passagesOfText(text: string, line: number, label = 0): Passage[] {
  const words = onOneLine(text);
  return words === '' ? [] : [{ text: words, line, words: words.split(' ').length, isCode: false, label }];
}

/** Removes the markup from a line of a tree or a template: `├── **Field**: …` becomes `Field: …`. */
function withoutMarkup(line: string): string {
  return line.replace(/^[\s│├└┬─|`+#-]+/u, '').replaceAll('**', '');
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
