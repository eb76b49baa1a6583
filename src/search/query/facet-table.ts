import { agentId } from '../format/columnar-records.ts';
import { kindsByLetter, type StoredAgent, type StoredFacets, type StoredSets } from '../format/index-format.ts';
import { kindOrder, resultKinds, type ResultKind } from '../format/result-kinds.ts';
import type { Facet, Facets, Filters } from './result-types.ts';

/** Maximum number of values of a filter to offer; those with the fewest results are left out. */
const MAX_VALUES = 50;

/** The facet values of each record, decoded. */
export interface FacetTable {
  kindOf: (record: number) => ResultKind;
  agents: Sets;
  topics: Sets;
}

/** A set of values for each record. */
interface Sets {
  /** All values; sets contain indices into this list. */
  values: readonly (readonly [id: string, label: string])[];
  sets: readonly (readonly number[])[];
  setOf: (record: number) => number;
}

/** Decodes stored facets. */
export function readFacets(stored: StoredFacets, agents: readonly StoredAgent[]): FacetTable {
  const kinds = kindsByLetter(stored.kinds);
  return {
    kindOf: (record) => kinds.get(stored.kindOf.charAt(record)) ?? 'section',
    agents: readSets(
      stored.agents,
      agents.map((agent) => [agentId(agent), agent[0]]),
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

/** Returns the indices of the agents that have a record. */
export function agentsOfRecord(record: number, { agents }: FacetTable): readonly number[] {
  return valuesOf(record, agents);
}

/** Returns the indices of the topics of a record. */
export function topicsOfRecord(record: number, { topics }: FacetTable): readonly number[] {
  return valuesOf(record, topics);
}

function valuesOf(record: number, { sets, setOf }: Sets): readonly number[] {
  return sets[setOf(record)] ?? [];
}

/** Whether a record matches a filter. */
type Test = (record: number) => boolean;

function testsFor({ kindOf, agents, topics }: FacetTable, filters: Filters): Record<keyof Filters, Test> {
  const kinds = new Set(filters.kind);
  return {
    kind: (record) => kinds.size === 0 || kinds.has(kindOf(record)),
    agent: hasOneOf(filters.agent, agents),
    topic: hasOneOf(filters.topic, topics),
  };
}

/** Tests whether a record has one of the values. No record has an id that no longer exists. */
function hasOneOf(ids: readonly string[], { values, sets, setOf }: Sets): Test {
  if (ids.length === 0) return () => true;
  const chosen = new Set(ids.map((id) => values.findIndex(([one]) => one === id)));
  const matching = sets.map((set) => set.some((value) => chosen.has(value)));
  return (record) => matching[setOf(record)] ?? false;
}

/** Returns the records that match all filters, in their order. */
export function filterRecords(records: readonly number[], filters: Filters, table: FacetTable): number[] {
  const { kind, agent, topic } = testsFor(table, filters);
  return records.filter((record) => kind(record) && agent(record) && topic(record));
}

/** Counts for each value of each filter the records that have it and match the other filters. */
export function countFacets(records: readonly number[], filters: Filters, table: FacetTable): Facets {
  const { kindOf, agents, topics } = table;
  const test = testsFor(table, filters);
  const kindCounts = new Map<string, number>();
  const agentCounts = new Map<number, number>();
  const topicCounts = new Map<number, number>();
  for (const record of records) {
    const [kindMatches, agentMatches, topicMatches] = [test.kind(record), test.agent(record), test.topic(record)];
    if (agentMatches && topicMatches) add(kindCounts, kindOf(record));
    if (kindMatches && topicMatches) for (const agent of valuesOf(record, agents)) add(agentCounts, agent);
    if (kindMatches && agentMatches) for (const topic of valuesOf(record, topics)) add(topicCounts, topic);
  }
  const named = (counts: Map<number, number>, { values }: Sets) =>
    [...counts].map(([index, count]) => ({ value: values[index]?.[0] ?? '', label: values[index]?.[1] ?? '', count }));
  return {
    kind: kindOrder.flatMap((kind): Facet[] => {
      const count = kindCounts.get(kind);
      const isChosen = filters.kind.includes(kind);
      return count === undefined && !isChosen
        ? []
        : [{ value: kind, label: resultKinds[kind].many, count: count ?? 0 }];
    }),
    agent: limitFacets(named(agentCounts, agents), filters.agent, agents.values),
    topic: limitFacets(named(topicCounts, topics), filters.topic, topics.values),
  };
}

function add<Key>(counts: Map<Key, number>, key: Key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Sorts facets by count and drops the rarest. A chosen value is always included, with a count of 0 if need be. */
function limitFacets(
  facets: Facet[],
  chosen: readonly string[],
  names: readonly (readonly [id: string, label: string])[],
): Facet[] {
  const sorted = facets.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'));
  const shown = sorted.filter(({ value }, index) => index < MAX_VALUES || chosen.includes(value));
  const empty = names
    .filter(([id]) => chosen.includes(id) && !shown.some(({ value }) => value === id))
    .map(([value, label]) => ({ value, label, count: 0 }));
  return [...shown, ...empty];
}
