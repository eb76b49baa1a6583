import { abilityLabels } from '../access/access-view.ts';
import { overBudget, totalCost } from '../../playbook/cost.ts';
import type { ElementKind } from '../../playbook/elements/kinds.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { memoize } from '../../playbook/memoize.ts';
import { facetOf, narrowing, type Facet } from '../shared/facets.ts';
import { isPaged, mostImportantFirst } from '../shared/index-page.ts';
import { shortened } from '../shared/text.ts';
import { agentCard, INHERITED_MODEL, type AgentCardView } from './agent-card.ts';
import { allCostText } from '../shared/cost-text.ts';
import { site } from '../../site.ts';
import { targetName, targets } from '../../exports/targets.ts';
import { nameOfAll } from '../shared/element-summary.ts';
import { coveredTopics } from '../topics/coverage-view.ts';

/** An agent's card, and the topics that the filter finds it by. */
export interface CatalogueEntry {
  card: AgentCardView;
  /** Ids of the topics that it covers, in depth or not. */
  topics: string[];
  /** Its values of the tool facet that have a check box. */
  tools: string[];
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

/** Length of a tool's name beside its check box, in characters. */
const MAX_LABEL = 40;

/** Returns the catalogue of all agents: in the playbook's order, or the most important first if there are many. */
export const catalogueView = memoize((playbook: Playbook, topics: Topics): CatalogueView => {
  const paged = isPaged(playbook.agents.length);
  const agents = paged ? mostImportantFirst(playbook.agents, playbook, ({ id }) => id) : playbook.agents;
  const covering = agents.map((agent) => {
    const covered = coveredTopics(agent, playbook, topics);
    return { card: agentCard(agent, covered), topics: covered.map(({ topic }) => topic) };
  });
  const cards = covering.map(({ card }) => card);
  const toolFacet = facetOf('tool', 'Tools', cards.flatMap(toolsOf), (tool) =>
    tool === ALL_TOOLS ? 'All tools' : shortened(tool, MAX_LABEL),
  );
  const listedTools = new Set(toolFacet.values.map(({ value }) => value));
  const entries = covering.map(({ card, topics }) => ({
    card,
    topics,
    tools: toolsOf(card).filter((tool) => listedTools.has(tool)),
  }));
  const titles = new Map(topics.topics.map(({ id, title }) => [id, title]));
  const facets = [
    facetOf(
      'topic',
      'Topic',
      entries.flatMap((entry) => entry.topics),
      (topic) => titles.get(topic) ?? topic,
      // Links on the topics' pages choose one, so none may be left out.
      titles.size,
    ),
    facetOf<ElementKind>(
      'element',
      'Contains',
      cards.flatMap(({ elements }) => elements),
      nameOfAll,
    ),
    facetOf(
      'may',
      'May',
      cards.flatMap(({ may }) => may.map(({ ability }) => ability)),
      (ability) => abilityLabels[ability].phrase,
    ),
    toolFacet,
    facetOf(
      'model',
      'Model',
      cards.map(({ model }) => model),
      (model) => (model === INHERITED_MODEL ? 'Inherited' : model),
    ),
  ];
  const [exceeded] = overBudget(playbook.agents, site.budget, '');
  return {
    entries,
    tools: targets.map((target) => ({ id: target.id, name: targetName(target) })),
    facets: narrowing(facets, entries.length),
    cost: allCostText(totalCost(playbook.agents)),
    ...(exceeded && { overBudget: `${exceeded.message} ${exceeded.advice}` }),
  };
});

/** Returns the values of the tool facet that a card matches. */
function toolsOf({ tools }: AgentCardView): string[] {
  return tools ? [...new Set(tools)] : [ALL_TOOLS];
}
