import type { PhrasingContent, RootContent } from 'mdast';
import type { Element } from './elements/kinds.ts';

interface BlockBase {
  /** First and last line in the file, from 1. Both belong to the block. */
  from: number;
  to: number;
}

/** Paragraphs, lists, tables and quotations that are not elements. */
export interface Prose extends BlockBase {
  kind: 'prose';
  nodes: RootContent[];
}

/** A code block that is not part of a list or a quotation. */
export interface Code extends BlockBase {
  kind: 'code';
  /** The first word after the fence, in lower case; empty if there is none. */
  language: string;
  text: string;
}

/** A block that is an element. */
export interface ElementBlock extends BlockBase {
  kind: 'element';
  element: Element;
  /** The element as markdown, so that a page can show it as written. */
  node: RootContent;
  /** The elements in the items of this one: the form of a report in a step. Their lines belong to this block. */
  nested?: ElementBlock[];
}

export type Block = Prose | Code | ElementBlock;

/** The heading of a section: a section without its content. */
export interface SectionHeading {
  /** Anchor: unique in the file, made as GitHub makes it. Empty for the text before the first heading. */
  id: string;
  title: string;
  /** How deep the section is nested, from 1, without gaps: an h4 directly below an h2 is one level deeper. */
  depth: number;
  /** Line of the heading. */
  line: number;
}

/** A heading and the blocks below it, up to the next heading of any depth. */
export interface Section extends SectionHeading {
  /** The heading as markdown, so that a page can show code in it as code. */
  heading: PhrasingContent[];
  blocks: Block[];
}
