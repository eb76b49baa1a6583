import { elementPath } from '../../links.ts';
import type { Card } from '../../cards/card.ts';
import { formOf } from '../handoffs/handoff-form.ts';
import { accentOf, monogramOf } from '../../playbook/accent.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { PlacedElement, Playbook } from '../../playbook/playbook.ts';
import { site } from '../../site.ts';
import { overview } from '../agent/overview.ts';
import { questionText } from '../decide/trees.ts';
import { summarise } from '../shared/element-summary.ts';
import { titleOf } from '../shared/origin.ts';
import { counted } from '../../lib/counted.ts';
import { plainText } from '../shared/text.ts';

/**
 * The most cards of a site. Drawing one takes a twentieth of a second. Of a larger playbook, elements share the card of
 * their agent; if the agents alone are more, all pages share the card of the site.
 */
const MAX_CARDS = 300;

/** The card of all pages that have none of their own. */
export const siteCardPath = '/cards/site.png';

/** Returns the cards of a site by their paths. */
export function cards(playbook: Playbook): Map<`/${string}`, () => Card> {
  const ofAgents = playbook.agents.map((agent) => [agentCardPath(agent, playbook), () => agentCard(agent)] as const);
  const ofElements = playbook.elements
    .filter((placed) => elementPath(placed) !== undefined)
    .map((placed) => [elementCardPath(placed, playbook), () => elementCard(placed)] as const);
  // The last one of a path is that of the site, and that of the agent.
  return new Map([...ofElements, ...ofAgents, [siteCardPath, () => siteCard(playbook)] as const]);
}

/** Returns the path of the card of an agent's page. */
export function agentCardPath({ id }: Agent, { agents }: Playbook): `/${string}` {
  return agents.length > MAX_CARDS ? siteCardPath : `/cards/agents/${id}.png`;
}

/** Returns the path of the card of an element's page. */
export function elementCardPath(placed: PlacedElement, playbook: Playbook): `/${string}` {
  const isShared = playbook.agents.length + playbook.elements.length > MAX_CARDS;
  return isShared ? agentCardPath(placed.agent, playbook) : `/cards/elements/${placed.id}.png`;
}

function siteCard({ agents }: Playbook): Card {
  return {
    kind: counted(agents.length, 'agent'),
    title: site.title,
    content: { text: site.description },
    foot: ['Generated from the agents’ own files', ''],
  };
}

function agentCard(agent: Agent): Card {
  const [first = '', second = ''] = overview(agent).map(({ title }) => title);
  return {
    kind: 'Agent',
    title: agent.name,
    agent: { accent: accentOf(agent.name, agent.color), monogram: monogramOf(agent.name) },
    content: { text: plainText(agent.summary) },
    foot: [second === '' ? first : `${first}, ${second}`, site.title],
  };
}

function elementCard(placed: PlacedElement): Card {
  const { id, agent, element } = placed;
  const { kind, count } = summarise(id, element);
  return {
    kind: count === '' ? kind : `${kind}, ${count}`,
    title: titleOf(placed),
    agent: { accent: accentOf(agent.name, agent.color), monogram: monogramOf(agent.name) },
    content: partsOf(placed),
    foot: [agent.name, site.title],
  };
}

function partsOf({ element }: PlacedElement): Card['content'] {
  switch (element.kind) {
    case 'quality-gate':
      return { mark: 'box', items: element.items.map(({ text }) => text) };
    case 'workflow':
      return { mark: 'number', items: element.steps.map(({ title, route }) => title || (route?.written ?? '')) };
    case 'collaboration-flow':
      return { mark: 'number', items: element.steps.map(({ task, route }) => task || route.written) };
    case 'decision-tree':
      return { mark: 'dot', items: element.questions.map((question) => questionText(question, element)) };
    case 'handoff-template':
    case 'message':
      return { mark: 'dot', items: formOf(element).fields.map(({ label }) => label) };
    case 'delegations':
      return { mark: 'dot', items: element.items.map(({ task }) => task) };
    case 'diagram':
      return { text: element.title };
  }
}
