import type { Element as HastElement, ElementContent, Properties } from 'hast';
import { pointsOf } from './boxes.ts';
import { styleOf } from './cascade.ts';
import { identity, isMove, type Matrix, multiply, union } from './matrix.ts';
import { compactPath, rectangleOf } from './outline.ts';
import type { DiagramNode, DiagramRequest } from './request.ts';
import { boxesOf, type Group, type Item, type Shape, type Words } from './scene.ts';
import { paintOf } from './paint.ts';
import { FONT_SIZE, type Piece } from './text.ts';

/** Room around the drawing, in pixels: edges are drawn half outside of their boxes. */
const MARGIN = 4;

/** Corners as they are on the rest of the site, and those of boxes that are meant to be round, in pixels. */
const CORNER = 2;
const ROUND_CORNER = 8;

/** A scene as an SVG of our own: a flat list of shapes, with the stylesheet's words in place of colours. */
export function writeSvg(source: Element, items: readonly Item[], request: DiagramRequest) {
  const box = union(boxesOf(items)) ?? { x: 0, y: 0, width: 0, height: 0 };
  const width = Math.ceil(box.width + 2 * MARGIN);
  const height = Math.ceil(box.height + 2 * MARGIN);
  const writer = new Writer(source, request, [1, 0, 0, 1, MARGIN - box.x, MARGIN - box.y]);
  const drawn = writer.all(items, false);
  const hasLinks = request.nodes?.some(({ href }) => href !== undefined) ?? false;
  const described = request.description.trim() !== '';
  const { id } = request;

  const svg = element(
    'svg',
    {
      className: ['diagram-svg'],
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      width,
      height,
      // An image has no parts. Where parts are links, they must stay reachable, so that is a group.
      role: hasLinks ? 'group' : 'img',
      ariaLabelledBy: described ? [`${id}-title`, `${id}-desc`] : [`${id}-title`],
      textAnchor: 'middle',
      fontSize: FONT_SIZE,
    },
    [
      element('title', { id: `${id}-title` }, [text(request.title)]),
      ...(described ? [element('desc', { id: `${id}-desc` }, [text(request.description)])] : []),
      ...writer.definitions(),
      ...drawn,
    ],
  );
  return { svg, width, height };
}

class Writer {
  readonly #source: Element;
  readonly #id: string;
  readonly #nodes: ReadonlyMap<string, DiagramNode>;
  readonly #shift: Matrix;
  readonly #markers = new Map<string, HastElement>();

  constructor(source: Element, request: DiagramRequest, shift: Matrix) {
    this.#source = source;
    this.#id = request.id;
    this.#nodes = new Map(request.nodes?.map((node) => [node.id, node]));
    this.#shift = shift;
  }

  all(items: readonly Item[], inNode: boolean): HastElement[] {
    return items.flatMap((item) => {
      if (item.kind === 'group') return this.#group(item);
      return item.kind === 'words' ? this.#words(item) : this.#shape(item, inNode);
    });
  }

  /** The arrowheads that were used. */
  definitions(): HastElement[] {
    return this.#markers.size === 0 ? [] : [element('defs', {}, [...this.#markers.values()])];
  }

  #group(group: Group): HastElement {
    const node = this.#nodes.get(group.name);
    const items = this.all(group.items, group.role === 'node');
    const properties: Properties = { className: [group.role] };
    if (node?.accent !== undefined) {
      properties.dataAccent = node.accent;
      for (const item of items) delete item.properties.dataAccent;
    }
    if (node?.href === undefined) return element('g', properties, items);
    const label = node.label ?? textOf(group);
    return element('a', { href: node.href, ...properties, ...(label === '' ? {} : { ariaLabel: label }) }, items);
  }

  #shape({ element: source, matrix, paint, markers }: Shape, inNode: boolean): HastElement {
    const drawn = outlineOf(source, multiply(this.#shift, matrix), inNode);
    Object.assign(drawn.properties, {
      className: [paint.role],
      ...(paint.accent === undefined ? {} : { dataAccent: paint.accent }),
      ...(paint.width > 1.5 ? { strokeWidth: paint.width } : {}),
      ...(paint.dashes === undefined ? {} : { strokeDashArray: paint.dashes }),
      ...this.#marker('markerStart', markers.start),
      ...this.#marker('markerEnd', markers.end),
    });
    return drawn;
  }

  #marker(property: 'markerStart' | 'markerEnd', name: string | undefined): Properties {
    const source = name === undefined ? null : this.#source.querySelector(`[id="${CSS.escape(name)}"]`);
    if (name === undefined || source?.localName !== 'marker') return {};
    const known = this.#markers.get(name) ?? this.#define(source, name);
    return { [property]: `url(#${String(known.properties.id)})` };
  }

  #define(source: Element, name: string): HastElement {
    const number = (attribute: string) => round(Number.parseFloat(source.getAttribute(attribute) ?? '') || 0);
    const shapes = [...source.children].flatMap((child) => {
      const paint = paintOf(child);
      const drawn = paint && outlineOf(child, identity, false);
      if (!drawn) return [];
      drawn.properties.className = [paint.role];
      return [drawn];
    });
    const viewBox = source.getAttribute('viewBox');
    const marker = element(
      'marker',
      {
        id: `${this.#id}-end${this.#markers.size === 0 ? '' : String(this.#markers.size)}`,
        ...(viewBox === null ? {} : { viewBox }),
        refX: number('refX'),
        refY: number('refY'),
        markerWidth: number('markerWidth') || 3,
        markerHeight: number('markerHeight') || 3,
        ...(source.getAttribute('markerUnits') === 'userSpaceOnUse' ? { markerUnits: 'userSpaceOnUse' } : {}),
        orient: source.getAttribute('orient') === 'auto-start-reverse' ? 'auto-start-reverse' : 'auto',
      },
      shapes,
    );
    this.#markers.set(name, marker);
    return marker;
  }

  #words({ lines, matrix, soft }: Words): HastElement {
    const [first, ...rest] = lines;
    const map = multiply(this.#shift, matrix);
    const turned = !isMove(map);
    const at = (line: { x: number; y: number }): Properties => {
      const [x, y] = turned ? [line.x, line.y] : [line.x + map[4], line.y + map[5]];
      return { x: round(x), y: round(y) };
    };
    const size = first?.pieces[0]?.size ?? FONT_SIZE;
    const bold = lines.every(({ pieces }) => pieces.every((piece) => piece.bold));
    const anchor = first?.anchor ?? 'middle';
    const common = { size, bold };
    return element(
      'text',
      {
        ...(first ? at(first) : {}),
        ...(soft ? { className: ['soft'] } : {}),
        ...(anchor === 'middle' ? {} : { textAnchor: anchor }),
        ...(size === FONT_SIZE ? {} : { fontSize: round(size) }),
        ...(bold ? { fontWeight: 'bold' } : {}),
        ...(turned ? { transform: matrixText(map) } : {}),
      },
      [
        ...(first ? contentOf(first.pieces, common) : []),
        ...rest.map((line) => element('tspan', at(line), contentOf(line.pieces, common))),
      ],
    );
  }
}

/** Text, with what looks different from the whole in elements of its own. */
function contentOf(pieces: readonly Piece[], common: { size: number; bold: boolean }): ElementContent[] {
  return pieces.map((piece) => {
    const properties: Properties = {
      ...(piece.bold && !common.bold ? { fontWeight: 'bold' } : {}),
      ...(piece.italic ? { fontStyle: 'italic' } : {}),
      ...(piece.size === common.size ? {} : { fontSize: round(piece.size) }),
    };
    const content = text(piece.text);
    return Object.keys(properties).length === 0 ? content : element('tspan', properties, [content]);
  });
}

/** A shape at its place, without its paint. */
function outlineOf(source: Element, map: Matrix, inNode: boolean): HastElement {
  const [a, b, c, d, e, f] = map;
  const turned = !isMove(map);
  const number = (name: string) => Number.parseFloat(styleOf(source, name) ?? '') || 0;
  const point = (x: number, y: number) => [round(a * x + c * y + e), round(b * x + d * y + f)] as const;
  const moved = (x: number, y: number) => (turned ? ([round(x), round(y)] as const) : point(x, y));
  const turn = turned ? { transform: matrixText(map) } : {};
  const rectangle = (x: number, y: number, width: number, height: number, radius: number) => {
    const [left, top] = moved(x, y);
    const corner = inNode ? (radius === 0 ? CORNER : radius < 7 ? ROUND_CORNER : radius) : radius;
    const rx = round(Math.min(corner, width / 2, height / 2));
    return element('rect', {
      x: left,
      y: top,
      width: round(width),
      height: round(height),
      ...(rx > 0 ? { rx } : {}),
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
      return rx === ry ? element('circle', { cx, cy, r: rx, ...turn }) : element('ellipse', { cx, cy, rx, ry, ...turn });
    }
    case 'line': {
      const [[x1, y1], [x2, y2]] = [point(number('x1'), number('y1')), point(number('x2'), number('y2'))];
      return element('path', { d: `M${String(x1)} ${String(y1)}L${String(x2)} ${String(y2)}` });
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

function textOf(group: Group): string {
  return group.items
    .flatMap((item) => {
      if (item.kind === 'group') return [textOf(item)];
      return item.kind === 'words' ? item.lines.map(({ pieces }) => pieces.map((piece) => piece.text).join('')) : [];
    })
    .join(' ');
}

function matrixText(matrix: Matrix): string {
  const [a, b, c, d, e, f] = matrix;
  const turn = [a, b, c, d].map((number) => String(Math.round(number * 1e4) / 1e4));
  return `matrix(${[...turn, String(round(e)), String(round(f))].join(' ')})`;
}

/** To a tenth of a pixel. */
function round(number: number): number {
  // Plus zero, because -0 would be written as such.
  return Math.round(number * 10) / 10 + 0;
}

function element(tagName: string, properties: Properties, children: ElementContent[] = []): HastElement {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  // Characters that XML cannot hold would make the downloaded file unreadable.
  return { type: 'text', value: value.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '') };
}
