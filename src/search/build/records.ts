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

/** A thing that can be found. */
export interface SearchRecord {
  /** Its canonical place, with the base path; may have an anchor. */
  url: string;
  kind: ResultKind;
  title: string;
  /** Titles of the headings above it, from the outermost. */
  trail: string[];
  /** Absent for topics, the guide, and specialists without a file. */
  agent?: RecordAgent;
  /** Ids of topics that it treats. */
  topics: string[];
  /** Its words, a line for each paragraph, item or row. */
  body: string;
  /** Its code, line by line; absent if there is none. */
  code?: string;
  /** Words by which people ask for it, beside those that it says. */
  asked?: string[];
}

/** Whose record it is. */
export interface RecordAgent {
  id: string;
  name: string;
  accent: string;
  monogram: string;
}

/** In a roster entry, references beyond this many are all of the same sort. */
const MOST_REFERENCES = 60;

/**
 * Everything that a search of the playbook can find, each thing once: what has a page of its own is left out of
 * the section that it stands in. In reading order, agent by agent; then everybody on the roster, then topics.
 */
export function playbookRecords(playbook: Playbook, topics: Topics): SearchRecord[] {
  const coverage = coverageOfAll(playbook, topics);
  const elementsOf = Map.groupBy(playbook.elements, ({ agent }) => agent.id);
  const byId = new Map(playbook.agents.map((agent) => [agent.id, agent]));
  const treated = new Set([...coverage.values()].flatMap(({ byTopic }) => [...byTopic.keys()]));
  return [
    ...playbook.agents.flatMap((agent) => agentRecords(agent, elementsOf.get(agent.id) ?? [], coverage.get(agent.id))),
    ...playbook.roster
      // Of an agent that nobody refers to, the roster has nothing to say.
      .filter(({ agent, references }) => agent === undefined || references.length > 0)
      .map((entry) => rosterRecord(entry, byId)),
    ...topics.topics.filter(({ id }) => treated.has(id)).map(topicRecord),
  ];
}

function agentRecords(agent: Agent, placed: readonly PlacedElement[], coverage: Coverage | undefined): SearchRecord[] {
  const { sections } = agent.outline;
  const whose = recordAgent(agent);
  const trails = trailsOf(sections);
  const treated = [...(coverage?.byTopic.values() ?? [])].filter(({ depth }) => depth !== 'mentions');
  return [
    {
      ...record('agent', agentPath(agent.id), agent.name, aboutAgent(agent, sections), whose),
      topics: treated.map(({ topic }) => topic),
    },
    ...sections.flatMap((section, index) => {
      if (section.id === '') return [];
      const code = section.blocks.flatMap(codeLines);
      // A heading for others is found by its title, and shows what is below it.
      const body = section.blocks.length > 0 ? section.blocks.flatMap(ownLines) : titlesBelow(sections, index);
      if (body.length + code.length === 0 && section.blocks.length > 0) return [];
      const found = {
        ...record('section', sectionPath(agent.id, section.id), section.title, body, whose),
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
      // Many an element is called as its section is.
      const trail = above.at(-1) === element.title ? above.slice(0, -1) : above;
      const path = elementPath(one) ?? sectionPath(agent.id, element.section);
      const found = record(kind, path, element.title, textLines(element), whose);
      return [{ ...found, trail, topics: topicsOfElement(coverage, element.slug) }];
    }),
  ];
}

/** The description, the examples, the facts, and what stands before the first heading. */
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

/** What a block says in its section: nothing, if it is found as an element. */
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

/** For each section, the titles of those that it is nested in. */
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

/** Who is named, and for what. */
function rosterRecord(entry: RosterEntry, agents: ReadonlyMap<string, Agent>): SearchRecord {
  const agent = entry.agent === undefined ? undefined : agents.get(entry.agent);
  const lines = entry.references.slice(0, MOST_REFERENCES).map(({ text, by }) => {
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
