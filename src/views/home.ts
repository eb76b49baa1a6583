import type { Agent } from '../playbook/agent.ts';
import { agentCard, type AgentCardView } from './agent-card.ts';

/** More agents than this belong into the catalogue, where they can be filtered. */
const MOST_AGENTS = 12;

export interface HomeView {
  cards: AgentCardView[];
  /** How many agents there are in all. */
  total: number;
}

/** The home page: the agents, or the first of them where there are many. */
export function homeView(agents: readonly Agent[]): HomeView {
  return { cards: agents.slice(0, MOST_AGENTS).map(agentCard), total: agents.length };
}
