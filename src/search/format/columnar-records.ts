import {
  kindLetter,
  kindsByLetter,
  type ColumnarRecords,
  type OwnRecords,
  type StoredAgent,
  type StoredHead,
} from './index-format.ts';
import type { ResultKind } from './result-kinds.ts';
import { fillUrlTemplate } from './url-template.ts';

/** The part of a record that its head consists of. */
interface HeadSource {
  urlTemplate: string;
  kind: ResultKind;
  title: string;
  trail: string[];
  /** All agents that have the record. */
  agents: readonly { id: string; name: string }[];
}

/**
 * Stores the heads of records column by column.
 * @param agentIndices index of each agent, by its id
 */
export function toColumns(records: readonly HeadSource[], agentIndices: ReadonlyMap<string, number>): ColumnarRecords {
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  return {
    kinds,
    kindOf: records.map(({ kind }) => kindLetter(kinds.indexOf(kind))).join(''),
    urlTemplates: records.map(({ urlTemplate }) => urlTemplate),
    titles: records.map(({ title, agents: [first] }) => (title === first?.name ? null : title)),
    trails: records.map(({ trail }) => trail),
    agentOf: records.map(({ agents: [first] }) => (first && agentIndices.get(first.id)) ?? -1),
    others: records.map(({ agents }) => Math.max(0, agents.length - 1)),
  };
}

/** Reads the heads of records; the inverse of `toColumns`. */
export function fromColumns(columns: ColumnarRecords, agents: readonly StoredAgent[]): StoredHead[] {
  const kinds = kindsByLetter(columns.kinds);
  return columns.urlTemplates.map((urlTemplate, record) => {
    const agent = agents[columns.agentOf[record] ?? -1];
    return {
      urlTemplate,
      url: agent ? fillUrlTemplate(urlTemplate, agentId(agent)) : urlTemplate,
      kind: kinds.get(columns.kindOf.charAt(record)) ?? 'section',
      title: columns.titles[record] ?? agent?.[0] ?? '',
      trail: columns.trails[record] ?? [],
      ...(agent && { agent }),
      others: columns.others[record] ?? 0,
    };
  });
}

/** Returns an agent's id. Most agents have their name as their id, so it is stored only if it differs. */
export function agentId([name, , , id = name]: StoredAgent): string {
  return id;
}

/** Attributes a record to another of the agents that have it. */
export function attributeTo<Head extends StoredHead>(head: Head, agent: StoredAgent): Head {
  return { ...head, agent, url: fillUrlTemplate(head.urlTemplate, agentId(agent)) };
}

/** Makes the heads of the agents' own records, by number. */
export function ownHeads(
  { urlTemplate, numbers }: OwnRecords,
  agents: readonly StoredAgent[],
): Map<number, StoredHead> {
  const heads = new Map<number, StoredHead>();
  let number = 0;
  for (const [index, agent] of agents.entries()) {
    number += numbers[index] ?? 0;
    const first = heads.get(number);
    // Agents with the same name and description share a record.
    if (first) first.others += 1;
    else {
      const url = fillUrlTemplate(urlTemplate, agentId(agent));
      heads.set(number, { urlTemplate, url, kind: 'agent', title: agent[0], trail: [], agent, others: 0 });
    }
  }
  return heads;
}
