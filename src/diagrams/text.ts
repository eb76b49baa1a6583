import { styleOf } from './cascade.ts';
import { decodeEntities } from './entities.ts';
import { FONT_SIZE } from './layout.ts';
import { ascent, descent, widthOf } from './metrics.ts';
import { type Box, boxAround } from './matrix.ts';

/** Text that looks the same throughout. */
export interface Piece {
  text: string;
  /** Pixels. */
  size: number;
  bold: boolean;
  italic: boolean;
  /** Whose paint it has. */
  element: Element;
}

export type Anchor = 'start' | 'middle' | 'end';

/** One line, or a part of one that has a place of its own. Pixels, in the text element's own coordinates. */
export interface Line {
  /** Where it starts, has its middle or ends. */
  x: number;
  /** The baseline. */
  y: number;
  anchor: Anchor;
  width: number;
  pieces: Piece[];
}

/** From baseline to baseline in a label, in ems. */
const LINE_HEIGHT = 1.3;

/** What attributes say of a character's place, in pixels. */
interface Place {
  x?: number;
  y?: number;
  dx?: number;
  dy?: number;
}

/** Lays out a `text` element as SVG 1.1 has it: an absolute x or y begins a new line, dx and dy move on. */
export function layOut(text: Element): Line[] {
  const lines: Line[] = [];
  let [x, y] = [0, 0];
  // Where the next character goes. Of elements that begin with the same character, the innermost decides.
  let next: Place = { x, y };

  const place = (element: Element) => {
    const size = sizeOf(element);
    for (const name of ['x', 'y', 'dx', 'dy'] as const) {
      const length = lengthOf(element, name, size);
      if (length !== undefined) next[name] = length;
    }
    const row = rowOf(element, size);
    if (row !== undefined) Object.assign(next, { y: row, dy: 0 });
  };
  const walk = (element: Element) => {
    if (styleOf(element, 'display') === 'none') return;
    place(element);
    for (const child of element.childNodes) {
      if (child.nodeType === child.TEXT_NODE) write(element, child.nodeValue ?? '');
      else if (isElement(child) && ['tspan', 'a'].includes(child.localName)) walk(child);
    }
  };
  const write = (element: Element, content: string) => {
    if (content.trim() !== '') {
      const anew = next.x !== undefined || next.y !== undefined;
      x = (next.x ?? x) + (next.dx ?? 0);
      y = (next.y ?? y) + (next.dy ?? 0);
      next = {};
      if (anew) lines.push({ x, y: y + baselineShift(element), anchor: anchorOf(element), width: 0, pieces: [] });
    }
    lines.at(-1)?.pieces.push(pieceOf(element, content));
  };
  walk(text);
  return lines.map(tidy).filter((line) => line.pieces.length > 0);
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

/** The width of all text in an element, however many lines it has. */
export function textLength(element: Element): number {
  const piece = pieceOf(element, element.textContent);
  return widthOf(collapse(piece.text), piece.size, piece.bold);
}

/** The box around laid out lines, in pixels. */
export function boxOfLines(lines: readonly Line[]): Box | undefined {
  return boxAround(
    lines.flatMap((line): [number, number][] => {
      const left = line.x - line.width * (line.anchor === 'middle' ? 0.5 : line.anchor === 'end' ? 1 : 0);
      const size = Math.max(...line.pieces.map((piece) => piece.size));
      return [
        [left, line.y - ascent * size],
        [left + line.width, line.y + descent * size],
      ];
    }),
  );
}

function pieceOf(element: Element, text: string): Piece {
  const weight = styleOf(element, 'font-weight') ?? '';
  return {
    text: decodeEntities(text),
    size: sizeOf(element),
    bold: weight.startsWith('bold') || Number(weight) >= 600,
    italic: /^(?:italic|oblique)/.test(styleOf(element, 'font-style') ?? ''),
    element,
  };
}

/** White space as SVG shows it, where a no-break space is none. */
function collapse(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ');
}

/** Collapses white space, joins pieces that look the same, and measures. */
function tidy(line: Line): Line {
  const pieces: Piece[] = [];
  for (const piece of line.pieces) {
    const last = pieces.at(-1);
    let text = collapse(piece.text);
    if (!last || last.text.endsWith(' ')) text = text.replace(/^ /, '');
    if (text === '') continue;
    if (last && looksLike(last, piece)) last.text += text;
    else pieces.push({ ...piece, text });
  }
  const last = pieces.at(-1);
  if (last) last.text = last.text.replace(/ $/, '');
  const width = pieces.reduce((sum, piece) => sum + widthOf(piece.text, piece.size, piece.bold), 0);
  return { ...line, width, pieces: pieces.filter((piece) => piece.text !== '') };
}

function looksLike(a: Piece, b: Piece): boolean {
  return (
    a.size === b.size &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    styleOf(a.element, 'fill') === styleOf(b.element, 'fill')
  );
}

function anchorOf(element: Element): Anchor {
  const anchor = styleOf(element, 'text-anchor');
  return anchor === 'middle' || anchor === 'end' ? anchor : 'start';
}

/** How far the alphabetic baseline is below the one named, in ems. */
const baselines: Readonly<Record<string, number>> = {
  middle: 0.35,
  central: 0.35,
  hanging: ascent,
  'text-before-edge': ascent,
  'text-top': ascent,
  'text-after-edge': -descent,
  ideographic: -descent,
};

/**
 * How far below the line's y its baseline is. Written out, because browsers differ in where they see the
 * middle of a line, and because rows of the same text may differ.
 */
function baselineShift(element: Element): number {
  const size = sizeOf(element);
  const baseline = styleOf(element, 'dominant-baseline') ?? styleOf(element, 'alignment-baseline') ?? 'auto';
  return (baselines[baseline] ?? 0) * size;
}

/** Titles that Mermaid sets larger than this would shout, in pixels. */
const LARGEST_SIZE = 20;

/** The size of an element's text, in pixels. */
export function sizeOf(element: Element): number {
  return Math.min(statedSize(element), LARGEST_SIZE);
}

function statedSize(element: Element): number {
  const value = styleOf(element, 'font-size') ?? '';
  const number = Number.parseFloat(value);
  if (!(number > 0)) return FONT_SIZE;
  if (value.endsWith('rem')) return number * 16;
  if (value.endsWith('ex')) return number * FONT_SIZE * 0.5;
  if (/(?:em|%)$/.test(value)) return (value.endsWith('%') ? number / 100 : number) * FONT_SIZE;
  return value.endsWith('pt') ? (number * 4) / 3 : number;
}

/**
 * The baseline of a row of a label. Mermaid sets rows 1.1 em apart, which is narrow, and a little low: it
 * places labels by their height alone. As it asks for the box of what it has written, it will have it so.
 */
function rowOf(element: Element, size: number): number | undefined {
  if (!element.classList.contains('text-outer-tspan')) return;
  const row = Math.round(((lengthOf(element, 'y', 1) ?? 0) + 0.1) / 1.1);
  return (ascent + row * LINE_HEIGHT) * size;
}

/** A length from an attribute, in pixels; nothing if there is none. */
function lengthOf(element: Element, name: string, size: number): number | undefined {
  const value = element.getAttribute(name);
  const number = Number.parseFloat(value ?? '');
  if (value === null || Number.isNaN(number)) return;
  return value.endsWith('em') ? number * size : number;
}
