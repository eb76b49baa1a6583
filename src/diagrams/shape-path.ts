/* Shortens path data, and recognises rectangles in it. */

import svgpath from 'svgpath';
import { flattenPath } from './bounding-box.ts';
import { type Box, boxAround, identity, type Matrix, type Point, pointsFrom } from './matrix.ts';

interface Segment {
  command: string;
  numbers: number[];
  from: Point;
  to: Point;
}

/** Largest distance of a point from a line that counts as on the line, in pixels. */
const TOLERANCE = 0.15;

/**
 * Transforms path data and shortens it: straight curves become lines, lines in the same direction are joined, and numbers
 * are rounded to a tenth of a pixel.
 */
export function compactPath(d: string, matrix: Matrix): string {
  const compact: Segment[] = [];
  for (const segment of segmentsOf(d, matrix)) {
    const last = compact.at(-1);
    if (segment.command === 'L' && last?.command === 'L' && isBetween(last.to, last.from, segment.to)) {
      Object.assign(last, { numbers: segment.numbers, to: segment.to });
    } else if (segment.command === 'M' && last?.command === 'M') {
      compact[compact.length - 1] = segment;
    } else if (segment.command !== 'L' || !isSame(segment.from, segment.to)) {
      compact.push(segment);
    }
  }
  const written = compact.map(write).join('');
  const absolute = svgpath(written).round(1).toString();
  const relative = svgpath(written).round(1).rel().round(1).toString();
  return relative.length < absolute.length ? relative : absolute;
}

function write({ command, numbers, from, to }: Segment): string {
  const isSameTenth = (a: number, b: number) => Math.round(a * 10) === Math.round(b * 10);
  if (command === 'L' && isSameTenth(from[1], to[1])) return `H${String(to[0])}`;
  if (command === 'L' && isSameTenth(from[0], to[0])) return `V${String(to[1])}`;
  return `${command}${numbers.join(' ')}`;
}

function segmentsOf(d: string, matrix: Matrix): Segment[] {
  const segments: Segment[] = [];
  let start: Point = [0, 0];
  svgpath(d)
    .matrix([...matrix])
    .abs()
    .unshort()
    .iterate(([command, ...numbers], _, x, y) => {
      const from: Point = [x, y];
      const to: Point =
        command === 'Z'
          ? start
          : command === 'H'
            ? [numbers[0] ?? 0, y]
            : command === 'V'
              ? [x, numbers[0] ?? 0]
              : [numbers.at(-2) ?? 0, numbers.at(-1) ?? 0];
      if (command === 'M') {
        // A move to the end of the last line continues it.
        const last = segments.at(-1);
        start = to;
        if (!last || last.command === 'Z' || !isSame(last.to, to)) segments.push({ command, numbers, from, to });
      } else if (command !== 'Z' && isStraight(command, from, numbers, to)) {
        segments.push({ command: 'L', numbers: [...to], from, to });
      } else {
        segments.push({ command, numbers, from, to });
      }
    });
  return segments;
}

function isStraight(command: string, from: Point, numbers: readonly number[], to: Point): boolean {
  if (command === 'A') return false;
  return pointsFrom(numbers.slice(0, -2)).every(
    (control) => isSame(control, from) || isSame(control, to) || isBetween(control, from, to),
  );
}

function isBetween(point: Point, from: Point, to: Point): boolean {
  return distanceToLine(point, from, to) < TOLERANCE;
}

function isSame(a: Point, b: Point): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) < TOLERANCE;
}

/**
 * Recognises a path that is a rectangle, rounded or not; `undefined` if it is another shape. Mermaid draws many shapes
 * with Rough.js, which writes a stadium as some hundred curves.
 */
export function rectangleOf(d: string): (Box & { radius: number }) | undefined {
  const points = withPointsBetween(flattenPath(compactPath(d, identity)));
  const box = boxAround(points);
  if (!box || box.width < 1 || box.height < 1) return;
  const half = Math.min(box.width, box.height) / 2;
  const radius = [half, 0, 3, 5, 8, 10].find((radius) => points.every((point) => distanceTo(box, radius, point) < 0.6));
  return radius === undefined ? undefined : { ...box, radius };
}

/** Adds points between those of a line, so that long straight lines are compared as well. */
function withPointsBetween(points: readonly Point[]): Point[] {
  return points.flatMap((point, index): Point[] => {
    const from = points[index - 1] ?? point;
    return [
      [(point[0] + from[0]) / 2, (point[1] + from[1]) / 2],
      [from[0] + (point[0] - from[0]) * 0.9, from[1] + (point[1] - from[1]) * 0.9],
      point,
    ];
  });
}

/** Returns the distance of a point from the edge of a rounded rectangle. */
function distanceTo({ x, y, width, height }: Box, radius: number, point: Point): number {
  const right = Math.abs(point[0] - x - width / 2) - width / 2 + radius;
  const down = Math.abs(point[1] - y - height / 2) - height / 2 + radius;
  return Math.abs(Math.hypot(Math.max(right, 0), Math.max(down, 0)) + Math.min(Math.max(right, down), 0) - radius);
}

/** Whether a path lies completely on another one. */
export function retraces(d: string, other: string): boolean {
  const line = flattenPath(compactPath(other, identity));
  const ends: Point[] = segmentsOf(d, identity).flatMap(({ command, from, to }) =>
    command === 'M' ? [] : [to, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const],
  );
  return ends.every((end) =>
    line.some((to, index) => {
      const from = line[index - 1] ?? line.at(-1) ?? to;
      return distanceToLine(end, from, to) < 1;
    }),
  );
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / square;
  const clamped = Math.min(Math.max(along, 0), 1);
  return Math.hypot(point[0] - from[0] - clamped * dx, point[1] - from[1] - clamped * dy);
}
