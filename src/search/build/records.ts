import { agentPath, elementPath, href, rosterEntryPath, sectionPath, topicPath } from '../../links.ts';
import { accentOf, monogramOf } from '../../playbook/accent.ts';
import type { Agent } from '../../playbook/agent.ts';
import { coverageOfAll, topicsOfElement, topicsOfSection, type Coverage } from '../../playbook/topics/coverage.ts';
import { parseMarkdown } from '../../playbook/source/markdown.ts';
import { textLines } from '../../playbook/elements/kinds.ts';
import type { PlacedElement, Playbook } from '../../playbook/playbook.ts';
import type { RosterEntry } from '../../playbook/roster/roster.ts';
import type { Block, Section } from '../../playbook/section.ts';
import { wordsFor, type Topic, type Topics } from '../../playbook/topics/topics.ts';
import { kindOfElement } from './element-text.ts';
import type { ResultKind } from '../format/result-kinds.ts';
import { plainLines } from './plain-lines.ts';

/** One thing that a search can find. */
export interface SearchRecord {
  /** Its canonical address, with the base path; may have an anchor. */
  url: string;
  kind: ResultKind;
  title: string;
  /** Titles of the headings above it, from the outermost. */
  trail: string[];
  /** Absent for topics, the guide, and specialists without a file. */
  agent?: RecordAgent;
  /** Ids of the topics that it covers. */
  topics: string[];
  /** Its text, a line for each paragraph, item or row. */
  body: string;
  /** Its code, line by line; absent if there is none. */
  code?: string;
  /** Words with which people ask for it, in addition to those that it contains. */
  asked?: string[];
  /** The access of the agent, to show with it; only the record of an agent itself has it. */
  access?: string;
}

/** The agent that a record belongs to. */
export interface RecordAgent {
  id: string;
  name: string;
  accent: string;
  monogram: string;
}

/** References of a roster entry to index: further ones add nothing new to find it by. */
const MAX_REFERENCES = 60;

/**
 * Returns everything that a search of the playbook can find, each thing once: an element with its own page is left
 * out of its section. In reading order, agent by agent; then the roster, then topics.
 */
export function playbookRecords(playbook: Playbook, topics: Topics): SearchRecord[] {
  const coverage = coverageOfAll(playbook, topics);
  const elementsOf = Map.groupBy(playbook.elements, ({ agent }) => agent.id);
  const byId = new Map(playbook.agents.map((agent) => [agent.id, agent]));
  const covered = new Set([...coverage.values()].flatMap(({ byTopic }) => [...byTopic.keys()]));
  return [
    ...playbook.agents.flatMap((agent) => agentRecords(agent, elementsOf.get(agent.id) ?? [], coverage.get(agent.id))),
    ...playbook.roster
      // The roster entry of an agent without references adds nothing to the agent itself.
      .filter(({ agent, references }) => agent === undefined || references.length > 0)
      .map((entry) => rosterRecord(entry, byId)),
    ...topics.topics.filter(({ id }) => covered.has(id)).map(topicRecord),
  ];
}

function agentRecords(agent: Agent, placed: readonly PlacedElement[], coverage: Coverage | undefined): SearchRecord[] {
  const { sections } = agent.outline;
  const owner = recordAgent(agent);
  const trails = trailsOf(sections);
  const covered = [...(coverage?.byTopic.values() ?? [])].filter(({ depth }) => depth !== 'mentions');
  return [
    {
      ...record('agent', agentPath(agent.id), agent.name, aboutAgent(agent, sections), owner),
      topics: covered.map(({ topic }) => topic),
    },
    ...sections.flatMap((section, index) => {
      if (section.id === '') return [];
      const code = section.blocks.flatMap(codeLines);
      // A section without its own text is found by its title, and shows the titles below it.
      const body = section.blocks.length > 0 ? section.blocks.flatMap(ownLines) : titlesBelow(sections, index);
      if (body.length + code.length === 0 && section.blocks.length > 0) return [];
      const found = {
        ...record('section', sectionPath(agent.id, section.id), section.title, body, owner),
        trail: trails[index] ?? [],
        topics: [...topicsOfSection(coverage, section.id)],
      };
      return [code.length === 0 ? found : { ...found, code: code.join('\n') }];
    }),
    ...placed.flatMap((one) => {
      const { element } = one;
      const kind = kindOfElement(element);
      if (!kind) return [];
      const at = sections.findIndex(({ id }) => id !== '' && id === element.section);
      const above = [...(trails[at] ?? []), sections[at]?.title ?? ''].filter((title) => title !== '');
      // Many elements have the same title as their section.
      const trail = above.at(-1) === element.title ? above.slice(0, -1) : above;
      const path = elementPath(one) ?? sectionPath(agent.id, element.section);
      const found = record(kind, path, element.title, textLines(element), owner);
      return [{ ...found, trail, topics: topicsOfElement(coverage, element.slug) }];
    }),
  ];
}

/** Returns the description, the examples, the facts, and the text before the first heading. */
function aboutAgent({ description, examples, tools = [], model }: Agent, sections: readonly Section[]): string[] {
  const opening = sections.find(({ id }) => id === '');
  return [
    ...plainLines(parseMarkdown(description)),
    ...(opening?.blocks.flatMap(ownLines) ?? []),
    ...examples.flatMap(({ context, turns, commentary }) => [context, ...turns.map(({ text }) => text), commentary]),
    ...(tools.length > 0 ? [`Tools: ${tools.map(({ written }) => written).join(', ')}`] : []),
    ...(model === undefined ? [] : [`Model: ${model}`]),
  ];
}

function codeLines(block: Block): string[] {
  return block.kind === 'code' ? plainLines({ type: 'code', value: block.text }) : [];
}

/** Returns the text that a block adds to its section: none if the block is found as an element. */
function ownLines(block: Block): string[] {
  switch (block.kind) {
    case 'code':
      return [];
    case 'prose':
      return block.nodes.flatMap((node) => plainLines(node));
    case 'element':
      return kindOfElement(block.element) ? [] : plainLines(block.node);
  }
}

/** Returns the text of a block, whatever it is, line by line. */
export function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'code':
      return codeLines(block);
    case 'prose':
      return block.nodes.flatMap((node) => plainLines(node));
    case 'element':
      return plainLines(block.node);
  }
}

/** Returns for each section the titles of the sections that contain it. */
function trailsOf(sections: readonly Section[]): string[][] {
  const open: Section[] = [];
  return sections.map((section) => {
    while ((open.at(-1)?.depth ?? 0) >= section.depth) open.pop();
    const trail = open.map(({ title }) => title);
    if (section.id !== '') open.push(section);
    return trail;
  });
}

function titlesBelow(sections: readonly Section[], index: number): string[] {
  const depth = sections[index]?.depth ?? 1;
  const after = sections.slice(index + 1);
  const end = after.findIndex((section) => section.depth <= depth);
  return (end === -1 ? after : after.slice(0, end))
    .filter((section) => section.depth === depth + 1)
    .map(({ title }) => title);
}

function rosterRecord(entry: RosterEntry, agents: ReadonlyMap<string, Agent>): SearchRecord {
  const agent = entry.agent === undefined ? undefined : agents.get(entry.agent);
  const lines = entry.references.slice(0, MAX_REFERENCES).map(({ text, by }) => {
    const name = agents.get(by)?.name ?? by;
    return text === '' ? `Named by ${name}` : `${text} (${name})`;
  });
  return record('roster', rosterEntryPath(entry.id), entry.name, [...new Set(lines)], agent && recordAgent(agent));
}

function topicRecord(topic: Topic): SearchRecord {
  const { id, title, sentence } = topic;
  return { ...record('topic', topicPath(id), title, [sentence]), asked: wordsFor(topic).slice(1) };
}

function recordAgent({ id, name, color }: Agent): RecordAgent {
  return { id, name, accent: accentOf(name, color), monogram: monogramOf(name) };
}

function record(
  kind: ResultKind,
  path: `/${string}`,
  title: string,
  lines: readonly string[],
  agent?: RecordAgent,
): SearchRecord {
  const body = lines.filter((line) => line !== '').join('\n');
  return { url: href(path), kind, title, trail: [], ...(agent && { agent }), topics: [], body };
}
