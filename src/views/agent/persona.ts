import { claudeCode } from '../../playbook/dialects/claude-code.ts';
import { agentFilePath, href, rosterEntryPath, topicPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { OtherKey } from '../../playbook/agent-keys.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Renderer } from '../../markdown/render.ts';
import type { Depth } from '../../playbook/topics/depth.ts';
import type { Example, Turn } from '../../playbook/source/description.ts';
import { parseMarkdown } from '../../playbook/source/markdown.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { inFileOrder, withoutInformation, type Problem } from '../../playbook/problems.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import type { Tool } from '../../playbook/source/tools.ts';
import { permissionOf } from '../../playbook/tool-permissions.ts';
import { accessNote, grantViews, type GrantView } from '../access/access-view.ts';
import { alikeView, type AlikeView } from '../compare/similar-agents.ts';
import { costText } from '../shared/cost-text.ts';
import { displayPath, repositoryUrl } from '../shared/file-path.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { plainText } from '../shared/text.ts';
import { coveredTopics } from '../topics/coverage-view.ts';
import { overview, type OverviewEntry } from './overview.ts';
import { sectionRuns } from './section-runs.ts';
import { promptView, type SectionView } from './system-prompt.ts';

/** A tool, and what it permits if that is known. */
interface ToolView {
  written: string;
  permits: string | undefined;
}

/** An example dialogue, with the names in it as links. */
export interface ExampleView {
  context: string;
  turns: { speaker: Turn['speaker']; html: string }[];
  commentaryHtml: string;
}

/** An entry of the table of contents. */
export interface ContentsEntry {
  id: string;
  title: string;
  /** 1 for a main section. */
  depth: number;
}

/** Topics that an agent covers at the same depth. */
export interface TopicGroup {
  depth: Depth;
  topics: { title: string; href: string }[];
  /** How many more topics of this depth there are. */
  more: number;
}

/** Per depth. More would push the system prompt out of view; the topics page lists them all. */
const MAX_TOPICS = 6;

/** An agent's page. */
export interface PersonaView {
  id: string;
  name: string;
  accent: Accent;
  monogram: string;
  /** Plain text, for the page's meta description. */
  summary: string;
  summaryHtml: string;
  /** The rest of the description after the summary; may be empty. */
  descriptionHtml: string;
  examples: ExampleView[];
  /** Absent if the file sets none. */
  model: string | undefined;
  /** What that means. */
  modelText: string;
  /** The tool that the file is written for, with the reason to think so; absent if unknown. */
  writtenFor: string | undefined;
  /** What it may use if the file does not limit its tools, or in place of tools that cannot be read. */
  toolsText: string;
  /** Absent if the file does not limit them, or they cannot be read. */
  tools: ToolView[] | undefined;
  disallowedTools: ToolView[];
  /** What it may do, in a sentence. */
  access: { grants: GrantView[]; note: string };
  /** Values about tools that cannot be read, then all other keys. */
  otherKeys: OtherKey[];
  /** The topics it covers, the deepest first. */
  topics: TopicGroup[];
  /** The size of its texts. */
  cost: string;
  /** Agents that a reader may take for this one; absent if there are none. */
  alike: AlikeView | undefined;
  /** How many places refer to it, and the roster page that lists them. */
  references: { count: number; href: string };
  contents: ContentsEntry[];
  /** The contents of the file, by kind of element. */
  overview: OverviewEntry[];
  /** The sections of the system prompt; those in one run stand side by side. */
  runs: SectionView[][];
  problems: Problem[];
  file: {
    path: string;
    copies: string[];
    bytes: number;
    isReadable: boolean;
    download: string;
    url: string | undefined;
  };
}

/**
 * Returns the page title: the agent's name, followed by its file if other agents have the same name.
 * @param namesakes all agents, by name in lower case
 */
export function personaTitle({ name, source }: Agent, namesakes: ReadonlyMap<string, readonly Agent[]>): string {
  return namesakes.get(name.toLowerCase())?.length === 1 ? name : `${name} (${source.path})`;
}

/** Returns the page of an agent. */
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
    descriptionHtml: render.blocks(parseMarkdown(withoutSummary(agent.description, agent.summary)).children),
    examples: agent.examples.map((example) => exampleView(example, render)),
    model: agent.model,
    modelText: agent.tool ? 'Not set by the file' : 'Inherits the caller’s model',
    writtenFor:
      agent.tool && `${agent.tool.name} (${agent.tool.detectedBy === 'path' ? 'by its path' : 'by its keys'})`,
    toolsText: toolsText(agent),
    tools: agent.tools?.map((tool) => toolView(tool, isClaudeCode(agent))),
    disallowedTools: agent.disallowedTools.map((tool) => toolView(tool, isClaudeCode(agent))),
    access: { grants: grantViews(agent), note: accessNote(agent) },
    otherKeys: [...agent.unreadableTools, ...agent.otherKeys],
    topics: topicGroups(agent, playbook, topics),
    cost: costText(agent.cost),
    alike: alikeView(agent, playbook, topics),
    references: {
      count: playbookIndex(playbook).lookup(agent.name)?.references.length ?? 0,
      href: href(rosterEntryPath(agent.id)),
    },
    contents: sections.flatMap(({ id, title, level }) => (id === '' ? [] : [{ id, title, depth: level - 1 }])),
    overview: overview(agent),
    runs: sectionRuns(sections),
    problems: inFileOrder(withoutInformation([...agent.problems, ...problems])),
    file: {
      path: displayPath(path),
      copies: (agent.source.copies ?? []).map(displayPath),
      bytes,
      isReadable,
      download: href(agentFilePath(agent.id)),
      url: repositoryUrl(displayPath(path)),
    },
  };
}

function topicGroups(agent: Agent, playbook: Playbook, file: Topics): TopicGroup[] {
  const byDepth = Map.groupBy(coveredTopics(agent, playbook, file), ({ depth }) => depth);
  return [...byDepth].map(([depth, covered]) => ({
    depth,
    topics: covered.slice(0, MAX_TOPICS).map(({ topic, title }) => ({ title, href: href(topicPath(topic)) })),
    more: Math.max(0, covered.length - MAX_TOPICS),
  }));
}

/** Dialogues are plain text, not markdown; only the names in them become links. */
function exampleView({ context, turns, commentary }: Example, render: Renderer): ExampleView {
  const html = (text: string) => render.inline([{ type: 'text', value: text }]);
  return {
    context,
    turns: turns.map(({ speaker, text }) => ({ speaker, html: html(text) })),
    commentaryHtml: html(commentary),
  };
}

/** Whether a file is for Claude Code: so is every file that is not identified as another tool's. */
function isClaudeCode({ tool }: Agent): boolean {
  return tool === undefined || tool.name === claudeCode.tool;
}

function toolView(tool: Tool, isClaudeCode: boolean): ToolView {
  return { written: tool.written, permits: permissionOf(tool, isClaudeCode) };
}

function toolsText({ tools, tool, unreadableTools }: Agent): string {
  if (unreadableTools.some(({ key }) => key === 'tools')) return 'The file’s value cannot be read; it is shown below.';
  if (tools?.length === 0) return 'None';
  return tool ? 'Not limited by the file' : 'Inherits all of the caller’s tools';
}

/** Removes the summary from the start of a description, ignoring differences in white space. */
function withoutSummary(description: string, summary: string): string {
  const words = summary.split(' ').filter((word) => word !== '');
  let rest = description;
  for (const word of words) {
    rest = rest.trimStart();
    if (!rest.startsWith(word)) return description;
    rest = rest.slice(word.length);
  }
  return rest.trim();
}
