import type { Agent } from '../playbook/agent.ts';
import { agentCard, INHERITED_MODEL, type AgentCardView } from './agent-card.ts';

/** One value that a facet can take, and how many agents have it. */
export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** A way to narrow the catalogue; `id` is its parameter in the address. */
export interface Facet {
  id: 'tool' | 'model';
  label: string;
  values: FacetValue[];
}

export interface CatalogueView {
  cards: AgentCardView[];
  /** Facets that tell agents apart: one with a single value is left out. */
  facets: Facet[];
}

/** In the place of a tool's name: agents that have every tool of their caller. */
export const ALL_TOOLS = 'all';

/** The catalogue of all agents, in the order given. */
export function catalogueView(agents: readonly Agent[]): CatalogueView {
  const cards = agents.map(agentCard);
  const facets: Facet[] = [
    { id: 'tool', label: 'Tools', values: count(cards, toolsOf, (tool) => (tool === ALL_TOOLS ? 'All tools' : tool)) },
    {
      id: 'model',
      label: 'Model',
      values: count(
        cards,
        ({ model }) => [model],
        (model) => (model === INHERITED_MODEL ? 'The caller’s' : model),
      ),
    },
  ];
  return { cards, facets: facets.filter(({ values }) => values.length > 1) };
}

/** The tools by which a card is found. */
export function toolsOf({ tools }: AgentCardView): string[] {
  return tools ? [...new Set(tools)] : [ALL_TOOLS];
}

/** Values with their counts, the most frequent first. */
function count(
  cards: readonly AgentCardView[],
  valuesOf: (card: AgentCardView) => string[],
  labelOf: (value: string) => string,
): FacetValue[] {
  const counts = new Map<string, number>();
  for (const value of cards.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, label: labelOf(value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
