import type { Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Context } from './elements/element.ts';
import { introductionOf, labelOf } from './elements/list-label.ts';

/** Longest start of a paragraph that a recogniser gets, in UTF-16 code units. */
const MAX_TEXT_ABOVE = 200;

/** Returns the place of a block below a paragraph. */
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
 * Returns the label above other labels, once a node is read: a label that another one follows, up to text that is none.
 * @param label the one before the node was read; empty if there was none
 */
export function labelAboveAfter(node: RootContent, previous: RootContent | undefined, label: string): string {
  if (node.type !== 'paragraph') return label;
  if (labelOf(node) === undefined) return '';
  return label || (previous?.type === 'paragraph' ? (labelOf(previous) ?? '') : '');
}
