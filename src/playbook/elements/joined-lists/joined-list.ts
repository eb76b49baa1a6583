import type { Heading, List, ListItem, Paragraph, RootContent } from 'mdast';
import { boldNumber, itemStartAt, type ItemStart, type ItemStyle } from './item-starts.ts';
import { closesSteps, endOfTaggedStep, itemOfTaggedStep } from './tagged-steps.ts';

/** Consecutive nodes that their author means as one list. */
interface JoinedList {
  list: List;
  /** The kinds of element that the list may be. If it is none of them, its nodes stay apart. */
  kinds: readonly ('workflow' | 'delegations' | 'quality-gate' | 'handoff-template')[];
  /** How many nodes it consists of. */
  length: number;
}

const kindsOf: Readonly<Record<ItemStyle, JoinedList['kinds']>> = {
  number: ['workflow'],
  arrow: ['workflow'],
  'arrow-below': ['delegations'],
  name: ['quality-gate', 'handoff-template'],
  label: ['handoff-template'],
  list: ['workflow'],
  tag: ['workflow'],
};

/** Nodes of a file, and the heading that each is read as, if it is one. */
interface ParsedNodes {
  nodes: readonly RootContent[];
  headings: readonly (Heading | undefined)[];
}

/** Minimum number of items of a style in which nothing may be between them: two paragraphs are often alternatives. */
const MIN_ADJACENT = 3;

/**
 * Joins the items of the list that begins at a node, if there are enough of them. They all have the same style; what is
 * between them belongs to the item above. A list ends at a heading.
 */
export function joinedListAt(parsed: ParsedNodes, at: number): JoinedList | undefined {
  const { nodes, headings } = parsed;
  const first = itemStartAt(nodes[at], nodes[at + 1]);
  if (!first) return;
  const { style } = first;
  const starts = [at];
  let last = first;
  for (let index = at + 1; index < nodes.length && headings[index] === undefined; index++) {
    const start = itemStartAt(nodes[index], nodes[index + 1]);
    if (start?.style === style) {
      if (isOutOfOrder(start, last)) break;
      starts.push(index);
      last = start;
    } else if (endsList(style, nodes[index], starts.at(-1) === index - 1)) break;
  }
  return starts.length < (isAdjacent(style) ? MIN_ADJACENT : 2) ? undefined : join(parsed, starts, style);
}

/** Whether the number of an item does not continue those above. Items without numbers are never out of order. */
function isOutOfOrder({ style, number }: ItemStart, last: ItemStart): boolean {
  return style === 'list' ? number !== last.next : number <= last.number;
}

/** Whether nothing may be between the items of a style. */
function isAdjacent(style: ItemStyle): boolean {
  return style === 'arrow' || style === 'arrow-below' || style === 'name';
}

/**
 * Whether a node that begins no item of a style is not a part of the item above.
 * @param isRightBelow whether the start of that item is directly above the node
 */
function endsList(style: ItemStyle, node: RootContent | undefined, isRightBelow: boolean): boolean {
  if (style === 'label') return !(node?.type === 'list' && isRightBelow);
  if (isAdjacent(style) || node?.type === 'thematicBreak') return true;
  return style === 'tag' && closesSteps(node);
}

function join(parsed: ParsedNodes, starts: readonly number[], style: ItemStyle): JoinedList {
  const { nodes } = parsed;
  const [first = 0] = starts;
  const end = endOfLastItem(parsed, starts.at(-1) ?? first, style);
  const children = starts.flatMap((at, index): ListItem[] => {
    const parts = nodes.slice(at + 1, starts[index + 1] ?? end) as ListItem['children'];
    const node = nodes[at];
    if (node?.type === 'list') {
      const [last, ...others] = node.children.toReversed();
      return last ? [...others.toReversed(), { ...last, children: [...last.children, ...parts] }] : [];
    }
    if (node?.type !== 'paragraph') return [];
    return [style === 'tag' ? itemOfTaggedStep(node, parts) : itemOf(node, parts)];
  });
  const [start, last] = [nodes[first]?.position?.start, nodes[end - 1]?.position?.end];
  const isOrdered = style !== 'label' && style !== 'arrow-below';
  const list: List = {
    type: 'list',
    ordered: isOrdered,
    start: isOrdered ? 1 : null,
    spread: true,
    children,
    data: { areSteps: style === 'tag' },
  };
  return {
    list: start && last ? { ...list, position: { start, end: last } } : list,
    kinds: kindsOf[style],
    length: end - first,
  };
}

/** Returns the index after the last item: with the list or the code directly below its name, or up to its closing tag. */
function endOfLastItem({ nodes, headings }: ParsedNodes, at: number, style: ItemStyle): number {
  if (style === 'tag') return endOfTaggedStep(nodes, headings, at);
  const next = nodes[at + 1];
  const belongsToItem =
    (style === 'number' || style === 'label') &&
    headings[at + 1] === undefined &&
    next &&
    /^(?:list|code)$/.test(next.type);
  return belongsToItem ? at + 2 : at + 1;
}

/** Returns a paragraph as an item of a list, without the number that its name begins with. */
function itemOf(paragraph: Paragraph, parts: ListItem['children']): ListItem {
  const [name, ...rest] = paragraph.children;
  const [text, ...others] = name?.type === 'strong' ? name.children : [];
  const bare =
    name?.type === 'strong' && text?.type === 'text'
      ? { ...name, children: [{ ...text, value: text.value.replace(boldNumber, '') }, ...others] }
      : name;
  const content = { ...paragraph, children: bare ? [bare, ...rest] : rest };
  return {
    type: 'listItem',
    spread: true,
    children: [content, ...parts],
    ...(paragraph.position && { position: paragraph.position }),
  };
}
