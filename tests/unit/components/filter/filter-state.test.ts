import { describe, expect, it } from 'vitest';
import {
  filterItems,
  readState,
  writeState,
  type FilterItem,
  type FilterState,
} from '../../../../src/components/filter/filter-state.ts';

const item = (text: string, tools: string[], models: string[]): FilterItem => ({
  text: text.toLowerCase(),
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
  const found = (filter: FilterState) => filterItems([pilot, cook], filter).matching;

  it('matches items that contain all the words, ignoring case', () => {
    expect(found(state('LOCKS  tide'))).toEqual([pilot]);
    expect(found(state('locks soup'))).toEqual([]);
  });

  it('matches items with any chosen value of each facet', () => {
    expect(found(state('', { tool: ['Bash', 'Write'], model: ['opus'] }))).toEqual([pilot]);
    expect(found(state('', { tool: ['Bash'], model: ['sonnet'] }))).toEqual([]);
    expect(found(state('', { tool: [], model: [] }))).toEqual([pilot, cook]);
  });

  it('counts the items of a facet’s values regardless of the values chosen in that facet', () => {
    const { counts } = filterItems([pilot, cook], state('', { tool: ['Bash'], model: ['sonnet'] }));
    expect(counts.get('tool')).toEqual(new Map([['Read', 1]]));
    expect(counts.get('model')).toEqual(new Map([['opus', 1]]));
  });

  it('counts only items with all the words', () => {
    const { counts } = filterItems([pilot, cook], state('soup', { tool: [], model: [] }));
    expect(counts.get('tool')).toEqual(new Map([['Read', 1]]));
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
