import { describe, expect, it } from 'vitest';
import { boundingBox } from '../../../src/diagrams/bounding-box.ts';
import { findElement } from './find-element.ts';

describe('boundingBox', () => {
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
    expect(boundingBox(findElement(svg))).toEqual({ x, y, width, height });
  });
});
