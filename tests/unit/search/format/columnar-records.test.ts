import { expect, it } from 'vitest';
import { ownHeads } from '../../../../src/search/format/columnar-records.ts';
import type { StoredAgent } from '../../../../src/search/format/index-format.ts';

it('The agents’ own records are known from their numbers, and agents that share a record are counted', () => {
  const agents: StoredAgent[] = [
    ['ann', 'red', 'A'],
    ['bob', 'red', 'B', 'team-bob'],
    ['ann', 'red', 'A', 'team-ann'],
  ];
  const heads = ownHeads({ urlTemplate: '/base/agents/{}/', numbers: [0, 7, -7] }, agents);
  expect([...heads].map(([number, { title, url, others }]) => [number, title, url, others])).toEqual([
    [0, 'ann', '/base/agents/ann/', 1],
    [7, 'bob', '/base/agents/team-bob/', 0],
  ]);
});
