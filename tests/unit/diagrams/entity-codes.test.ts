import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../../src/diagrams/entity-codes.ts';

describe('decodeEntities', () => {
  it.each([
    ['ﬂ°lt¶ßb&gt;', '<b>'],
    ['ﬂ°°35¶ß1', '#1'],
    ['&#96;x&#96;', '`x`'],
    ['a & b &unknown; &#9999999;', 'a & b &unknown; &#9999999;'],
  ])('decodes %j as %j', (text, decoded) => {
    expect(decodeEntities(text)).toBe(decoded);
  });
});
