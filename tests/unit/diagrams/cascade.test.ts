import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { boxOf } from '../../../src/diagrams/boxes.ts';
import { styleOf } from '../../../src/diagrams/cascade.ts';
import { paintOf } from '../../../src/diagrams/paint.ts';
import { layOut } from '../../../src/diagrams/text.ts';

/** The element with the id `x` of a drawing. */
function find(svg: string): Element {
  const element = new JSDOM(`<svg id="d">${svg}</svg>`).window.document.querySelector('#x');
  if (!element) throw new Error('no #x');
  return element;
}

describe('styleOf', () => {
  it.each([
    ['an attribute', '<rect id="x" fill="red"/>', 'red'],
    ['a rule before an attribute', '<style>#d rect{fill:blue;}</style><rect id="x" fill="red"/>', 'blue'],
    ['a style before a rule', '<style>#d rect{fill:blue;}</style><rect id="x" style="fill:red"/>', 'red'],
    [
      'an important rule before a style',
      '<style>rect{fill:blue!important;}</style><rect id="x" style="fill:red"/>',
      'blue',
    ],
    [
      'an important style before a rule',
      '<style>rect{fill:blue;}</style><rect id="x" style="fill:red !important"/>',
      'red',
    ],
    ['the stronger rule', '<style>#d .a{fill:red;}#d rect{fill:blue;}</style><rect id="x" class="a"/>', 'red'],
    ['the later rule of two alike', '<style>.a{fill:blue;}.b{fill:red;}</style><rect id="x" class="b a"/>', 'red'],
    ['what is inherited', '<style>.a{fill:red;}</style><g class="a"><g><rect id="x"/></g></g>', 'red'],
    [
      'nothing from animations',
      '<style>@keyframes a{from{fill:blue;}to{fill:blue;}}rect{fill:red}</style><rect id="x"/>',
      'red',
    ],
    [
      'nothing from rules that need a pointer',
      '<style>rect:hover{fill:blue;}rect{fill:red}</style><rect id="x"/>',
      'red',
    ],
  ])('finds %s', (_, svg, value) => {
    expect(styleOf(find(svg), 'fill')).toBe(value);
  });

  it('does not inherit what is not to be', () => {
    expect(styleOf(find('<g opacity="0.5"><rect id="x"/></g>'), 'opacity')).toBeUndefined();
  });
});

describe('paintOf', () => {
  it.each([
    ['<rect id="x" fill="#fff" stroke="#888"/>', { role: 'box' }],
    ['<rect id="x" fill="#eee" stroke="#888"/>', { role: 'panel' }],
    ['<rect id="x" fill="#eee"/>', { role: 'area' }],
    ['<rect id="x" fill="white"/>', { role: 'ground' }],
    ['<path id="x" d="M0 0h1" fill="none" stroke="#888" stroke-width="8"/>', { role: 'line', width: 2 }],
    ['<path id="x" d="M0 0h1" fill="none" stroke="#ccc"/>', { role: 'rule' }],
    ['<circle id="x" r="3" fill="#222"/>', { role: 'mark' }],
    ['<path id="x" d="M0 0l9 9M9 0l-9 9" stroke="#222"/>', { role: 'line' }],
    ['<rect id="x" fill="#f96" stroke="#333"/>', { role: 'box', accent: 'orange' }],
    ['<rect id="x" fill="lightblue"/>', { role: 'area', accent: 'cyan' }],
    ['<path id="x" d="M0 0h1" fill="none" stroke="#888" stroke-dasharray="3"/>', { dashes: '3 3' }],
    ['<path id="x" d="M0 0h1" fill="none" stroke="#888" stroke-dasharray="1, 0"/>', { role: 'line' }],
  ])('reads %s', (svg, paint) => {
    expect(paintOf(find(svg))).toMatchObject(paint);
  });

  it.each(['fill="none"', 'fill="transparent"', 'fill="red" opacity="0"', 'fill="rgba(0,0,0,0)"'])(
    'sees nothing of %s',
    (attributes) => {
      expect(paintOf(find(`<rect id="x" ${attributes}/>`))).toBeUndefined();
    },
  );
});

describe('layOut', () => {
  const lines = (svg: string) =>
    layOut(find(svg)).map((line) => [line.x, line.y, line.pieces.map((piece) => piece.text).join('|')]);

  it('collapses white space, and joins words that look the same', () => {
    expect(lines('<text id="x" x="1" y="2"> a\n <tspan>b</tspan><tspan> c</tspan> </text>')).toEqual([[1, 2, 'a b c']]);
  });

  it('keeps what looks different apart', () => {
    expect(lines('<text id="x"><tspan font-weight="bold">a</tspan> b</text>')).toEqual([[0, 0, 'a| b']]);
  });

  it('has the innermost of two places decide', () => {
    expect(lines('<text id="x" dy="1em"><tspan x="5" dy="1em">a</tspan></text>')).toEqual([[5, 14, 'a']]);
  });

  it('sets rows of labels as far apart as they are to be read', () => {
    const row = (y: string) => `<tspan class="text-outer-tspan row" x="0" y="${y}" dy="1.1em">a</tspan>`;
    const [first, second] = layOut(find(`<text id="x" y="-10.1">${row('-0.1em')}${row('1em')}</text>`));
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(1.3 * 14);
  });
});

describe('boxOf', () => {
  it.each([
    ['<rect id="x" x="1" y="2" width="3" height="4"/>', [1, 2, 3, 4]],
    ['<circle id="x" cx="5" cy="5" r="2"/>', [3, 3, 4, 4]],
    [
      '<g id="x"><rect width="2" height="2"/><g transform="translate(5 5)"><rect width="1" height="1"/></g></g>',
      [0, 0, 6, 6],
    ],
    ['<g id="x"><rect class="background"/><rect x="3" y="3" width="2" height="2"/></g>', [3, 3, 2, 2]],
    ['<g id="x"><rect width="2" height="2"/><rect style="display:none" width="9" height="9"/></g>', [0, 0, 2, 2]],
    ['<path id="x" d="M0 0 C0 10 10 10 10 0"/>', [0, 0, 10, 7.5]],
    ['<polygon id="x" points="0,0 4,0 4,-3" transform="translate(9,9)"/>', [0, -3, 4, 3]],
  ])('measures %s', (svg, [x, y, width, height]) => {
    expect(boxOf(find(svg))).toEqual({ x, y, width, height });
  });
});
