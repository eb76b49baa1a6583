import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { ElementKind } from '../../playbook/elements/kinds.ts';
import { counted, plainText } from '../shared/text.ts';

/** What a card says about an agent, so that a person can choose. */
export interface AgentCardView {
  id: string;
  name: string;
  accent: Accent;
  monogram: string;
  summary: string;
  /** Titles of the topics that it treats, the deepest first; of its main sections where it treats none. */
  covers: string[];
  /** How many are not among them. */
  coversMore: number;
  model: string;
  /** Kinds of the elements in its file, each once. */
  elements: ElementKind[];
  /** Names of its tools; absent if it has all of its caller's. */
  tools?: string[];
  /** "9 sections", "2 examples", "1 problem": what is there, in words. */
  counts: string[];
}

/** More titles than this make a card a table of contents. */
const MOST_TITLES = 7;

/** Shown where an agent names no model: Claude Code then uses the caller's. */
export const INHERITED_MODEL = 'inherit';

/** @param topics those that it treats, the deepest first */
export function agentCard(agent: Agent, topics: readonly { title: string }[]): AgentCardView {
  const covers = topics.length > 0 ? topics : agent.sections.filter(({ depth }) => depth === 1);
  return {
    id: agent.id,
    name: agent.name,
    accent: accentOf(agent.name, agent.color),
    monogram: monogramOf(agent.name),
    summary: plainText(agent.summary),
    covers: covers.slice(0, MOST_TITLES).map(({ title }) => title),
    coversMore: Math.max(0, covers.length - MOST_TITLES),
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
