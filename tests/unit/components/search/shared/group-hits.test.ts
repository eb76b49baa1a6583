import { describe, expect, it } from 'vitest';
import { groupHits } from '../../../../../src/components/search/shared/group-hits.ts';
import type { ResultKind } from '../../../../../src/search/format/result-kinds.ts';
import type { Hit } from '../../../../../src/search/query/result-types.ts';

const hit = (kind: ResultKind, url: string): Hit => ({
  url,
  kind,
  title: [],
  trail: [],
  snippet: [],
  terms: [],
  others: 0,
});

describe('groups of hits', () => {
  const hits = [
    hit('gate', '/1'),
    hit('section', '/2'),
    hit('gate', '/3'),
    hit('section', '/4'),
    hit('section', '/5'),
    hit('agent', '/6'),
  ];

  it('are in the order of their best hits, and have their hits in order', () => {
    const groups = groupHits(hits, [], 9).map(({ kind, hits }) => [kind, hits.map(({ url }) => url)]);
    expect(groups).toEqual([
      ['gate', ['/1', '/3']],
      ['section', ['/2', '/4', '/5']],
      ['agent', ['/6']],
    ]);
  });

  it('contain the first hits, and the number of further results of the kind', () => {
    const kinds = [
      { value: 'section', label: 'Sections', count: 12 },
      { value: 'gate', label: 'Gates', count: 2 },
    ];
    const groups = groupHits(hits, kinds, 2).map(({ label, hits, more }) => [label, hits.length, more]);
    expect(groups).toEqual([
      ['Gates', 2, 0],
      ['Sections', 2, 10],
      ['Agents', 1, 0],
    ]);
  });

  it('do not exist if nothing was found', () => {
    expect(groupHits([], [], 4)).toEqual([]);
  });
});
