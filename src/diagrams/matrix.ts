/* Affine matrices and upright boxes. */

import svgpath from 'svgpath';

/** An affine map, as SVG writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Returns the matrix that applies the second matrix first, and then the first one. */
export function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Parses a `transform` attribute: what it makes of the origin, and of a step to the right and one down. */
export function parseTransform(value: string | null): Matrix {
  if (!value) return identity;
  const images: [number, number][] = [];
  svgpath('M0 0l1 0l0 1')
    .transform(value)
    .iterate(([, x = 0, y = 0]) => void images.push([x, y]));
  const [origin = [0, 0], right = [1, 0], down = [0, 1]] = images;
  return [...right, ...down, ...origin];
}

/** Whether a matrix is a translation. */
export function isTranslation([a, b, c, d]: Matrix): boolean {
  return a === 1 && b === 0 && c === 0 && d === 1;
}

export type Point = readonly [x: number, y: number];

/** A rectangle in pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Returns the smallest upright box around points; `undefined` if there are none. */
export function boxAround(points: readonly Point[]): Box | undefined {
  if (points.length === 0) return;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Returns the smallest upright box around a transformed box. */
export function transformBox([a, b, c, d, e, f]: Matrix, box: Box): Box {
  const corners = cornersOf(box).map(([x, y]): Point => [a * x + c * y + e, b * x + d * y + f]);
  return boxAround(corners) ?? box;
}

/** Returns the smallest box around several. */
export function union(boxes: readonly Box[]): Box | undefined {
  return boxAround(boxes.flatMap(cornersOf));
}

function cornersOf({ x, y, width, height }: Box): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ];
}

/** Groups a list of coordinates into points. */
export function pointsFrom(numbers: readonly number[]): Point[] {
  return Array.from({ length: numbers.length >> 1 }, (_, index) => [
    numbers[2 * index] ?? 0,
    numbers[2 * index + 1] ?? 0,
  ]);
}
