import { describe, expect, it } from 'vitest';
import {
  countValues,
  matches,
  readState,
  writeState,
  type FilterItem,
  type FilterState,
} from '../../../../src/components/filter/filter-state.ts';

const item = (text: string, tools: string[], models: string[]): FilterItem => ({
  text,
  values: new Map([
    ['tool', tools],
    ['model', models],
  ]),
});

const state = (text: string, chosen: Record<string, string[]> = {}): FilterState => ({
  text,
  chosen: new Map(Object.entries(chosen).map(([facet, values]) => [facet, new Set(values)])),
});

const pilot = item('Pilot: tides and Locks', ['Read', 'Bash'], ['opus']);
const cook = item('Cook: soup', ['Read'], ['sonnet']);

describe('a filter', () => {
  it('matches items that contain all the words, ignoring case', () => {
    expect(matches(pilot, state('LOCKS  tide'))).toBe(true);
    expect(matches(pilot, state('locks soup'))).toBe(false);
  });

  it('matches items with any chosen value of each facet', () => {
    expect(matches(pilot, state('', { tool: ['Bash', 'Write'], model: ['opus'] }))).toBe(true);
    expect(matches(pilot, state('', { tool: ['Bash'], model: ['sonnet'] }))).toBe(false);
    expect(matches(cook, state('', { tool: [], model: [] }))).toBe(true);
  });

  it('counts the items of a facet’s values regardless of the values chosen in that facet', () => {
    const chosen = state('', { tool: ['Bash'], model: ['sonnet'] });
    expect(countValues([pilot, cook], chosen, 'tool')).toEqual(new Map([['Read', 1]]));
    expect(countValues([pilot, cook], chosen, 'model')).toEqual(new Map([['opus', 1]]));
  });
});

describe('the state of a filter in the URL', () => {
  const facets = new Map([
    ['tool', new Set(['Read', 'Bash'])],
    ['model', new Set(['opus'])],
  ]);

  it('is restored from the parameters it was written to', () => {
    const parameters = writeState(state(' tides ', { tool: ['Read', 'Bash'], model: ['opus'] }));
    expect(parameters.toString()).toBe('q=tides&tool=Read&tool=Bash&model=opus');
    expect(readState(parameters, facets)).toEqual(state('tides', { tool: ['Read', 'Bash'], model: ['opus'] }));
  });

  it('drops unknown facets and values', () => {
    const parameters = new URLSearchParams('tool=Teleport&tool=Bash&colour=red');
    expect(readState(parameters, facets)).toEqual(state('', { tool: ['Bash'], model: [] }));
  });

  it('has no parameters without a filter', () => {
    expect(writeState(state('  ', { tool: [] })).size).toBe(0);
  });
});
