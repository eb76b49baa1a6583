import type { Code, Heading, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { introductionOf, labelOf } from './elements/list-label.ts';
import { anyPlaceholder } from './elements/templates/fields.ts';
import { notAPartHeading } from './elements/templates/field-list-titles.ts';
import { isNamedRule } from './elements/templates/heading-line.ts';
import { asksForAnswer } from './elements/templates/titles.ts';

/** Consecutive nodes that together may be a template, which its author wrote without a fence around it. */
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

/** A file: its nodes, the heading that each is read as, if it is one, and its lines. */
interface ParsedFile {
  nodes: readonly RootContent[];
  headings: readonly (Heading | undefined)[];
  lines: readonly string[];
}

/** Maximum number of paragraphs between a heading and the template below it. */
const MAX_INTRODUCTIONS = 2;

/** Minimum number of parts of a template without rules around it. */
const MIN_PARTS = 2;

/** Longest template between two rules, in nodes: what is between rules further apart is the rest of the file. */
const MAX_NODES = 50;

/** Longest part of a template that says in words what to write there, in lines. */
const MAX_PROSE_LINES = 12;

/** Minimum number of lines with something to fill in, unless the words above are those of a template. */
const MIN_PLACEHOLDERS = 2;

/** Introductions of parts that say in words what to write: "Your report has these sections". */
const partsIntroduction =
  /\b(?:sections|structure|format|parts|following|elements|headings)\b.{0,20}$|\b(?:includes?|contains?|has|have|with)$/i;

/**
 * Finds the template below a heading such as "Output format": a text between two rules, parts below rules with names, or
 * headings and labels with what to write below each. Its headings are those of the text to write, and not of the file.
 * @param below index of the node right below the heading
 */
export function unfencedTemplateBelow(file: ParsedFile, below: number): UnfencedTemplate | undefined {
  const heading = file.headings[below - 1];
  if (!heading || !asksForAnswer(toString(heading).replace(/\s*:$/, ''))) return;
  const end = endOfSection(file, below, heading.depth);
  const named = withNamedRules(file, below, end);
  if (named) return named;
  for (let at = below; at < end && at <= below + MAX_INTRODUCTIONS; at++) {
    const template = betweenRules(file, at) ?? inParts(file, at, end);
    if (template || file.nodes[at]?.type !== 'paragraph') return template;
  }
  return;
}

function endOfSection({ nodes, headings }: ParsedFile, at: number, depth: number): number {
  return indexFrom(at, nodes.length, (index) => (headings[index]?.depth ?? Infinity) <= depth) ?? nodes.length;
}

/** Returns the first index of a range for which a condition holds; `undefined` if there is none. */
function indexFrom(from: number, to: number, matches: (index: number) => boolean): number | undefined {
  for (let index = from; index < to; index++) if (matches(index)) return index;
  return undefined;
}

/** Finds a template between a rule and the next one. */
function betweenRules(file: ParsedFile, at: number): UnfencedTemplate | undefined {
  const { nodes } = file;
  const isRule = (index: number) => nodes[index]?.type === 'thematicBreak';
  if (!isRule(at)) return;
  const last = indexFrom(at + 1, Math.min(file.nodes.length, at + MAX_NODES), isRule);
  // A rule alone separates sections.
  return last === undefined ? undefined : templateOf(file, at + 1, last);
}

/** Finds a template whose parts are below rules with names, up to the next heading or rule: `=== LOAVES ===`. */
function withNamedRules(file: ParsedFile, at: number, end: number): UnfencedTemplate | undefined {
  const { nodes, headings } = file;
  const isEnd = (index: number) => headings[index] !== undefined || nodes[index]?.type === 'thematicBreak';
  const last = indexFrom(at, end, isEnd) ?? end;
  const rules = nodes.slice(at, last).filter((node) => node.type === 'paragraph' && isNamedRule(firstLine(node)));
  return rules.length < MIN_PARTS ? undefined : codeOf(file, at, last);
}

function firstLine(node: RootContent): string {
  return /^.*/.exec(toString(node))?.[0] ?? '';
}

/** Finds a template of headings, or of labels, of which each has below it what to write there. */
function inParts(file: ParsedFile, at: number, end: number): UnfencedTemplate | undefined {
  const { nodes, headings } = file;
  if (!isPart(file, at)) return;
  const parts: number[] = [];
  for (let index = at; index < end; index++) if (isPart(file, index)) parts.push(index);
  const titles = parts.map((index) => toString(nodes[index]).replace(/:$/, ''));
  // Parts with numbers are those of the answer, whatever they are called.
  const areNumbered = titles.every((title) => /^\d{1,2}[.)]\s/.test(title));
  if (parts.length < MIN_PARTS || (!areNumbered && titles.some((title) => notAPartHeading.test(title)))) return;
  const template = templateOf(file, at, end);
  if (template) return template;
  const above = nodes[at - 1];
  const isIntroduced = areNumbered || (above?.type === 'paragraph' && partsIntroduction.test(introductionOf(above)));
  const isProse =
    parts.every((index) => headings[index] !== undefined) &&
    parts.every((index, part) => isShort(file, index, parts[part + 1] ?? end));
  return isIntroduced && isProse ? codeOf(file, at, end) : undefined;
}

function isPart({ nodes, headings }: ParsedFile, index: number): boolean {
  const node = nodes[index];
  if (headings[index] !== undefined) return true;
  return node?.type === 'paragraph' && node.children[0]?.type === 'strong' && labelOf(node) !== undefined;
}

/** Whether a part has something below its title, but not much: a text to read is longer. */
function isShort({ nodes }: ParsedFile, at: number, end: number): boolean {
  const [first, last] = [nodes[at]?.position?.end.line ?? 0, nodes[end - 1]?.position?.end.line ?? 0];
  return end > at + 1 && last - first <= MAX_PROSE_LINES;
}

/** Returns nodes as a template if there is something to fill in on half of their lines. */
function templateOf(file: ParsedFile, from: number, to: number): UnfencedTemplate | undefined {
  const template = codeOf(file, from, to);
  const written = (template?.code.value ?? '').split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
  const toFillIn = written.filter((line) => anyPlaceholder.test(line)).length;
  const lines = written.filter((line) => !/^\s*#/.test(line) || anyPlaceholder.test(line));
  return toFillIn >= MIN_PLACEHOLDERS && toFillIn * 2 >= lines.length ? template : undefined;
}

/** Returns the lines of nodes as if they were in a fence; `undefined` if one of them is in a fence already. */
function codeOf({ nodes, lines }: ParsedFile, from: number, to: number): UnfencedTemplate | undefined {
  const written = nodes.slice(from, to);
  const [start, end] = [written[0]?.position?.start, written.at(-1)?.position?.end];
  if (!start || !end || written.some(({ type }) => type === 'code')) return;
  const value = lines.slice(start.line - 1, end.column === 1 ? end.line - 1 : end.line).join('\n');
  const code: Code = { type: 'code', lang: 'markdown', value, position: { start, end }, data: { isUnfenced: true } };
  return { code, at: from, length: to - from };
}
