import { agentsOf, type FacetTable } from './facets.ts';
import { idOf, ofAgent } from './head-columns.ts';
import type { StoredAgent, StoredHead } from './index-format.ts';
import type { Filters } from './outcome.ts';
import type { Query } from './query.ts';
import { fold } from './words.ts';

/** Agents that somebody asks for, by a filter or by name: their indices. */
export function askedAgents({ words, compounds }: Query, filters: Filters, agents: readonly StoredAgent[]): number[] {
  const names = new Set([...words, ...compounds]);
  return agents.flatMap((agent, index) =>
    filters.agent.length > 0
      ? filters.agent.includes(idOf(agent))
        ? [index]
        : []
      : names.has(fold(agent[0]))
        ? [index]
        : [],
  );
}

/** Of what several agents have, makes it that of one who was asked for. */
export function asAsked<Head extends StoredHead>(
  head: Head,
  record: number,
  asked: readonly number[],
  agents: readonly StoredAgent[],
  table: FacetTable,
): Head {
  if (head.others === 0 || asked.length === 0) return head;
  const whose = agentsOf(record, table);
  const agent = agents[asked.find((one) => whose.includes(one)) ?? -1];
  return agent ? ofAgent(head, agent) : head;
}
