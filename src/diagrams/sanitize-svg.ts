/* Removes everything from a drawing that is not explicitly allowed. */

import type { Element } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { accents } from '../playbook/accent.ts';

const numbers = /^[\d\s.,e+-]*$/i;
/** A reference to an element of the same drawing. */
const ownReference = /^url\(#[\w-]+\)$/;

/**
 * The allowed content of a drawing: no `style`, scripts, event handlers, links, images, fonts or other files. Mermaid text is
 * untrusted; write-svg.ts should write nothing else, and this makes sure. annotate-svg.ts adds links afterwards.
 */
const schema: Schema = {
  strip: ['script', 'style', 'foreignObject'],
  tagNames: 'defs marker g rect circle ellipse polygon polyline path text tspan'.split(' '),
  attributes: {
    '*': [
      'className',
      'strokeWidth',
      'fillOpacity',
      'strokeOpacity',
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
      ['markerStart', ownReference],
      ['markerEnd', ownReference],
    ],
    path: [
      ['d', /^[\d\s.,e+MLHVCSQTAZ-]*$/i],
      ['markerStart', ownReference],
      ['markerEnd', ownReference],
    ],
    text: ['x', 'y', 'textAnchor', 'fontSize', 'fontWeight', 'fontStyle'],
    tspan: ['x', 'y', 'fontSize', 'fontWeight', 'fontStyle'],
  },
  clobber: [],
  clobberPrefix: '',
};

/** Serialises the content of an SVG as text that is safe in a page, and valid as XML and as HTML. */
export function sanitizeSvg(shapes: Element[]): string {
  return toHtml(sanitize({ type: 'root', children: shapes }, schema), { space: 'svg', closeEmptyElements: true });
}
