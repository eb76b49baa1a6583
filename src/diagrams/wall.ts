import type { Element } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { accents } from '../playbook/accent.ts';

const numbers = /^[\d\s.,e+-]*$/i;
/** Addresses without protocol and host; browsers read a backslash as a slash, and past tabs and line breaks. */
const onThisSite = /^(?:[#?]|\.{0,2}\/(?!\/))[^\s\\]*$/;
/** A part of the same drawing. */
const own = /^url\(#[\w-]+\)$/;

/**
 * The last wall: Mermaid text is untrusted. Nothing above should let anything else through; this makes sure.
 * No `style`, no scripts or handlers, no pictures, fonts or other files; links to this site only.
 */
const schema: Schema = {
  strip: ['script', 'style', 'foreignObject'],
  tagNames: 'svg title desc defs marker g a rect circle ellipse polygon polyline path text tspan'.split(' '),
  attributes: {
    '*': [
      'className',
      'strokeWidth',
      'fillOpacity',
      ['strokeDashArray', numbers],
      ['dataAccent', ...accents],
      ['transform', /^matrix\([\d\s.e-]+\)$/],
    ],
    svg: ['role', 'viewBox', 'width', 'height', 'ariaLabelledBy', 'textAnchor', 'fontSize'],
    title: ['id'],
    desc: ['id'],
    marker: ['id', ['viewBox', numbers], 'refX', 'refY', 'markerWidth', 'markerHeight', 'markerUnits', 'orient'],
    a: [['href', onThisSite], 'ariaLabel'],
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

/** An SVG as text that is safe to place in a page, and is XML as well as HTML. */
export function toSafeSvg(svg: Element): string {
  return toHtml(sanitize(svg, schema), { space: 'svg', closeEmptyElements: true });
}
