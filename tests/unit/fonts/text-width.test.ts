import { describe, expect, it } from 'vitest';
import { ascent, descent, widthOf } from '../../../src/fonts/text-width.ts';

describe('widthOf', () => {
  // From the font itself: DejaVu Sans has 2048 units to the em.
  it.each([
    ['a', 1255],
    ['M', 1767],
    ['Ж', 2206],
    ['→', 1716],
    ['aM', 1255 + 1767],
    ['', 0],
  ])('measures %j', (text, units) => {
    expect(widthOf(text, 2048, false)).toBe(units);
  });

  it('measures bold text', () => {
    expect(widthOf('a', 2048, true)).toBe(1382);
  });

  it('assumes a width for characters that the font lacks', () => {
    expect(widthOf('天気', 14, false)).toBe(28);
    expect(widthOf('🚀', 10, false)).toBe(14);
    expect(widthOf('\u200b\u0301\ufe0f', 14, false)).toBe(0);
  });

  it('gives the height of a line as 1.164 em', () => {
    expect(ascent + descent).toBeCloseTo(1.164, 3);
  });
});
