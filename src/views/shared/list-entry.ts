import type { ListItem } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { agentPath, href } from '../../links.ts';
import { createRenderer, type Renderer } from '../../markdown/render.ts';
import type { Agent } from '../../playbook/agent.ts';
import { parseMarkdown } from '../../playbook/source/markdown.ts';
import { outline, type Outline } from '../../playbook/outline.ts';
import type { Block } from '../../playbook/section.ts';
import { namesFor, type Lookup } from './route.ts';

/** An entry of a list in a file: for a page, and for whoever copies it. */
export interface ListEntry {
  html: string;
  /** As written, on one line. */
  markdown: string;
  /** What is nested in the entry, as HTML; may be empty. */
  moreHtml: string;
}

/** An agent's file, opened to show parts of it on a page of their own. */
export interface OpenFile extends Outline {
  lines: string[];
  render: Renderer;
  /** An entry as its author wrote it: an element holds the words alone, without code spans. */
  entry: (item: ListItem) => ListEntry;
}

/** The pages of what stands in one file are made one after the other. */
let last: { agent: Agent; lookup: Lookup | undefined; file: Promise<OpenFile> } | undefined;

/** @param lookup of the roster, so that names in the text become links */
export function openFile(agent: Agent, lookup?: Lookup): Promise<OpenFile> {
  if (last?.agent !== agent || last.lookup !== lookup) last = { agent, lookup, file: open(agent, lookup) };
  return last.file;
}

async function open({ id, body }: Agent, lookup?: Lookup): Promise<OpenFile> {
  const outlined = outline(body);
  const anchors = new Set(outlined.sections.map((section) => section.id));
  const render = await createRenderer([], {
    definitions: outlined.definitions,
    ...(lookup && { whoIs: namesFor(id, lookup) }),
    // Away from the agent's page, its own anchors lead back there.
    resolve: (url) =>
      url.startsWith('#')
        ? anchors.has(url.slice(1))
          ? href(agentPath(id)) + url
          : undefined
        : /^(?:https?:\/\/|mailto:)/i.test(url)
          ? url
          : undefined,
  });
  const lines = body.split('\n');
  return { ...outlined, lines, render, entry: (item) => listEntry(item, lines, render) };
}

function listEntry(item: ListItem, lines: readonly string[], render: Renderer): ListEntry {
  const [first, ...rest] = item.children;
  const position = first?.position;
  if (first?.type !== 'paragraph' || !position) {
    const words = toString(item).replace(/\s+/g, ' ').trim();
    return { html: render.inline([{ type: 'text', value: words }]), markdown: words, moreHtml: '' };
  }
  const { start, end } = position;
  const written = lines.slice(start.line - 1, end.line);
  // The end first: a paragraph of one line is cut on both sides.
  written[written.length - 1] = written.at(-1)?.slice(0, end.column - 1) ?? '';
  written[0] = written[0]?.slice(start.column - 1) ?? '';
  return {
    html: render.inline(first.children),
    markdown: written.map((line) => line.trim()).join(' '),
    moreHtml: rest.length === 0 ? '' : render.blocks(rest),
  };
}

/** A piece of markdown within a line, as HTML; what would be a block by itself is shown as its text. */
export function inlineHtml(markdown: string, render: Renderer): string {
  const [first, ...rest] = parseMarkdown(markdown).children;
  return first?.type === 'paragraph' && rest.length === 0
    ? render.inline(first.children)
    : render.inline([{ type: 'text', value: markdown }]);
}

/** The entries of the element with a slug, if it is a list. */
export function entriesOf({ sections }: Outline, slug: string): ListItem[] {
  const block = sections
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'element' && block.element.slug === slug);
  return block ? listItems(block) : [];
}

/** The entries of the lists in a block. */
export function listItems(block: Block): ListItem[] {
  if (block.kind === 'code') return [];
  const nodes = block.kind === 'element' ? [block.node] : block.nodes;
  return nodes.flatMap((node) => (node.type === 'list' ? node.children : []));
}
