import { describe, expect, it } from 'vitest';
import { countFacets, filterRecords, readFacets } from '../../../../src/search/query/facet-table.ts';
import { noFilters } from '../../../../src/search/query/result-types.ts';

// Records 0 to 4: a section and a gate of Ann, a section of Ann and Bob, a section of Bob, a topic.
const table = readFacets(
  {
    kinds: ['section', 'gate', 'topic'],
    kindOf: 'abaac',
    agents: { sets: [[0], [0, 1], [1], []], of: [0, 0, 1, 2, 3] },
    topics: [
      ['ffi', 'FFI'],
      ['unsafe', 'Unsafe code'],
    ],
    topicSets: { sets: [[], [0], [0, 1]], of: [1, 2, 0, 1, 0] },
  },
  [
    ['Ann', 'red', 'A', 'a'],
    ['Bob', 'blue', 'B', 'b'],
  ],
);
const all = [0, 1, 2, 3, 4];
const counts = (facets: { value: string; count: number }[]) =>
  Object.fromEntries(facets.map(({ value, count }) => [value, count]));

describe('filters', () => {
  it('must all match, while the values of one filter are alternatives', () => {
    expect(filterRecords(all, { kind: ['section'], agent: [], topic: [] }, table)).toEqual([0, 2, 3]);
    expect(filterRecords(all, { kind: ['section', 'gate'], agent: ['a'], topic: [] }, table)).toEqual([0, 1, 2]);
    expect(filterRecords(all, { kind: ['section'], agent: ['a'], topic: ['unsafe', 'ffi'] }, table)).toEqual([0]);
  });

  it('match a record of several agents for each of them', () => {
    expect(filterRecords(all, { kind: [], agent: ['b'], topic: [] }, table)).toEqual([2, 3]);
    expect(filterRecords(all, { kind: [], agent: ['a', 'b'], topic: [] }, table)).toEqual([0, 1, 2, 3]);
    expect(counts(countFacets(all, noFilters, table).agent)).toEqual({ a: 3, b: 2 });
  });

  it('with unknown values match nothing', () => {
    expect(filterRecords(all, { kind: [], agent: ['zoe'], topic: [] }, table)).toEqual([]);
    expect(filterRecords(all, { kind: [], agent: [], topic: ['grpc'] }, table)).toEqual([]);
  });

  it('count for each value the records that also match the other filters', () => {
    const facets = countFacets(all, { kind: ['gate'], agent: ['a'], topic: [] }, table);
    expect(counts(facets.kind)).toEqual({ section: 2, gate: 1 });
    expect(counts(facets.agent)).toEqual({ a: 1 });
    expect(counts(facets.topic)).toEqual({ ffi: 1, unsafe: 1 });
  });

  it('include a chosen value without results', () => {
    const facets = countFacets([4], { kind: ['gate'], agent: ['b'], topic: ['ffi'] }, table);
    expect(facets.kind.find(({ value }) => value === 'gate')?.count).toBe(0);
    expect(facets.agent).toEqual([{ value: 'b', label: 'Bob', count: 0 }]);
    expect(facets.topic).toEqual([{ value: 'ffi', label: 'FFI', count: 0 }]);
  });
});
