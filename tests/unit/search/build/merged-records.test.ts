import { describe, expect, it } from 'vitest';
import { mergeRecords } from '../../../../src/search/build/merged-records.ts';
import type { SearchRecord } from '../../../../src/search/build/records.ts';
import { fillUrlTemplate } from '../../../../src/search/format/url-template.ts';

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
/** Returns the addresses of each merged record, one for each of its agents. */
const addresses = (records: SearchRecord[]) =>
  mergeRecords(records).map(({ urlTemplate, agents }) =>
    agents.length === 0 ? [urlTemplate] : agents.map(({ id }) => fillUrlTemplate(urlTemplate, id)),
  );

describe('merging records', () => {
  it('makes one record of the same content, with an address for each agent', () => {
    const urls = ['/base/agents/ann/#locks', '/base/agents/bob%20b/#locks', '/base/agents/$&/#locks'];
    expect(addresses(['ann', 'bob b', '$&'].map((id, index) => record(urls[index] ?? '', id)))).toEqual([urls]);
  });

  it('leaves records apart that differ in one word or in their position', () => {
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

  it('leaves addresses intact in which an agent’s id occurs elsewhere too', () => {
    const odd = [
      record('/a/agents/a/#a', 'a'),
      record('/a/agents/agents/#a', 'agents', { body: 'Other.' }),
      record('/a/gates/a-b-gate/', 'a-b', { body: 'More.' }),
    ];
    expect(addresses(odd)).toEqual(odd.map(({ url }) => [url]));
  });

  describe('of which one is a copy of the other with small changes', () => {
    const lines = Array.from(
      { length: 10 },
      (_, line) => `Line ${String(line)} says that lock${String(line)} is held.`,
    );
    const original = record('/agents/ann/#locks', 'ann', { body: lines.join('\n') });
    const copy = record('/agents/bob/#locks', 'bob', { body: [...lines, 'Bob signs.'].join('\n') });

    it('makes one record, in which the words of both are found', () => {
      const [merged, ...others] = mergeRecords([original, copy]);
      expect(others).toEqual([]);
      expect(merged?.agents.map(({ id }) => id)).toEqual(['ann', 'bob']);
      expect(merged?.body.split('\n')).toEqual([...lines, 'Bob signs.']);
    });

    it('leaves agents apart, because readers look for them by name', () => {
      const agents = [original, copy].map((one) => ({ ...one, kind: 'agent' as const }));
      expect(mergeRecords(agents)).toHaveLength(2);
    });
  });

  it('counts an agent once that has the same content twice in one section', () => {
    const twice = record('/agents/ann/#locks', 'ann');
    expect(addresses([twice, twice])).toEqual([[twice.url]]);
  });
});
