import { idOf } from '../format/columnar-records.ts';
import { kindsByLetter, type StoredAgent, type StoredFacets, type StoredSets } from '../format/index-format.ts';
import { kindOrder, resultKinds, type ResultKind } from '../format/result-kinds.ts';
import type { Facet, Facets, Filters } from './result-types.ts';

/** More values than this in a filter are no choice; those with the fewest results are left out. */
const MOST_VALUES = 50;

/** What each record can be filtered by, ready to be asked. */
export interface FacetTable {
  kindOf: (record: number) => ResultKind;
  agents: Sets;
  topics: Sets;
}

/** A set of values for each record. */
interface Sets {
  /** Every value; sets hold indices of these. */
  values: readonly (readonly [id: string, label: string])[];
  sets: readonly (readonly number[])[];
  setOf: (record: number) => number;
}

export function readFacets(stored: StoredFacets, agents: readonly StoredAgent[]): FacetTable {
  const kinds = kindsByLetter(stored.kinds);
  return {
    kindOf: (record) => kinds.get(stored.kindOf.charAt(record)) ?? 'section',
    agents: readSets(
      stored.agents,
      agents.map((agent) => [idOf(agent), agent[0]]),
    ),
    topics: readSets(stored.topicSets, stored.topics),
  };
}

function readSets({ sets, of }: StoredSets, values: Sets['values']): Sets {
  return {
    values,
    sets: sets.map((differences) => {
      let number = 0;
      return differences.map((difference) => (number += difference));
    }),
    setOf: (record) => of[record] ?? -1,
  };
}

/** Whose a record is: indices of agents. */
export function agentsOf(record: number, { agents }: FacetTable): readonly number[] {
  return agents.sets[agents.setOf(record)] ?? [];
}

/** Says of a record whether it passes. */
type Test = (record: number) => boolean;

function testsFor({ kindOf, agents, topics }: FacetTable, filters: Filters): Record<keyof Filters, Test> {
  const kinds = new Set(filters.kind);
  return {
    kind: (record) => kinds.size === 0 || kinds.has(kindOf(record)),
    agent: hasOneOf(filters.agent, agents),
    topic: hasOneOf(filters.topic, topics),
  };
}

/** Whether a record has one of the values; an id that is unknown by now is nobody's. */
function hasOneOf(ids: readonly string[], { values, sets, setOf }: Sets): Test {
  if (ids.length === 0) return () => true;
  const chosen = new Set(ids.map((id) => values.findIndex(([one]) => one === id)));
  const passing = sets.map((set) => set.some((value) => chosen.has(value)));
  return (record) => passing[setOf(record)] ?? false;
}

/** The records that pass all filters, in their order. */
export function filterRecords(records: readonly number[], filters: Filters, table: FacetTable): number[] {
  const { kind, agent, topic } = testsFor(table, filters);
  return records.filter((record) => kind(record) && agent(record) && topic(record));
}

/** For each value of each filter, how many of the records it would leave beside the other filters. */
export function countFacets(records: readonly number[], filters: Filters, table: FacetTable): Facets {
  const { kindOf, agents, topics } = table;
  const test = testsFor(table, filters);
  const ofKinds = new Map<string, number>();
  const ofAgents = new Map<number, number>();
  const ofTopics = new Map<number, number>();
  for (const record of records) {
    const [ofKind, ofAgent, ofTopic] = [test.kind(record), test.agent(record), test.topic(record)];
    if (ofAgent && ofTopic) add(ofKinds, kindOf(record));
    if (ofKind && ofTopic) for (const agent of agents.sets[agents.setOf(record)] ?? []) add(ofAgents, agent);
    if (ofKind && ofAgent) for (const topic of topics.sets[topics.setOf(record)] ?? []) add(ofTopics, topic);
  }
  const named = (counts: Map<number, number>, { values }: Sets) =>
    [...counts].map(([index, count]) => ({ value: values[index]?.[0] ?? '', label: values[index]?.[1] ?? '', count }));
  return {
    kind: kindOrder.flatMap((kind): Facet[] => {
      const count = ofKinds.get(kind);
      const isChosen = filters.kind.includes(kind);
      return count === undefined && !isChosen
        ? []
        : [{ value: kind, label: resultKinds[kind].many, count: count ?? 0 }];
    }),
    agent: shortened(named(ofAgents, agents), filters.agent, agents.values),
    topic: shortened(named(ofTopics, topics), filters.topic, topics.values),
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
