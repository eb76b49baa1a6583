import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { accentVariants, backgrounds, contrast } from '../../../src/settings/accent.ts';

describe('the accent of a site', () => {
  it('is compared with the backgrounds of the style sheet', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    for (const [index, name] of ['paper', 'raised', 'sunken'].entries()) {
      const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
      expect([light, dark], name).toEqual([backgrounds.light[index], backgrounds.dark[index]]);
    }
  });

  it.each(['#e0a030', 'white', 'black', '#808080', 'hsl(60, 100%, 50%)', 'blue'])(
    'is readable in both themes: %s',
    (colour) => {
      const { light, dark } = accentVariants(colour, 'accent');
      expect(contrast(light, 'light')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, 'dark')).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('is used as it is where it is readable, and otherwise a note says what is used instead', () => {
    const { light, dark, notes } = accentVariants('#0b6e4f', 'playbook.config.ts: accent');
    expect(light).toBe('#0b6e4f');
    expect(dark).not.toBe('#0b6e4f');
    expect(notes).toEqual([
      `playbook.config.ts: accent: #0b6e4f has a contrast of 2.6:1 in the dark theme, and text needs 4.5:1. There, ${dark} is used instead.`,
    ]);
  });
});
