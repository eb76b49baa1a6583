import type { Element as HastElement, ElementContent, Properties } from 'hast';
import { styleOf } from './cascade.ts';
import { type Box, identity, isMove, type Matrix, multiply, union } from './matrix.ts';
import { FONT_SIZE, ID_PLACE } from './layout.ts';
import { boxesOf, type Group, type Item, type Shape, type Words } from './scene.ts';
import { paintOf, type Role } from './paint.ts';
import { outlineOf } from './shape.ts';
import { element, matrixText, round, text } from './svg.ts';
import { type Piece } from './text.ts';

/** Room around the drawing, in pixels: edges are drawn half outside of their boxes. */
const MARGIN = 4;

/** A scene as shapes of our own: a flat list, with the stylesheet's words in place of colours. */
export function writeScene(source: Element, items: readonly Item[]) {
  const box = union(boxesOf(items)) ?? { x: 0, y: 0, width: 0, height: 0 };
  const writer = new Writer(source, [1, 0, 0, 1, MARGIN - box.x, MARGIN - box.y]);
  const shapes = writer.all(items, false);
  return {
    shapes: [...writer.definitions(), ...shapes],
    width: Math.ceil(box.width + 2 * MARGIN),
    height: Math.ceil(box.height + 2 * MARGIN),
  };
}

class Writer {
  readonly #source: Element;
  readonly #shift: Matrix;
  readonly #panels: Box[] = [];
  readonly #markers = new Map<string, HastElement>();

  constructor(source: Element, shift: Matrix) {
    this.#source = source;
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
    const properties: Properties = { className: [group.role] };
    // Left out where it could not be found again by its letters.
    if (group.role === 'node' && /^[\p{L}\p{N}_.-]+$/u.test(group.name)) properties.dataNode = group.name;
    return element('g', properties, this.all(group.items, group.role === 'node'));
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
        id: `${ID_PLACE}-end${this.#markers.size === 0 ? '' : String(this.#markers.size)}`,
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
