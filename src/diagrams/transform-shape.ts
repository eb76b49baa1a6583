/* Converts a shape of Mermaid's SVG to a simpler one in its final position. */

import type { Element as HastElement } from 'hast';
import { pointsOf } from './bounding-box.ts';
import { styleOf } from './cascade.ts';
import { isTranslation, type Matrix } from './matrix.ts';
import { compactPath, rectangleOf } from './shape-path.ts';
import { element, matrixText, round } from './svg-nodes.ts';

/** Corner radius of boxes as on the rest of the site, and of boxes that Mermaid rounds, in pixels. */
const CORNER = 2;
const ROUND_CORNER = 8;

/** Returns a shape in its final position, without its paint. Paths that are rectangles become rectangles. */
export function transformShape(source: Element, matrix: Matrix, inNode: boolean): HastElement {
  const [a, b, c, d, e, f] = matrix;
  const isTurned = !isTranslation(matrix);
  const number = (name: string) => Number.parseFloat(styleOf(source, name) ?? '') || 0;
  const point = (x: number, y: number) => [round(a * x + c * y + e), round(b * x + d * y + f)] as const;
  const moved = (x: number, y: number) => (isTurned ? ([round(x), round(y)] as const) : point(x, y));
  const turn = isTurned ? { transform: matrixText(matrix) } : {};
  const rectangle = (x: number, y: number, width: number, height: number, radius: number) => {
    const [left, top] = moved(x, y);
    const corner = inNode ? (radius === 0 ? CORNER : radius < 7 ? ROUND_CORNER : radius) : radius;
    const rx = Math.min(corner, width / 2, height / 2);
    return element('rect', {
      x: left,
      y: top,
      width: round(width),
      height: round(height),
      ...(rx > 0 ? { rx: round(rx) } : {}),
      ...turn,
    });
  };

  switch (source.localName) {
    case 'rect':
      return rectangle(number('x'), number('y'), number('width'), number('height'), number('rx') || number('ry'));
    case 'circle':
    case 'ellipse': {
      const [cx, cy] = moved(number('cx'), number('cy'));
      const [rx, ry] = [round(number('rx') || number('r')), round(number('ry') || number('r'))];
      return rx === ry
        ? element('circle', { cx, cy, r: rx, ...turn })
        : element('ellipse', { cx, cy, rx, ry, ...turn });
    }
    case 'line': {
      const [[x1, y1], [x2, y2]] = [point(number('x1'), number('y1')), point(number('x2'), number('y2'))];
      return element('path', { d: `M${x1} ${y1}L${x2} ${y2}` });
    }
    case 'polygon':
    case 'polyline':
      return element(source.localName, {
        points: pointsOf(source)
          .map(([x, y]) => point(x, y).join(' '))
          .join(' '),
      });
    default: {
      const data = source.getAttribute('d') ?? '';
      const box = inNode && !isTurned ? rectangleOf(data) : undefined;
      if (box) return rectangle(box.x, box.y, box.width, box.height, box.radius);
      return element('path', { d: compactPath(data, matrix) });
    }
  }
}
