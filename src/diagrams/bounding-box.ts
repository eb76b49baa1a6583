/* Measures SVG elements as a browser does: bounding boxes, and points along a path. */

import svgpath from 'svgpath';
import { styleOf } from './cascade.ts';
import {
  type Box,
  boxAround,
  identity,
  transformBox,
  type Matrix,
  multiply,
  parseTransform,
  type Point,
  pointsFrom,
  union,
} from './matrix.ts';
import { boxAroundLines, layOutText } from './text-layout.ts';

/** Number of straight lines that approximate a curve: accurate to a tenth of a pixel. */
const STEPS = 16;

/** Returns what getBBox returns in a browser: the box in the element's own coordinates; `undefined` if it is empty. */
export function boundingBox(element: Element): Box | undefined {
  const number = (name: string) => Number.parseFloat(element.getAttribute(name) ?? '') || 0;
  switch (element.localName) {
    case 'g':
    case 'a':
    case 'svg':
      return union(
        [...element.children].flatMap((child) => {
          const box = styleOf(child, 'display') === 'none' ? undefined : boundingBox(child);
          return box ? [transformBox(parseTransform(child.getAttribute('transform')), box)] : [];
        }),
      );
    case 'text':
      return boxAroundLines(layOutText(element));
    case 'tspan': {
      const text = element.closest('text');
      const own = text && layOutText(text).filter(({ runs }) => runs.some((run) => element.contains(run.element)));
      return own ? boxAroundLines(own) : undefined;
    }
    case 'rect':
    case 'image':
    case 'foreignObject': {
      const [width, height] = [number('width'), number('height')];
      // Mermaid adds a background without a size to every label.
      return width > 0 && height > 0 ? { x: number('x'), y: number('y'), width, height } : undefined;
    }
    case 'circle':
    case 'ellipse': {
      const [rx, ry] = [number('rx') || number('r'), number('ry') || number('r')];
      return { x: number('cx') - rx, y: number('cy') - ry, width: 2 * rx, height: 2 * ry };
    }
    case 'line':
      return boxAround([
        [number('x1'), number('y1')],
        [number('x2'), number('y2')],
      ]);
    case 'polygon':
    case 'polyline':
      return boxAround(pointsOf(element));
    case 'path':
      return boxAround(flattenPath(element.getAttribute('d') ?? ''));
    default:
      return;
  }
}

/** Returns what getBoundingClientRect returns: the box in the page's coordinates, with the drawing at its origin. */
export function clientBoundingBox(element: Element): Box | undefined {
  const box = boundingBox(element);
  return box && transformBox(matrixToPage(element), box);
}

function matrixToPage(element: Element): Matrix {
  let matrix = identity;
  for (let at: Element | null = element; at; at = at.parentElement) {
    matrix = multiply(parseTransform(at.getAttribute('transform')), matrix);
  }
  return matrix;
}

/** Returns the corners of a polygon or polyline. */
export function pointsOf(element: Element): Point[] {
  return pointsFrom(
    (element.getAttribute('points') ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number),
  );
}

/** Approximates a path by straight lines. */
export function flattenPath(d: string): Point[] {
  const points: Point[] = [];
  svgpath(d)
    .abs()
    .unshort()
    .unarc()
    .iterate(([command, ...numbers], _, x, y) => {
      const control = pointsFrom(numbers);
      if (command === 'H') points.push([numbers[0] ?? 0, y]);
      else if (command === 'V') points.push([x, numbers[0] ?? 0]);
      else points.push(...(control.length > 1 ? flattenCurve([[x, y], ...control]) : control));
    });
  return points;
}

/** Approximates a Bézier curve of any degree, with de Casteljau's algorithm. */
function flattenCurve(control: readonly Point[]): Point[] {
  return Array.from({ length: STEPS }, (_, step) => {
    const t = (step + 1) / STEPS;
    let points = control;
    while (points.length > 1) {
      points = points.slice(1).map((point, index): Point => {
        const from = points[index] ?? point;
        return [from[0] + (point[0] - from[0]) * t, from[1] + (point[1] - from[1]) * t];
      });
    }
    return points[0] ?? [0, 0];
  });
}

/** Returns the length of a line through points, in pixels. */
export function polylineLength(points: readonly Point[]): number {
  return points.reduce((sum, point, index) => sum + Math.hypot(...difference(point, points[index - 1] ?? point)), 0);
}

/** Returns the point at a distance along a line through points, in pixels. */
export function pointAtLength(points: readonly Point[], distance: number): Point {
  let remaining = distance;
  for (const [index, point] of points.entries()) {
    const from = points[index - 1] ?? point;
    const [dx, dy] = difference(point, from);
    const step = Math.hypot(dx, dy);
    if (remaining <= step)
      return step === 0 ? point : [from[0] + (dx * remaining) / step, from[1] + (dy * remaining) / step];
    remaining -= step;
  }
  return points.at(-1) ?? [0, 0];
}

function difference(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1]];
}
