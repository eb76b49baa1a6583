import type { Element as HastElement } from 'hast';
import { pointsOf } from './boxes.ts';
import { styleOf } from './cascade.ts';
import { isMove, type Matrix } from './matrix.ts';
import { compactPath, rectangleOf } from './shape-path.ts';
import { element, matrixText, round } from './svg.ts';

/** Corners as they are on the rest of the site, and those of boxes that are meant to be round, in pixels. */
const CORNER = 2;
const ROUND_CORNER = 8;

/** A shape at its place, without its paint. */
export function outlineOf(source: Element, map: Matrix, inNode: boolean): HastElement {
  const [a, b, c, d, e, f] = map;
  const turned = !isMove(map);
  const number = (name: string) => Number.parseFloat(styleOf(source, name) ?? '') || 0;
  const point = (x: number, y: number) => [round(a * x + c * y + e), round(b * x + d * y + f)] as const;
  const moved = (x: number, y: number) => (turned ? ([round(x), round(y)] as const) : point(x, y));
  const turn = turned ? { transform: matrixText(map) } : {};
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
      const box = inNode && !turned ? rectangleOf(data) : undefined;
      if (box) return rectangle(box.x, box.y, box.width, box.height, box.radius);
      return element('path', { d: compactPath(data, map) });
    }
  }
}
