import type { PhrasingContent, RootContent } from 'mdast';
import type { Element } from './elements/index.ts';

/** What every block has: where it stands in the file. Both lines count from 1 and belong to the block. */
interface BlockBase {
  from: number;
  to: number;
}

/** Paragraphs, lists, tables, quotations: whatever nobody claims. */
export interface Prose extends BlockBase {
  kind: 'prose';
  nodes: RootContent[];
}

/** A code block that stands by itself. */
export interface Code extends BlockBase {
  kind: 'code';
  /** The first word after the fence, in lower case; empty if there is none. */
  language: string;
  text: string;
}

/** A block that the playbook understands. */
export interface ElementBlock extends BlockBase {
  kind: 'element';
  element: Element;
  /** The element as markdown, so that it can be shown as written. */
  node: RootContent;
}

export type Block = Prose | Code | ElementBlock;

/** A heading and what follows it, up to the next heading of any depth. */
export interface Section {
  /** Anchor: unique in the file, made as GitHub makes it. Empty for what comes before the first heading. */
  id: string;
  title: string;
  /** The heading as written, so that code in it can be shown as code. */
  heading: PhrasingContent[];
  /** How deep the section is nested, from 1, without gaps (an h4 right below an h2 is one deeper). */
  depth: number;
  /** Line of the heading. */
  line: number;
  blocks: Block[];
}
