import { describe, expect, it } from 'vitest';
import { accentVariants, contrast } from '../../../src/settings/accent-variants.ts';

describe('the accent of a site', () => {
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
