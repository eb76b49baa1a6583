import { basename, relative, resolve } from 'node:path';
import { agentFilePath, href, rosterEntryPath, topicPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Renderer } from '../../markdown/render.ts';
import type { Depth } from '../../playbook/topics/depth.ts';
import type { Example, Turn } from '../../playbook/source/description.ts';
import { parseMarkdown } from '../../playbook/source/markdown.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { inFileOrder, type Problem } from '../../playbook/problems.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { permissionOf, type Tool } from '../../playbook/source/tools.ts';
import { site } from '../../site.ts';
import { treatedBy } from '../topics/depth.ts';
import { directoryOf } from '../shared/directory.ts';
import { promptView, type SectionView } from './system-prompt.ts';
import { plainText } from '../shared/text.ts';

/** A tool and what it permits, if we know. */
interface ToolView {
  written: string;
  permits: string | undefined;
}

/** A dialogue, with the names in it as links. */
export interface ExampleView {
  context: string;
  turns: { speaker: Turn['speaker']; html: string }[];
  commentaryHtml: string;
}

/** An entry of the table of contents. */
export interface ContentsEntry {
  id: string;
  title: string;
  /** From 1. */
  depth: number;
}

/** The topics that an agent treats as deeply as each other, or the first of them. */
export interface TopicGroup {
  depth: Depth;
  topics: { title: string; href: string }[];
  /** How many more there are. */
  more: number;
}

/** More topics of one depth than this would push the prompt out of sight; the page of topics has them all. */
const MOST_TOPICS = 8;

/** All that a persona page shows. */
export interface PersonaView {
  id: string;
  name: string;
  accent: Accent;
  monogram: string;
  /** For the page's head. */
  summary: string;
  summaryHtml: string;
  /** The description beyond its first sentences; may be empty. */
  descriptionHtml: string;
  examples: ExampleView[];
  /** Absent: the model of its caller. */
  model: string | undefined;
  /** Absent: every tool of its caller. */
  tools: ToolView[] | undefined;
  disallowedTools: ToolView[];
  settings: { key: string; value: string }[];
  /** What it treats, the deepest first. */
  topics: TopicGroup[];
  /** How often it is named by others, or where it takes part in something, and the page with all of it. */
  named: { count: number; href: string };
  contents: ContentsEntry[];
  sections: SectionView[];
  problems: Problem[];
  file: { path: string; bytes: number; isReadable: boolean; download: string; url: string | undefined };
}

/**
 * Title for the head of an agent's page: its name, and its file where others have the same name.
 * @param namesakes all agents, by name in lower case
 */
export function personaTitle({ name, source }: Agent, namesakes: ReadonlyMap<string, readonly Agent[]>): string {
  return namesakes.get(name.toLowerCase())?.length === 1 ? name : `${name} (${source.path})`;
}

/** Understands one agent of the playbook for its page. */
export async function personaView(agent: Agent, playbook: Playbook, topics: Topics): Promise<PersonaView> {
  const { sections, problems, render } = await promptView(agent, playbook);
  const inlineHtml = (markdown: string) => {
    const [first] = parseMarkdown(markdown).children;
    return first?.type === 'paragraph' ? render.inline(first.children) : render.blocks(first ? [first] : []);
  };

  const { path, bytes, isReadable } = agent.source;
  return {
    id: agent.id,
    name: agent.name,
    accent: accentOf(agent.name, agent.color),
    monogram: monogramOf(agent.name),
    summary: plainText(agent.summary),
    summaryHtml: inlineHtml(agent.summary),
    descriptionHtml: render.blocks(parseMarkdown(withoutStart(agent.description, agent.summary)).children),
    examples: agent.examples.map((example) => exampleView(example, render)),
    model: agent.model,
    tools: agent.tools?.map(toolView),
    disallowedTools: agent.disallowedTools.map(toolView),
    settings: agent.settings,
    topics: topicsOf(agent, playbook, topics),
    named: {
      count: directoryOf(playbook).lookup(agent.name)?.references.length ?? 0,
      href: href(rosterEntryPath(agent.id)),
    },
    contents: sections.flatMap(({ id, title, level }) => (id === '' ? [] : [{ id, title, depth: level - 1 }])),
    sections,
    problems: inFileOrder([...agent.problems, ...problems]),
    file: {
      path: shownPath(path),
      bytes,
      isReadable,
      download: href(agentFilePath(agent.id)),
      url: site.repository === '' ? undefined : site.repository + encodeURI(shownPath(path)),
    },
  };
}

function topicsOf(agent: Agent, playbook: Playbook, file: Topics): TopicGroup[] {
  const byDepth = Map.groupBy(treatedBy(agent, playbook, file), ({ depth }) => depth);
  return [...byDepth].map(([depth, treated]) => ({
    depth,
    topics: treated.slice(0, MOST_TOPICS).map(({ topic, title }) => ({ title, href: href(topicPath(topic)) })),
    more: Math.max(0, treated.length - MOST_TOPICS),
  }));
}

/** The words of a dialogue are no markdown; only the names in them become links. */
function exampleView({ context, turns, commentary }: Example, render: Renderer): ExampleView {
  const html = (words: string) => render.inline([{ type: 'text', value: words }]);
  return {
    context,
    turns: turns.map(({ speaker, text }) => ({ speaker, html: html(text) })),
    commentaryHtml: html(commentary),
  };
}

function toolView(tool: Tool): ToolView {
  return { written: tool.written, permits: permissionOf(tool) };
}

/** What is left of a description after its summary, whatever the white space between the words. */
function withoutStart(description: string, summary: string): string {
  const words = summary.split(' ').filter((word) => word !== '');
  let rest = description;
  for (const word of words) {
    rest = rest.trimStart();
    if (!rest.startsWith(word)) return description;
    rest = rest.slice(word.length);
  }
  return rest.trim();
}

/**
 * The path by which people know the file: from the top of the project, or, for a folder elsewhere, from that
 * folder on. Never a path of the machine that built the site.
 */
function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), resolve(site.agents)).replaceAll('\\', '/');
  const folder = fromHere === '' || fromHere.startsWith('..') ? basename(resolve(site.agents)) : fromHere;
  return `${folder}/${path}`;
}
