import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Cost } from '../../playbook/cost.ts';
import type { ElementKind } from '../../playbook/elements/kinds.ts';
import { withoutInformation } from '../../playbook/problems.ts';
import { grantViews, type GrantView } from '../access/access-view.ts';
import { costText } from '../shared/cost-text.ts';
import { counted } from '../../lib/counted.ts';
import { plainText, shortened, shortList } from '../shared/text.ts';
import { modelName } from './model-name.ts';

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
  /** The name of its model. */
  model: string;
  /** Words that the catalogue finds it by, though the card does not show them: its model as written, and all tools. */
  words: string;
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

/** With more names or longer ones, a list of tools would be the longest text of a card. The length is in characters. */
const MAX_TOOLS = { names: 8, length: 80 };

/** Longer texts, in characters, are the mistake of one file, and must not fill the screen. */
const MAX_LENGTH = { summary: 400, title: 60, name: 80 };

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
  const shownTools = toolsText(tools, agent);
  const covers = topics.length > 0 ? topics : agent.sections.filter(({ depth }) => depth === 1);
  const problems = withoutInformation(agent.problems).length;
  return {
    id: agent.id,
    name: shortened(agent.name, MAX_LENGTH.name),
    accent: accentOf(agent.name, agent.color),
    monogram: monogramOf(agent.name),
    summary: shortened(plainText(agent.summary), MAX_LENGTH.summary),
    covers: covers.slice(0, MAX_TITLES).map(({ title }) => shortened(title, MAX_LENGTH.title)),
    moreCovered: Math.max(0, covers.length - MAX_TITLES),
    model: agent.model === undefined ? INHERITED_MODEL : modelName(agent.model),
    words: [...hiddenModel(agent), ...(tools ?? []).filter((tool) => !shownTools.includes(tool))].join(' '),
    elements: [...new Set(agent.elements.map(({ kind }) => kind))],
    ...(tools ? { tools } : {}),
    may: grantViews(agent).filter(({ grant }) => grant !== 'no'),
    toolsText: shownTools,
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
  if (tools) return shortList(tools, MAX_TOOLS.length, MAX_TOOLS.names);
  if (disallowedTools.length === 0) return 'All tools';
  const names = disallowedTools.map(({ name }) => name);
  return `All tools except ${shortList(names, MAX_TOOLS.length, MAX_TOOLS.names)}`;
}

/** The id of the model, if the card shows a name instead. */
function hiddenModel({ model }: Agent): string[] {
  return model === undefined || modelName(model) === model ? [] : [model];
}
