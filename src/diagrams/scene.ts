import { boxOf } from './boxes.ts';
import { styleOf } from './cascade.ts';
import { type Box, identity, mapBox, type Matrix, multiply, parseTransform } from './matrix.ts';
import { follows } from './shape-path.ts';
import { type Paint, paintOf } from './paint.ts';
import { boxOfLines, layOut, type Line } from './text.ts';

/** A drawn thing that belongs together, such as a node with its label. */
export interface Group {
  kind: 'group';
  role: 'node' | 'cluster' | 'edges';
  /** The name that the Mermaid text gives it; empty where it has none. */
  name: string;
  items: Item[];
}

export interface Shape {
  kind: 'shape';
  element: Element;
  matrix: Matrix;
  paint: Paint;
  /** Arrowheads, as addresses inside Mermaid's drawing. */
  markers: { start?: string; end?: string };
  box: Box;
}

export interface Words {
  kind: 'words';
  lines: Line[];
  matrix: Matrix;
  soft: boolean;
  box: Box;
}

export type Item = Group | Shape | Words;

/** Why a drawing that Mermaid made cannot be shown as it should be. */
export class Undrawable extends Error {}

const shapes = new Set(['rect', 'circle', 'ellipse', 'line', 'polygon', 'polyline', 'path']);
const containers = new Set(['g', 'a', 'svg', 'switch']);

/** Reads what is to be seen in a drawing of Mermaid's, in the order in which it is painted. */
export function sceneOf(svg: Element): Item[] {
  const ticks: Box[] = [];
  return [...svg.children].flatMap((child) => read(child, identity, ticks));
}

function read(element: Element, outer: Matrix, ticks: Box[]): Item[] {
  if (isHidden(element)) return [];
  const matrix = multiply(outer, parseTransform(element.getAttribute('transform')));
  const name = element.localName;
  if (name === 'text') return readText(element, matrix).filter((words) => hasRoom(element, words.box, ticks));
  if (shapes.has(name)) return readShape(element, matrix);
  if (name === 'image' || (name === 'foreignObject' && element.textContent.trim() !== '')) {
    throw new Undrawable(
      name === 'image' ? 'pictures from other places are not drawn' : 'labels with HTML or formulas are not drawn',
    );
  }
  if (!containers.has(name)) return [];
  const pair = roughPair(element);
  const items = pair
    ? readShape(pair.fill, matrix, pair.stroke)
    : [...element.children].flatMap((child) => read(child, matrix, ticks));
  return gather(element, items);
}

/** Keeps as groups what the stylesheet, links and readers of the SVG need as groups, and dissolves all others. */
function gather(element: Element, items: Item[]): Item[] {
  if (items.length === 0) return [];
  const classes = element.classList;
  if (classes.contains('node') || classes.contains('cluster') || classes.contains('statediagram-cluster')) {
    const role = classes.contains('node') ? 'node' : 'cluster';
    centre(items);
    return [{ kind: 'group', role, name: nameOf(element), items }];
  }
  return classes.contains('edgePaths') ? [{ kind: 'group', role: 'edges', name: '', items }] : items;
}

/** `prefix-flowchart-NAME-12` → `NAME`. */
function nameOf(element: Element): string {
  const id = element.closest('[id]')?.id ?? '';
  const prefix = element.closest('svg')?.id ?? '';
  const own = id.startsWith(`${prefix}-`) ? id.slice(prefix.length + 1) : id;
  return /^(?:flowchart|state|classId|entity)-(.+)-\d+$/.exec(own)?.[1] ?? own;
}

function isHidden(element: Element): boolean {
  return (
    styleOf(element, 'display') === 'none' ||
    styleOf(element, 'visibility') === 'hidden' ||
    // The line of the day on which the site was built would tell nobody anything.
    element.classList.contains('today')
  );
}

/**
 * Mermaid centres some labels by beginning them half their width left of the middle. With the reader's font,
 * which is narrower, they would stand too far left, so they are told to be centred.
 */
function centre(items: readonly Item[]): void {
  const outline = items.find((item) => item.kind === 'shape')?.box;
  if (!outline) return;
  for (const item of items) {
    if (item.kind !== 'words') continue;
    const middle = item.box.x + item.box.width / 2;
    if (Math.abs(middle - outline.x - outline.width / 2) > 2) continue;
    for (const line of item.lines) {
      if (line.anchor !== 'start') continue;
      line.anchor = 'middle';
      line.x = middle - item.matrix[4];
    }
  }
}

/** Labels of an axis stand as close as the scale wants them; those that would run into another are left out. */
function hasRoom(element: Element, box: Box, ticks: Box[]): boolean {
  if (!element.closest('.tick')) return true;
  const apart = 6;
  const isFree = ticks.every(
    (tick) =>
      box.x > tick.x + tick.width + apart ||
      box.x + box.width + apart < tick.x ||
      box.y > tick.y + tick.height ||
      box.y + box.height < tick.y,
  );
  if (isFree) ticks.push(box);
  return isFree;
}

/** How far Mermaid sets the title of a cluster below its upper edge, in pixels: that is nothing, and too little. */
const TITLE_DROP = 5;

function readText(element: Element, place: Matrix): Words[] {
  const title = element.closest('.cluster-label');
  // States have a line below their title, and no more room than it needs.
  const drop = title ? (title.nextElementSibling ? TITLE_DROP / 2 : TITLE_DROP) : 0;
  const matrix = multiply([1, 0, 0, 1, 0, drop], place);
  const lines = layOut(element);
  const box = boxOfLines(lines);
  if (!box) return [];
  const soft = element.closest('.edgeLabel, .edgeLabels, .tick, .edgeTerminals, .cluster-label') !== null;
  return [{ kind: 'words', lines, matrix, soft, box: mapBox(matrix, box) }];
}

function readShape(element: Element, matrix: Matrix, edge?: Element): Item[] {
  const number = numberBadge(element);
  if (number) return readShape(number, matrix);
  const paint = edge ? pairPaint(element, edge) : paintOf(element);
  const box = boxOf(element);
  if (!paint || !box) return [];
  const markers = { ...markerOf(element, 'start'), ...markerOf(element, 'end') };
  return [{ kind: 'shape', element, matrix, paint, markers, box: mapBox(matrix, box) }];
}

/** The numbers of messages stand on the end of an arrow; here, on a disc. */
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

/** Rough.js draws a shape twice, once filled without a line, once as a line: told by that, and made one again. */
function roughPair(group: Element): { fill: Element; stroke: Element } | undefined {
  const [fill, stroke, more] = [...group.children];
  if (!fill || !stroke || more || fill.localName !== 'path' || stroke.localName !== 'path') return;
  if (fill.getAttribute('stroke') !== 'none' || stroke.getAttribute('fill') !== 'none') return;
  return follows(stroke.getAttribute('d') ?? '', fill.getAttribute('d') ?? '') ? { fill, stroke } : undefined;
}

function pairPaint(fill: Element, stroke: Element): Paint | undefined {
  const [inside, outside] = [paintOf(fill), paintOf(stroke)];
  if (!inside || !outside) return inside ?? outside;
  const role =
    inside.role === 'ground' || inside.accent !== undefined ? 'box' : inside.role === 'area' ? 'panel' : inside.role;
  return { ...outside, ...inside, role, width: outside.width, ...(outside.dashes ? { dashes: outside.dashes } : {}) };
}

/** All boxes of a scene. */
export function boxesOf(items: readonly Item[]): Box[] {
  return items.flatMap((item) => (item.kind === 'group' ? boxesOf(item.items) : [item.box]));
}
