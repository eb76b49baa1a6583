import type { Element as HastElement, ElementContent, Properties } from 'hast';
import { styleOf } from './cascade.ts';
import { type Box, identity, isMove, type Matrix, multiply, union } from './matrix.ts';
import type { DiagramNode, DiagramRequest } from './request.ts';
import { boxesOf, type Group, type Item, type Shape, type Words } from './scene.ts';
import { paintOf, type Role } from './paint.ts';
import { outlineOf } from './shape.ts';
import { element, matrixText, round, text } from './svg.ts';
import { FONT_SIZE, type Piece } from './text.ts';

/** Room around the drawing, in pixels: edges are drawn half outside of their boxes. */
const MARGIN = 4;

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
      width: String(width),
      height: String(height),
      // An image has no parts. Where parts are links, they must stay reachable, so that is a group.
      role: hasLinks ? 'group' : 'img',
      ariaLabelledBy: described ? [`${id}-title`, `${id}-desc`] : [`${id}-title`],
      textAnchor: 'middle',
      fontSize: String(FONT_SIZE),
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
  readonly #panels: Box[] = [];
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

  #shape({ element: source, matrix, paint, markers, box }: Shape, inNode: boolean): HastElement {
    const drawn = outlineOf(source, multiply(this.#shift, matrix), inNode);
    Object.assign(drawn.properties, {
      className: [this.#roleAt(paint.role, box)],
      ...(paint.accent === undefined ? {} : { dataAccent: paint.accent }),
      ...(paint.width > 1.5 ? { strokeWidth: round(paint.width) } : {}),
      ...(paint.faint ? { fillOpacity: '0.5' } : {}),
      ...(paint.dashes === undefined ? {} : { strokeDashArray: paint.dashes }),
      ...this.#marker('markerStart', markers.start, source),
      ...this.#marker('markerEnd', markers.end, source),
    });
    return drawn;
  }

  /** The ground of a label that lies on a panel has the panel's colour. */
  #roleAt(role: Role, box: Box): Role {
    if (role === 'panel') this.#panels.push(box);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const isOn = (panel: Box) => x > panel.x && x < panel.x + panel.width && y > panel.y && y < panel.y + panel.height;
    return role === 'ground' && this.#panels.some(isOn) ? 'area' : role;
  }

  #marker(property: 'markerStart' | 'markerEnd', name: string | undefined, line: Element): Properties {
    const source = name === undefined ? null : this.#source.querySelector(`[id="${CSS.escape(name)}"]`);
    if (name === undefined || source?.localName !== 'marker') return {};
    const known = this.#markers.get(name) ?? this.#define(source, name, line);
    return { [property]: `url(#${String(known.properties.id)})` };
  }

  /** Arrowheads that grow with their line stay as they are while we make lines thinner. */
  #define(source: Element, name: string, line: Element): HastElement {
    const grows = source.getAttribute('markerUnits') !== 'userSpaceOnUse';
    const scale = grows ? Math.min(Math.max(Number.parseFloat(styleOf(line, 'stroke-width') ?? '1'), 1), 1.5) : 1;
    const number = (attribute: string) => Number.parseFloat(source.getAttribute(attribute) ?? '') || 0;
    const shapes = [...source.children].flatMap((child) => {
      const paint = paintOf(child);
      const drawn = paint && outlineOf(child, identity, false);
      if (!drawn) return [];
      drawn.properties.className = [paint.role];
      return [drawn];
    });
    const [width, height] = [number('markerWidth') || 3, number('markerHeight') || 3];
    const viewBox =
      source.getAttribute('viewBox') ?? (scale === 1 ? undefined : `0 0 ${String(width)} ${String(height)}`);
    const marker = element(
      'marker',
      {
        id: `${this.#id}-end${this.#markers.size === 0 ? '' : String(this.#markers.size)}`,
        ...(viewBox === undefined ? {} : { viewBox }),
        refX: round(number('refX')),
        refY: round(number('refY')),
        markerWidth: round(width * scale),
        markerHeight: round(height * scale),
        markerUnits: 'userSpaceOnUse',
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

function textOf(group: Group): string {
  return group.items
    .flatMap((item) => {
      if (item.kind === 'group') return [textOf(item)];
      return item.kind === 'words' ? item.lines.map(({ pieces }) => pieces.map((piece) => piece.text).join('')) : [];
    })
    .join(' ');
}
