import type { Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Context } from './elements/element.ts';
import { introductionOf, labelOf } from './elements/list-label.ts';

/** Longest `textAbove` of a context, in UTF-16 code units. */
const MAX_TEXT_ABOVE = 200;

/**
 * Returns what a recogniser knows about a block.
 * @param above the paragraph directly above, if it may introduce the block
 */
export function contextBelow(
  above: Paragraph | undefined,
  headings: readonly string[],
  names: ReadonlySet<string>,
): Context {
  return {
    headings,
    label: above ? (labelOf(above) ?? '') : '',
    introduction: above ? introductionOf(above) : '',
    textAbove: above ? toString(above).slice(0, MAX_TEXT_ABOVE) : '',
    names,
  };
}

/**
 * Returns the label that other labels follow, as it is below a node: it counts until a paragraph that is no label.
 * @param label as it was above the node; empty if there was none
 */
export function labelAboveAfter(node: RootContent, previous: RootContent | undefined, label: string): string {
  if (node.type !== 'paragraph') return label;
  if (labelOf(node) === undefined) return '';
  return label || (previous?.type === 'paragraph' ? (labelOf(previous) ?? '') : '');
}

/**
 * Returns the paragraph above a list, a table or a fence if it may introduce it.
 * @param previous the node directly above, unless that is a heading
 */
export function introducingParagraph({ type }: RootContent, previous: RootContent | undefined): Paragraph | undefined {
  if (type !== 'list' && type !== 'table' && type !== 'code') return;
  if (previous?.type === 'paragraph') return previous;
  // Authors forget to indent the fence that belongs to the last item of a list.
  const last = type === 'code' && previous?.type === 'list' ? previous.children.at(-1)?.children.at(-1) : undefined;
  return last?.type === 'paragraph' && introductionOf(last) !== '' ? last : undefined;
}
