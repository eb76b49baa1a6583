import type { Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { arrowAfterName, boldNumber } from './item-starts.ts';

/** Minimum number of lines with a bold start: fewer may be parts of a sentence. */
const MIN_LINES = 3;

/**
 * Splits a paragraph whose lines begin with bold numbers, or with bold names and arrows, into a paragraph for each:
 * their author left out the blank lines between them.
 */
export function splitLinesOfSteps(node: RootContent): RootContent[] {
  if (node.type !== 'paragraph') return [node];
  const { children } = node;
  const starts = [...children.keys()].filter((index) => {
    const [child, above] = [children[index], children[index - 1]];
    const isFirst = !above || above.type === 'break' || (above.type === 'text' && /\n\s*$/.test(above.value.slice(-9)));
    const after = children[index + 1];
    const hasArrow = after?.type === 'text' && arrowAfterName.test(after.value);
    return isFirst && child?.type === 'strong' && (hasArrow || boldNumber.test(toString(child)));
  });
  if (starts[0] !== 0 || starts.length < MIN_LINES) return [node];
  return starts.map((from, index): Paragraph => {
    const next = children[starts[index + 1] ?? children.length];
    const parts = children.slice(from, starts[index + 1]);
    const last = parts.at(-1);
    if (next && last?.type === 'break') parts.pop();
    if (next && last?.type === 'text') parts.splice(-1, 1, { ...last, value: last.value.trimEnd() });
    const start = children[from]?.position?.start;
    const end = next?.position ? { line: next.position.start.line - 1, column: 2 } : node.position?.end;
    return { type: 'paragraph', children: parts, ...(start && end && { position: { start, end } }) };
  });
}
