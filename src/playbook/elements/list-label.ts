import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** A longer paragraph that ends in a colon is a sentence that only introduces what follows. */
const MAX_LABEL_LENGTH = 100;

/**
 * Returns the text of a paragraph that is a label, without its colon: `Production checklist:`, `**Deliverables**`.
 * Returns `undefined` if the paragraph is prose.
 */
export function labelOf(paragraph: Paragraph): string | undefined {
  const text = toString(paragraph).trim();
  if (text.length > MAX_LABEL_LENGTH || text.includes('\n')) return;
  const isBold = paragraph.children.length === 1 && paragraph.children[0]?.type === 'strong';
  const label = text.replace(/\s*[:：]$/, '');
  return label !== '' && (isBold || label !== text) && !/[.!?]\s/.test(label) ? label : undefined;
}
