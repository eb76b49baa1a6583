import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import type { recognise } from './elements/kinds.ts';

/** A node that was in an item of a list, with the paragraph above it in that item; or items of a list that was split. */
export interface ListPart {
  node: RootContent;
  above: Paragraph | undefined;
}

/** Returns the tables, fences and lists in the items of a list, which may be elements of their own. */
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
 * Splits a list wherever one of its items contains an element, so that each element has a block of its own. The items
 * below keep their numbers.
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

/** Whether a list in an item is an element of its own, and not only a part of the item: a gate, or a list of agents. */
export function standsAlone(recognised: NonNullable<ReturnType<typeof recognise>>): boolean {
  if (recognised.kind === 'quality-gate') return recognised.variant === 'gate';
  return recognised.kind === 'delegations' && recognised.items.every(({ route }) => route !== undefined);
}
