import { fold, stem, tokenize } from '../search/query/words.ts';
import type { ComparedAgent, ComparedItem, ComparedSection } from './compared-agent.ts';
import { diffWords, type DiffPart } from './word-diff.ts';

/** An entry of one agent; `isOnly` if no other of the compared agents has it. */
export interface MarkedItem extends ComparedItem {
  isOnly: boolean;
}

/** A property of the agents. */
export interface ComparedRow {
  label: string;
  /** The items that all agents have. */
  common: ComparedItem[];
  /** The items that only some have, in the order of the agents. */
  cells: MarkedItem[][];
}

/** A passage that several agents have under the same heading. */
export interface AlignedPassage {
  title: string;
  isSame: boolean;
  /** Absent where an agent has no such heading. */
  cells: ({ href: string; title: string; parts: DiffPart[] } | undefined)[];
}

export interface Comparison {
  agents: ComparedAgent[];
  rows: ComparedRow[];
  passages: AlignedPassage[];
}

/** Maximum number of agents side by side. */
export const MAX_COMPARED = 4;

/** Compares agents: what only one of them has, what all have, and the passages under the same headings. */
export function compareAgents(agents: readonly ComparedAgent[]): Comparison {
  const row = (label: string, itemsOf: (agent: ComparedAgent) => readonly ComparedItem[]): ComparedRow => {
    const lists = agents.map(itemsOf);
    const texts = countIn(lists, ({ text }) => text);
    const keys = countIn(lists, keyOf);
    const isCommon = ({ text }: ComparedItem) => texts.get(fold(text)) === agents.length;
    const markOnly = (item: ComparedItem) => ({ ...item, isOnly: keys.get(fold(keyOf(item))) === 1 });
    return {
      label,
      common: (lists[0] ?? []).filter(isCommon).map(({ text }) => ({ text })),
      cells: lists.map((list) => list.filter((item) => !isCommon(item)).map(markOnly)),
    };
  };
  // Texts are never the same, so nothing in them stands out.
  const plainRow = (label: string, itemsOf: (agent: ComparedAgent) => readonly ComparedItem[]): ComparedRow => ({
    label,
    common: [],
    cells: agents.map((agent) => itemsOf(agent).map((item) => ({ ...item, isOnly: false }))),
  });
  const rows = [
    plainRow('Purpose', ({ purpose }) => (purpose === '' ? [] : [{ text: purpose }])),
    row('Model', ({ model }) => [{ text: model }]),
    row('May', ({ access }) => access),
    row('Tools', ({ tools }) => tools),
    row('Topics', ({ topics }) => topics),
    row('Contains', ({ elements }) => elements),
    plainRow('Cost', ({ cost }) => cost),
    row('Sections', ({ sections }) => sections.map(({ title, href }) => ({ text: title, href }))),
    plainRow('File', ({ file }) => [{ text: file }]),
  ];
  return {
    agents: [...agents],
    rows: rows.filter(({ common, cells }) => common.length + cells.flat().length > 0),
    passages: alignedPassages(agents),
  };
}

function keyOf({ key, text }: ComparedItem): string {
  return key ?? text;
}

/** Counts the lists that have an item with each text. */
function countIn(lists: readonly (readonly ComparedItem[])[], textOf: (item: ComparedItem) => string) {
  const counts = new Map<string, number>();
  for (const list of lists) {
    for (const text of new Set(list.map((item) => fold(textOf(item))))) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** From this share of common words on, two headings mean the same. */
const MIN_COMMON_WORDS = 0.6;

interface Group {
  words: Set<string>;
  sections: (ComparedSection | undefined)[];
}

/** Aligns the sections of the agents whose headings mean the same: they have the same words, in any form and order. */
function alignedPassages(agents: readonly ComparedAgent[]): AlignedPassage[] {
  const groups: Group[] = [];
  for (const [index, { sections }] of agents.entries()) {
    for (const section of sections.filter(({ text }) => text !== '')) {
      const words = headingWords(section.title);
      const group = groups.find((one) => !one.sections[index] && similarity(one.words, words) >= MIN_COMMON_WORDS);
      if (group) group.sections[index] = section;
      else groups.push({ words, sections: agents.map((_, at) => (at === index ? section : undefined)) });
    }
  }
  return groups.filter(({ sections }) => sections.filter(Boolean).length > 1).map(toPassage);
}

/** Marks the differences of each text from the first one. */
function toPassage({ sections }: Group): AlignedPassage {
  const [first, ...others] = sections.filter((section) => section !== undefined);
  const isSame = others.every(({ text }) => text === first?.text);
  const diffs = new Map(
    others.map((section) => [section, isSame ? undefined : diffWords(first?.text ?? '', section.text)]),
  );
  const plain = (text: string): DiffPart[] => [{ text, isOwn: false }];
  return {
    title: first?.title ?? '',
    isSame,
    cells: sections.map((section) => {
      if (!section) return;
      const { href, title, text } = section;
      // Of two texts, both sides are marked; of more, the first is what the others are compared with.
      const ownParts =
        section === first && others.length === 1 ? diffs.get(others[0] ?? section)?.[0] : diffs.get(section)?.[1];
      return { href, title, parts: ownParts ?? plain(text) };
    }),
  };
}

function headingWords(title: string): Set<string> {
  const words = tokenize(title).map(({ word }) => stem(word));
  const withoutNumbers = words.filter((word) => !/^\d+$/.test(word));
  return new Set(withoutNumbers.length > 0 ? withoutNumbers : words);
}

function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return common / Math.max(1, one.size + other.size - common);
}
