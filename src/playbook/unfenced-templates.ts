import type { Code, Heading, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { introductionOf, labelOf } from './elements/list-label.ts';
import { anyPlaceholder } from './elements/templates/fields.ts';
import { notAPartHeading } from './elements/templates/field-list-titles.ts';
import { isNamedRule } from './elements/templates/heading-line.ts';
import { asksForAnswer } from './elements/templates/titles.ts';

/** Consecutive nodes that together are a form, which its author wrote without a fence around it. */
interface UnfencedTemplate {
  code: Code;
  /** Index of the first node. */
  at: number;
  /** How many nodes it consists of. */
  length: number;
}

declare module 'mdast' {
  interface CodeData {
    /** Whether it has no fence, so that its text starts on its first line. */
    isUnfenced?: boolean;
  }
}

/** A part of a file: the nodes, the heading that each is read as, and the lines of the text. */
interface Text {
  nodes: readonly RootContent[];
  headings: readonly (Heading | undefined)[];
  lines: readonly string[];
}

/** Paragraphs between a heading and the form below it. */
const MAX_INTRODUCTIONS = 2;

/** Fewest parts of a form without rules around it. */
const MIN_PARTS = 2;

/** Longest form between two rules, in nodes: what is between rules further apart is the rest of the file. */
const MAX_NODES = 50;

/** Longest part of a form that says in words what to write there, in lines. */
const MAX_PROSE_LINES = 12;

/** Fewest lines with something to fill in. */
const MIN_PLACEHOLDERS = 2;

/** Introductions of parts that say in words what to write: "Your report has these sections". */
const partsIntroduction =
  /\b(?:sections|structure|format|parts|following|elements|headings)\b.{0,20}$|\b(?:includes?|contains?|has|have|with)$/i;

/**
 * Reads the nodes below a heading such as "Output format" as a form in a fence, if they are one: a text between two rules,
 * parts with rules that have names, or headings and labels with what to write below each. The headings in it are those of
 * the text to write, and not of the file.
 * @param below index of the node right below the heading
 */
export function unfencedTemplateBelow(text: Text, below: number): UnfencedTemplate | undefined {
  const heading = text.headings[below - 1];
  if (!heading || !asksForAnswer(toString(heading).replace(/\s*:$/, ''))) return;
  const end = endOfSection(text, below, heading.depth);
  const named = withNamedRules(text, below, end);
  if (named) return named;
  for (let at = below; at < end && at <= below + MAX_INTRODUCTIONS; at++) {
    const template = betweenRules(text, at) ?? inParts(text, at, end);
    if (template || text.nodes[at]?.type !== 'paragraph') return template;
  }
  return;
}

function endOfSection({ nodes, headings }: Text, at: number, depth: number): number {
  return indexFrom(at, nodes.length, (index) => (headings[index]?.depth ?? Infinity) <= depth) ?? nodes.length;
}

/** Returns the first index of a range for which a condition holds. */
function indexFrom(from: number, to: number, matches: (index: number) => boolean): number | undefined {
  for (let index = from; index < to; index++) if (matches(index)) return index;
  return undefined;
}

function betweenRules(text: Text, at: number): UnfencedTemplate | undefined {
  const { nodes } = text;
  const isRule = (index: number) => nodes[index]?.type === 'thematicBreak';
  if (!isRule(at)) return;
  const last = indexFrom(at + 1, Math.min(text.nodes.length, at + MAX_NODES), isRule);
  // A rule alone separates sections.
  return last === undefined ? undefined : templateOf(text, at + 1, last);
}

function withNamedRules(text: Text, at: number, end: number): UnfencedTemplate | undefined {
  const { nodes, headings } = text;
  const isEnd = (index: number) => headings[index] !== undefined || nodes[index]?.type === 'thematicBreak';
  const last = indexFrom(at, end, isEnd) ?? end;
  const rules = nodes.slice(at, last).filter((node) => node.type === 'paragraph' && isNamedRule(firstLine(node)));
  return rules.length < MIN_PARTS ? undefined : codeOf(text, at, last);
}

function firstLine(node: RootContent): string {
  return /^.*/.exec(toString(node))?.[0] ?? '';
}

/** Reads headings, or labels, of which each has below it what to write there. */
function inParts(text: Text, at: number, end: number): UnfencedTemplate | undefined {
  const { nodes, headings } = text;
  if (!isPart(text, at)) return;
  const parts: number[] = [];
  for (let index = at; index < end; index++) if (isPart(text, index)) parts.push(index);
  const titles = parts.map((index) => toString(nodes[index]).replace(/:$/, ''));
  // Parts with numbers are those of the answer, whatever they are called.
  const areNumbered = titles.every((title) => /^\d{1,2}[.)]\s/.test(title));
  if (parts.length < MIN_PARTS || (!areNumbered && titles.some((title) => notAPartHeading.test(title)))) return;
  const template = templateOf(text, at, end);
  if (template) return template;
  const above = nodes[at - 1];
  const isAnnounced = areNumbered || (above?.type === 'paragraph' && partsIntroduction.test(introductionOf(above)));
  const isProse =
    parts.every((index) => headings[index] !== undefined) &&
    parts.every((index, part) => isShort(text, index, parts[part + 1] ?? end));
  return isAnnounced && isProse ? codeOf(text, at, end) : undefined;
}

function isPart({ nodes, headings }: Text, index: number): boolean {
  const node = nodes[index];
  if (headings[index] !== undefined) return true;
  return node?.type === 'paragraph' && node.children[0]?.type === 'strong' && labelOf(node) !== undefined;
}

/** Whether a part of a form has something below its title, but not much: a text to read is longer. */
function isShort({ nodes }: Text, at: number, end: number): boolean {
  const [first, last] = [nodes[at]?.position?.end.line ?? 0, nodes[end - 1]?.position?.end.line ?? 0];
  return end > at + 1 && last - first <= MAX_PROSE_LINES;
}

/** Returns nodes as a form if there is something to fill in on half of their lines. */
function templateOf(text: Text, from: number, to: number): UnfencedTemplate | undefined {
  const template = codeOf(text, from, to);
  const written = (template?.code.value ?? '').split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
  const toFillIn = written.filter((line) => anyPlaceholder.test(line)).length;
  const lines = written.filter((line) => !/^\s*#/.test(line) || anyPlaceholder.test(line));
  return toFillIn >= MIN_PLACEHOLDERS && toFillIn * 2 >= lines.length ? template : undefined;
}

/** Returns the lines of nodes as a fence of markdown; `undefined` if they have a fence already. */
function codeOf({ nodes, lines }: Text, from: number, to: number): UnfencedTemplate | undefined {
  const written = nodes.slice(from, to);
  const [start, end] = [written[0]?.position?.start, written.at(-1)?.position?.end];
  if (!start || !end || written.some(({ type }) => type === 'code')) return;
  const value = lines.slice(start.line - 1, end.column === 1 ? end.line - 1 : end.line).join('\n');
  const code: Code = { type: 'code', lang: 'markdown', value, position: { start, end }, data: { isUnfenced: true } };
  return { code, at: from, length: to - from };
}
