import { describe, expect, it } from 'vitest';
import { addressAt, mergeRecords } from '../../../../src/search/build/merged-records.ts';
import type { SearchRecord } from '../../../../src/search/build/records.ts';

const record = (url: string, agent: string | undefined, more: Partial<SearchRecord> = {}): SearchRecord => ({
  url,
  kind: 'section',
  title: 'Locks',
  trail: [],
  ...(agent !== undefined && { agent: { id: agent, name: agent, accent: 'red', monogram: 'A' } }),
  topics: [],
  body: 'One at a time.',
  ...more,
});
/** Each merged record, as the addresses that it has for its agents. */
const addresses = (records: SearchRecord[]) =>
  mergeRecords(records).map(({ place, agents }) =>
    agents.length === 0 ? [place] : agents.map(({ id }) => addressAt(place, id)),
  );

describe('records that say the same', () => {
  it('are one, which stands at the address of each of its agents', () => {
    const urls = ['/base/agents/ann/#locks', '/base/agents/bob%20b/#locks', '/base/agents/$&/#locks'];
    expect(addresses(['ann', 'bob b', '$&'].map((id, index) => record(urls[index] ?? '', id)))).toEqual([urls]);
  });

  it('stay two where one word is different, or where they stand', () => {
    const one = record('/agents/ann/#locks', 'ann');
    const others = [
      record('/agents/bob/#locks', 'bob', { body: 'Two at a time.' }),
      record('/agents/bob/#locks', 'bob', { title: 'Mutexes' }),
      record('/agents/bob/#locks', 'bob', { trail: ['Threads'] }),
      record('/agents/bob/#locks', 'bob', { code: 'lock()' }),
      record('/agents/bob/#locks', 'bob', { topics: ['async'] }),
      record('/agents/bob/#locks', 'bob', { kind: 'gate' }),
      record('/agents/bob/#locks-1', 'bob'),
      record('/topics/locks/', undefined),
    ];
    for (const other of others) expect(addresses([one, other])).toEqual([[one.url], [other.url]]);
  });

  it('keep their addresses where names of agents stand in names of other things', () => {
    const odd = [
      record('/a/agents/a/#a', 'a'),
      record('/a/agents/agents/#a', 'agents', { body: 'Other.' }),
      record('/a/gates/a-b-gate/', 'a-b', { body: 'More.' }),
    ];
    expect(addresses(odd)).toEqual(odd.map(({ url }) => [url]));
  });

  it('count an agent once that says the same twice in one place', () => {
    const twice = record('/agents/ann/#locks', 'ann');
    expect(addresses([twice, twice])).toEqual([[twice.url]]);
  });
});
