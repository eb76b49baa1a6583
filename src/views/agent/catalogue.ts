import type { ElementKind } from '../../playbook/elements/kinds.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { agentCard, INHERITED_MODEL, type AgentCardView } from './agent-card.ts';
import { treatedBy } from '../topics/depth.ts';
import { nameOfAll } from '../shared/element-summary.ts';

/** One value that a facet can take, and how many agents have it. */
export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** A way to narrow the catalogue; `id` is its parameter in the address. */
export interface Facet {
  id: 'topic' | 'element' | 'tool' | 'model';
  label: string;
  values: FacetValue[];
}

/** An agent's card, and the topics by which it is found. */
export interface CatalogueEntry {
  card: AgentCardView;
  /** Ids of those that it treats, in depth or not. */
  topics: string[];
}

export interface CatalogueView {
  entries: CatalogueEntry[];
  /** Facets that tell agents apart: one whose values all agents have is left out. */
  facets: Facet[];
}

/** In the place of a tool's name: agents that have every tool of their caller. */
export const ALL_TOOLS = 'all';

/** The catalogue of all agents, in their order. */
export function catalogueView(playbook: Playbook, topics: Topics): CatalogueView {
  const entries = playbook.agents.map((agent) => {
    const treated = treatedBy(agent, playbook, topics);
    return { card: agentCard(agent, treated), topics: treated.map(({ topic }) => topic) };
  });
  const cards = entries.map(({ card }) => card);
  const titles = new Map(topics.topics.map(({ id, title }) => [id, title]));
  const facets: Facet[] = [
    {
      id: 'topic',
      label: 'Topic',
      values: count(
        entries.flatMap((entry) => entry.topics),
        (topic) => titles.get(topic) ?? topic,
      ),
    },
    {
      id: 'element',
      label: 'Holds',
      values: count<ElementKind>(
        cards.flatMap(({ elements }) => elements),
        nameOfAll,
      ),
    },
    {
      id: 'tool',
      label: 'Tools',
      values: count(cards.flatMap(toolsOf), (tool) => (tool === ALL_TOOLS ? 'All tools' : tool)),
    },
    {
      id: 'model',
      label: 'Model',
      values: count(
        cards.map(({ model }) => model),
        (model) => (model === INHERITED_MODEL ? 'The caller’s' : model),
      ),
    },
  ];
  const tellsApart = ({ values }: Facet) => values.some((one) => one.count < entries.length);
  return { entries, facets: facets.filter(tellsApart) };
}

/** The tools by which a card is found. */
export function toolsOf({ tools }: AgentCardView): string[] {
  return tools ? [...new Set(tools)] : [ALL_TOOLS];
}

/** Values with their counts, the most frequent first. */
function count<Value extends string>(values: readonly Value[], labelOf: (value: Value) => string): FacetValue[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, label: labelOf(value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
