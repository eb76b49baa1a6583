import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accentPalette, palette } from '../../../src/styles/palette.ts';

describe('the palette for code', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');

  it.each(Object.entries(palette))('has the same colour for --%s as tokens.css', (token, [light, dark]) => {
    expect(tokens).toContain(`--${token}: light-dark(${light}, ${dark});`);
  });

  it.each(Object.entries(accentPalette))('has the same accent %s as tokens.css', (name, [light, dark]) => {
    expect(tokens).toMatch(new RegExp(`data-accent='${name}'\\] \\{\\s*--accent: light-dark\\(${light}, ${dark}\\);`));
  });
});
