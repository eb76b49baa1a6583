/* Lays out SVG text without a browser: lines, positions and sizes. */

import { styleOf } from './cascade.ts';
import { decodeEntities } from './entity-codes.ts';
import { FONT_SIZE } from './layout.ts';
import { ascent, descent, widthOf } from '../fonts/text-width.ts';
import { type Box, boxAround } from './matrix.ts';

/** A run of text with the same style. */
export interface TextRun {
  text: string;
  /** Pixels. */
  size: number;
  bold: boolean;
  italic: boolean;
  /** The element that the run has its style from. */
  element: Element;
}

export type Anchor = 'start' | 'middle' | 'end';

/** A line of text, or a part of one with its own position. In pixels, in the coordinates of the `text` element. */
export interface Line {
  /** The position of its start, middle or end, according to `anchor`. */
  x: number;
  /** The baseline. */
  y: number;
  anchor: Anchor;
  width: number;
  runs: TextRun[];
}

/** Distance between the baselines of a label, in ems. */
const LINE_HEIGHT = 1.3;

/** The position of a character from its attributes, in pixels. */
type Position = Partial<Record<'x' | 'y' | 'dx' | 'dy', number>>;

/** Lays out a `text` element as SVG 1.1 requires: an absolute x or y starts a new line, dx and dy move along. */
export function layOutText(text: Element): Line[] {
  const lines: Line[] = [];
  let [x, y] = [0, 0];
  // The position of the next character. If several elements start with it, the innermost one decides.
  let next: Position = { x, y };

  const readPosition = (element: Element) => {
    const size = fontSizeOf(element);
    for (const name of ['x', 'y', 'dx', 'dy'] as const) {
      const length = lengthAttribute(element, name, size);
      if (length !== undefined) next[name] = length;
    }
    const row = rowBaseline(element, size);
    if (row !== undefined) Object.assign(next, { y: row, dy: 0 });
  };
  const walk = (element: Element) => {
    if (styleOf(element, 'display') === 'none') return;
    readPosition(element);
    for (const child of element.childNodes) {
      if (child.nodeType === child.TEXT_NODE) write(element, child.nodeValue ?? '');
      else if (isElement(child) && ['tspan', 'a'].includes(child.localName)) walk(child);
    }
  };
  const write = (element: Element, content: string) => {
    if (content.trim() !== '') {
      const isNewLine = next.x !== undefined || next.y !== undefined;
      x = (next.x ?? x) + (next.dx ?? 0);
      y = (next.y ?? y) + (next.dy ?? 0);
      next = {};
      if (isNewLine) lines.push({ x, y: y + baselineShift(element), anchor: anchorOf(element), width: 0, runs: [] });
    }
    lines.at(-1)?.runs.push(textRun(element, content));
  };
  walk(text);
  return lines.map(mergeRuns).filter((line) => line.runs.length > 0);
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

/** Returns the width of all text in an element, as if it were one line. */
export function textLength(element: Element): number {
  const run = textRun(element, element.textContent);
  return widthOf(collapseSpace(run.text), run.size, run.bold);
}

/** Returns the box around laid out lines, in pixels. */
export function boxAroundLines(lines: readonly Line[]): Box | undefined {
  return boxAround(
    lines.flatMap((line): [number, number][] => {
      const left = line.x - line.width * (line.anchor === 'middle' ? 0.5 : line.anchor === 'end' ? 1 : 0);
      const size = Math.max(...line.runs.map((run) => run.size));
      return [
        [left, line.y - ascent * size],
        [left + line.width, line.y + descent * size],
      ];
    }),
  );
}

function textRun(element: Element, text: string): TextRun {
  const weight = styleOf(element, 'font-weight') ?? '';
  return {
    text: decodeEntities(text),
    size: fontSizeOf(element),
    bold: weight.startsWith('bold') || Number(weight) >= 600,
    italic: /^(?:italic|oblique)/.test(styleOf(element, 'font-style') ?? ''),
    element,
  };
}

/** Collapses white space as SVG does, which leaves no-break spaces alone. */
function collapseSpace(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ');
}

/** Collapses white space, joins runs of the same style, and measures the line. */
function mergeRuns(line: Line): Line {
  const runs: TextRun[] = [];
  for (const run of line.runs) {
    const last = runs.at(-1);
    let text = collapseSpace(run.text);
    if (!last || last.text.endsWith(' ')) text = text.replace(/^ /, '');
    if (text === '') continue;
    if (last && hasSameStyle(last, run)) last.text += text;
    else runs.push({ ...run, text });
  }
  const last = runs.at(-1);
  if (last) last.text = last.text.replace(/ $/, '');
  const width = runs.reduce((sum, run) => sum + widthOf(run.text, run.size, run.bold), 0);
  return { ...line, width, runs: runs.filter((run) => run.text !== '') };
}

function hasSameStyle(a: TextRun, b: TextRun): boolean {
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

/** Distance of the alphabetic baseline below other baselines, in ems. */
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
 * Returns the distance of the baseline below the line's y, in pixels. Computed here, because browsers differ in where
 * they place the middle of a line, and because rows of the same text may differ.
 */
function baselineShift(element: Element): number {
  const size = fontSizeOf(element);
  const baseline = styleOf(element, 'dominant-baseline') ?? styleOf(element, 'alignment-baseline') ?? 'auto';
  return (baselines[baseline] ?? 0) * size;
}

/** Largest size of text, in pixels. Mermaid makes some titles larger. */
const MAX_FONT_SIZE = 20;

/** Returns the size of an element's text, in pixels. */
function fontSizeOf(element: Element): number {
  return Math.min(declaredFontSize(element), MAX_FONT_SIZE);
}

function declaredFontSize(element: Element): number {
  const value = styleOf(element, 'font-size') ?? '';
  const number = Number.parseFloat(value);
  if (!(number > 0)) return FONT_SIZE;
  if (value.endsWith('rem')) return number * 16;
  if (value.endsWith('ex')) return number * FONT_SIZE * 0.5;
  if (/(?:em|%)$/.test(value)) return (value.endsWith('%') ? number / 100 : number) * FONT_SIZE;
  return value.endsWith('pt') ? (number * 4) / 3 : number;
}

/**
 * Returns the baseline of a row of a label. Mermaid places rows only 1.1 em apart and a little too low. A larger distance
 * is possible, because Mermaid asks for the box of the rows before it places the label.
 */
function rowBaseline(element: Element, size: number): number | undefined {
  if (!element.classList.contains('text-outer-tspan')) return;
  const row = Math.round(((lengthAttribute(element, 'y', 1) ?? 0) + 0.1) / 1.1);
  return (ascent + row * LINE_HEIGHT) * size;
}

/** Returns a length from an attribute, in pixels; `undefined` if there is none. */
function lengthAttribute(element: Element, name: string, size: number): number | undefined {
  const value = element.getAttribute(name);
  const number = Number.parseFloat(value ?? '');
  if (value === null || Number.isNaN(number)) return;
  return value.endsWith('em') ? number * size : number;
}
