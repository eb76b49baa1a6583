import { kindLetter, type StoredFacets, type StoredSets } from '../format/index-format.ts';
import type { MergedRecord } from './merged-records.ts';

/** What each record can be filtered by, as it is stored; `readFacets` reads it. */
export function storeFacets(
  records: readonly MergedRecord[],
  agents: ReadonlyMap<string, number>,
  topics: readonly { id: string; title: string }[],
): StoredFacets {
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  const topicIndices = new Map(topics.map(({ id }, index) => [id, index]));
  return {
    kinds,
    kindOf: records.map(({ kind }) => kindLetter(kinds.indexOf(kind))).join(''),
    agents: storeSets(records.map((record) => record.agents.flatMap(({ id }) => agents.get(id) ?? []))),
    topics: topics.map(({ id, title }) => [id, title]),
    topicSets: storeSets(records.map((record) => record.topics.flatMap((id) => topicIndices.get(id) ?? []))),
  };
}

function storeSets(all: readonly (readonly number[])[]): StoredSets {
  const sets = new Map<string, { index: number; set: number[] }>();
  const of = all.map((numbers) => {
    const sorted = [...numbers].sort((a, b) => a - b);
    const set = sorted.map((number, index) => number - (sorted[index - 1] ?? 0));
    const key = set.join();
    const known = sets.get(key) ?? { index: sets.size, set };
    sets.set(key, known);
    return known.index;
  });
  return { sets: [...sets.values()].map(({ set }) => set), of };
}
