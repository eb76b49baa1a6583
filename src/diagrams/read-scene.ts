/* Reads Mermaid's SVG as a scene: a list of shapes and texts with positions and roles. */

import { boundingBox } from './bounding-box.ts';
import { styleOf } from './cascade.ts';
import { type Box, identity, transformBox, type Matrix, multiply, parseTransform } from './matrix.ts';
import { retraces } from './shape-path.ts';
import { type Paint, paintOf } from './paint.ts';
import { boxAroundLines, layOutText, type Line } from './text-layout.ts';

/** Items that belong together, such as a node's shape and label. */
export interface Group {
  kind: 'group';
  role: 'node' | 'cluster' | 'edges';
  /** The id in the Mermaid text; empty if there is none. */
  name: string;
  items: Item[];
}

export interface Shape {
  kind: 'shape';
  element: Element;
  matrix: Matrix;
  paint: Paint;
  /** Ids of the arrowheads in Mermaid's drawing. */
  markers: { start?: string; end?: string };
  box: Box;
}

export interface TextItem {
  kind: 'text';
  lines: Line[];
  matrix: Matrix;
  soft: boolean;
  box: Box;
}

export type Item = Group | Shape | TextItem;

/** Thrown for a drawing of Mermaid's that cannot be shown correctly. */
export class UnsupportedDiagram extends Error {}

const shapes = new Set(['rect', 'circle', 'ellipse', 'line', 'polygon', 'polyline', 'path']);
const containers = new Set(['g', 'a', 'svg', 'switch']);

/** Reads the visible parts of Mermaid's drawing, in the order in which they are painted. */
export function readScene(svg: Element): Item[] {
  const ticks: Box[] = [];
  // The bands of a Sankey diagram come last, and would hide its labels.
  svg.prepend(...svg.querySelectorAll(':scope > .links'));
  return [...svg.children].flatMap((child) => read(child, identity, ticks));
}

function read(element: Element, outer: Matrix, ticks: Box[]): Item[] {
  if (isHidden(element)) return [];
  const matrix = multiply(outer, parseTransform(element.getAttribute('transform')));
  const name = element.localName;
  if (name === 'text') return readText(element, matrix).filter(({ box }) => hasRoom(element, box, ticks));
  if (shapes.has(name)) return readShape(element, matrix);
  if (name === 'image' || (name === 'foreignObject' && element.textContent.trim() !== '')) {
    throw new UnsupportedDiagram(
      name === 'image' ? 'images are not supported' : 'labels with HTML or formulas are not supported',
    );
  }
  if (!containers.has(name)) return [];
  const pair = roughPair(element);
  const items = pair
    ? readShape(pair.fill, matrix, pair.stroke)
    : [...element.children].flatMap((child) => read(child, matrix, ticks));
  return groupItems(element, items);
}

/** Wraps items in a group if the stylesheet or links need one; all other groups are flattened. */
function groupItems(element: Element, items: Item[]): Item[] {
  if (items.length === 0) return [];
  const classes = element.classList;
  if (classes.contains('node') || classes.contains('cluster') || classes.contains('statediagram-cluster')) {
    const role = classes.contains('node') ? 'node' : 'cluster';
    centreLabels(items);
    return [{ kind: 'group', role, name: mermaidId(element), items }];
  }
  return classes.contains('edgePaths') ? [{ kind: 'group', role: 'edges', name: '', items }] : items;
}

/** `prefix-flowchart-NAME-12` → `NAME`. */
function mermaidId(element: Element): string {
  const id = element.closest('[id]')?.id ?? '';
  const prefix = element.closest('svg')?.id ?? '';
  const own = id.startsWith(`${prefix}-`) ? id.slice(prefix.length + 1) : id;
  const name = /^(?:flowchart|state|classId|entity)-(.+)-\d+$/.exec(own)?.[1] ?? own;
  // Sankey diagrams number their nodes on from one diagram to the next, so that the number would not be the same again.
  return /^node-\d+$/.test(own) ? '' : name;
}

function isHidden(element: Element): boolean {
  return (
    styleOf(element, 'display') === 'none' ||
    styleOf(element, 'visibility') === 'hidden' ||
    // The line at today's date: the date of a build has no meaning for readers.
    element.classList.contains('today')
  );
}

/**
 * Centres labels that Mermaid starts half their width left of the middle. The reader's font is narrower than the one
 * that was measured, so they would be too far left.
 */
function centreLabels(items: readonly Item[]): void {
  const outline = items.find((item) => item.kind === 'shape')?.box;
  if (!outline) return;
  for (const item of items) {
    if (item.kind !== 'text') continue;
    const middle = item.box.x + item.box.width / 2;
    if (Math.abs(middle - outline.x - outline.width / 2) > 2) continue;
    for (const line of item.lines) {
      if (line.anchor !== 'start') continue;
      line.anchor = 'middle';
      line.x = middle - item.matrix[4];
    }
  }
}

/** Whether a label of an axis overlaps none of the labels before it; those that do are left out. */
function hasRoom(element: Element, box: Box, ticks: Box[]): boolean {
  if (!element.closest('.tick')) return true;
  const gap = 6;
  const isFree = ticks.every(
    (tick) =>
      box.x > tick.x + tick.width + gap ||
      box.x + box.width + gap < tick.x ||
      box.y > tick.y + tick.height ||
      box.y + box.height < tick.y,
  );
  if (isFree) ticks.push(box);
  return isFree;
}

/** Added space above the title of a cluster, in pixels: Mermaid leaves none. */
const TITLE_DROP = 5;

function readText(element: Element, place: Matrix): TextItem[] {
  const title = element.closest('.cluster-label');
  // States have a line directly below their title.
  const drop = title ? (title.nextElementSibling ? TITLE_DROP / 2 : TITLE_DROP) : 0;
  const matrix = multiply([1, 0, 0, 1, 0, drop], place);
  const lines = layOutText(element);
  const box = boxAroundLines(lines);
  if (!box) return [];
  const soft = element.closest('.edgeLabel, .edgeLabels, .tick, .edgeTerminals, .cluster-label') !== null;
  return [{ kind: 'text', lines, matrix, soft, box: transformBox(matrix, box) }];
}

function readShape(element: Element, matrix: Matrix, edge?: Element): Item[] {
  const number = numberBadge(element);
  if (number) return readShape(number, matrix);
  const paint = edge ? pairPaint(element, edge) : paintOf(element);
  const box = boundingBox(element);
  if (!paint || !box) return [];
  const markers = { ...markerOf(element, 'start'), ...markerOf(element, 'end') };
  return [{ kind: 'shape', element, matrix, paint, markers, box: transformBox(matrix, box) }];
}

/** Returns a disc for the number of a message, which Mermaid places on the end of an arrow. */
function numberBadge(element: Element): Element | undefined {
  if (!markerOf(element, 'start').start?.endsWith('sequencenumber')) return;
  const badge = element.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'circle');
  const disc = { cx: element.getAttribute('x1'), cy: element.getAttribute('y1'), r: '9', fill: '#fff', stroke: '#888' };
  for (const [name, value] of Object.entries(disc)) badge.setAttribute(name, value ?? '0');
  return badge;
}

function markerOf(element: Element, end: 'start' | 'end'): { start?: string; end?: string } {
  const id = /^url\(["']?#([^)"']+)["']?\)$/.exec(styleOf(element, `marker-${end}`) ?? '')?.[1];
  return id === undefined ? {} : { [end]: id };
}

/** Finds a shape that Rough.js has drawn twice, once as a fill and once as a line, so that it can be drawn once. */
function roughPair(group: Element): { fill: Element; stroke: Element } | undefined {
  const [fill, stroke, more] = [...group.children];
  if (!fill || !stroke || more || fill.localName !== 'path' || stroke.localName !== 'path') return;
  if (fill.getAttribute('stroke') !== 'none' || stroke.getAttribute('fill') !== 'none') return;
  return retraces(stroke.getAttribute('d') ?? '', fill.getAttribute('d') ?? '') ? { fill, stroke } : undefined;
}

function pairPaint(fill: Element, stroke: Element): Paint | undefined {
  const [inside, outside] = [paintOf(fill), paintOf(stroke)];
  if (!inside || !outside) return inside ?? outside;
  const role =
    inside.role === 'ground' || inside.accent !== undefined ? 'box' : inside.role === 'area' ? 'panel' : inside.role;
  return { ...outside, ...inside, role, width: outside.width, ...(outside.dashes ? { dashes: outside.dashes } : {}) };
}

/** Returns the boxes of all items, in groups too. */
export function boxesInScene(items: readonly Item[]): Box[] {
  return items.flatMap((item) => (item.kind === 'group' ? boxesInScene(item.items) : [item.box]));
}
