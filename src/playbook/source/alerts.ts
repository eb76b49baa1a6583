import type { Blockquote, Paragraph, PhrasingContent } from 'mdast';

/** The kinds of alert on GitHub. Other tools have more of them, which look like notes here. */
const kinds = new Set(['note', 'tip', 'important', 'warning', 'caution']);

const marker = /^\[!([a-z]+)\][-+]?[ \t]*/i;

/**
 * Reads a quotation that starts with a line such as `[!WARNING]` as an alert: its kind becomes a label, followed by the
 * rest of the line, which some tools use as a title. Returns any other quotation as it is.
 */
export function readAlert(quotation: Blockquote): Blockquote {
  const [first, ...others] = quotation.children;
  const start = first?.type === 'paragraph' ? first.children[0] : undefined;
  const match = start?.type === 'text' ? marker.exec(start.value) : null;
  if (first?.type !== 'paragraph' || start?.type !== 'text' || !match) return quotation;
  const [written, name = ''] = match;
  const kind = name.toLowerCase();
  const { line, rest } = splitFirstLine([
    { ...start, value: start.value.slice(written.length) },
    ...first.children.slice(1),
  ]);
  const label = kind.charAt(0).toUpperCase() + kind.slice(1);
  const position = first.position && { position: first.position };
  const title: Paragraph = {
    type: 'paragraph',
    data: { hProperties: { className: ['alert-title'] } },
    children: [{ type: 'text', value: line.length === 0 ? label : `${label}: ` }, ...line],
    ...position,
  };
  const body: Paragraph[] = rest.length === 0 ? [] : [{ type: 'paragraph', children: rest, ...position }];
  return {
    ...quotation,
    data: {
      hName: 'div',
      hProperties: { className: ['alert', `alert-${kinds.has(kind) ? kind : 'note'}`] },
    },
    children: [title, ...body, ...others],
  };
}

/** Splits the children of a paragraph at its first line break. */
function splitFirstLine(children: readonly PhrasingContent[]): { line: PhrasingContent[]; rest: PhrasingContent[] } {
  const line: PhrasingContent[] = [];
  for (const [index, child] of children.entries()) {
    const after = children.slice(index + 1);
    if (child.type === 'break') return { line, rest: after };
    const end = child.type === 'text' ? child.value.indexOf('\n') : -1;
    if (child.type === 'text' && end !== -1) {
      const [before, behind] = [child.value.slice(0, end), child.value.slice(end + 1)];
      if (before.trim() !== '') line.push({ ...child, value: before });
      return { line, rest: behind === '' ? after : [{ ...child, value: behind }, ...after] };
    }
    if (child.type !== 'text' || child.value !== '') line.push(child);
  }
  return { line, rest: [] };
}
