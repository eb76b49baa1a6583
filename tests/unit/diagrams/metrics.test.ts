import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../../src/diagrams/entities.ts';
import { readFont } from '../../../src/diagrams/font.ts';
import { ascent, descent, widthOf } from '../../../src/diagrams/metrics.ts';

describe('widthOf', () => {
  // From the font itself: DejaVu Sans has 2048 units to the em.
  it.each([
    ['a', 1255],
    ['M', 1767],
    ['Ж', 2206],
    ['→', 1716],
    ['aM', 1255 + 1767],
    ['', 0],
  ])('knows how wide %j is', (text, units) => {
    expect(widthOf(text, 2048, false)).toBe(units);
  });

  it('knows bold from normal', () => {
    expect(widthOf('a', 2048, true)).toBe(1382);
  });

  it('leaves room for what the font does not have', () => {
    expect(widthOf('天気', 14, false)).toBe(28);
    expect(widthOf('🚀', 10, false)).toBe(14);
    expect(widthOf('\u200b\u0301\ufe0f', 14, false)).toBe(0);
  });

  it('knows how high a line is', () => {
    expect(ascent + descent).toBeCloseTo(1.164, 3);
  });
});

describe('readFont', () => {
  it('refuses what is no WOFF file', () => {
    expect(() => readFont(Buffer.from('OTTO and more'))).toThrow('not a WOFF');
  });
});

describe('decodeEntities', () => {
  it.each([
    ['ﬂ°lt¶ßb&gt;', '<b>'],
    ['ﬂ°°35¶ß1', '#1'],
    ['&#96;x&#96;', '`x`'],
    ['a & b &unknown; &#9999999;', 'a & b &unknown; &#9999999;'],
  ])('makes %j %j', (text, decoded) => {
    expect(decodeEntities(text)).toBe(decoded);
  });
});
