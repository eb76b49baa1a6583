/** An entry of a column, before it has a place. */
export interface ColumnEntry {
  id: string;
  label: string;
}

/** How much goes from an entry on the left to one on the right. */
export interface ColumnLink {
  from: string;
  to: string;
  /** Number of tasks; the width of the line. */
  count: number;
}

/** An entry with its place. Positions are CSS pixels from the top of the picture. */
export type PlacedEntry<Entry extends ColumnEntry> = Entry & { y: number; total: number };

/** A line between the columns. */
export interface PlacedLink extends ColumnLink {
  /** The vertical middle of the line, at the left and at the right column. */
  y1: number;
  y2: number;
  /** In CSS pixels. */
  width: number;
}

/** Two columns joined by weighted lines, both in an order with few crossings. */
export interface TwoColumns<Left extends ColumnEntry, Right extends ColumnEntry> {
  left: PlacedEntry<Left>[];
  right: PlacedEntry<Right>[];
  links: PlacedLink[];
  /** In CSS pixels. */
  height: number;
}

/** Height of an entry, in CSS pixels: a label of 13 px with room to hit it. */
const ROW = 28;
/** Width of a line for one task, in CSS pixels. */
const TASK_WIDTH = 2.2;
/** Widest that all lines of one entry may be together, in CSS pixels. */
const MAX_WIDTH = ROW - 4;
/** Rounds of sorting; crossings rarely become fewer after the first ten. */
const SWEEPS = 12;
/** Orders of the left column to begin with. */
const MAX_STARTS = 12;
/** With more lines than this, one order to begin with has to do: counting crossings would take too long. */
const MANY_LINKS = 100;

/**
 * Sorts two columns so that few of the lines between them cross, and places their entries: the right one row below
 * another, the left ones at the mean height of where their lines lead. Entries without a link are left out.
 *
 * Both columns take turns in being sorted by the mean position of their neighbours (the barycentre heuristic of
 * Sugiyama, Tagawa and Toda, 1981); the order with the fewest crossings is used.
 * @param left at most a few dozen entries: counting crossings takes quadratic time
 */
export function twoColumns<Left extends ColumnEntry, Right extends ColumnEntry>(
  left: readonly Left[],
  right: readonly Right[],
  links: readonly ColumnLink[],
): TwoColumns<Left, Right> {
  const [lefts, rights] = bestOrder(
    left.filter(({ id }) => links.some(({ from }) => from === id)),
    right.filter(({ id }) => links.some(({ to }) => to === id)),
    links,
  );
  const rightY = new Map(rights.map(({ id }, index) => [id, (index + 0.5) * ROW]));
  const height = Math.max(rights.length, lefts.length) * ROW;
  const wanted = lefts.map(({ id }) =>
    mean(links.filter(({ from }) => from === id).map(({ to }) => rightY.get(to) ?? 0)),
  );
  const leftY = new Map(spread(wanted, height).map((y, index) => [lefts[index]?.id ?? '', y]));
  const total = (end: 'from' | 'to', id: string) =>
    links.filter((link) => link[end] === id).reduce((sum, { count }) => sum + count, 0);
  const placedLeft = lefts.map((entry) => ({ ...entry, y: leftY.get(entry.id) ?? 0, total: total('from', entry.id) }));
  const placedRight = rights.map((entry) => ({ ...entry, y: rightY.get(entry.id) ?? 0, total: total('to', entry.id) }));
  return { left: placedLeft, right: placedRight, links: placeLinks(placedLeft, placedRight, links), height };
}

/** The best of several sorted orders: where sorting ends depends on the order it begins with. */
function bestOrder<Left extends ColumnEntry, Right extends ColumnEntry>(
  left: readonly Left[],
  right: readonly Right[],
  links: readonly ColumnLink[],
): [Left[], Right[]] {
  let best: [Left[], Right[]] = [[...left], [...right]];
  let fewest = crossings(...best, links);
  const starts = links.length > MANY_LINKS ? 1 : Math.min(left.length, MAX_STARTS);
  for (let start = 0; start < starts && fewest > 0; start++) {
    const order = swapNeighbours(sweep([...left.slice(start), ...left.slice(0, start)], right, links), links);
    const count = crossings(...order, links);
    if (count < fewest) [fewest, best] = [count, order];
  }
  return best;
}

/** Sorts both columns in turn, and returns the order with the fewest crossings on the way. */
function sweep<Left extends ColumnEntry, Right extends ColumnEntry>(
  left: readonly Left[],
  right: readonly Right[],
  links: readonly ColumnLink[],
): [Left[], Right[]] {
  let lefts = [...left];
  let rights = sortByMean(right, lefts, links, 'to');
  let [best, fewest] = [[lefts, rights] as [Left[], Right[]], crossings(lefts, rights, links)];
  for (let round = 0; round < SWEEPS && fewest > 0; round++) {
    lefts = sortByMean(lefts, rights, links, 'from');
    rights = sortByMean(rights, lefts, links, 'to');
    const count = crossings(lefts, rights, links);
    if (count < fewest) [fewest, best] = [count, [lefts, rights]];
  }
  return [[...best[0]], [...best[1]]];
}

/** Swaps neighbours in either column as long as that makes lines cross less often. */
function swapNeighbours<Left extends ColumnEntry, Right extends ColumnEntry>(
  [left, right]: [Left[], Right[]],
  links: readonly ColumnLink[],
): [Left[], Right[]] {
  let fewest = crossings(left, right, links);
  for (let isBetter = true; isBetter && fewest > 0;) {
    isBetter = false;
    for (const column of [left, right] as ColumnEntry[][]) {
      for (let index = 1; index < column.length; index++) {
        swap(column, index);
        const count = crossings(left, right, links);
        if (count < fewest) [fewest, isBetter] = [count, true];
        else swap(column, index);
      }
    }
  }
  return [left, right];
}

/** Swaps the entry at an index with the one before it. */
function swap(column: ColumnEntry[], index: number): void {
  column.splice(index - 1, 2, ...column.slice(index - 1, index + 1).reverse());
}

/** Sorts one column by the mean position of what its entries are joined to in the other. */
function sortByMean<Entry extends ColumnEntry>(
  column: readonly Entry[],
  other: readonly ColumnEntry[],
  links: readonly ColumnLink[],
  end: 'from' | 'to',
): Entry[] {
  const position = new Map(other.map(({ id }, index) => [id, index]));
  const far = end === 'from' ? 'to' : 'from';
  const weighted = column.map((entry) => ({
    entry,
    at: mean(links.filter((link) => link[end] === entry.id).map((link) => position.get(link[far]) ?? 0)),
  }));
  // The sort is stable, so that entries with equal means keep the order of the file.
  return weighted.sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}

/** How many pairs of lines cross. */
export function crossings(
  left: readonly ColumnEntry[],
  right: readonly ColumnEntry[],
  links: readonly ColumnLink[],
): number {
  const from = new Map(left.map(({ id }, index) => [id, index]));
  const to = new Map(right.map(({ id }, index) => [id, index]));
  const ends = links.map((link) => [from.get(link.from) ?? 0, to.get(link.to) ?? 0] as const);
  return ends.reduce(
    (count, [a, b], index) => count + ends.slice(index + 1).filter(([c, d]) => (a - c) * (b - d) < 0).length,
    0,
  );
}

/** Moves positions as little as possible so that each is at least a row below the one before, within the height. */
function spread(wanted: readonly number[], height: number): number[] {
  // Runs of entries that touch are moved together, to the mean of what they want.
  const runs: { sum: number; count: number }[] = [];
  const topOf = ({ sum, count }: { sum: number; count: number }) =>
    Math.min(Math.max(sum / count - ((count - 1) * ROW) / 2, ROW / 2), height - (count - 0.5) * ROW);
  for (const y of wanted) {
    runs.push({ sum: y, count: 1 });
    for (;;) {
      const [before, last] = [runs.at(-2), runs.at(-1)];
      if (!before || !last || topOf(last) - topOf(before) >= before.count * ROW) break;
      runs.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  return runs.flatMap((run) => Array.from({ length: run.count }, (_, index) => topOf(run) + index * ROW));
}

function placeLinks(
  left: readonly PlacedEntry<ColumnEntry>[],
  right: readonly PlacedEntry<ColumnEntry>[],
  links: readonly ColumnLink[],
): PlacedLink[] {
  const widest = Math.max(1, ...[...left, ...right].map(({ total }) => total));
  const scale = Math.min(TASK_WIDTH, MAX_WIDTH / widest);
  const lefts = new Map(left.map((entry) => [entry.id, entry]));
  const rights = new Map(right.map((entry) => [entry.id, entry]));
  const top = ({ y, total }: { y: number; total: number }) => y - (total * scale) / 2;
  const leave = new Map(left.map((entry) => [entry.id, top(entry)]));
  const enter = new Map(right.map((entry) => [entry.id, top(entry)]));
  const heightOf = (link: ColumnLink) => [lefts.get(link.from)?.y ?? 0, rights.get(link.to)?.y ?? 0] as const;
  // From the top on both sides, so that the lines of one entry do not cross each other.
  const ordered = links
    .filter(({ from, to }) => lefts.has(from) && rights.has(to))
    .sort((a, b) => {
      const [[aFrom, aTo], [bFrom, bTo]] = [heightOf(a), heightOf(b)];
      return aFrom - bFrom || aTo - bTo;
    });
  return ordered.map((link) => {
    const width = link.count * scale;
    const [y1, y2] = [next(leave, link.from, width), next(enter, link.to, width)];
    return { ...link, y1, y2, width };
  });
}

/** The middle of the next line of an entry, whose lines are stacked from the top. */
function next(tops: Map<string, number>, id: string, width: number): number {
  const top = tops.get(id) ?? 0;
  tops.set(id, top + width);
  return top + width / 2;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
