import type { Element, ElementContent, Nodes, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { mentionPattern } from '../playbook/elements/route.ts';
import { namePattern } from '../playbook/roster/mentions.ts';

/** Where a name leads, and in which colour. */
export interface NameLink {
  href: string;
  accent?: string;
}

/** @param isBare whether the name stands among ordinary words, without an `@` and not as code */
export type NameLookup = (name: string, isBare: boolean) => NameLink | undefined;

/** `@name`, and words joined by hyphens that may be a name: not in an address, a path or a longer word. */
const candidate = new RegExp(
  `${mentionPattern.source}|(?<![\\p{L}\\p{N}_@/.:-])([a-z0-9]+(?:-[a-z0-9]+)+)(?![\\p{L}\\p{N}_@/(-]|[.:][\\p{L}\\p{N}:])`,
  'gu',
);

/** What is left alone: links cannot hold links, and in code blocks a name is code. */
const closed = new Set(['a', 'pre', 'code-block']);

/** Makes links, in place, of names in running text and of code spans that are a name. */
export function linkNames(tree: Nodes, whoIs: NameLookup): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && closed.has(node.tagName)) return SKIP;
    if (parent === undefined || index === undefined) return;
    if (node.type === 'element' && node.tagName === 'code') {
      const link = linkOf(textOf(node), whoIs);
      if (link) parent.children[index] = linkTo(link, node);
      return SKIP;
    }
    if (node.type !== 'text') return;
    const parts = split(node, whoIs);
    if (!parts) return;
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}

function linkOf(code: string, whoIs: NameLookup): NameLink | undefined {
  const name = namePattern.exec(code)?.[1] ?? (code.startsWith('@') ? code.slice(1) : undefined);
  return name === undefined ? undefined : whoIs(name, false);
}

/** A text with its names as links; nothing if there are none. */
function split({ value }: Text, whoIs: NameLookup): ElementContent[] | undefined {
  const parts: ElementContent[] = [];
  let done = 0;
  for (const match of value.matchAll(candidate)) {
    const [written, mentioned, bare = ''] = match;
    const link = mentioned === undefined ? whoIs(bare, true) : whoIs(mentioned, false);
    if (!link) continue;
    if (match.index > done) parts.push({ type: 'text', value: value.slice(done, match.index) });
    parts.push(linkTo(link, { type: 'text', value: written }));
    done = match.index + written.length;
  }
  if (done === 0) return;
  return done < value.length ? [...parts, { type: 'text', value: value.slice(done) }] : parts;
}

function linkTo({ href, accent }: NameLink, child: ElementContent): Element {
  const properties = { href, className: ['mention'], ...(accent === undefined ? {} : { dataAccent: accent }) };
  return { type: 'element', tagName: 'a', properties, children: [child] };
}

function textOf({ children }: Element): string {
  const [only, ...rest] = children;
  return only?.type === 'text' && rest.length === 0 ? only.value : '';
}
