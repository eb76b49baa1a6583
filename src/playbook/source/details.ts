import type { BlockContent, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';

/** A `<details>` that is not closed yet. */
interface Opening {
  /** Its place in the result. */
  at: number;
  /** The paragraph that begins with it. */
  paragraph: Paragraph;
}

/**
 * Reads `<details>` and `<summary>` without attributes, which authors write around markdown: what is between them
 * becomes one node. If it has headings, tasks or a diagram, which are parts of the outline, it stays as it is below its
 * summary. A tag without its counterpart stays text.
 * @param children of the text, a quotation or a list item
 * @param mask the character that replaces a `<` which is not escaped
 */
export function readDetails(children: readonly RootContent[], mask: string): RootContent[] {
  const tags = tagsWith(mask);
  const result: RootContent[] = [];
  const open: Opening[] = [];
  for (const child of children) {
    if (child.type === 'paragraph' && tags.opening.test(firstText(child))) {
      open.push({ at: result.length, paragraph: child });
    }
    result.push(child);
    const opening = tags.closing.test(lastText(child)) ? open.pop() : undefined;
    if (!opening) continue;
    const { at, paragraph } = opening;
    const inside = result.splice(at);
    removeClosing(inside, tags.closing);
    const { summary, content } = splitSummary(paragraph, inside, tags);
    const start = paragraph.position?.start;
    const end = child.position?.end;
    const position = start && end && { position: { start, end } };
    if (content.every(isPlain)) {
      const label: Paragraph = { type: 'paragraph', data: { hName: 'summary' }, children: summary };
      result.push({ type: 'blockquote', data: { hName: 'details' }, children: [label, ...content], ...position });
    } else {
      const label = paragraph.position && { position: paragraph.position };
      result.push({ type: 'paragraph', children: [{ type: 'strong', children: summary }], ...label }, ...content);
    }
  }
  return result;
}

interface Tags {
  opening: RegExp;
  closing: RegExp;
  summary: RegExp;
  endOfSummary: RegExp;
}

function tagsWith(mask: string): Tags {
  return {
    opening: new RegExp(`^\\s*${mask}details>\\s*`, 'i'),
    closing: new RegExp(`\\s*${mask}/details>\\s*$`, 'i'),
    summary: new RegExp(`^\\s*${mask}summary>\\s*`, 'i'),
    endOfSummary: new RegExp(`\\s*${mask}/summary>\\s*`, 'i'),
  };
}

function firstText({ children: [first] }: Paragraph): string {
  return first?.type === 'text' ? first.value : '';
}

/** The text at the end of a node. A tag below a list or a table without a blank line is read as part of it. */
function lastText(node: RootContent): string {
  return lastTextNode(node)?.value ?? '';
}

function lastTextNode(node: RootContent): Text | undefined {
  if (node.type === 'text') return node;
  if (node.type === 'table') {
    const cells = node.children.at(-1)?.children ?? [];
    const [text] = cells.length === 1 ? (cells[0]?.children ?? []) : [];
    return text?.type === 'text' ? text : undefined;
  }
  const last = 'children' in node && node.type !== 'blockquote' ? node.children.at(-1) : undefined;
  return last && lastTextNode(last);
}

function removeClosing(nodes: RootContent[], closing: RegExp): void {
  const last = nodes.at(-1);
  const text = last && lastTextNode(last);
  if (!last || !text) return;
  text.value = text.value.replace(closing, '');
  if (last.type === 'paragraph' && text.value === '' && last.children.length === 1 && nodes.length > 1) nodes.pop();
  if (last.type === 'table' && text.value === '') last.children.pop();
}

/** Splits what is between the tags into the summary and the rest. */
function splitSummary(
  paragraph: Paragraph,
  inside: readonly RootContent[],
  tags: Tags,
): { summary: PhrasingContent[]; content: BlockContent[] } {
  const first = withoutStart(paragraph.children, tags.opening);
  const rest = inside.slice(1) as BlockContent[];
  const next = rest[0];
  // The summary may be a paragraph of its own.
  if (first.length === 0 && next?.type === 'paragraph' && tags.summary.test(firstText(next))) {
    return summaryIn(next, next.children, rest.slice(1), tags);
  }
  return summaryIn(paragraph, first, rest, tags);
}

function summaryIn(
  paragraph: Paragraph,
  children: readonly PhrasingContent[],
  rest: readonly BlockContent[],
  tags: Tags,
): { summary: PhrasingContent[]; content: BlockContent[] } {
  const asParagraph = (some: PhrasingContent[]): Paragraph[] =>
    some.length === 0 ? [] : [{ ...paragraph, children: some }];
  const [start] = children;
  const end = children.findIndex((child) => child.type === 'text' && tags.endOfSummary.test(child.value));
  const closing = children[end];
  if (start?.type !== 'text' || !tags.summary.test(start.value) || closing?.type !== 'text') {
    // Browsers use the same word.
    return { summary: [{ type: 'text', value: 'Details' }], content: [...asParagraph([...children]), ...rest] };
  }
  const [before = '', behind = ''] = closing.value.split(tags.endOfSummary);
  const summary = withoutStart([...children.slice(0, end), { ...closing, value: before }], tags.summary);
  const after = withoutStart([{ ...closing, value: behind }, ...children.slice(end + 1)], /^/);
  return { summary, content: [...asParagraph(after), ...rest] };
}

/** Removes a tag at the start, and the text that is then empty. */
function withoutStart(children: readonly PhrasingContent[], tag: RegExp): PhrasingContent[] {
  const [first, ...others] = children;
  if (first?.type !== 'text') return [...children];
  const value = first.value.replace(tag, '');
  return value === '' ? others : [{ ...first, value }, ...others];
}

/** Whether a node can be folded away: the outline has no use for it. */
function isPlain(node: RootContent): boolean {
  if (node.type === 'list') {
    return node.children.every(({ checked, children }) => typeof checked !== 'boolean' && children.every(isPlain));
  }
  if (node.type === 'blockquote') return node.children.every(isPlain);
  if (node.type === 'code') return node.lang !== 'mermaid';
  return node.type === 'paragraph' || node.type === 'table' || node.type === 'thematicBreak';
}
