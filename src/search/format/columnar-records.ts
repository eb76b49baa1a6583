import { kindLetter, kindsByLetter, type HeadColumns, type StoredAgent, type StoredHead } from './index-format.ts';
import { addressAt, type MergedRecord } from '../build/merged-records.ts';

/** @param agents index of each agent, by its id */
export function headColumns(records: readonly MergedRecord[], agents: ReadonlyMap<string, number>): HeadColumns {
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  return {
    kinds,
    kindOf: records.map(({ kind }) => kindLetter(kinds.indexOf(kind))).join(''),
    places: records.map(({ place }) => place),
    titles: records.map(({ title, agents: [first] }) => (title === first?.name ? null : title)),
    trails: records.map(({ trail }) => trail),
    agentOf: records.map(({ agents: [first] }) => (first && agents.get(first.id)) ?? -1),
    others: records.map((record) => Math.max(0, record.agents.length - 1)),
  };
}

/** Columns as they are stored → a head for each record. */
export function readHeads(columns: HeadColumns, agents: readonly StoredAgent[]): StoredHead[] {
  const kinds = kindsByLetter(columns.kinds);
  return columns.places.map((place, record) => {
    const agent = agents[columns.agentOf[record] ?? -1];
    return {
      place,
      url: agent ? addressAt(place, idOf(agent)) : place,
      kind: kinds.get(columns.kindOf.charAt(record)) ?? 'section',
      title: columns.titles[record] ?? agent?.[0] ?? '',
      trail: columns.trails[record] ?? [],
      ...(agent && { agent }),
      others: columns.others[record] ?? 0,
    };
  });
}

/** Most agents have their name as their id. */
export function idOf([name, , , id = name]: StoredAgent): string {
  return id;
}

/** What somebody has, as that of another agent who has it, too. */
export function ofAgent<Head extends StoredHead>(head: Head, agent: StoredAgent): Head {
  return { ...head, agent, url: addressAt(head.place, idOf(agent)) };
}
