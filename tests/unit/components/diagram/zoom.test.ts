import { describe, expect, it } from 'vitest';
import { clampScale, fitScale, scrollAfterZoom } from '../../../../src/components/diagram/zoom.ts';

describe('the zoom of a full-screen diagram', () => {
  it.each([
    [0.01, 0.2],
    [1.5, 1.5],
    [9, 4],
  ])('limits a scale of %d to %d', (scale, limited) => {
    expect(clampScale(scale)).toBe(limited);
  });

  it('fits a large drawing into the window', () => {
    expect(fitScale({ width: 2_000, height: 500 }, { width: 1_000, height: 1_000 })).toBe(0.5);
    expect(fitScale({ width: 500, height: 4_000 }, { width: 1_000, height: 1_000 })).toBe(0.25);
  });

  it('never enlarges a drawing to fit the window', () => {
    expect(fitScale({ width: 100, height: 100 }, { width: 1_000, height: 1_000 })).toBe(1);
  });

  it('scrolls so that the point under the pointer stays in place', () => {
    const scroll = scrollAfterZoom(100, 50, 1, 2);
    expect(scroll).toBe(250);
    expect((scroll + 50) / 2).toBe((100 + 50) / 1);
  });
});
