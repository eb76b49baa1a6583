import { widthOf } from '../../fonts/text-width.ts';
import { counted } from '../../lib/counted.ts';
import { columnWidth, curve, LABEL_SIZE, MAX_ENTRIES, NUMBER_WIDTH, round, shortened } from './measures.ts';
import type { DrawnEntry, DrawnLink, PictureEntry } from './picture.ts';

/** An agent beside the one in the centre, with the number of references between the two. */
export interface Neighbour extends PictureEntry {
  count: number;
}

/** A picture of one agent: those that refer to it are on its left, those that it refers to on its right. */
export interface CentredPicture {
  /** Accessible name. */
  title: string;
  centre: { label: string; x: number; y: number; width: number };
  left: DrawnEntry[];
  right: DrawnEntry[];
  links: DrawnLink[];
  /** Sizes and positions in CSS pixels; labels end at `leftEdge` and begin at `rightEdge`. */
  width: number;
  height: number;
  leftEdge: number;
  rightEdge: number;
  /** "12 more agents with fewer references …"; empty if everyone is shown. */
  omitted: string;
}

/** Height of an entry, and length of the lines on each side, in CSS pixels. */
const ROW = 28;
const LINE_LENGTH = 110;
/** Space between the centre's name and its frame, in CSS pixels. */
const PADDING = 12;
/** Width of a line: that of one reference and that of the heaviest neighbour, in CSS pixels. */
const [MIN_WIDTH, MAX_WIDTH] = [1.5, 14];

/** @returns `undefined` if there are no agents on either side */
export function centredPicture(
  title: string,
  centre: PictureEntry,
  givers: readonly Neighbour[],
  receivers: readonly Neighbour[],
): CentredPicture | undefined {
  if (givers.length + receivers.length === 0) return;
  const [left, right] = [strongest(givers), strongest(receivers)];
  const height = Math.max(left.length, right.length, 2) * ROW;
  const place = (neighbours: readonly Neighbour[], verb: string): DrawnEntry[] =>
    neighbours.map((neighbour, index) => ({
      ...neighbour,
      text: shortened(neighbour.label),
      y: height / 2 + (index - (neighbours.length - 1) / 2) * ROW,
      total: neighbour.count,
      description: `${counted(neighbour.count, 'reference')} ${verb} ${centre.label}`,
    }));
  const [drawnLeft, drawnRight] = [place(left, 'to'), place(right, 'by')];
  const width = Math.ceil(widthOf(centre.label, LABEL_SIZE, true)) + 2 * PADDING;
  const leftEdge = left.length === 0 ? 0 : columnWidth(drawnLeft) + NUMBER_WIDTH;
  const centreLeft = left.length === 0 ? 1 : leftEdge + LINE_LENGTH;
  const rightEdge = centreLeft + width + LINE_LENGTH;
  const heaviest = Math.max(...[...left, ...right].map(({ count }) => count));
  const thickness = (count: number) =>
    round(MIN_WIDTH + ((MAX_WIDTH - MIN_WIDTH) * (count - 1)) / Math.max(1, heaviest));
  const line = (entry: DrawnEntry, path: string, from: string, to: string): DrawnLink => ({
    from,
    to,
    count: entry.total,
    width: thickness(entry.total),
    path,
    title: entry.description,
  });
  return {
    title,
    centre: { label: centre.label, x: centreLeft, y: height / 2, width },
    left: drawnLeft,
    right: drawnRight,
    links: [
      ...drawnLeft.map((entry) => line(entry, curve(leftEdge, entry.y, centreLeft, height / 2), entry.id, centre.id)),
      ...drawnRight.map((entry) =>
        line(entry, curve(centreLeft + width, height / 2, rightEdge, entry.y), centre.id, entry.id),
      ),
    ],
    width: Math.ceil(right.length === 0 ? centreLeft + width + 1 : rightEdge + NUMBER_WIDTH + columnWidth(drawnRight)),
    height,
    leftEdge,
    rightEdge,
    omitted: omission(givers.length - left.length + receivers.length - right.length),
  };
}

/** The neighbours with the most references, the strongest first. */
function strongest(neighbours: readonly Neighbour[]): Neighbour[] {
  return neighbours.toSorted((a, b) => b.count - a.count).slice(0, MAX_ENTRIES);
}

function omission(count: number): string {
  return count === 0 ? '' : `${counted(count, 'more agent')} with fewer references: see the lists below.`;
}
