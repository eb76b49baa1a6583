/* Creates hast nodes of an SVG. */

import type { Element, ElementContent, Properties } from 'hast';
import type { Matrix } from './matrix.ts';

/** Writes a matrix as the value of a `transform` attribute. */
export function matrixText(matrix: Matrix): string {
  const [a, b, c, d, e, f] = matrix;
  const turn = [a, b, c, d].map((number) => String(Math.round(number * 1e4) / 1e4));
  return `matrix(${[...turn, round(e), round(f)].join(' ')})`;
}

/** Writes a length, rounded to a tenth of a pixel. */
export function round(number: number): string {
  // Adding zero turns -0 into 0.
  return String(Math.round(number * 10) / 10 + 0);
}

/** Creates an SVG element. */
export function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

/** Creates a text node for an SVG that must be valid as XML and as HTML. */
export function text(value: string): ElementContent {
  // Characters that XML does not allow would make the downloaded file unreadable.
  return { type: 'text', value: value.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '') };
}
