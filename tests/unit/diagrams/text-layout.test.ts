import { describe, expect, it } from 'vitest';
import { layOutText } from '../../../src/diagrams/text-layout.ts';
import { findElement } from './find-element.ts';

describe('layOutText', () => {
  const lines = (svg: string) =>
    layOutText(findElement(svg)).map((line) => [line.x, line.y, line.runs.map((run) => run.text).join('|')]);

  it('collapses white space, and joins runs of the same style', () => {
    expect(lines('<text id="x" x="1" y="2"> a\n <tspan>b</tspan><tspan> c</tspan> </text>')).toEqual([[1, 2, 'a b c']]);
  });

  it('separates runs of different style', () => {
    expect(lines('<text id="x"><tspan font-weight="bold">a</tspan> b</text>')).toEqual([[0, 0, 'a| b']]);
  });

  it('uses the innermost of two positions', () => {
    expect(lines('<text id="x" dy="1em"><tspan x="5" dy="1em">a</tspan></text>')).toEqual([[5, 14, 'a']]);
  });

  it('places rows of a label 1.3 em apart', () => {
    const row = (y: string) => `<tspan class="text-outer-tspan row" x="0" y="${y}" dy="1.1em">a</tspan>`;
    const [first, second] = layOutText(findElement(`<text id="x" y="-10.1">${row('-0.1em')}${row('1em')}</text>`));
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(1.3 * 14);
  });
});
