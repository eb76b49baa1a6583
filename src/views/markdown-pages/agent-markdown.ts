import { agentFilePath, href, rosterEntryPath, topicPath } from '../../links.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { inFileOrder, withoutInformation } from '../../playbook/problems.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { accessSentence } from '../access/access-view.ts';
import { agentCard } from '../agent/agent-card.ts';
import { summarise } from '../shared/element-summary.ts';
import { linkResolver } from '../shared/link-resolver.ts';
import { placeOf, titleOf } from '../shared/origin.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { counted } from '../../lib/counted.ts';
import { coveredTopics, depthLabels } from '../topics/coverage-view.ts';
import { authorsMarkdown } from './authors-markdown.ts';
import { blocks, bullets, fence, link, plain } from './markdown-text.ts';

/**
 * Returns the markdown version of an agent's page: what the site knows of it, then its system prompt as written.
 * @param withPrompt whether the system prompt is in it; otherwise, it is linked
 */
export function agentMarkdown(agent: Agent, playbook: Playbook, topics: Topics, withPrompt = true): string {
  const { elementsOf, files, lookup } = playbookIndex(playbook);
  const covered = coveredTopics(agent, playbook, topics);
  const card = agentCard(agent, covered);
  const file = href(agentFilePath(agent.id));
  const references = lookup(agent.name)?.references.length ?? 0;
  const problems = inFileOrder(withoutInformation(agent.problems));
  const byDepth = Map.groupBy(covered, ({ depth }) => depth);
  const facts = [
    `Model: ${plain(card.model)}`,
    `Tools: ${plain(card.toolsText)}`,
    `Access: ${plain(accessSentence(agent))}`,
    `Cost: ${card.costText}`,
    ...(agent.tool ? [`Written for: ${plain(agent.tool.name)}`] : []),
    agent.source.isReadable ? `File, byte for byte: ${link(`${agent.id}.md`, file)}` : 'Its file cannot be read.',
    `Named in ${link(counted(references, 'place'), href(rosterEntryPath(agent.id)))}`,
  ];
  const elements = (elementsOf.get(agent.id) ?? []).map((placed) => {
    const { kind, count } = summarise(placed.id, placed.element);
    return `${link(titleOf(placed), href(placeOf(placed)))}: ${[kind, count].filter((part) => part !== '').join(', ')}`;
  });
  const prompt = agent.body.trim();
  return blocks(
    `# ${plain(agent.name)}`,
    card.summary !== '' && `> ${plain(card.summary)}`,
    bullets(facts),
    agent.description.trim() !== agent.summary.trim() &&
      blocks('## Description', authorsMarkdown(agent.description, linkResolver(agent, files, 'other'))),
    agent.examples.length > 0 &&
      blocks(
        '## When to call it',
        ...agent.examples.map((example, index) => blocks(`### Example ${String(index + 1)}`, dialogue(example))),
      ),
    covered.length > 0 &&
      blocks(
        '## Topics',
        bullets(
          [...byDepth].map(
            ([depth, some]) =>
              `${depthLabels[depth]}: ${some.map(({ topic, title }) => link(title, href(topicPath(topic)))).join(', ')}`,
          ),
        ),
      ),
    elements.length > 0 && blocks('## What is inside', bullets(elements)),
    problems.length > 0 &&
      blocks(
        '## Problems',
        bullets(problems.map(({ line, message, advice }) => `Line ${String(line)}: ${plain(`${message} ${advice}`)}`)),
      ),
    prompt !== '' &&
      blocks('## System prompt', withPrompt ? fence(prompt, 'markdown') : `It is in ${link('its file', file)}.`),
  );
}

function dialogue({ context, turns, commentary }: Agent['examples'][number]): string {
  return bullets([
    ...(context === '' ? [] : [`Context: ${plain(context)}`]),
    ...turns.map(({ speaker, text }) => `${speaker === 'user' ? 'User' : 'Assistant'}: ${plain(text)}`),
    ...(commentary === '' ? [] : [`Why: ${plain(commentary)}`]),
  ]);
}
