import type { Element, ElementContent, Properties } from 'hast';
import type { Matrix } from './matrix.ts';

/** A `transform`. */
export function matrixText(matrix: Matrix): string {
  const [a, b, c, d, e, f] = matrix;
  const turn = [a, b, c, d].map((number) => String(Math.round(number * 1e4) / 1e4));
  return `matrix(${[...turn, round(e), round(f)].join(' ')})`;
}

/** A length as it is written, to a tenth of a pixel. */
export function round(number: number): string {
  // Plus zero, because -0 would be written as such.
  return String(Math.round(number * 10) / 10 + 0);
}

/** An SVG element. */
export function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

/** Text for an SVG, which is to be XML as well as HTML. */
export function text(value: string): ElementContent {
  // Characters that XML cannot hold would make the downloaded file unreadable.
  return { type: 'text', value: value.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '') };
}
