import { color, hcl } from 'd3-color';
import { palette } from '../styles/palette.ts';

/** The accent of a site in both themes. */
export interface AccentVariants {
  light: string;
  dark: string;
  /** Says which colour is used instead of the configured one, and why; one line for each theme that needs another. */
  notes: string[];
}

/** The lowest contrast of text that WCAG 2.2 allows (success criterion 1.4.3). */
const MIN_CONTRAST = 4.5;

/** The backgrounds on which the accent is text. */
const { paper, raised, sunken } = palette;
const themes = { light: 0, dark: 1 } as const;

/**
 * Returns a colour for each theme that is readable as text: the given one, or one of the same hue that is as much darker
 * or lighter as it must be.
 * @param source where the colour is written, for the notes
 */
export function accentVariants(written: string, source: string): AccentVariants {
  const notes: string[] = [];
  const variant = (theme: keyof typeof themes) => {
    const own = hexOf(written);
    const readable = makeReadable(own, theme);
    if (readable !== own) {
      const ratio = contrast(own, theme).toFixed(1);
      notes.push(
        `${source}: ${written} has a contrast of ${ratio}:1 in the ${theme} theme, and text needs ${String(MIN_CONTRAST)}:1. There, ${readable} is used instead.`,
      );
    }
    return readable;
  };
  return { light: variant('light'), dark: variant('dark'), notes };
}

/** Returns the lowest contrast of a colour with the backgrounds of a theme. */
export function contrast(hex: string, theme: keyof typeof themes): number {
  const ratios = [paper, raised, sunken].map((background) => {
    const [low = 0, high = 0] = [luminance(hex), luminance(background[themes[theme]])].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  });
  return Math.min(...ratios);
}

function makeReadable(own: string, theme: keyof typeof themes): string {
  const step = theme === 'light' ? -1 : 1;
  const { h, c, l } = hcl(own);
  let readable = own;
  // Black and white, at the ends, are readable in their themes.
  for (let at = l; contrast(readable, theme) < MIN_CONTRAST && at >= 0 && at <= 100; at += step) {
    readable = hcl(h, c, at + step).formatHex();
  }
  return readable;
}

function hexOf(written: string): string {
  return color(written)?.formatHex() ?? '#000000';
}

/** Returns the relative luminance of a colour: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
