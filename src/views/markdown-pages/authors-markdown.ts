import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from '../../playbook/source/markdown.ts';
import { blocks, bullets, code, destination, fence, numbered, plain } from './markdown-text.ts';
import { publicAddress } from '../shared/public-url.ts';

/** Returns the address that a link of an agent's file leads to; `undefined` if it leads nowhere. */
export type Resolve = (url: string) => string | undefined;

/**
 * Writes the markdown of an author as markdown of ours: HTML becomes text, links lead to where the site's links lead, and
 * headings are bold, because the document around them has its own.
 */
export function authorsMarkdown(markdown: string, resolve: Resolve): string {
  return blocks(...parseMarkdown(markdown).children.map((node) => block(node, resolve)));
}

/** Writes the markdown of an author on one line. */
export function authorsLine(markdown: string, resolve: Resolve): string {
  const [first, ...rest] = parseMarkdown(markdown).children;
  return first?.type === 'paragraph' && rest.length === 0 ? inline(first.children, resolve) : plain(markdown);
}

function block(node: RootContent, resolve: Resolve): string {
  if (node.type === 'paragraph') return inline(node.children, resolve);
  if (node.type === 'heading') return `**${plain(toString(node))}**`;
  if (node.type === 'code') return fence(node.value, /^[\w+-]+$/.exec(node.lang ?? '')?.[0]);
  if (node.type === 'thematicBreak' || node.type === 'definition') return '';
  if (node.type === 'list') {
    const items = node.children.map((item) => listItem(item, resolve));
    return node.ordered === true ? numbered(items) : bullets(items);
  }
  if (node.type === 'blockquote') {
    const inside = node.children.map((child) => block(child, resolve)).join('\n\n');
    return inside.replace(/^/gm, '> ');
  }
  return plain('value' in node ? node.value : toString(node));
}

function listItem({ children, checked }: ListItem, resolve: Resolve): string {
  const box = typeof checked === 'boolean' ? `[${checked ? 'x' : ' '}] ` : '';
  return children.reduce((text, child, index) => {
    const gap = index === 0 ? '' : child.type === 'list' ? '\n' : '\n\n';
    return text + gap + block(child, resolve);
  }, box);
}

function inline(nodes: readonly PhrasingContent[], resolve: Resolve): string {
  return nodes.map((node, index) => phrase(node, resolve, index === 0)).join('');
}

function phrase(node: PhrasingContent, resolve: Resolve, isFirst: boolean): string {
  if (node.type === 'text') return spaced(node.value, isFirst);
  if (node.type === 'inlineCode') return code(node.value);
  if (node.type === 'emphasis') return `*${inline(node.children, resolve)}*`;
  if (node.type === 'strong') return `**${inline(node.children, resolve)}**`;
  if (node.type === 'delete') return `~~${inline(node.children, resolve)}~~`;
  if (node.type === 'break') return ' ';
  if (node.type === 'link') {
    const address = resolve(node.url);
    const words = inline(node.children, resolve);
    return address === undefined ? words : `[${words}](${destination(publicAddress(address))})`;
  }
  return plain('value' in node ? node.value : toString(node));
}

/** Writes text with the spaces at its ends, which separate it from its neighbours. */
function spaced(text: string, isFirst: boolean): string {
  const start = /^\s/.test(text) && !isFirst ? ' ' : '';
  const end = /\S\s+$/.test(text) ? ' ' : '';
  // Only a line begins with a sign of a list or a heading.
  const words = isFirst ? plain(text) : plain(`x${text.trim()}`).slice(1);
  return words === '' && /\s/.test(text) ? ' ' : start + words + end;
}
