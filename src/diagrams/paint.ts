import { hsl } from 'd3-color';
import { styleOf } from './cascade.ts';

/**
 * How a shape is painted, in words of the stylesheet and not in colours: a reader's theme decides on those.
 * - `box`: what stands out, on its own ground with an edge
 * - `panel`: what lies below boxes and holds them
 * - `area`: a ground without an edge
 * - `ground`: hides the lines below a label
 * - `line`, `rule`: a line that connects, and one that only divides
 * - `mark`: a small solid sign, such as an arrowhead
 */
export type Role = 'box' | 'panel' | 'area' | 'ground' | 'line' | 'rule' | 'mark';

export interface Paint {
  role: Role;
  /** The agent colour nearest to the one that the text asks for; nothing if it asks for none. */
  accent?: string;
  /** Pixels. */
  width: number;
  /** Whether what lies below is to be seen through it. */
  faint: boolean;
  /** The lengths of dashes and gaps, in pixels. */
  dashes?: string;
}

/** The hues of the agents' colours, in degrees. */
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

/** The colours that Mermaid is given for the parts of a chart, in an order that keeps neighbours apart. */
export const chartColours = ['blue', 'orange', 'green', 'purple', 'yellow', 'cyan', 'pink', 'red'].map((name) =>
  hsl(hues[name] ?? 0, 0.7, 0.5).formatHex(),
);

/** Lines wider than this shout, in pixels. */
const WIDEST_LINE = 2;

/** Below this, a colour is a grey. */
const LEAST_SATURATION = 0.15;

type Colour = { kind: 'none' } | { kind: 'grey'; lightness: number } | { kind: 'accent'; name: string };

/** What an SVG paint means to us. */
function colourOf(value: string, opacity: number): Colour {
  if (value === 'none' || value === 'transparent' || opacity < 0.02) return { kind: 'none' };
  const colour = hsl(value);
  if (colour.opacity < 0.02) return { kind: 'none' };
  // A gradient, a variable, a mistake: something is painted, so it shows.
  if (Number.isNaN(colour.l)) return { kind: 'grey', lightness: value.startsWith('url') ? 0.9 : 0 };
  if (!(colour.s >= LEAST_SATURATION) || colour.l > 0.985 || colour.l < 0.06)
    return { kind: 'grey', lightness: colour.l };
  return { kind: 'accent', name: nearestAccent(colour.h) };
}

function nearestAccent(hue: number): string {
  const distance = (other: number) => Math.abs(((hue - other + 540) % 360) - 180);
  const [first, ...rest] = Object.entries(hues);
  return (
    rest.reduce((best, each) => (distance(each[1]) < distance(best?.[1] ?? 0) ? each : best), first)?.[0] ?? 'blue'
  );
}

/** The paint of a shape; nothing if it cannot be seen. */
export function paintOf(element: Element): Paint | undefined {
  const opacity = opacityOf(element);
  const closed = element.localName !== 'line';
  const fill = closed ? colourOf(styleOf(element, 'fill') ?? 'black', opacity * share(element, 'fill-opacity')) : none;
  const width = Number.parseFloat(styleOf(element, 'stroke-width') ?? '1');
  // Only axes are drawn in the colour of text.
  const line = (styleOf(element, 'stroke') ?? 'none').replace('currentColor', '#ccc');
  const stroke = width > 0 ? colourOf(line, opacity * share(element, 'stroke-opacity')) : none;
  const role = roleOf(fill, stroke, element);
  if (!role) return;
  const accent = fill.kind === 'accent' ? fill.name : stroke.kind === 'accent' ? stroke.name : undefined;
  const dashes = stroke.kind === 'none' ? undefined : dashesOf(element);
  return {
    role,
    width: role === 'line' && dashes === undefined ? Math.min(width, WIDEST_LINE) : 1,
    faint: fill.kind !== 'none' && role !== 'ground' && opacity < 0.6,
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
      // What is not closed holds nothing, whatever it is filled with: a cross, an open arrowhead.
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
  for (let at: Element | null = element; at; at = at.parentElement) opacity *= share(at, 'opacity');
  return opacity;
}

function share(element: Element, property: string): number {
  const value = styleOf(element, property);
  const number = Number.parseFloat(value ?? '');
  return Number.isNaN(number) ? 1 : value?.endsWith('%') ? number / 100 : number;
}

/** Dashes that Mermaid means as dashes: it writes solid lines as dashes without gaps, too. */
function dashesOf(element: Element): string | undefined {
  const lengths = (styleOf(element, 'stroke-dasharray') ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
  const [dash = 0, gap = dash] = lengths;
  return dash > 0 && gap > 0 && dash < 100 ? `${String(Math.round(dash))} ${String(Math.round(gap))}` : undefined;
}
