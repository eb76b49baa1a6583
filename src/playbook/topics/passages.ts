import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Block } from '../section.ts';

/** The smallest piece of a text that says something by itself: a paragraph, an entry, a row, a line of code. */
export interface Passage {
  /** On one line, without markup. */
  text: string;
  line: number;
  /** How many words it has. */
  words: number;
  isCode: boolean;
  /** How many characters of it are a bold label at its beginning: 12 in `**gRPC and RPC**: …`. */
  label: number;
}

/** The passages of a block, in its order. What is fenced gives one for each line, whatever is in the fence. */
export function passagesIn(block: Block): Passage[] {
  if (block.kind === 'code') return linesOf(block.text, block.from + 1, true);
  return (block.kind === 'prose' ? block.nodes : [block.node]).flatMap((node) => passagesOf(node, block.kind));
}

function passagesOf(node: Nodes, kind: Block['kind']): Passage[] {
  const line = node.position?.start.line ?? 1;
  // What the playbook understands is no code: its fence only keeps lines apart.
  if (node.type === 'code') return linesOf(node.value, line + 1, kind !== 'element');
  if (node.type === 'tableRow') return passage(node.children.map((cell) => toString(cell)).join(' · '), line);
  if (node.type === 'paragraph' || node.type === 'heading') return passage(toString(node), line, labelOf(node));
  return 'children' in node ? node.children.flatMap((child) => passagesOf(child, kind)) : [];
}

function labelOf(node: Nodes): number {
  const first = 'children' in node ? node.children[0] : undefined;
  return first?.type === 'strong' ? oneLine(toString(first)).length : 0;
}

function linesOf(text: string, first: number, isCode: boolean): Passage[] {
  return text.split('\n').flatMap((line, index) => {
    const said = isCode ? line : withoutDrawing(line);
    return passage(said, first + index).map((one) => ({ ...one, isCode }));
  });
}

/** A passage of prose; none if the text is blank. */
export function passage(text: string, line: number, label = 0): Passage[] {
  const said = oneLine(text);
  return said === '' ? [] : [{ text: said, line, words: said.split(' ').length, isCode: false, label }];
}

/** A line of a tree or a template without what draws it: `├── **Field**: …` is `Field: …`. */
function withoutDrawing(line: string): string {
  return line.replace(/^[\s│├└┬─|`+#-]+/u, '').replaceAll('**', '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
