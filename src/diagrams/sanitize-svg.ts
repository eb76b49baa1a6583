import type { Element } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { accents } from '../playbook/accent.ts';

const numbers = /^[\d\s.,e+-]*$/i;
/** A part of the same drawing. */
const own = /^url\(#[\w-]+\)$/;

/**
 * The last wall: Mermaid text is untrusted. Nothing above should let anything else through; this makes sure.
 * No `style`, no scripts or handlers, no links, pictures, fonts or other files: what links there are come from the site itself.
 */
const schema: Schema = {
  strip: ['script', 'style', 'foreignObject'],
  tagNames: 'defs marker g rect circle ellipse polygon polyline path text tspan'.split(' '),
  attributes: {
    '*': [
      'className',
      'strokeWidth',
      'fillOpacity',
      ['strokeDashArray', numbers],
      ['dataAccent', ...accents],
      ['transform', /^matrix\([\d\s.e-]+\)$/],
    ],
    g: ['dataNode'],
    marker: ['id', ['viewBox', numbers], 'refX', 'refY', 'markerWidth', 'markerHeight', 'markerUnits', 'orient'],
    rect: ['x', 'y', 'width', 'height', 'rx'],
    circle: ['cx', 'cy', 'r'],
    ellipse: ['cx', 'cy', 'rx', 'ry'],
    polygon: [['points', numbers]],
    polyline: [
      ['points', numbers],
      ['markerStart', own],
      ['markerEnd', own],
    ],
    path: [
      ['d', /^[\d\s.,e+MLHVCSQTAZ-]*$/i],
      ['markerStart', own],
      ['markerEnd', own],
    ],
    text: ['x', 'y', 'textAnchor', 'fontSize', 'fontWeight', 'fontStyle'],
    tspan: ['x', 'y', 'fontSize', 'fontWeight', 'fontStyle'],
  },
  clobber: [],
  clobberPrefix: '',
};

/** The inside of an SVG as text that is safe to place in a page, and is XML as well as HTML. */
export function toSafeSvg(shapes: Element[]): string {
  return toHtml(sanitize({ type: 'root', children: shapes }, schema), { space: 'svg', closeEmptyElements: true });
}
