import type { Heading, ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';

declare module 'mdast' {
  interface ListData {
    /** Whether each item is what a tag of a step contains, so that the list is a workflow whatever its title is. */
    areSteps?: boolean;
  }
}

/** A tag around a step, which has its name: `<step name="knead_dough">`. */
const openingTag = /^<(?:step|phase|stage)\b[^<>\n]{0,100}?\bname="([^"<>\n]{1,80})"[^<>\n]{0,100}>\s*/i;

const closingTag = /\s*<\/(?:step|phase|stage)>\s*$/i;

/** Longest end of a node that is searched for a closing tag, in UTF-16 code units. */
const MAX_CLOSING_TAG = 30;

/** Whether a text begins with the tag of a step. */
export function beginsTaggedStep(node: PhrasingContent | undefined): boolean {
  return node?.type === 'text' && openingTag.test(node.value);
}

/** Whether a node is nothing but a tag that closes what the steps are in: `</process>`. */
export function closesSteps(node: RootContent | undefined): boolean {
  return node?.type === 'paragraph' && /^<\/(?!step|phase|stage)[\w-]{1,40}>$/i.test(toString(node).trim());
}

/** Returns the index after the last step: the node that closes its tag, or else the last before another part begins. */
export function endOfTaggedStep(
  nodes: readonly RootContent[],
  headings: readonly (Heading | undefined)[],
  at: number,
): number {
  for (let index = at; index < nodes.length; index++) {
    if (index > at && (headings[index] !== undefined || closesSteps(nodes[index]))) return index;
    const node = nodes[index];
    if (node && closingTag.test(toString(node).slice(-MAX_CLOSING_TAG))) return index + 1;
  }
  return nodes.length;
}

/** Returns a step as an item that begins with its name in bold, without its tags. */
export function itemOfTaggedStep(paragraph: Paragraph, parts: ListItem['children']): ListItem {
  const [first, ...others] = paragraph.children;
  const written = first?.type === 'text' ? first.value : '';
  const match = openingTag.exec(written);
  const value = (match?.[1] ?? '').replace(/[_-]+/g, ' ').trim();
  const rest = written.slice(match?.[0].length);
  const below: PhrasingContent[] = [...(rest === '' ? [] : [{ type: 'text' as const, value: rest }]), ...others];
  const position = paragraph.position && { position: paragraph.position };
  const name: Paragraph = { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value }] }] };
  const children = [...(below.length > 0 ? [{ ...paragraph, children: below }] : []), ...parts];
  const last = children.pop();
  const closed = last && withoutClosingTag(last);
  return {
    type: 'listItem',
    spread: true,
    children: [{ ...name, ...position }, ...children, ...(closed && toString(closed) !== '' ? [closed] : [])],
    ...position,
  };
}

/** Returns a node without the tag at the end of its text. */
function withoutClosingTag<Node extends Nodes>(node: Node): Node {
  if (node.type === 'text') return { ...node, value: node.value.replace(closingTag, '') };
  const last = 'children' in node ? node.children.at(-1) : undefined;
  if (!last || !('children' in node)) return node;
  return { ...node, children: [...node.children.slice(0, -1), withoutClosingTag(last)] };
}
