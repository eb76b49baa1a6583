import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import type { recognise } from './elements/kinds.ts';

/** A part of a list, or a node that was in one of its items, with the paragraph above it in that item. */
export interface ListPart {
  node: RootContent;
  above: Paragraph | undefined;
}

/** Returns what an item contains below its first paragraph and may be an element: tables, code and lists. */
export function partsInItems({ children }: List): ListPart[] {
  return children.flatMap((item) =>
    item.children.flatMap((node, index) => (index > 0 && mayBeElement(node) ? [partAt(item, index)] : [])),
  );
}

function mayBeElement({ type }: RootContent): boolean {
  return type === 'table' || type === 'code' || type === 'list';
}

function partAt({ children }: ListItem, index: number): ListPart {
  const node = children[index] as RootContent;
  const above = children[index - 1];
  return { node, above: above?.type === 'paragraph' ? above : undefined };
}

/**
 * Splits a list before and after the nodes in its items that are elements, so that each has a block of its own. The
 * items after them keep their numbers.
 */
export function splitList(list: List, isElement: (part: ListPart) => boolean): ListPart[] {
  const parts: ListPart[] = [];
  let items: ListItem[] = [];
  let number = list.start ?? 1;
  const flush = () => {
    const [first, last] = [items[0]?.position?.start, items.at(-1)?.position?.end];
    if (first && last) {
      const node: List = { ...list, start: number, children: items, position: { start: first, end: last } };
      parts.push({ node: list.ordered === true ? node : { ...node, start: null }, above: undefined });
    }
    number += items.length;
    items = [];
  };
  for (const item of list.children) {
    const first = item.children.findIndex(
      (node, index) => index > 0 && mayBeElement(node) && isElement(partAt(item, index)),
    );
    if (first === -1) {
      items.push(item);
      continue;
    }
    const kept = item.children.slice(0, first);
    const end = kept.at(-1)?.position?.end;
    items.push({ ...item, children: kept, ...(item.position && end && { position: { ...item.position, end } }) });
    flush();
    for (const index of item.children.keys()) if (index >= first) parts.push(partAt(item, index));
  }
  flush();
  return parts;
}

/** Whether a list in an item is more than a part of it: a list to tick, or one of agents with their tasks. */
export function standsAlone(recognised: NonNullable<ReturnType<typeof recognise>>): boolean {
  if (recognised.kind === 'quality-gate') return recognised.variant === 'gate';
  return recognised.kind === 'delegations' && recognised.items.every(({ route }) => route !== undefined);
}
