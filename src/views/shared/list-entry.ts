import type { ListItem } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { createRenderer, type Renderer } from '../../markdown/render.ts';
import type { Agent } from '../../playbook/agent.ts';
import { parseMarkdown } from '../../playbook/source/markdown.ts';
import type { Block, Section } from '../../playbook/section.ts';
import { linkResolver } from './link-resolver.ts';
import type { PlaybookIndex } from './playbook-index.ts';
import { namesFor } from './route-view.ts';

/** An item of a list in a file, for a page and for copies of it. */
export interface ListEntry {
  html: string;
  /** As written, on one line. */
  markdown: string;
  /** The content nested in the item, as HTML; may be empty. */
  moreHtml: string;
}

/** An agent's file with what renders parts of it. */
export interface FileRenderer {
  sections: readonly Section[];
  lines: string[];
  render: Renderer;
  /** Returns an item as its author wrote it: elements contain only its text, without code spans. */
  entry: (item: ListItem) => ListEntry;
  /** Returns the markdown of an item without rendering it. */
  markdown: (item: ListItem) => string;
}

/** The lookups with which names and links in a file are resolved. */
export type Lookups = Pick<PlaybookIndex, 'lookup' | 'files'>;

/** The last file, because the pages of its elements are rendered one after the other. */
let last: { agent: Agent; lookups: Lookups | undefined; file: Promise<FileRenderer> } | undefined;

/**
 * Returns the file of an agent, ready to render parts of it.
 * @param lookups of the playbook, so that names and paths in the text become links
 */
export function fileRenderer(agent: Agent, lookups?: Lookups): Promise<FileRenderer> {
  if (last?.agent !== agent || last.lookups !== lookups) {
    last = { agent, lookups, file: createFileRenderer(agent, lookups) };
  }
  return last.file;
}

async function createFileRenderer(agent: Agent, lookups?: Lookups): Promise<FileRenderer> {
  const { sections, definitions } = agent.outline;
  const render = await createRenderer([], {
    definitions,
    ...(lookups && { lookUpName: namesFor(agent.id, lookups.lookup) }),
    resolve: linkResolver(agent, lookups?.files, 'other'),
  });
  return rendererOfFile(render, agent.body, sections);
}

/** Returns a file that a renderer which already exists shows. */
export function rendererOfFile(render: Renderer, body: string, sections: readonly Section[]): FileRenderer {
  const lines = body.split('\n');
  return {
    sections,
    lines,
    render,
    entry: (item) => listEntry(item, lines, render),
    markdown: (item) => markdownOf(item, lines),
  };
}

function listEntry(item: ListItem, lines: readonly string[], render: Renderer): ListEntry {
  const [first, ...rest] = item.children;
  const markdown = markdownOf(item, lines);
  if (first?.type !== 'paragraph' || !first.position) {
    return { html: render.inline([{ type: 'text', value: markdown }]), markdown, moreHtml: '' };
  }
  return {
    html: render.inline(first.children),
    markdown,
    moreHtml: rest.length === 0 ? '' : render.blocks(rest),
  };
}

function markdownOf(item: ListItem, lines: readonly string[]): string {
  const [first] = item.children;
  const position = first?.position;
  if (first?.type !== 'paragraph' || !position) return toString(item).replace(/\s+/g, ' ').trim();
  const { start, end } = position;
  const written = lines.slice(start.line - 1, end.line);
  // The end first: if the paragraph has one line, both cuts are in the same line.
  written[written.length - 1] = written.at(-1)?.slice(0, end.column - 1) ?? '';
  written[0] = written[0]?.slice(start.column - 1) ?? '';
  return written.map((line) => line.trim()).join(' ');
}

/** Renders markdown as inline HTML. Markdown that is not one paragraph is shown as text. */
export function inlineHtml(markdown: string, render: Renderer): string {
  const [first, ...rest] = parseMarkdown(markdown).children;
  return first?.type === 'paragraph' && rest.length === 0
    ? render.inline(first.children)
    : render.inline([{ type: 'text', value: markdown }]);
}

/** Returns the items of the element with a slug; none if it is not a list. */
export function entriesOf({ sections }: FileRenderer, slug: string): ListItem[] {
  const block = sections
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'element' && block.element.slug === slug);
  return block ? listItems(block) : [];
}

/** Returns the items of the lists in a block. */
export function listItems(block: Block): ListItem[] {
  if (block.kind === 'code') return [];
  const nodes = block.kind === 'element' ? [block.node] : block.nodes;
  return nodes.flatMap((node) => (node.type === 'list' ? node.children : []));
}
