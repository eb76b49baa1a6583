import { UNTITLED } from '../agent/system-prompt.ts';
import type { ComparedAgent, ComparedItem, ComparedSection } from '../../compare/compared-agent.ts';
import { agentPath, elementPath, href, sectionPath, topicPath } from '../../links.ts';
import { abilities, accessOf, effectiveTools } from '../../playbook/access.ts';
import { accentOf, monogramOf } from '../../playbook/accent.ts';
import type { Agent } from '../../playbook/agent.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { blockLines } from '../../search/build/records.ts';
import { abilityLabels } from '../access/access-view.ts';
import { INHERITED_MODEL } from '../agent/agent-card.ts';
import { sizeText } from '../shared/cost-text.ts';
import { summarise } from '../shared/element-summary.ts';
import { displayPath } from '../shared/file-path.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { plainText } from '../shared/text.ts';
import { coveredTopics, depthLabels } from '../topics/coverage-view.ts';

/** By the agent's id: the comparisons of several agents, and its own file, show the same. */
const known = memoize<Playbook, Topics, Map<string, ComparedAgent>>(() => new Map());

/** Returns what a comparison shows of an agent. */
export function comparedAgent(agent: Agent, playbook: Playbook, topics: Topics): ComparedAgent {
  const compared = known(playbook, topics).get(agent.id) ?? compareView(agent, playbook, topics);
  known(playbook, topics).set(agent.id, compared);
  return compared;
}

function compareView(agent: Agent, playbook: Playbook, topics: Topics): ComparedAgent {
  return {
    id: agent.id,
    name: agent.name,
    href: href(agentPath(agent.id)),
    accent: accentOf(agent.name, agent.color),
    monogram: monogramOf(agent.name),
    file: displayPath(agent.source.path),
    purpose: plainText(agent.description),
    model: agent.model ?? INHERITED_MODEL,
    access: accessItems(agent),
    tools: toolItems(agent),
    topics: coveredTopics(agent, playbook, topics).map(({ topic, title, depth }) => ({
      text: `${title} (${depthLabels[depth].toLowerCase()})`,
      key: title,
      href: href(topicPath(topic)),
    })),
    elements: (playbookIndex(playbook).elementsOf.get(agent.id) ?? []).map((placed) => {
      const { kind, count } = summarise(placed.id, placed.element);
      const path = elementPath(placed) ?? sectionPath(agent.id, placed.element.section);
      return { text: `${placed.element.title} (${kind.toLowerCase()}, ${count})`, href: href(path) };
    }),
    cost: [
      { text: `Always loaded: ${sizeText(agent.cost.description)}` },
      { text: `Loaded on call: ${sizeText(agent.cost.prompt)}` },
    ],
    sections: sectionsOf(agent),
  };
}

function accessItems(agent: Agent): ComparedItem[] {
  const { grants } = accessOf(agent);
  return abilities.flatMap((ability) => {
    const { phrase } = abilityLabels[ability];
    switch (grants[ability]) {
      case 'yes':
      case 'open':
        return [{ text: phrase }];
      case 'partly':
        return [{ text: `${phrase} (partly)`, key: phrase }];
      case 'unknown':
        return [{ text: `${phrase} (unknown)` }];
      case 'no':
        return [];
    }
  });
}

function toolItems(agent: Agent): ComparedItem[] {
  if (agent.unreadableTools.length > 0) return [{ text: 'Cannot be read' }];
  const allowed = effectiveTools(agent);
  if (allowed) return allowed.length === 0 ? [{ text: 'None' }] : allowed.map(({ written }) => ({ text: written }));
  return [{ text: 'All tools' }, ...agent.disallowedTools.map(({ written }) => ({ text: `Not ${written}` }))];
}

function sectionsOf({ id, outline }: Agent): ComparedSection[] {
  return outline.sections
    .filter((section) => section.id !== '')
    .map((section) => ({
      title: section.title.trim() || UNTITLED,
      href: href(sectionPath(id, section.id)),
      text: section.blocks.flatMap(blockLines).join('\n'),
    }));
}
