import GithubSlugger, { slug } from 'github-slugger';
import type { Code, Definition, Heading, List, Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { contextBelow, introducingParagraph, labelAboveAfter } from './context.ts';
import { nearestTitle, type Context } from './elements/element.ts';
import { kindName, recognise, type Element, type ElementKind } from './elements/kinds.ts';
import { findPhasedWorkflows } from './elements/workflows/phases.ts';
import { splitAnchor } from './headings.ts';
import { partsInItems, splitList, standsAlone, type ListPart } from './nested-elements.ts';
import type { ElementBlock, Section } from './section.ts';
import { lastLineOf, textBlock } from './text-block.ts';

/** The element that a node is; `undefined` if it is none. */
type Found = ReturnType<typeof recognise>;

/** Collects the sections, blocks and elements of a file, from its nodes in their order. */
export class OutlineBuilder {
  readonly #sections: Section[] = [{ id: '', title: '', heading: [], depth: 1, line: 1, blocks: [] }];
  readonly #elements: Element[] = [];
  readonly #definitions: Definition[] = [];
  readonly #sectionSlugger = new GithubSlugger();
  readonly #elementSlugger = new GithubSlugger();
  /** The headings above, from the outermost to the nearest. */
  readonly #headings: { depth: number; title: string }[] = [];
  #previous: RootContent | undefined;
  /** The label that other labels follow, which counts for the lists below each of them: "Review checklist". */
  #labelAbove = '';
  /** Whether the previous node was read as a heading. */
  #isHeading = false;
  /** The last line that already belongs to a node. */
  #lastLine = 0;
  readonly #names: ReadonlySet<string>;

  constructor(names: ReadonlySet<string>) {
    this.#names = names;
  }

  /**
   * @param heading the heading that the node is read as, if it is one
   * @param recognised the element that the node is, if that is already known
   */
  add(node: RootContent, heading: Heading | undefined, recognised?: Found): void {
    // The parser lets a setext heading start with the definitions right above it; they have lines of their own.
    const from = Math.max(node.position?.start.line ?? 1, this.#lastLine + 1);
    const to = lastLineOf(node, from);
    const previous = this.#isHeading ? undefined : this.#previous;
    this.#labelAbove = heading ? '' : labelAboveAfter(node, previous, this.#labelAbove);
    if (heading) this.#openSection(heading, from);
    else if (node.type === 'definition') this.#definitions.push(node);
    else this.#addBlock(node, from, to, recognised);
    this.#previous = node;
    this.#isHeading = heading !== undefined;
    this.#lastLine = to;
  }

  /** Adds a list made of several nodes, if it is an element of one of the kinds that it may be; returns whether it is. */
  addJoinedList(list: List, kinds: readonly ElementKind[]): boolean {
    const recognised = recognise(list, this.#contextOf(list));
    if (!recognised || !kinds.includes(recognised.kind)) return false;
    this.add(list, undefined, recognised);
    return true;
  }

  /** Adds a template without a fence, if it is recognised as one; returns whether it is. */
  addTemplate(code: Code): boolean {
    const recognised = recognise(code, this.#contextOf(code));
    if (recognised?.kind !== 'handoff-template') return false;
    this.add(code, undefined, recognised);
    return true;
  }

  /** Returns what has been collected, with the workflows made of whole sections. */
  finish(): { sections: Section[]; elements: Element[]; definitions: Definition[] } {
    const workflows = findPhasedWorkflows(this.#sections, (title) => this.#elementSlug(title, 'workflow'));
    return {
      sections: this.#sections.filter(({ id, blocks }) => id !== '' || blocks.length > 0),
      elements: [...this.#elements, ...workflows],
      definitions: this.#definitions,
    };
  }

  #openSection(heading: Heading, line: number): void {
    const { children, anchor } = splitAnchor(heading);
    const title = toString({ ...heading, children })
      .replace(/\s+/g, ' ')
      .trim();
    while ((this.#headings.at(-1)?.depth ?? 0) >= heading.depth) this.#headings.pop();
    this.#headings.push({ depth: heading.depth, title });
    // A title of symbols alone gives an empty slug.
    const id = this.#sectionSlugger.slug(anchor ?? (slug(title) === '' ? 'section' : title), anchor !== undefined);
    this.#sections.push({ id, title, heading: children, depth: this.#headings.length, line, blocks: [] });
  }

  #addBlock(node: RootContent, from: number, to: number, recognised: Found): void {
    const { id = '', blocks = [] } = this.#sections.at(-1) ?? {};
    const context = this.#contextOf(node);
    const element = this.#elementBlock(node, id, from, to, context, recognised ?? recognise(node, context));
    if (!element && node.type === 'list' && this.#addParts(node)) return;
    const block = element ?? textBlock(node, from, to);
    const last = blocks.at(-1);
    // A definition between two paragraphs separates them: it has a line that belongs to neither.
    if (block.kind === 'prose' && last?.kind === 'prose' && this.#previous?.type !== 'definition') {
      last.nodes.push(...block.nodes);
      last.to = block.to;
    } else {
      blocks.push(block);
    }
  }

  /** Splits a list whose items contain elements, and adds each part as a block; returns whether there are any. */
  #addParts(list: List): boolean {
    const isOne = ({ node, above }: ListPart) => recognise(node, this.#contextBelow(above)) !== undefined;
    // A list in an item may have an element in one of its own items. Deeper ones stay part of the text.
    const isElement = (part: ListPart) =>
      isOne(part) || (part.node.type === 'list' && partsInItems(part.node).some(isOne));
    if (!partsInItems(list).some(isElement)) return false;
    for (const { node, above } of splitList(list, isElement)) {
      this.#previous = above;
      this.#isHeading = false;
      this.add(node, undefined);
    }
    return true;
  }

  #contextOf(node: RootContent): Context {
    return {
      ...this.#contextBelow(introducingParagraph(node, this.#isHeading ? undefined : this.#previous)),
      labelAbove: this.#labelAbove,
    };
  }

  #contextBelow(above: Paragraph | undefined): Context {
    return contextBelow(
      above,
      this.#headings.map(({ title }) => title),
      this.#names,
    );
  }

  #elementBlock(
    node: RootContent,
    section: string,
    from: number,
    to: number,
    context: Context,
    recognised: Found,
  ): ElementBlock | undefined {
    if (!recognised) return;
    const title =
      (recognised.title ?? (node.type === 'code' ? this.#headings.at(-1)?.title : nearestTitle(context)) ?? '') ||
      capitalise(kindName(recognised.kind).one);
    const element: Element = {
      ...recognised,
      section,
      from,
      to,
      title,
      slug: this.#elementSlug(title, recognised.kind),
    };
    this.#elements.push(element);
    const nested = node.type === 'list' ? this.#nestedIn(node, section) : [];
    return { kind: 'element', element, node, from, to, ...(nested.length > 0 && { nested }) };
  }

  /** Returns the blocks of the elements in the items of a list that is an element itself. */
  #nestedIn(list: List, section: string): ElementBlock[] {
    return partsInItems(list).flatMap(({ node, above }) => {
      const from = node.position?.start.line ?? 1;
      const context = this.#contextBelow(above);
      const recognised = recognise(node, context);
      if (node.type === 'list' && !(recognised && standsAlone(recognised))) return [];
      return this.#elementBlock(node, section, from, lastLineOf(node, from), context, recognised) ?? [];
    });
  }

  #elementSlug(title: string, fallback: string): string {
    return this.#elementSlugger.slug(slug(title) || fallback);
  }
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
