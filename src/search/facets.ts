import { kindOrder, resultKinds, type ResultKind } from './kinds.ts';
import { kindLetter, type StoredFacets } from './index-format.ts';
import type { Facet, Facets, Filters } from './outcome.ts';

/** More values than this in a filter are no choice; those with the fewest results are left out. */
const MOST_VALUES = 50;

/** What each record can be filtered by, ready to be asked. */
export interface FacetTable {
  kindOf: (record: number) => ResultKind;
  /** Index of its agent, -1 for none. */
  agentOf: Int32Array;
  stored: StoredFacets;
}

export function readFacets(stored: StoredFacets): FacetTable {
  const agentOf = new Int32Array(stored.kindOf.length);
  let next = 0;
  for (let index = 0; index < stored.agentRuns.length; index += 2) {
    const length = stored.agentRuns[index + 1] ?? 0;
    agentOf.fill(stored.agentRuns[index] ?? -1, next, next + length);
    next += length;
  }
  const byLetter = new Map(stored.kinds.map((kind, index) => [kindLetter(index), kind]));
  return { kindOf: (record) => byLetter.get(stored.kindOf.charAt(record)) ?? 'section', agentOf, stored };
}

/** Says of a record whether it passes. */
type Test = (record: number) => boolean;

function testsFor({ kindOf, agentOf, stored }: FacetTable, filters: Filters): Record<keyof Filters, Test> {
  const kinds = new Set(filters.kind);
  // An id that is unknown by now is nobody's, and not that of what has no agent.
  const agents = new Set(filters.agent.map((id) => stored.agents.findIndex(([one]) => one === id)));
  const topics = filters.topic.map((id) => stored.topics.findIndex(([one]) => one === id));
  const sets = stored.topicSets.map((set) => topics.some((topic) => set.includes(topic)));
  return {
    kind: (record) => kinds.size === 0 || kinds.has(kindOf(record)),
    agent: (record) => {
      const agent = agentOf[record] ?? -1;
      return agents.size === 0 || (agent !== -1 && agents.has(agent));
    },
    topic: (record) => topics.length === 0 || (sets[stored.topicSetOf[record] ?? -1] ?? false),
  };
}

/** The records that pass all filters, in their order. */
export function filterRecords(records: readonly number[], filters: Filters, table: FacetTable): number[] {
  const { kind, agent, topic } = testsFor(table, filters);
  return records.filter((record) => kind(record) && agent(record) && topic(record));
}

/** For each value of each filter, how many of the records it would leave beside the other filters. */
export function countFacets(records: readonly number[], filters: Filters, table: FacetTable): Facets {
  const { kindOf, agentOf, stored } = table;
  const test = testsFor(table, filters);
  const kinds = new Map<string, number>();
  const agents = new Map<number, number>();
  const topics = new Map<number, number>();
  for (const record of records) {
    const [ofKind, ofAgent, ofTopic] = [test.kind(record), test.agent(record), test.topic(record)];
    if (ofAgent && ofTopic) add(kinds, kindOf(record));
    const agent = agentOf[record] ?? -1;
    if (ofKind && ofTopic && agent !== -1) add(agents, agent);
    if (ofKind && ofAgent)
      for (const topic of stored.topicSets[stored.topicSetOf[record] ?? -1] ?? []) add(topics, topic);
  }
  const named = (counts: Map<number, number>, names: readonly (readonly [string, string])[]) =>
    [...counts].map(([index, count]) => ({ value: names[index]?.[0] ?? '', label: names[index]?.[1] ?? '', count }));
  return {
    kind: kindOrder.flatMap((kind): Facet[] => {
      const count = kinds.get(kind);
      const isChosen = filters.kind.includes(kind);
      return count === undefined && !isChosen
        ? []
        : [{ value: kind, label: resultKinds[kind].many, count: count ?? 0 }];
    }),
    agent: shortened(named(agents, stored.agents), filters.agent, stored.agents),
    topic: shortened(named(topics, stored.topics), filters.topic, stored.topics),
  };
}

function add<Key>(counts: Map<Key, number>, key: Key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The commonest first; what is chosen stays, with nothing to be found, too. */
function shortened(
  facets: Facet[],
  chosen: readonly string[],
  names: readonly (readonly [id: string, label: string])[],
): Facet[] {
  const sorted = facets.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'));
  const kept = sorted.filter(({ value }, index) => index < MOST_VALUES || chosen.includes(value));
  const empty = names
    .filter(([id]) => chosen.includes(id) && !kept.some(({ value }) => value === id))
    .map(([value, label]) => ({ value, label, count: 0 }));
  return [...kept, ...empty];
}
