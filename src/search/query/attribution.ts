import { agentsOf, type FacetTable } from './facets.ts';
import { idOf, ofAgent } from '../format/columnar-records.ts';
import type { StoredAgent, StoredHead } from '../format/index-format.ts';
import type { Filters } from './result-types.ts';
import type { Query } from './query.ts';
import { fold } from './words.ts';

/** Gives a record to one of the agents that have it. */
export type Whose = <Head extends StoredHead>(head: Head, record: number) => Head;

/** Agents that somebody asks for, by a filter or else by name: their indices. */
export function askedAgents({ words, compounds }: Query, filters: Filters, agents: readonly StoredAgent[]): number[] {
  const isFiltered = filters.agent.length > 0;
  const asked = new Set(isFiltered ? filters.agent : [...words, ...compounds]);
  return agents.flatMap((agent, index) => (asked.has(isFiltered ? idOf(agent) : fold(agent[0])) ? [index] : []));
}

/** Shows what an agent that was asked for has as its own, even if another one has it first. */
export function whoseIn(asked: readonly number[], agents: readonly StoredAgent[], table: FacetTable): Whose {
  return (head, record) => {
    if (head.others === 0 || asked.length === 0) return head;
    const having = agentsOf(record, table);
    const agent = agents[asked.find((one) => having.includes(one)) ?? -1];
    return agent ? ofAgent(head, agent) : head;
  };
}
