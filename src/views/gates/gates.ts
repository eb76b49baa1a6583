import type { ListItem } from 'mdast';
import { elementPath, gatesPath, href } from '../../links.ts';
import type { QualityGate } from '../../playbook/elements/gates/quality-gate.ts';
import { hash } from '../../playbook/hash.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import { memoize } from '../../playbook/memoize.ts';
import { listedIndex, othersOf, type ElementGroup, type ElementIndexView } from '../shared/element-index.ts';
import { summarise } from '../shared/element-summary.ts';
import { entriesOf, fileRenderer, type FileRenderer, type ListEntry, type Lookups } from '../shared/list-entry.ts';
import { elementFiles, type ElementFile } from '../exports/element-files.ts';
import { entryTitle, originOf, titleOf, type OriginView } from '../shared/origin.ts';
import { counted } from '../../lib/counted.ts';

export type PlacedGate = PlacedElement<QualityGate>;

/** A gate in a list of gates. */
export interface GateEntry {
  title: string;
  href: string;
  /** "Quality gate". */
  kindName: string;
  /** "6 items". */
  count: string;
  origin: OriginView;
  /** Key of its ticks on the reader's device. */
  storeKey: string;
  items: { key: string; done: boolean }[];
}

export interface GateItemView extends ListEntry {
  /** Identifies the item in stored ticks; depends on its text alone. */
  key: string;
  /** Whether it is ticked in the file. */
  done: boolean;
}

/** A gate to tick off, on its own page and on its agent's. */
export interface TickListView {
  title: string;
  storeKey: string;
  items: GateItemView[];
}

/** A gate's own page. */
export interface GateView extends TickListView {
  id: string;
  kind: string;
  count: string;
  path: `/${string}`;
  /** For the page's metadata. */
  description: string;
  origin: OriginView;
  /** Its export files. */
  files: ElementFile[];
  /** The other gates and checklists of the same agent, or the first of them. */
  others: GateEntry[];
}

/** Returns all gates of the playbook, in reading order. */
export function gatesOf(playbook: Playbook): PlacedGate[] {
  return elementsOfKind(playbook, 'quality-gate');
}

/** Returns the view of the list of all gates: lists with boxes, and lists that a heading calls a checklist. */
export function gatesView(playbook: Playbook): ElementIndexView<GateEntry> {
  const all = gatesOf(playbook);
  const gates = all.filter(({ element }) => element.variant === 'gate');
  const checklists = all.filter(({ element }) => element.variant === 'checklist');
  const summaryOf = (noun: string, some: readonly PlacedGate[]) => {
    const items = some.reduce((sum, { element }) => sum + element.items.length, 0);
    return some.length === 0 ? [] : [`${counted(some.length, noun)} with ${counted(items, 'item')}`];
  };
  const groups: ElementGroup<GateEntry>[] = [
    {
      id: 'playbook:gates',
      title: 'Quality gates',
      explanation: 'What must be true before the next phase begins.',
      entries: gates.map(gateEntry),
    },
    {
      id: 'playbook:checklists',
      title: 'Checklists',
      explanation: 'What an agent checks in any phase.',
      entries: checklists.map(gateEntry),
    },
  ];
  return {
    summary: [...summaryOf('gate', gates), ...summaryOf('checklist', checklists)].join('; '),
    groups: groups.filter(({ entries }) => entries.length > 0),
  };
}

/** Returns the index of all gates. */
export const gatesIndex = memoize((playbook: Playbook) => listedIndex(gatesView(playbook), playbook));

function gateEntry(placed: PlacedGate): GateEntry {
  const { items } = placed.element;
  const keys = itemKeys(items.map(({ text }) => text));
  const { kind, count } = summarise(placed.id, placed.element);
  return {
    title: entryTitle(placed),
    href: href(pathOf(placed)),
    kindName: kind,
    count,
    origin: originOf(placed),
    storeKey: ticksKeyOf(placed),
    items: items.map(({ done }, index) => ({ key: keys[index] ?? '', done })),
  };
}

/**
 * Returns the view of a gate's page.
 * @param ofAgent every gate of the same agent
 * @param lookups of the playbook, which link the names and paths in the items
 */
export async function gateView(
  placed: PlacedGate,
  ofAgent: readonly PlacedGate[],
  lookups?: Lookups,
): Promise<GateView> {
  const { id, agent, element } = placed;
  const { kind, count } = summarise(id, element);
  return {
    ...tickList(placed, await fileRenderer(agent, lookups)),
    id,
    kind,
    count,
    path: pathOf(placed),
    description: `${kind} of ${agent.name} with ${count}, to tick off; your ticks are saved on your device.`,
    origin: originOf(placed),
    files: elementFiles(placed),
    others: othersOf(placed, ofAgent).map(gateEntry),
  };
}

/** Returns the items of a gate with their keys. */
export function tickList(placed: PlacedGate, file: FileRenderer): TickListView {
  const { element } = placed;
  const keys = itemKeys(element.items.map(({ text }) => text));
  return {
    title: titleOf(placed),
    storeKey: ticksKeyOf(placed),
    items: gateItems(placed, file).map((item, index) => ({
      ...file.entry(item),
      key: keys[index] ?? '',
      done: element.items[index]?.done ?? false,
    })),
  };
}

/** Returns the items of a gate as they are written. Those of a table or of a fence are text alone. */
export function gateItems({ element }: PlacedGate, file: FileRenderer): ListItem[] {
  const written = entriesOf(file, element.slug);
  if (written.length > 0) return written;
  return element.items.map(({ text }) => ({
    type: 'listItem',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
  }));
}

function pathOf(placed: PlacedGate): `/${string}` {
  return elementPath(placed) ?? gatesPath;
}

/** Returns the path with the base path, because playbooks on the same host share one storage. */
function ticksKeyOf(placed: PlacedGate): string {
  return `playbook:${href(pathOf(placed))}`;
}

/**
 * Returns a unique key for each item, made of its text alone: an item that moves has the same key, and an item whose
 * text changes gets a new one.
 */
export function itemKeys(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const key = hash(text.replace(/\s+/g, ' ').trim()).toString(36).padStart(7, '0');
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return number === 1 ? key : `${key}-${String(number)}`;
  });
}
