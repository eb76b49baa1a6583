import { agentFilePath, agentPath, rosterEntryPath, schemaPath, sectionPath, topicPath } from '../../links.ts';
import { accessOf } from '../../playbook/access.ts';
import type { Agent } from '../../playbook/agent.ts';
import { estimateTokens } from '../../playbook/cost.ts';
import { elementKinds } from '../../playbook/elements/kinds.ts';
import { agentsOn } from '../../playbook/elements/route.ts';
import { elementsOfKind, type Playbook } from '../../playbook/playbook.ts';
import { inFileOrder, type Problem } from '../../playbook/problems.ts';
import type { Reference, RosterEntry } from '../../playbook/roster/roster.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { site } from '../../site.ts';
import { confusionProblems } from '../find/confusion-problems.ts';
import { elementOf } from '../roster/references.ts';
import { displayPath, repositoryUrl } from '../shared/file-path.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { publicUrl } from '../shared/public-url.ts';
import { mentionedTopics } from '../topics/coverage-view.ts';
import { elementJson } from './element-json.ts';

/** The version of the format. It increases when a program that reads the file would no longer work. */
export const PLAYBOOK_VERSION = 2;

/**
 * Returns the whole model for programs: agents with access and cost, their elements, delegations, topics
 * and the problems. System prompts are left out, because each is in its agent's file.
 */
export function playbookJson(playbook: Playbook, topics: Topics) {
  const { lookup } = playbookIndex(playbook);
  return {
    $schema: publicUrl(schemaPath('playbook')),
    version: PLAYBOOK_VERSION,
    title: site.title,
    description: site.description,
    url: publicUrl('/'),
    agents: playbook.agents.map(agentJson),
    elements: Object.fromEntries(
      elementKinds.map((kind) => [kind, elementsOfKind(playbook, kind).map((placed) => elementJson(placed, lookup))]),
    ),
    roster: playbook.roster.map((entry) => rosterJson(entry, playbook)),
    delegations: delegationsJson(playbook),
    topics: topicsJson(playbook, topics),
    problems: problemsJson(playbook, topics),
  };
}

function agentJson(agent: Agent) {
  const { id, name, model, color, tool, tools, source } = agent;
  const { basis, grants } = accessOf(agent);
  const written = (some: readonly { written: string }[]) => some.map((one) => one.written);
  const repository = repositoryUrl(displayPath(source.path));
  return {
    id,
    name,
    url: publicUrl(agentPath(id)),
    summary: agent.summary,
    description: agent.description,
    examples: agent.examples,
    ...(model !== undefined && { model }),
    ...(color !== undefined && { color }),
    ...(tool && { tool: tool.name }),
    ...(tools && { tools: written(tools) }),
    disallowedTools: written(agent.disallowedTools),
    access: { basis, grants },
    otherKeys: [...agent.unreadableTools, ...agent.otherKeys],
    cost: { description: sizeJson(agent.cost.description), prompt: sizeJson(agent.cost.prompt) },
    sections: agent.sections.map((section) => ({ ...section, url: publicUrl(sectionPath(id, section.id)) })),
    file: {
      path: displayPath(source.path),
      bytes: source.bytes,
      ...(source.isReadable && { url: publicUrl(agentFilePath(id)) }),
      ...(repository !== undefined && { repository }),
      copies: (source.copies ?? []).map(displayPath),
    },
  };
}

function sizeJson(characters: number) {
  return { characters, tokens: estimateTokens(characters) };
}

function rosterJson(entry: RosterEntry, playbook: Playbook) {
  return {
    id: entry.id,
    name: entry.name,
    url: publicUrl(rosterEntryPath(entry.id)),
    ...(entry.agent !== undefined && { agent: entry.agent }),
    references: entry.references.map((reference) => referenceJson(reference, playbook)),
  };
}

function referenceJson(reference: Reference, playbook: Playbook) {
  const { kind, by, section, text, line } = reference;
  const element = elementOf(reference, playbook)?.id;
  return {
    kind,
    by,
    ...(section !== '' && { section }),
    // For an element, the line identifies the part.
    ...(element !== undefined ? { element } : text !== '' && { text }),
    line,
  };
}

/** Returns a line for each task and each agent that it goes to. */
function delegationsJson(playbook: Playbook) {
  const { lookup } = playbookIndex(playbook);
  return elementsOfKind(playbook, 'delegations').flatMap(({ id, agent, element }) =>
    element.items.flatMap(({ task, route, line }) =>
      agentsOn(route).map((name) => {
        const to = lookup(name)?.id ?? name;
        const [giver, receiver] = element.variant === 'from' ? [to, agent.id] : [agent.id, to];
        return { from: giver, to: receiver, variant: element.variant, task, element: id, line };
      }),
    ),
  );
}

/** Returns every topic, also those that no agent mentions, with its agents: the deepest coverage first. */
function topicsJson(playbook: Playbook, topics: Topics) {
  const agentsOf = new Map(mentionedTopics(playbook, topics).map(({ topic, agents }) => [topic.id, agents]));
  return topics.topics.map(({ id, title, sentence, synonyms }) => {
    const agents = agentsOf.get(id);
    return {
      id,
      title,
      ...(sentence !== '' && { sentence }),
      synonyms,
      // A topic that no agent mentions has no page.
      ...(agents && { url: publicUrl(topicPath(id)) }),
      // Words of code count half.
      agents: (agents ?? []).map(({ agent, coverage: { depth, words } }) => ({
        agent: agent.id,
        depth,
        words: Math.round(words),
      })),
    };
  });
}

function problemsJson(playbook: Playbook, topics: Topics) {
  const { agents } = playbook;
  const idAt = new Map(agents.map(({ id, source }) => [source.path, id]));
  const ofAgents = [...agents.flatMap(({ problems }) => problems), ...confusionProblems(playbook, topics)];
  const json = ({ rule, severity, file, line, column, message, advice }: Problem, agent?: string) => ({
    rule,
    severity,
    ...(agent !== undefined && { agent }),
    file: agent === undefined ? file : displayPath(file),
    line,
    column,
    message,
    todo: advice,
  });
  return [
    ...inFileOrder(ofAgents).map((problem) => json(problem, idAt.get(problem.file))),
    ...topics.problems.map((problem) => json(problem)),
  ];
}
