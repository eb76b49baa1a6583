import type { Element, ElementContent, Nodes, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { codeNamePattern, mentionPattern } from '../playbook/agent-names.ts';

/** The page that a name links to, and the colour of the link. */
export interface NameLink {
  href: string;
  accent?: string;
}

/** @param isBare whether the name is written like an ordinary word: without an `@`, and not as code */
export type NameLookup = (name: string, isBare: boolean) => NameLink | undefined;

/** Matches `@name`, and hyphenated words that may be a name, except in an address, a path or a longer word. */
const candidate = new RegExp(
  `${mentionPattern.source}|(?<![\\p{L}\\p{N}_@/.:-])([a-z0-9]+(?:-[a-z0-9]+)+)(?![\\p{L}\\p{N}_@/(-]|[.:][\\p{L}\\p{N}:])`,
  'gu',
);

/** Elements without links to names: a link cannot contain a link, and in a code block a name is code. */
const skippedElements = new Set(['a', 'pre', 'code-block']);

/** Turns names into links, in place: names in running text, and code spans that are a name. */
export function linkNames(tree: Nodes, lookUpName: NameLookup): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && skippedElements.has(node.tagName)) return SKIP;
    if (parent === undefined || index === undefined) return;
    if (node.type === 'element' && node.tagName === 'code') {
      const link = linkOfCode(codeTextOf(node), lookUpName);
      if (link) parent.children[index] = linkTo(link, node);
      return SKIP;
    }
    if (node.type !== 'text') return;
    const parts = splitAtNames(node, lookUpName);
    if (!parts) return;
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}

function linkOfCode(code: string, lookUpName: NameLookup): NameLink | undefined {
  const name = codeNamePattern.exec(code)?.[1] ?? (code.startsWith('@') ? code.slice(1) : undefined);
  return name === undefined ? undefined : lookUpName(name, false);
}

/** In Claude Code, `@agent-sql-pro` means the agent `sql-pro`. */
function linkOfMention(name: string, lookUpName: NameLookup): NameLink | undefined {
  const bare = name.replace(/^agent-/, '');
  return lookUpName(name, false) ?? (bare === name ? undefined : lookUpName(bare, false));
}

/** Splits a text into its names, as links, and the text between them; `undefined` if it has no names. */
function splitAtNames({ value }: Text, lookUpName: NameLookup): ElementContent[] | undefined {
  const parts: ElementContent[] = [];
  let done = 0;
  for (const match of value.matchAll(candidate)) {
    const [written, mentioned, bare = ''] = match;
    const link = mentioned === undefined ? lookUpName(bare, true) : linkOfMention(mentioned, lookUpName);
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

/** Returns the text of a code span; empty if it has child elements. */
function codeTextOf({ children }: Element): string {
  const [only, ...rest] = children;
  return only?.type === 'text' && rest.length === 0 ? only.value : '';
}
