import svgpath from 'svgpath';
import { styleOf } from './cascade.ts';
import { type Box, boxAround, identity, mapBox, type Matrix, multiply, parseTransform, union } from './matrix.ts';
import { boxOfLines, layOut } from './text.ts';

type Point = [x: number, y: number];

/** Into how many straight pieces a curve is cut to be measured: finer than a tenth of a pixel. */
const STEPS = 16;

/** What getBBox answers in a browser: the box in the element's own coordinates. Nothing if nothing is drawn. */
export function boxOf(element: Element): Box | undefined {
  const number = (name: string) => Number.parseFloat(element.getAttribute(name) ?? '') || 0;
  switch (element.localName) {
    case 'g':
    case 'a':
    case 'svg':
      return union(
        [...element.children].flatMap((child) => {
          const box = styleOf(child, 'display') === 'none' ? undefined : boxOf(child);
          return box ? [mapBox(parseTransform(child.getAttribute('transform')), box)] : [];
        }),
      );
    case 'text':
      return boxOfLines(layOut(element));
    case 'tspan': {
      const text = element.closest('text');
      const own = text && layOut(text).filter(({ pieces }) => pieces.some((piece) => element.contains(piece.element)));
      return own ? boxOfLines(own) : undefined;
    }
    case 'rect':
    case 'image':
    case 'foreignObject': {
      const [width, height] = [number('width'), number('height')];
      // Mermaid puts a background without a size into every label.
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
      return boxAround(trace(element.getAttribute('d') ?? ''));
    default:
      return;
  }
}

/** What getBoundingClientRect answers: the box in the coordinates of the page, the drawing at its corner. */
export function clientBoxOf(element: Element): Box | undefined {
  const box = boxOf(element);
  return box && mapBox(mapOf(element), box);
}

function mapOf(element: Element): Matrix {
  let matrix = identity;
  for (let at: Element | null = element; at; at = at.parentElement) {
    matrix = multiply(parseTransform(at.getAttribute('transform')), matrix);
  }
  return matrix;
}

/** The corners of a polygon or polyline. */
export function pointsOf(element: Element): Point[] {
  const numbers = (element.getAttribute('points') ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  return Array.from({ length: numbers.length >> 1 }, (_, index): Point => [
    numbers[2 * index] ?? 0,
    numbers[2 * index + 1] ?? 0,
  ]);
}

/** Follows a path in small straight steps. */
export function trace(d: string): Point[] {
  const points: Point[] = [];
  svgpath(d)
    .abs()
    .unshort()
    .unarc()
    .iterate((segment, _, x, y) => {
      const [command, ...numbers] = segment;
      const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0] = numbers;
      if (command === 'C')
        points.push(
          ...curve([
            [x, y],
            [a, b],
            [c, e],
            [f, g],
          ]),
        );
      else if (command === 'Q')
        points.push(
          ...curve([
            [x, y],
            [a, b],
            [c, e],
          ]),
        );
      else if (command === 'H') points.push([a, y]);
      else if (command === 'V') points.push([x, a]);
      else if (numbers.length >= 2) points.push([a, b]);
    });
  return points;
}

/** A Bézier curve of any degree, by de Casteljau's construction. */
function curve(control: readonly Point[]): Point[] {
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

/** The length of a line through points, in pixels. */
export function lengthOfLine(points: readonly Point[]): number {
  return points.reduce((sum, point, index) => sum + Math.hypot(...difference(point, points[index - 1] ?? point)), 0);
}

/** The point that is so many pixels along a line. */
export function pointAlong(points: readonly Point[], distance: number): Point {
  let left = distance;
  for (const [index, point] of points.entries()) {
    const from = points[index - 1] ?? point;
    const [dx, dy] = difference(point, from);
    const step = Math.hypot(dx, dy);
    if (left <= step) return step === 0 ? point : [from[0] + (dx * left) / step, from[1] + (dy * left) / step];
    left -= step;
  }
  return points.at(-1) ?? [0, 0];
}

function difference(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1]];
}
