import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Cost } from '../../playbook/cost.ts';
import type { ElementKind } from '../../playbook/elements/kinds.ts';
import { withoutInformation } from '../../playbook/problems.ts';
import { grantViews, type GrantView } from '../access/access.ts';
import { costText } from '../shared/cost-text.ts';
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
  /** Names of its tools; absent if the file does not limit them. */
  tools?: string[];
  /** What it may do, each with its sign. */
  may: GrantView[];
  /** Its tools on one line. */
  toolsText: string;
  /** "9 sections", "2 examples", "1 problem". */
  counts: string[];
  cost: Cost;
  /** "384 tokens always, 6,372 tokens on call". */
  costText: string;
}

/** With more titles, a card would read like a table of contents. */
const MAX_TITLES = 7;

/** With more names, a list of tools would be the longest text of a card. */
const MAX_TOOLS = 8;

/** The value of the tools facet for an agent whose tools cannot be read: they must not look like "all tools". */
const UNREADABLE_TOOLS = 'Tools cannot be read';

/** Claude Code's value for an agent without a model of its own: it runs on the caller's. */
export const INHERITED_MODEL = 'inherit';

/**
 * Returns the card of an agent.
 * @param topics those that it covers, the deepest first
 */
export function agentCard(agent: Agent, topics: readonly { title: string }[]): AgentCardView {
  const isUnreadable = agent.unreadableTools.some(({ key }) => key === 'tools');
  const tools = isUnreadable ? [UNREADABLE_TOOLS] : agent.tools?.map(({ name }) => name);
  const covers = topics.length > 0 ? topics : agent.sections.filter(({ depth }) => depth === 1);
  const problems = withoutInformation(agent.problems).length;
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
    ...(tools ? { tools } : {}),
    may: grantViews(agent).filter(({ grant }) => grant !== 'no'),
    toolsText: toolsText(tools, agent),
    cost: agent.cost,
    costText: costText(agent.cost),
    counts: [
      counted(agent.sections.length, 'section'),
      ...(agent.examples.length > 0 ? [counted(agent.examples.length, 'example')] : []),
      ...(problems > 0 ? [counted(problems, 'problem')] : []),
    ],
  };
}

function toolsText(tools: readonly string[] | undefined, { disallowedTools }: Agent): string {
  if (tools?.length === 0) return 'No tools';
  if (tools) return shortList(tools);
  if (disallowedTools.length === 0) return 'All tools';
  return `All tools except ${shortList(disallowedTools.map(({ name }) => name))}`;
}

function shortList(names: readonly string[]): string {
  const more = names.length - MAX_TOOLS;
  return more > 1 ? `${names.slice(0, MAX_TOOLS).join(', ')} and ${String(more)} more` : names.join(', ');
}
