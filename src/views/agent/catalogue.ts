import { abilityLabels } from '../access/access.ts';
import { overBudget, totalCost } from '../../playbook/cost.ts';
import type { ElementKind } from '../../playbook/elements/kinds.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { agentCard, INHERITED_MODEL, type AgentCardView } from './agent-card.ts';
import { allCostText } from '../shared/cost-text.ts';
import { site } from '../../site.ts';
import { targetName, targets } from '../../exports/targets.ts';
import { nameOfAll } from '../shared/element-summary.ts';
import { coveredTopics } from '../topics/coverage.ts';

/** One value of a facet, and how many agents have it. */
export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** A filter of the catalogue. `id` is its parameter in the URL. */
export interface Facet {
  id: 'topic' | 'element' | 'may' | 'tool' | 'model';
  label: string;
  values: FacetValue[];
}

/** An agent's card, and the topics that the filter finds it by. */
export interface CatalogueEntry {
  card: AgentCardView;
  /** Ids of the topics that it covers, in depth or not. */
  topics: string[];
}

export interface CatalogueView {
  entries: CatalogueEntry[];
  /** The tools that agents can be downloaded for. */
  tools: { id: string; name: string }[];
  /** Only facets that narrow the list: not those whose every value all agents share. */
  facets: Facet[];
  /** The size of all descriptions together, and of all prompts. */
  cost: string;
  /** Says that the descriptions exceed the budget; absent if they do not. */
  overBudget?: string;
}

/** The tool facet's value for agents that inherit all of their caller's tools. */
const ALL_TOOLS = 'all';

/** Returns the catalogue of all agents, in the playbook's order. */
export function catalogueView(playbook: Playbook, topics: Topics): CatalogueView {
  const entries = playbook.agents.map((agent) => {
    const covered = coveredTopics(agent, playbook, topics);
    return { card: agentCard(agent, covered), topics: covered.map(({ topic }) => topic) };
  });
  const cards = entries.map(({ card }) => card);
  const titles = new Map(topics.topics.map(({ id, title }) => [id, title]));
  const facets: Facet[] = [
    {
      id: 'topic',
      label: 'Topic',
      values: countValues(
        entries.flatMap((entry) => entry.topics),
        (topic) => titles.get(topic) ?? topic,
      ),
    },
    {
      id: 'element',
      label: 'Contains',
      values: countValues<ElementKind>(
        cards.flatMap(({ elements }) => elements),
        nameOfAll,
      ),
    },
    {
      id: 'may',
      label: 'May',
      values: countValues(
        cards.flatMap(({ may }) => may.map(({ ability }) => ability)),
        (ability) => abilityLabels[ability].phrase,
      ),
    },
    {
      id: 'tool',
      label: 'Tools',
      values: countValues(cards.flatMap(toolsOf), (tool) => (tool === ALL_TOOLS ? 'All tools' : tool)),
    },
    {
      id: 'model',
      label: 'Model',
      values: countValues(
        cards.map(({ model }) => model),
        (model) => (model === INHERITED_MODEL ? 'Inherited' : model),
      ),
    },
  ];
  const narrows = ({ values }: Facet) => values.some(({ count }) => count < entries.length);
  const [exceeded] = overBudget(playbook.agents, site.budget, '');
  return {
    entries,
    tools: targets.map((target) => ({ id: target.id, name: targetName(target) })),
    facets: facets.filter(narrows),
    cost: allCostText(totalCost(playbook.agents)),
    ...(exceeded && { overBudget: `${exceeded.message} ${exceeded.todo}` }),
  };
}

/** Returns the values of the tool facet that a card matches. */
export function toolsOf({ tools }: AgentCardView): string[] {
  return tools ? [...new Set(tools)] : [ALL_TOOLS];
}

/** Counts equal values, the most frequent first. */
function countValues<Value extends string>(
  values: readonly Value[],
  facetLabel: (value: Value) => string,
): FacetValue[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, label: facetLabel(value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
