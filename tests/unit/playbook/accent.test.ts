import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentOf, accents, monogramOf } from '../../../src/playbook/accent.ts';

describe('accentOf', () => {
  it('takes the colour that the agent has', () => {
    expect(accents.map((color) => accentOf('anyone', color))).toEqual([...accents]);
  });

  // Written out: a changed hash would repaint every agent of every playbook.
  it.each([
    ['gardener', 'yellow'],
    ['ferry-pilot', 'red'],
    ['天気予報士', 'cyan'],
    ['', 'orange'],
  ])('gives %j the same colour for ever', (name, color) => {
    expect(accentOf(name, undefined)).toBe(color);
  });

  it('falls back to the name for a colour that is not one of ours', () => {
    for (const color of ['Red', '#ff0000', '', 'constructor', 'red" onmouseover="x']) {
      expect(accentOf('gardener', color)).toBe(accentOf('gardener', undefined));
    }
  });

  it('gives one of the eight to any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(accents).toContain(accentOf(name, undefined));
      }),
    );
  });

  it('uses all of the colours', () => {
    const given = new Set(Array.from({ length: 100 }, (_, index) => accentOf(`agent-${String(index)}`, undefined)));
    expect(given.size).toBe(accents.length);
  });
});

describe('monogramOf', () => {
  it.each([
    ['rust-pro', 'RP'],
    ['rust-system-architect', 'RSA'],
    ['one-two-three-four', 'OTT'],
    ['helper', 'HE'],
    ['x', 'X'],
    ['3d-artist', '3A'],
    ['天気予報士', '天気'],
    ['élan vital', 'ÉV'],
    ['../../x', 'X'],
    ['Доктор Кто', 'ДК'],
  ])('%s → %s', (name, monogram) => {
    expect(monogramOf(name)).toBe(monogram);
  });

  it('does not take a mark above or below a letter for the end of a word', () => {
    expect(monogramOf('हिन्दी')).toBe('हन');
    expect(monogramOf('e\u0301cole')).toBe('EC');
  });

  it.each(['', '!!!', '🚀', '---'])('has a question mark for %j, which has no letters', (name) => {
    expect(monogramOf(name)).toBe('?');
  });
});
