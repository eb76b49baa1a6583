import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentOf, accents, monogramOf } from '../../../src/playbook/accent.ts';

describe('accentOf', () => {
  it('returns the colour of the agent', () => {
    expect(accents.map((color) => accentOf('anyone', color))).toEqual([...accents]);
  });

  // Literal values, because a changed hash would change the colour of every agent in every playbook.
  it.each([
    ['gardener', 'yellow'],
    ['ferry-pilot', 'red'],
    ['天気予報士', 'blue'],
    ['', 'orange'],
  ])('always returns the same colour for %j', (name, color) => {
    expect(accentOf(name, undefined)).toBe(color);
  });

  it('uses the name if the colour is unknown', () => {
    for (const color of ['Red', '#ff0000', '', 'constructor', 'red" onmouseover="x']) {
      expect(accentOf('gardener', color)).toBe(accentOf('gardener', undefined));
    }
  });

  it('returns one of the eight colours for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(accents).toContain(accentOf(name, undefined));
      }),
    );
  });

  it('returns all of the colours', () => {
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
  ])('returns for %s the initials %s', (name, monogram) => {
    expect(monogramOf(name)).toBe(monogram);
  });

  it('does not end a word at a combining mark', () => {
    expect(monogramOf('हिन्दी')).toBe('हन');
    expect(monogramOf('e\u0301cole')).toBe('EC');
  });

  it.each(['', '!!!', '🚀', '---'])('returns a question mark for %j, which has no letters', (name) => {
    expect(monogramOf(name)).toBe('?');
  });
});
