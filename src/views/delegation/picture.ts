import type { Accent } from '../../playbook/accent.ts';
import { counted } from '../../lib/counted.ts';
import { twoColumns, type ColumnLink } from '../shared/two-columns.ts';
import { columnWidth, curve, MAX_ENTRIES, NUMBER_WIDTH, round, shortened } from './measures.ts';

/** A group of tasks or an agent, on either side of a picture. */
export interface PictureEntry {
  id: string;
  label: string;
  href?: string;
  accent?: Accent;
}

/** An entry as drawn. Positions are CSS pixels. */
export interface DrawnEntry extends PictureEntry {
  /** The label, shortened where its column has no room for it. */
  text: string;
  y: number;
  /** Number of tasks on all its lines. */
  total: number;
  /** "7 tasks to 3 agents", for screen readers. */
  description: string;
}

/** A line as drawn. */
export interface DrawnLink {
  from: string;
  to: string;
  count: number;
  /** Path data of its middle. */
  path: string;
  /** In CSS pixels. */
  width: number;
  /** "Testing → @test-automator: 3 tasks". */
  title: string;
}

/** The same numbers as a table, in the order of the picture. */
export interface DelegationMatrix {
  columns: DrawnEntry[];
  rows: (DrawnEntry & { cells: { column: DrawnEntry; count: number }[] })[];
}

/** Which agent delegates tasks to which: two sorted columns joined by lines as wide as their number of tasks. */
export interface DelegationPicture {
  /** Accessible name. */
  title: string;
  left: DrawnEntry[];
  right: DrawnEntry[];
  links: DrawnLink[];
  matrix: DelegationMatrix;
  /** Sizes and positions in CSS pixels; labels end at `leftEdge` and begin at `rightEdge`. */
  width: number;
  height: number;
  leftEdge: number;
  rightEdge: number;
  /** "The 30 agents with the most tasks of 57 are shown."; empty if all are. */
  omitted: string;
}

/** Length of the lines, in CSS pixels. */
const LINE_LENGTH = 200;

/**
 * Lays out a picture of delegation.
 * @param sides nouns of what stands on each side: "group", "agent"
 * @param most entries on each side
 * @returns `undefined` if there is nothing to show
 */
export function delegationPicture(
  title: string,
  left: readonly PictureEntry[],
  right: readonly PictureEntry[],
  links: readonly ColumnLink[],
  sides: { left: string; right: string },
  most = MAX_ENTRIES,
): DelegationPicture | undefined {
  const [lefts, rights] = [strongest(left, links, 'from', most), strongest(right, links, 'to', most)];
  const shown = links.filter(
    ({ from, to }) => lefts.some(({ id }) => id === from) && rights.some(({ id }) => id === to),
  );
  if (shown.length === 0) return;
  const placed = twoColumns(lefts, rights, shown);
  const entry = (end: 'from' | 'to', others: string) => (one: (typeof placed.left)[number]) => ({
    ...one,
    text: shortened(one.label),
    description: `${counted(one.total, 'task')} ${end === 'from' ? 'to' : 'from'} ${counted(
      shown.filter((link) => link[end] === one.id).length,
      others,
    )}`,
  });
  const drawnLeft = placed.left.map(entry('from', sides.right));
  const drawnRight = placed.right.map(entry('to', sides.left));
  const leftEdge = columnWidth(drawnLeft) + NUMBER_WIDTH;
  const rightEdge = leftEdge + LINE_LENGTH;
  const labels = new Map([...left, ...right].map(({ id, label }) => [id, label]));
  return {
    title,
    left: drawnLeft,
    right: drawnRight,
    links: placed.links.map(({ from, to, count, y1, y2, width }) => ({
      from,
      to,
      count,
      width: round(width),
      path: curve(leftEdge, y1, rightEdge, y2),
      title: `${labels.get(from) ?? ''} → ${labels.get(to) ?? ''}: ${counted(count, 'task')}`,
    })),
    matrix: {
      columns: drawnLeft,
      rows: drawnRight.map((row) => ({
        ...row,
        cells: drawnLeft.map((column) => ({
          column,
          count: shown.find(({ from, to }) => from === column.id && to === row.id)?.count ?? 0,
        })),
      })),
    },
    width: Math.ceil(rightEdge + NUMBER_WIDTH + columnWidth(drawnRight)),
    height: placed.height,
    leftEdge,
    rightEdge,
    omitted: [omission(left.length, lefts.length, sides.left), omission(right.length, rights.length, sides.right)]
      .filter((sentence) => sentence !== '')
      .join(' '),
  };
}

/** The entries with the most tasks, in their own order. */
function strongest(
  entries: readonly PictureEntry[],
  links: readonly ColumnLink[],
  end: 'from' | 'to',
  most: number,
): readonly PictureEntry[] {
  if (entries.length <= most) return entries;
  const totals = new Map<string, number>();
  for (const link of links) totals.set(link[end], (totals.get(link[end]) ?? 0) + link.count);
  const byTotal = entries.toSorted((a, b) => (totals.get(b.id) ?? 0) - (totals.get(a.id) ?? 0));
  const shown = new Set(byTotal.slice(0, most));
  return entries.filter((entry) => shown.has(entry));
}

function omission(all: number, shown: number, noun: string): string {
  return all === shown ? '' : `Shown: the ${counted(shown, noun)} with the most tasks, of ${String(all)}.`;
}
