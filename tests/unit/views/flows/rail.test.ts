import { describe, expect, it } from 'vitest';
import { flowRail } from '../../../../src/views/flows/rail.ts';

const route = (...labels: string[]) => ({ parties: labels.map((label) => ({ label })), joined: 'and' as const });

describe('the rail of a flow', () => {
  it('has one lane per agent, in order of first appearance', () => {
    const { lanes } = flowRail([route('@b'), route('@a'), route('@b')]);
    expect(lanes.map(({ party, steps }) => [party.label, steps])).toEqual([
      ['@b', [1, 3]],
      ['@a', [2]],
    ]);
    expect(lanes[0]?.x).toBeLessThan(lanes[1]?.x ?? 0);
  });

  it('jumps back to the lane of an agent that returns', () => {
    const { lanes, rows } = flowRail([route('@a'), route('@b'), route('@a')]);
    const [first, second] = lanes.map(({ x }) => x);
    expect(rows[2]?.lines).toContainEqual({ kind: 'path', x1: second, x2: first, y1: '0', y2: '0' });
  });

  it('draws the lane of an agent that returns from its first to its last step', () => {
    const { lanes, rows } = flowRail([route('@a'), route('@b'), route('@a'), route('@b')]);
    const x = lanes[0]?.x;
    const lane = rows.map(({ lines }) => lines.find((line) => line.kind === 'lane' && line.x1 === x));
    expect(lane.map((line) => line && [line.y1, line.y2])).toEqual([
      ['50%', '100%'],
      ['0', '100%'],
      ['0', '50%'],
      undefined,
    ]);
  });

  it('draws one line through a step that has others before and after it', () => {
    const { lanes, rows } = flowRail([route('@a'), route('@a'), route('@a')]);
    const x = lanes[0]?.x;
    const path = rows.map(({ lines }) => lines.filter(({ kind }) => kind === 'path'));
    expect(path[1]).toEqual([{ kind: 'path', x1: x, x2: x, y1: '0', y2: '100%' }]);
    expect([path[0], path[2]].map((lines) => lines?.map(({ y1, y2 }) => [y1, y2]))).toEqual([
      [['50%', '100%']],
      [['0', '50%']],
    ]);
  });

  it('draws its dots beside the titles of steps that have tasks', () => {
    const { dotHeight, rows } = flowRail([undefined, undefined], '1.6rem');
    expect(dotHeight).toBe('1.6rem');
    expect(rows.map(({ lines }) => lines.map(({ y1, y2 }) => [y1, y2]))).toEqual([
      [['1.6rem', '100%']],
      [['0', '1.6rem']],
    ]);
  });

  it('shows a step of several agents as several dots, joined', () => {
    const { lanes, rows } = flowRail([route('@a', '@b')]);
    const [a, b] = lanes.map(({ x }) => x);
    expect(rows[0]?.dots.map(({ x }) => x)).toEqual([a, b]);
    expect(rows[0]?.lines).toEqual([{ kind: 'path', x1: a, x2: b, y1: '50%', y2: '50%' }]);
  });

  it('draws an agent that is named twice in a step once', () => {
    expect(flowRail([route('@a', '@a')]).rows[0]?.dots).toHaveLength(1);
  });

  it('is one line with numbers where no step names an agent', () => {
    const { lanes, rows } = flowRail([undefined, undefined]);
    expect(lanes).toEqual([]);
    expect(new Set(rows.flatMap(({ dots }) => dots.map(({ x }) => x)))).toHaveLength(1);
  });

  it('moves lanes together where there are many, so that a phone has room for the text', () => {
    const { width } = flowRail(Array.from({ length: 15 }, (_, index) => route(`@agent-${String(index)}`)));
    expect(width).toBeLessThanOrEqual(165);
  });
});
