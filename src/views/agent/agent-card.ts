import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { ElementKind } from '../../playbook/elements/kinds.ts';
import { counted, plainText } from '../shared/text.ts';

/** An agent's card: what a reader needs to choose between agents. */
export interface AgentCardView {
  id: string;
  name: string;
  accent: Accent;
  monogram: string;
  summary: string;
  /** Titles of the topics that it covers, the deepest first; of its main sections if it covers none. */
  covers: string[];
  /** How many more titles there are. */
  moreCovered: number;
  model: string;
  /** Kinds of the elements in its file, without duplicates. */
  elements: ElementKind[];
  /** Names of its tools; absent if it inherits all of its caller's. */
  tools?: string[];
  /** "9 sections", "2 examples", "1 problem". */
  counts: string[];
}

/** With more titles, a card would read like a table of contents. */
const MAX_TITLES = 7;

/** Claude Code's value for an agent without a model of its own: it runs on the caller's. */
export const INHERITED_MODEL = 'inherit';

/**
 * Returns the card of an agent.
 * @param topics those that it covers, the deepest first
 */
export function agentCard(agent: Agent, topics: readonly { title: string }[]): AgentCardView {
  const covers = topics.length > 0 ? topics : agent.sections.filter(({ depth }) => depth === 1);
  return {
    id: agent.id,
    name: agent.name,
    accent: accentOf(agent.name, agent.color),
    monogram: monogramOf(agent.name),
    summary: plainText(agent.summary),
    covers: covers.slice(0, MAX_TITLES).map(({ title }) => title),
    moreCovered: Math.max(0, covers.length - MAX_TITLES),
    model: agent.model ?? INHERITED_MODEL,
    elements: [...new Set(agent.elements.map(({ kind }) => kind))],
    ...(agent.tools ? { tools: agent.tools.map(({ name }) => name) } : {}),
    counts: [
      counted(agent.sections.length, 'section'),
      ...(agent.examples.length > 0 ? [counted(agent.examples.length, 'example')] : []),
      ...(agent.problems.length > 0 ? [counted(agent.problems.length, 'problem')] : []),
    ],
  };
}
