/* Writes a scene as SVG. */

import type { Element as HastElement, ElementContent, Properties } from 'hast';
import { styleOf } from './cascade.ts';
import { type Box, identity, isTranslation, type Matrix, multiply, union } from './matrix.ts';
import { FONT_SIZE, ID_PLACEHOLDER } from './layout.ts';
import { boxesInScene, type Group, type Item, type Shape, type TextItem } from './read-scene.ts';
import { paintOf, type Role } from './paint.ts';
import { transformShape } from './transform-shape.ts';
import { element, matrixText, round, text } from './svg-nodes.ts';
import { type TextRun } from './text-layout.ts';

/** Margin around the drawing, in pixels: half of a line's width is outside its box. */
const MARGIN = 4;

/** Writes a scene as SVG elements, with the roles of the stylesheet as classes instead of colours. */
export function writeScene(source: Element, items: readonly Item[]) {
  const box = union(boxesInScene(items)) ?? { x: 0, y: 0, width: 0, height: 0 };
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
      return item.kind === 'text' ? this.#text(item) : this.#shape(item, inNode);
    });
  }

  /** Returns definitions of the arrowheads that are used. */
  definitions(): HastElement[] {
    return this.#markers.size === 0 ? [] : [element('defs', {}, [...this.#markers.values()])];
  }

  #group(group: Group): HastElement {
    const properties: Properties = { className: [group.role] };
    // Left out if it contains characters that annotate-svg.ts could not match in an attribute.
    if (group.role === 'node' && /^[\p{L}\p{N}_.-]+$/u.test(group.name)) properties.dataNode = group.name;
    return element('g', properties, this.all(group.items, group.role === 'node'));
  }

  #shape({ element: source, matrix, paint, markers, box }: Shape, inNode: boolean): HastElement {
    const drawn = transformShape(source, multiply(this.#shift, matrix), inNode);
    Object.assign(drawn.properties, {
      className: [this.#roleAt(paint.role, box)],
      ...(paint.accent === undefined ? {} : { dataAccent: paint.accent }),
      ...(paint.width > 1.5 ? { strokeWidth: round(paint.width) } : {}),
      ...(paint.faint ? (paint.role === 'line' ? { strokeOpacity: '0.25' } : { fillOpacity: '0.5' }) : {}),
      ...(paint.dashes === undefined ? {} : { strokeDashArray: paint.dashes }),
      ...this.#marker('markerStart', markers.start, source),
      ...this.#marker('markerEnd', markers.end, source),
    });
    return drawn;
  }

  /** Returns the role of a shape; the background of a label on a panel gets the panel's colour. */
  #roleAt(role: Role, box: Box): Role {
    if (role === 'panel') this.#panels.push(box);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const containsCentre = (panel: Box) =>
      x > panel.x && x < panel.x + panel.width && y > panel.y && y < panel.y + panel.height;
    return role === 'ground' && this.#panels.some(containsCentre) ? 'area' : role;
  }

  #marker(property: 'markerStart' | 'markerEnd', name: string | undefined, line: Element): Properties {
    const source = name === undefined ? null : this.#source.querySelector(`[id="${CSS.escape(name)}"]`);
    if (name === undefined || source?.localName !== 'marker') return {};
    const marker = this.#markers.get(name) ?? this.#define(source, name, line);
    return { [property]: `url(#${String(marker.properties.id)})` };
  }

  /** Defines an arrowhead. Those that scale with the line get their original size, because we make lines thinner. */
  #define(source: Element, name: string, line: Element): HastElement {
    const grows = source.getAttribute('markerUnits') !== 'userSpaceOnUse';
    const scale = grows ? Math.min(Math.max(Number.parseFloat(styleOf(line, 'stroke-width') ?? '1'), 1), 1.5) : 1;
    const number = (attribute: string) => Number.parseFloat(source.getAttribute(attribute) ?? '') || 0;
    const shapes = [...source.children].flatMap((child) => {
      const paint = paintOf(child);
      const drawn = paint && transformShape(child, identity, false);
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
        id: `${ID_PLACEHOLDER}-end${this.#markers.size === 0 ? '' : String(this.#markers.size)}`,
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

  #text({ lines, matrix, soft }: TextItem): HastElement {
    const [first, ...rest] = lines;
    const transform = multiply(this.#shift, matrix);
    const isTurned = !isTranslation(transform);
    const at = (line: { x: number; y: number }): Properties => {
      const [x, y] = isTurned ? [line.x, line.y] : [line.x + transform[4], line.y + transform[5]];
      return { x: round(x), y: round(y) };
    };
    const size = first?.runs[0]?.size ?? FONT_SIZE;
    const bold = lines.every(({ runs }) => runs.every((run) => run.bold));
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
        ...(isTurned ? { transform: matrixText(transform) } : {}),
      },
      [
        ...(first ? writeRuns(first.runs, common) : []),
        ...rest.map((line) => element('tspan', at(line), writeRuns(line.runs, common))),
      ],
    );
  }
}

/** Writes runs of text; those that differ from the common style get their own elements. */
function writeRuns(runs: readonly TextRun[], common: { size: number; bold: boolean }): ElementContent[] {
  return runs.map((run) => {
    const properties: Properties = {
      ...(run.bold && !common.bold ? { fontWeight: 'bold' } : {}),
      ...(run.italic ? { fontStyle: 'italic' } : {}),
      ...(run.size === common.size ? {} : { fontSize: round(run.size) }),
    };
    const content = text(run.text);
    return Object.keys(properties).length === 0 ? content : element('tspan', properties, [content]);
  });
}
