import { agentId, attributeTo } from '../format/columnar-records.ts';
import type { StoredAgent, StoredHead } from '../format/index-format.ts';
import { agentsOfRecord, type FacetTable } from './facet-table.ts';
import type { Query } from './query.ts';
import type { Filters } from './result-types.ts';
import { fold } from './words.ts';

/** Attributes a record to one of the agents that have it. */
export type Attribution = <Head extends StoredHead>(head: Head, record: number) => Head;

/** Returns the indices of the agents that a search asks for, by a filter or else by name. */
export function requestedAgents(
  { words, compounds }: Query,
  filters: Filters,
  agents: readonly StoredAgent[],
): number[] {
  const isFiltered = filters.agent.length > 0;
  const requested = new Set(isFiltered ? filters.agent : [...words, ...compounds]);
  return agents.flatMap((agent, index) => (requested.has(isFiltered ? agentId(agent) : fold(agent[0])) ? [index] : []));
}

/** Attributes records to the requested agents where they have them, and otherwise to the first agent. */
export function attributionTo(
  requested: readonly number[],
  agents: readonly StoredAgent[],
  table: FacetTable,
): Attribution {
  return (head, record) => {
    if (head.others === 0 || requested.length === 0) return head;
    const owners = agentsOfRecord(record, table);
    const agent = agents[requested.find((one) => owners.includes(one)) ?? -1];
    return agent ? attributeTo(head, agent) : head;
  };
}
