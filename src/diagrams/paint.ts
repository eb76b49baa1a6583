/* Derives the role and the agent colour of a shape from Mermaid's colours. */

import { hsl } from 'd3-color';
import { styleOf } from './cascade.ts';

/**
 * The role of a shape. diagram.css gives each role its colours, so that one drawing serves the light and dark themes.
 * - `box`: a filled shape with a border
 * - `panel`: a shape behind boxes that contains them
 * - `area`: a filled shape without a border
 * - `ground`: the background of a label, which hides the lines behind it
 * - `line`, `rule`: a line that connects, and one that divides
 * - `mark`: a small solid shape, such as an arrowhead
 */
export type Role = 'box' | 'panel' | 'area' | 'ground' | 'line' | 'rule' | 'mark';

export interface Paint {
  role: Role;
  /** The agent colour that is closest to the colour in the Mermaid text; absent if the text has none. */
  accent?: string;
  /** Line width, in pixels. */
  width: number;
  /** Whether the shape is translucent. */
  faint: boolean;
  /** The lengths of dash and gap, in pixels. */
  dashes?: string;
}

/** Hues of the agents' colours, in degrees. */
const hues: Readonly<Record<string, number>> = {
  red: 2,
  orange: 28,
  yellow: 48,
  green: 137,
  cyan: 190,
  blue: 215,
  purple: 266,
  pink: 327,
};

/** The colours for the parts of a chart, in an order in which neighbours differ clearly. */
export const chartColours = ['blue', 'orange', 'green', 'purple', 'yellow', 'cyan', 'pink', 'red'].map((name) =>
  hsl(hues[name] ?? 0, 0.7, 0.5).formatHex(),
);

/** Largest line width, in pixels. */
const MAX_LINE_WIDTH = 2;

/** A colour of less saturation is treated as grey. */
const MIN_SATURATION = 0.15;

type Colour = { kind: 'none' } | { kind: 'grey'; lightness: number } | { kind: 'accent'; name: string };

/** Classifies an SVG colour. */
function colourOf(value: string, opacity: number): Colour {
  if (value === 'none' || value === 'transparent' || opacity < 0.02) return { kind: 'none' };
  const colour = hsl(value);
  if (colour.opacity < 0.02) return { kind: 'none' };
  // A gradient, a variable or an error: something is painted, so it must be visible.
  if (Number.isNaN(colour.l)) return { kind: 'grey', lightness: value.startsWith('url') ? 0.9 : 0 };
  if (!(colour.s >= MIN_SATURATION) || colour.l > 0.985 || colour.l < 0.06)
    return { kind: 'grey', lightness: colour.l };
  return { kind: 'accent', name: nearestAccent(colour.h) };
}

function nearestAccent(hue: number): string {
  const distance = (accent: string) => Math.abs(((hue - (hues[accent] ?? 0) + 540) % 360) - 180);
  return Object.keys(hues).reduce((nearest, accent) => (distance(accent) < distance(nearest) ? accent : nearest));
}

/** Derives the paint of a shape from its colours; `undefined` if it is invisible. */
export function paintOf(element: Element): Paint | undefined {
  const opacity = opacityOf(element);
  const closed = element.localName !== 'line';
  const fill = closed
    ? colourOf(styleOf(element, 'fill') ?? 'black', opacity * fraction(element, 'fill-opacity'))
    : none;
  const width = Number.parseFloat(styleOf(element, 'stroke-width') ?? '1');
  // Only axes use the colour of text.
  const line = (styleOf(element, 'stroke') ?? 'none').replace('currentColor', '#ccc');
  const stroke = width > 0 ? colourOf(line, opacity * fraction(element, 'stroke-opacity')) : none;
  const role = roleOf(fill, stroke, element);
  if (!role) return;
  const accent = fill.kind === 'accent' ? fill.name : stroke.kind === 'accent' ? stroke.name : undefined;
  // The width of a line is an amount only in Sankey diagrams.
  const isBand = element.closest('.links > .link') !== null;
  const dashes = stroke.kind === 'none' ? undefined : dashesOf(element);
  return {
    role,
    width: isBand ? width : role === 'line' && dashes === undefined ? Math.min(width, MAX_LINE_WIDTH) : 1,
    faint: isBand || (fill.kind !== 'none' && role !== 'ground' && opacity < 0.6),
    ...(accent === undefined ? {} : { accent }),
    ...(dashes === undefined ? {} : { dashes }),
  };
}

const none: Colour = { kind: 'none' };

function roleOf(fill: Colour, stroke: Colour, element: Element): Role | undefined {
  switch (fill.kind) {
    case 'none':
      if (stroke.kind === 'none') return;
      return stroke.kind === 'grey' && stroke.lightness > 0.7 ? 'rule' : 'line';
    case 'accent':
      return stroke.kind === 'none' ? 'area' : 'box';
    case 'grey':
      // An open path, such as a cross or an open arrowhead, is a line although Mermaid gives it a fill.
      if (fill.lightness < 0.55) return stroke.kind !== 'none' && isOpen(element) ? 'line' : 'mark';
      if (fill.lightness >= 0.97) return stroke.kind === 'none' ? 'ground' : 'box';
      return stroke.kind === 'none' ? 'area' : 'panel';
  }
}

function isOpen(element: Element): boolean {
  return element.localName === 'path' && !/z/i.test(element.getAttribute('d') ?? '');
}

function opacityOf(element: Element): number {
  let opacity = 1;
  for (let at: Element | null = element; at; at = at.parentElement) opacity *= fraction(at, 'opacity');
  return opacity;
}

function fraction(element: Element, property: string): number {
  const value = styleOf(element, property);
  const number = Number.parseFloat(value ?? '');
  return Number.isNaN(number) ? 1 : value?.endsWith('%') ? number / 100 : number;
}

/** Returns the dashes of a line. Mermaid also writes solid lines as dashes, without gaps. */
function dashesOf(element: Element): string | undefined {
  const lengths = (styleOf(element, 'stroke-dasharray') ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
  const [dash = 0, gap = dash] = lengths;
  return dash > 0 && gap > 0 && dash < 100 ? `${String(Math.round(dash))} ${String(Math.round(gap))}` : undefined;
}
