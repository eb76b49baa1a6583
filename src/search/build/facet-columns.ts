import { kindLetter, type StoredFacets, type StoredSets } from '../format/index-format.ts';
import type { MergedRecord } from './merged-records.ts';

/** Returns the facet values of each record in the format that `readFacets` reads. */
export function storeFacets(
  records: readonly MergedRecord[],
  agentIndices: ReadonlyMap<string, number>,
  topics: readonly { id: string; title: string }[],
): StoredFacets {
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  const topicIndices = new Map(topics.map(({ id }, index) => [id, index]));
  return {
    kinds,
    kindOf: records.map(({ kind }) => kindLetter(kinds.indexOf(kind))).join(''),
    agents: storeSets(records.map((record) => record.agents.flatMap(({ id }) => agentIndices.get(id) ?? []))),
    topics: topics.map(({ id, title }) => [id, title]),
    topicSets: storeSets(records.map((record) => record.topics.flatMap((id) => topicIndices.get(id) ?? []))),
  };
}

/** Stores each distinct set once, and for each record the index of its set. */
function storeSets(sets: readonly (readonly number[])[]): StoredSets {
  const distinct = new Map<string, { index: number; set: number[] }>();
  const of = sets.map((numbers) => {
    const sorted = [...numbers].sort((a, b) => a - b);
    const set = sorted.map((number, index) => number - (sorted[index - 1] ?? 0));
    const key = set.join();
    const entry = distinct.get(key) ?? { index: distinct.size, set };
    distinct.set(key, entry);
    return entry.index;
  });
  return { sets: [...distinct.values()].map(({ set }) => set), of };
}
