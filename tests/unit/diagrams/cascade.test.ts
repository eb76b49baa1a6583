import { describe, expect, it } from 'vitest';
import { styleOf } from '../../../src/diagrams/cascade.ts';
import { findElement } from './find-element.ts';

describe('styleOf', () => {
  it.each([
    ['the value of an attribute', '<rect id="x" fill="red"/>', 'red'],
    ['a rule rather than an attribute', '<style>#d rect{fill:blue;}</style><rect id="x" fill="red"/>', 'blue'],
    [
      'a style attribute rather than a rule',
      '<style>#d rect{fill:blue;}</style><rect id="x" style="fill:red"/>',
      'red',
    ],
    [
      'an important rule rather than a style attribute',
      '<style>rect{fill:blue!important;}</style><rect id="x" style="fill:red"/>',
      'blue',
    ],
    [
      'an important style attribute rather than a rule',
      '<style>rect{fill:blue;}</style><rect id="x" style="fill:red !important"/>',
      'red',
    ],
    ['the stronger rule', '<style>#d .a{fill:red;}#d rect{fill:blue;}</style><rect id="x" class="a"/>', 'red'],
    [
      'the later one of two equally strong rules',
      '<style>.a{fill:blue;}.b{fill:red;}</style><rect id="x" class="b a"/>',
      'red',
    ],
    ['an inherited value', '<style>.a{fill:red;}</style><g class="a"><g><rect id="x"/></g></g>', 'red'],
    [
      'no value from an animation',
      '<style>@keyframes a{from{fill:blue;}to{fill:blue;}}rect{fill:red}</style><rect id="x"/>',
      'red',
    ],
    ['no value from a :hover rule', '<style>rect:hover{fill:blue;}rect{fill:red}</style><rect id="x"/>', 'red'],
  ])('returns %s', (_, svg, value) => {
    expect(styleOf(findElement(svg), 'fill')).toBe(value);
  });

  it('does not inherit opacity', () => {
    expect(styleOf(findElement('<g opacity="0.5"><rect id="x"/></g>'), 'opacity')).toBeUndefined();
  });
});
