import { describe, expect, it } from 'vitest';
import { paintOf } from '../../../src/diagrams/paint.ts';
import { findElement } from './find-element.ts';

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
  ])('derives the role of %s', (svg, paint) => {
    expect(paintOf(findElement(svg))).toMatchObject(paint);
  });

  it.each(['fill="none"', 'fill="transparent"', 'fill="red" opacity="0"', 'fill="rgba(0,0,0,0)"'])(
    'returns undefined for a shape with %s',
    (attributes) => {
      expect(paintOf(findElement(`<rect id="x" ${attributes}/>`))).toBeUndefined();
    },
  );
});
