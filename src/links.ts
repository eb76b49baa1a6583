import type { ElementKind } from './playbook/elements/kinds.ts';
import { site } from './site.ts';

/** Returns the address of a page or file of this site, with the base path: `/agents/` → `/base/agents/`. */
export function href(path: `/${string}`): string {
  return site.base + encodeURI(path.slice(1));
}

/** Returns the address of a link that the owner of the site has configured: a path of this site gets the base path. */
export function configuredHref(written: string): string {
  return written.startsWith('/') ? href(`/${written.slice(1)}`) : written;
}

/**
 * Returns the address of a page or file on the host that the site is published on; `undefined` if that is not known,
 * because the site's URL is that of this machine.
 */
export function publicUrl(path: `/${string}`): string | undefined {
  const url = new URL(href(path), site.url);
  return url.hostname === 'localhost' ? undefined : url.href;
}

export const accessPath = '/access/';
export const agentsPath = '/agents/';
export const comparePath = '/compare/';
export const decidePath = '/decide/';
export const delegationPath = '/delegation/';
export const findPath = '/find/';
export const flowsPath = '/flows/';
export const gatesPath = '/gates/';
export const guidePath = '/guide/';
export const handoffsPath = '/handoffs/';
/** The agents as plugins of Claude Code. */
export const installPath = '/install/';
/** The list of plugins that Claude Code reads. */
export const marketplacePath = '/marketplace.json';
/** The problems of all files. */
export const problemsPath = '/problems/';
/** The catalogue of rules. */
export const rulesPath = '/problems/rules/';
export const rosterPath = '/roster/';
/** The names of the roster, for the choice of a receiving agent. */
export const rosterNamesPath = '/roster.json';
export const searchPath = '/search/';
/** The whole model, for programs. */
export const playbookJsonPath = '/playbook.json';
/** The site for language models, and all agents in one file: https://llmstxt.org. */
export const llmsPath = '/llms.txt';
export const llmsFullPath = '/llms-full.txt';
/** The feed of changed agents. */
export const feedPath = '/feed.xml';
/** The skill that teaches an agent to ask the playbook. */
export const skillPath = '/SKILL.md';
export const topicsPath = '/topics/';

export function agentPath(id: string): `/${string}` {
  return `/agents/${id}/`;
}

/** The page with an agent's file for each tool. */
export function useAgentPath(id: string): `/${string}` {
  return `/agents/${id}/use/`;
}

/** An agent's file for another tool: the name of the file is the last part of its path in a project. */
export function exportPath(id: string, target: string, file: string): `/${string}` {
  return `/agents/${id}/${target}/${file}`;
}

/** The part of the page with an agent's files that is about one tool. */
export function useAnchor(target: string): string {
  return `playbook:use-${target}`;
}

/** The page that compares an agent with those that are most similar. */
export function compareAgentPath(id: string): `/${string}` {
  return `${comparePath}${id}/`;
}

/** The archive of a plugin. */
export function pluginArchivePath(name: string): `/${string}` {
  return `/plugins/${name}.zip`;
}

/** The roster page of an agent or an outside specialist. */
export function rosterEntryPath(id: string): `/${string}` {
  return `${rosterPath}${id}/`;
}

/** The JSON Schema of a dialect. */
export function schemaPath(id: string): `/${string}` {
  return `/schema/${id}.json`;
}

/** The anchor of a rule on the page of the catalogue. */
export function ruleAnchor(id: string): string {
  return `playbook:rule-${id}`;
}

/** The place of a rule in the catalogue. */
export function rulePath(id: string): `/${string}` {
  return `${rulesPath}#${ruleAnchor(id)}`;
}

export function topicPath(id: string): `/${string}` {
  return `${topicsPath}${id}/`;
}

/** The folders with the pages of each kind of element; `undefined` for kinds that are only shown in their section. */
const elementFolders: Record<ElementKind, `/${string}/` | undefined> = {
  'collaboration-flow': flowsPath,
  'decision-tree': decidePath,
  delegations: undefined,
  diagram: undefined,
  'handoff-template': handoffsPath,
  message: handoffsPath,
  'quality-gate': gatesPath,
  workflow: flowsPath,
};

/** The page of an element; `undefined` if its kind has no pages. */
export function elementPath({ id, element }: { id: string; element: { kind: ElementKind } }): `/${string}` | undefined {
  const folder = elementFolders[element.kind];
  return folder && `${folder}${id}/`;
}

/** The place of a section on its agent's page; the page itself for the text before the first heading. */
export function sectionPath(agent: string, section: string): `/${string}` {
  return section === '' ? agentPath(agent) : `${agentPath(agent)}#${section}`;
}

/** The agent's file, byte for byte. */
export function agentFilePath(id: string): `/${string}` {
  return `/agents/${id}.md`;
}

/** The list of an agent's files for all tools. */
export function agentExportsPath(id: string): `/${string}` {
  return `/agents/${id}.exports.json`;
}

/**
 * Anchors of parts of the layout. They contain a colon, which anchors of headings never do, so that no author's heading
 * has the same one.
 */
export const anchors = {
  header: 'playbook:header',
  main: 'playbook:main',
  delegation: 'playbook:delegation',
  examples: 'playbook:examples',
  problems: 'playbook:problems',
  team: 'playbook:team',
} as const;

/** The anchor of an element on its agent's page. */
export function elementAnchor({ slug }: { slug: string }): string {
  return `playbook:element-${slug}`;
}

/** The anchor of a question on the page of its tree. */
export function questionAnchor(question: string): string {
  return `playbook:question-${question}`;
}
