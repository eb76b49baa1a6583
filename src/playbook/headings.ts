import type { Heading, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isPhaseTitle } from './elements/workflows/titles.ts';

/** The depth of a phase's label in a file with headings: it ends at the next heading of any level. */
const PHASE_LABEL_DEPTH = 6;

/**
 * Reads `**Label**` or `**Label:**`, alone in a paragraph, as a heading.
 * @param hasHeadings whether the file has real headings; then only the labels of phases are read as such
 */
export function labelAsHeading(node: RootContent, hasHeadings: boolean): Heading | undefined {
  if (node.type !== 'paragraph') return;
  const [label, ...rest] = node.children;
  if (label?.type !== 'strong' || !/^\s*:?\s*$/.test(rest.map((child) => toString(child)).join(''))) return;
  if (hasHeadings && !isPhaseTitle(toString(label))) return;
  const children = [...label.children];
  const last = children.at(-1);
  if (last?.type === 'text') children.splice(-1, 1, { ...last, value: last.value.replace(/:\s*$/, '') });
  return { type: 'heading', depth: hasHeadings ? PHASE_LABEL_DEPTH : 2, children };
}

/** Matches `##Title`. A single `#` may be a tag or a command: `#todo`, `#tool:search`. */
const hashes = /^(#{2,6})(?=[\p{L}\p{N}])/u;

/**
 * Splits a paragraph that starts with `##Title` into the heading that its author means, and the lines below it.
 * @param lines of the file: an author who means the signs themselves has a backslash before them
 */
export function splitHashHeading(node: RootContent, lines: readonly string[]): RootContent[] {
  const [first] = node.type === 'paragraph' ? node.children : [];
  const match = first?.type === 'text' ? hashes.exec(first.value) : null;
  if (node.type !== 'paragraph' || first?.type !== 'text' || !match) return [node];
  const [, signs = ''] = match;
  if (!lines[(node.position?.start.line ?? 1) - 1]?.trimStart().startsWith(signs)) return [node];
  const title = { ...first, value: first.value.slice(signs.length) };
  const depth = signs.length as Heading['depth'];
  const children = [title, ...node.children.slice(1)];
  if (!toString(children).includes('\n') && !children.some(({ type }) => type === 'break')) {
    return [{ type: 'heading', depth, children, ...(node.position && { position: node.position }) }];
  }
  const [above, below] = splitAfterFirstLine(node, children) ?? [];
  if (!above || !below) return [node];
  return [{ ...above, type: 'heading', depth }, below];
}

/** Matches a field of a template: `Status: DONE` or `**Oven:** [which]`. */
const fieldLine = /^(?:\*\*)?\p{L}[^:\n]{0,40}:/u;

/**
 * Splits a heading of several lines, each of which is a field, into a paragraph and a rule: markdown reads the rule
 * below a template as the underline of a heading.
 */
export function splitUnderlinedFields(node: RootContent): RootContent[] {
  const { start, end } = node.position ?? {};
  if (node.type !== 'heading' || !start || !end || end.line < start.line + 2) return [node];
  const lines = toString(node).split('\n');
  if (lines.length < 2 || lines.some((line) => !fieldLine.test(line))) return [node];
  return [
    { type: 'paragraph', children: node.children, position: { start, end: { line: end.line - 1, column: 2 } } },
    { type: 'thematicBreak', position: { start: { line: end.line, column: 1 }, end } },
  ];
}

/** Splits a paragraph whose first line is nothing but the bold label of a phase from the text below it. */
export function splitPhaseLabel(node: RootContent): RootContent[] {
  const [label, next] = node.type === 'paragraph' ? node.children : [];
  if (node.type !== 'paragraph' || label?.type !== 'strong' || !isPhaseTitle(toString(label))) return [node];
  if (next?.type !== 'break' && !(next?.type === 'text' && /^[^\S\n]*:?[^\S\n]*\n/.test(next.value))) return [node];
  return splitAfterFirstLine(node, node.children) ?? [node];
}

/** Returns the first line of a paragraph and the paragraph of the others; `undefined` if it cannot be split there. */
function splitAfterFirstLine(node: Paragraph, children: PhrasingContent[]): [Paragraph, Paragraph] | undefined {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const { above, below } = splitAtLineEnd(children, start.line) ?? { above: [], below: [] };
  if (below.length === 0) return;
  return [
    { type: 'paragraph', children: above, position: { start, end: { line: start.line, column: start.column + 1 } } },
    { type: 'paragraph', children: below, position: { start: { line: start.line + 1, column: 1 }, end } },
  ];
}

/** Splits the content of a paragraph at the end of its first line; `undefined` if that is inside of code or of bold text. */
function splitAtLineEnd(children: readonly PhrasingContent[], line: number) {
  const index = children.findIndex((child) => (child.position?.end.line ?? line) > line);
  const last = children[index];
  if (!last) return { above: [...children], below: [] };
  const rest = children.slice(index + 1);
  if (last.type === 'break') return { above: children.slice(0, index), below: rest };
  if (last.type !== 'text') return;
  const at = last.value.indexOf('\n');
  const start = { line: line + 1, column: 1 };
  const below: Text = {
    type: 'text',
    value: last.value.slice(at + 1),
    ...(last.position && { position: { start, end: last.position.end } }),
  };
  return { above: [...children.slice(0, index), { ...last, value: last.value.slice(0, at) }], below: [below, ...rest] };
}

/** Matches `{#anchor}` and `<a id="anchor"></a>` at the end of a heading. */
const ownAnchor =
  /\s*(?:\{#([\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*)\}|<a (?:id|name)="([\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*)">\s{0,9}<\/a>)\s*$/u;

/** Splits a heading into its title and the anchor that its author has chosen. */
export function splitAnchor({ children }: Heading): { children: PhrasingContent[]; anchor: string | undefined } {
  const last = children.at(-1);
  const match = last?.type === 'text' ? ownAnchor.exec(last.value) : null;
  if (last?.type !== 'text' || !match) return { children, anchor: undefined };
  const title = { ...last, value: last.value.slice(0, match.index) };
  return { children: [...children.slice(0, -1), ...(title.value === '' ? [] : [title])], anchor: match[1] ?? match[2] };
}
