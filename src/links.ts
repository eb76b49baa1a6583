import type { ElementKind } from './playbook/elements/index.ts';
import { site } from './site.ts';

/** Address of a page or file of this site, with the base path in front: `/agents/` → `/base/agents/`. */
export function href(path: `/${string}`): string {
  return site.base + encodeURI(path.slice(1));
}

export const agentsPath = '/agents/';
export const decidePath = '/decide/';
export const delegationPath = '/delegation/';
export const flowsPath = '/flows/';
export const gatesPath = '/gates/';
export const guidePath = '/guide/';
export const handoffsPath = '/handoffs/';
export const rosterPath = '/roster/';
/** Everybody's name, for those who choose a receiving agent. */
export const rosterNamesPath = '/roster.json';
export const searchPath = '/search/';
export const topicsPath = '/topics/';

export function agentPath(id: string): `/${string}` {
  return `/agents/${id}/`;
}

/** The page of somebody on the roster, whether there is a file or not. */
export function rosterEntryPath(id: string): `/${string}` {
  return `${rosterPath}${id}/`;
}

export function topicPath(id: string): `/${string}` {
  return `${topicsPath}${id}/`;
}

/** The folders under which kinds of element have pages of their own. */
const elementFolders: Partial<Record<ElementKind, `/${string}/`>> = {
  'collaboration-flow': flowsPath,
  'decision-tree': decidePath,
  'handoff-template': handoffsPath,
  message: handoffsPath,
  'quality-gate': gatesPath,
  workflow: flowsPath,
};

/** The element's own page; nothing for kinds that have none: they are shown where they stand. */
export function elementPath({ id, element }: { id: string; element: { kind: ElementKind } }): `/${string}` | undefined {
  const folder = elementFolders[element.kind];
  return folder && `${folder}${id}/`;
}

/** Where something stands in an agent's page: a section, or the page itself. */
export function sectionPath(agent: string, section: string): `/${string}` {
  return section === '' ? agentPath(agent) : `${agentPath(agent)}#${section}`;
}

/** The agent's file itself, byte for byte. */
export function agentFilePath(id: string): `/${string}` {
  return `/agents/${id}.md`;
}

/**
 * Anchors of the page's own parts. An author's heading can never have the same one: the colon does not
 * survive the making of anchors from headings.
 */
export const anchors = {
  main: 'playbook:main',
  examples: 'playbook:examples',
  problems: 'playbook:problems',
  team: 'playbook:team',
} as const;

/** Anchor of a question of a tree, on the tree's page. */
export function questionAnchor(question: string): string {
  return `playbook:question-${question}`;
}
