import { boxOf } from './boxes.ts';
import { styleOf } from './cascade.ts';
import { type Box, identity, isMove, mapBox, type Matrix, multiply, parseTransform } from './matrix.ts';
import { follows } from './outline.ts';
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
  return [...svg.children].flatMap((child) => read(child, identity));
}

function read(element: Element, outer: Matrix): Item[] {
  if (isHidden(element)) return [];
  const matrix = multiply(outer, parseTransform(element.getAttribute('transform')));
  const name = element.localName;
  if (name === 'text') return readText(element, matrix);
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
    : [...element.children].flatMap((child) => read(child, matrix));
  return gather(element, items);
}

/** Keeps as groups what the stylesheet, links and readers of the SVG need as groups, and dissolves all others. */
function gather(element: Element, items: Item[]): Item[] {
  if (items.length === 0) return [];
  const classes = element.classList;
  if (classes.contains('node') || classes.contains('cluster')) {
    const role = classes.contains('node') ? 'node' : 'cluster';
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

function readText(element: Element, matrix: Matrix): Item[] {
  const lines = layOut(element);
  const box = boxOfLines(lines);
  if (!box) return [];
  const soft = element.closest('.edgeLabel, .edgeLabels, .tick, .edgeTerminals') !== null;
  return [{ kind: 'words', lines, matrix, soft, box: mapBox(matrix, box) }];
}

function readShape(element: Element, matrix: Matrix, edge?: Element): Item[] {
  const paint = edge ? pairPaint(element, edge) : paintOf(element);
  const box = boxOf(element);
  if (!paint || !box) return [];
  const markers = { ...markerOf(element, 'start'), ...markerOf(element, 'end') };
  return [{ kind: 'shape', element, matrix, paint, markers, box: mapBox(matrix, box) }];
}

function markerOf(element: Element, end: 'start' | 'end') {
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
  const role = inside.role === 'ground' || inside.accent !== undefined ? 'box' : inside.role === 'area' ? 'panel' : inside.role;
  return { ...outside, ...inside, role, width: outside.width, ...(outside.dashes ? { dashes: outside.dashes } : {}) };
}

/** Whether a thing may be written at its place, without a transform. */
export function isUpright(item: Shape | Words): boolean {
  return isMove(item.matrix);
}

/** All boxes of a scene. */
export function boxesOf(items: readonly Item[]): Box[] {
  return items.flatMap((item) => (item.kind === 'group' ? boxesOf(item.items) : [item.box]));
}
