import { site } from './site.ts';

/** Address of a page or file of this site, with the base path in front: `/agents/` → `/base/agents/`. */
export function href(path: `/${string}`): string {
  return site.base + encodeURI(path.slice(1));
}

export const agentsPath = '/agents/';
export const searchPath = '/search/';

export function agentPath(id: string): `/${string}` {
  return `/agents/${id}/`;
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
} as const;
