import { rgb } from 'd3-color';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/*
 * Axe does not check text inside SVG, so the colours of diagrams (see diagram.css) are checked here. WCAG 2.2 requires
 * 4.5:1 for text (1.4.3) and 3:1 for lines that carry meaning (1.4.11).
 */
const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

const accents = [...tokens.matchAll(/\[data-accent='(\w+)'\]\s*\{\s*--accent: light-dark\((#\w+), (#\w+)\)/g)].map(
  ([, name = '', light = '', dark = '']) => ({ name, light, dark }),
);

function token(name: string, theme: Theme): string {
  const match = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens);
  return (theme === 'light' ? match?.[1] : match?.[2]) ?? '';
}

/** Returns the relative luminance, from 0 to 1, as WCAG defines it. */
function luminance(colour: string): number {
  const { r, g, b } = rgb(colour);
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Returns the result of `color-mix(in srgb, accent 9%, ground)`. */
function tinted(accent: string, ground: string): string {
  const [a, g] = [rgb(accent), rgb(ground)];
  const mix = (one: number, other: number) => one * 0.09 + other * 0.91;
  return rgb(mix(a.r, g.r), mix(a.g, g.g), mix(a.b, g.b)).formatHex();
}

describe.each(themes)('the colours of diagrams in the %s theme', (theme) => {
  it.each(['ink', 'ink-soft'])('give text in %s enough contrast on every background', (ink) => {
    for (const ground of ['paper', 'raised', 'sunken']) {
      expect(contrast(token(ink, theme), token(ground, theme)), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('give text and borders enough contrast in boxes of every accent', () => {
    expect(accents).toHaveLength(8);
    for (const accent of accents) {
      const ground = tinted(accent[theme], token('raised', theme));
      expect(contrast(token('ink', theme), ground), accent.name).toBeGreaterThanOrEqual(4.5);
      expect(contrast(accent[theme], token('raised', theme)), accent.name).toBeGreaterThanOrEqual(3);
    }
  });

  it('give lines enough contrast', () => {
    for (const ground of ['paper', 'raised']) {
      expect(contrast(token('edge', theme), token(ground, theme)), ground).toBeGreaterThanOrEqual(3);
    }
  });
});
