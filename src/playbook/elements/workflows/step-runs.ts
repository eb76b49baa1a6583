import type { Heading, List, ListItem, Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { beginsStep, closesSteps, endOfTaggedStep, itemOfTaggedStep } from './tagged-steps.ts';
import { phaseTitle } from './titles.ts';

/** Consecutive nodes that are the steps of one process, or the items of one checklist or report, read as a single list. */
interface StepRun {
  list: List;
  /** What the list has to be: text between names and colons is read as one list only if it is a checklist or a report. */
  kinds: readonly ('workflow' | 'delegations' | 'quality-gate' | 'handoff-template')[];
  /** How many nodes it consists of. */
  length: number;
}

/** The way in which authors write steps that markdown does not read as one list. */
type Style = 'numbered' | 'labelled' | 'routed' | 'named' | 'section' | 'list' | 'tagged';

const kindsOf: Readonly<Record<Style, StepRun['kinds']>> = {
  numbered: ['workflow'],
  labelled: ['workflow'],
  routed: ['delegations'],
  named: ['quality-gate', 'handoff-template'],
  section: ['handoff-template'],
  list: ['workflow'],
  tagged: ['workflow'],
};

/** The node with which a step begins. */
interface Lead {
  style: Style;
  /** The number of the step; `NaN` if it has none, or a Roman one. */
  number: number;
  /** The number that the next step has. */
  next: number;
}

/** Matches `1. Knead` in bold. */
const boldNumber = /^(\d+)[.)]\s+(?=\S)/;

/** Matches what follows the bold name of a step. A colon would follow that of a definition as well. */
const afterName = /^\s*(?:[→⇒➜]|=+>|-+>)\s*\S/;

/** Matches what follows the bold name of a task whose agent is on the next line: `: cold dough`, then `→ Route to: baker`. */
const routedBelow = /^:[^\n]{0,300}\n\s{0,9}(?:[→⇒➜]|=+>|-+>)\s*\S/;

/** Matches what follows the bold name of an item: a colon, a dash or the next line. */
const afterItemName = /^(?:\s*[:–—]|\s+-\s|[^\S\n]*\n)/;

/** Fewest lines with a bold start: fewer may be parts of a sentence. */
const MIN_LINES = 3;

/** Splits a paragraph whose lines begin with bold numbers, or with bold names and arrows, because its author left out the blank lines between them. */
export function splitNumberedLines(node: RootContent): RootContent[] {
  if (node.type !== 'paragraph') return [node];
  const { children } = node;
  const starts = [...children.keys()].filter((index) => {
    const [child, above] = [children[index], children[index - 1]];
    const isFirst = !above || above.type === 'break' || (above.type === 'text' && /\n\s*$/.test(above.value.slice(-9)));
    const after = children[index + 1];
    const hasArrow = after?.type === 'text' && afterName.test(after.value);
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

/** Fewest paragraphs with a name and an arrow: two are often alternatives. */
const MIN_LABELLED = 3;

/**
 * Reads the run of steps that begins at a node: paragraphs such as `**Phase 1 – Knead**: …` or `**1. Knead**` with what
 * is between them, paragraphs `**Knead** → …` in a row, what is in tags such as `<step name="knead">`, bold labels that
 * each have a list below, or numbered lists that other text splits, of which each goes on with the numbers of the one before.
 * @param headings the heading that each node is read as; a run ends before it
 */
export function stepRunAt(
  nodes: readonly RootContent[],
  headings: readonly (Heading | undefined)[],
  at: number,
): StepRun | undefined {
  const first = leadOf(nodes[at], nodes[at + 1]);
  if (!first) return;
  const leads = [at];
  let last = first;
  for (let index = at + 1; index < nodes.length && headings[index] === undefined; index++) {
    const lead = leadOf(nodes[index], nodes[index + 1]);
    if (lead?.style !== first.style) {
      if (first.style === 'section' && nodes[index]?.type === 'list' && leads.at(-1) === index - 1) continue;
      if (first.style === 'section') break;
      if (isInRow(first.style) || nodes[index]?.type === 'thematicBreak') break;
      if (first.style === 'tagged' && closesSteps(nodes[index])) break;
      continue;
    }
    if (first.style === 'list' ? lead.number !== last.next : lead.number <= last.number) break;
    leads.push(index);
    last = lead;
  }
  const isEnough = leads.length >= (isInRow(first.style) ? MIN_LABELLED : 2);
  return isEnough ? joined(nodes, headings, leads, first.style) : undefined;
}

/** Whether nothing may be between the items of a style. */
function isInRow(style: Style): boolean {
  return style === 'labelled' || style === 'routed' || style === 'named';
}

function leadOf(node: RootContent | undefined, next?: RootContent): Lead | undefined {
  if (node?.type === 'list') {
    const number = node.start ?? 1;
    return node.ordered === true ? { style: 'list', number, next: number + node.children.length } : undefined;
  }
  const [name, ...rest] = node?.type === 'paragraph' ? node.children : [];
  if (beginsStep(name)) return { style: 'tagged', number: NaN, next: NaN };
  if (name?.type !== 'strong') return;
  const text = toString(name);
  const number = boldNumber.exec(text)?.[1] ?? phaseTitle.exec(text)?.[1];
  if (number !== undefined) return { style: 'numbered', number: Number.parseFloat(number), next: NaN };
  const after = rest.map((child) => toString(child)).join('');
  if (routedBelow.test(after)) return { style: 'routed', number: NaN, next: NaN };
  if (afterName.test(after)) return { style: 'labelled', number: NaN, next: NaN };
  if (/^\s*:?\s*$/.test(after) && next?.type === 'list') return { style: 'section', number: NaN, next: NaN };
  const isItem = after !== '' && (text.endsWith(':') || afterItemName.test(after));
  return isItem ? { style: 'named', number: NaN, next: NaN } : undefined;
}

function joined(
  nodes: readonly RootContent[],
  headings: readonly (Heading | undefined)[],
  leads: readonly number[],
  style: Style,
): StepRun {
  const [first = 0] = leads;
  const end = endOfRun(nodes, headings, leads.at(-1) ?? first, style);
  const children = leads.flatMap((lead, index): ListItem[] => {
    const parts = nodes.slice(lead + 1, leads[index + 1] ?? end) as ListItem['children'];
    const node = nodes[lead];
    if (node?.type === 'list') {
      const [last, ...others] = node.children.toReversed();
      return last ? [...others.toReversed(), { ...last, children: [...last.children, ...parts] }] : [];
    }
    if (node?.type !== 'paragraph') return [];
    return [style === 'tagged' ? itemOfTaggedStep(node, parts) : itemOf(node, parts)];
  });
  const [start, last] = [nodes[first]?.position?.start, nodes[end - 1]?.position?.end];
  const isOrdered = style !== 'section' && style !== 'routed';
  const list: List = {
    type: 'list',
    ordered: isOrdered,
    start: isOrdered ? 1 : null,
    spread: true,
    children,
    data: { areSteps: style === 'tagged' },
  };
  return {
    list: start && last ? { ...list, position: { start, end: last } } : list,
    kinds: kindsOf[style],
    length: end - first,
  };
}

/** Returns the index after the last step: with the list or the code directly below its name, or up to its closing tag. */
function endOfRun(
  nodes: readonly RootContent[],
  headings: readonly (Heading | undefined)[],
  lead: number,
  style: Style,
): number {
  if (style === 'tagged') return endOfTaggedStep(nodes, headings, lead);
  const next = nodes[lead + 1];
  const belongs =
    (style === 'numbered' || style === 'section') &&
    headings[lead + 1] === undefined &&
    next &&
    /^(?:list|code)$/.test(next.type);
  return belongs ? lead + 2 : lead + 1;
}

/** Returns a paragraph as an item of a list, which has a number of its own. */
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
