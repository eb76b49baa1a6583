/* A layout of Mermaid flowcharts for decision trees: one column for each level, one row for each answer. */

import type { InternalHelpers, LayoutData, LayoutLoaderDefinition, SVG } from 'mermaid';

/** Distances in pixels: between rows, between groups of rows, between columns, and between nodes side by side. */
const ROW_GAP = 10;
const GROUP_GAP = 14;
const COLUMN_GAP = 36;
const BESIDE_GAP = 34;

type Node = LayoutData['nodes'][number];
type Edge = LayoutData['edges'][number];

/** A node of the tree, with its size and the place of its centre. */
interface Placed {
  node: Node;
  group: Awaited<ReturnType<InternalHelpers['insertNode']>>;
  width: number;
  height: number;
  x: number;
  y: number;
  /** Its column, from 0. */
  level: number;
  /** Nodes that arrows lead to: in the next column. */
  children: Placed[];
  /** The node that a line without an arrow leads to: beside it. */
  beside?: Placed;
}

/** Registered as `layout: columns`. Expects a forest without subgraphs: every node has at most one edge that leads to it. */
export const columnLayout: LayoutLoaderDefinition = {
  name: 'columns',
  loader: () => Promise.resolve({ render }),
};

async function render(data: LayoutData, svg: SVG, helpers: InternalHelpers): Promise<void> {
  const root = svg.select('g');
  helpers.insertMarkers(root, data.markers, data.type, data.diagramId);
  const [paths, labels, nodes] = ['edgePaths', 'edgeLabels', 'nodes'].map((name) =>
    root.insert('g').attr('class', name),
  );
  const placed = new Map<string, Placed>();
  for (const node of data.nodes) {
    if (node.isGroup) continue;
    const group = await helpers.insertNode(nodes as never, node, { config: data.config, dir: 'LR' });
    const { width, height } = (group.node() as SVGGraphicsElement).getBBox();
    placed.set(node.id, { node, group, width, height, x: 0, y: 0, level: 0, children: [] });
  }
  placeForest(connect(placed, data.edges));
  for (const { group, x, y } of placed.values()) group.attr('transform', `translate(${String(x)}, ${String(y)})`);

  for (const edge of data.edges) {
    const [start, end] = [placed.get(edge.start ?? ''), placed.get(edge.end ?? '')];
    if (!start || !end) continue;
    await helpers.insertEdgeLabel(labels, edge);
    Object.assign(start.node, { x: start.x, y: start.y, width: start.width, height: start.height });
    Object.assign(end.node, { x: end.x, y: end.y, width: end.width, height: end.height });
    const points = route(start, end);
    const drawn = { ...edge, points, curve: 'linear' };
    const path = helpers.insertEdge(paths, drawn, {}, data.type, start.node, end.node, data.diagramId, true);
    if (!edge.label) continue;
    Object.assign(edge, { x: (right(start) + left(end)) / 2, y: start.y });
    helpers.positionEdgeLabel(edge, path);
  }
}

/** Connects the nodes, and returns those that no edge leads to. */
function connect(placed: ReadonlyMap<string, Placed>, edges: readonly Edge[]): Placed[] {
  const roots = new Set(placed.values());
  for (const edge of edges) {
    const [start, end] = [placed.get(edge.start ?? ''), placed.get(edge.end ?? '')];
    if (!start || !end) continue;
    roots.delete(end);
    if (hasArrow(edge)) start.children.push(end);
    else start.beside = end;
  }
  return [...roots];
}

function hasArrow({ arrowTypeEnd = 'none' }: Edge): boolean {
  return arrowTypeEnd !== 'none' && arrowTypeEnd !== 'arrow_open';
}

function placeForest(roots: readonly Placed[]): void {
  const widths: number[] = [];
  const measure = (node: Placed, level: number) => {
    node.level = level;
    widths[level] = Math.max(widths[level] ?? 0, node.width);
    for (const child of node.children) measure(child, level + 1);
  };
  for (const node of roots) measure(node, 0);
  const edges = widths.map((_, level) => widths.slice(0, level).reduce((sum, width) => sum + width + COLUMN_GAP, 0));

  let bottom = 0;
  /** Places a node and all that it leads to below what is placed already. `height` is that of its row so far. */
  const place = (node: Placed, height: number) => {
    node.x = (edges[node.level] ?? 0) + node.width / 2;
    const row = [...sideBySide(node)];
    const rowHeight = Math.max(height, ...row.map((one) => one.height));
    const [only, ...others] = node.children;
    if (!only) {
      node.y = bottom + rowHeight / 2;
      bottom += rowHeight + ROW_GAP;
    } else if (others.length === 0) {
      place(only, rowHeight);
      node.y = only.y;
    } else {
      for (const child of node.children) place(child, 0);
      node.y = (only.y + (others.at(-1) ?? only).y) / 2;
      if (node.level > 0) bottom += GROUP_GAP;
    }
    row.forEach((one, index) => {
      const before = row[index - 1];
      if (before) [one.x, one.y] = [right(before) + BESIDE_GAP + one.width / 2, node.y];
    });
  };
  for (const node of roots) place(node, 0);
}

/** A node and those that lines without arrows join to it. */
function* sideBySide(first: Placed): Iterable<Placed> {
  for (let node: Placed | undefined = first; node; node = node.beside) yield node;
}

function left({ x, width }: Placed): number {
  return x - width / 2;
}

function right({ x, width }: Placed): number {
  return x + width / 2;
}

/** Straight within a row; to another row, with two corners in the gap before the next column. */
function route(start: Placed, end: Placed): { x: number; y: number }[] {
  const [from, to] = [
    { x: right(start), y: start.y },
    { x: left(end), y: end.y },
  ];
  const middle = start.y === end.y ? (from.x + to.x) / 2 : to.x - COLUMN_GAP / 2;
  const corners = [start.y, end.y].map((y) => ({ x: middle, y }));
  return [from, ...(start.y === end.y ? corners.slice(1) : corners), to];
}
