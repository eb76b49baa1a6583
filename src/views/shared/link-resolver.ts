import { agentPath, href } from '../../links.ts';
import type { Agent } from '../../playbook/agent.ts';
import { filesOf, joinPath, linkTarget, type FileLookup } from '../../playbook/file-links.ts';
import { displayPath, repositoryUrl } from './file-path.ts';

/** Returns the lookup of some agents by the paths of their files, and by those of their pages on the site. */
export function filesAndPagesOf(agents: readonly Agent[]): FileLookup {
  const files = filesOf(agents);
  const pages = new Map(agents.map((agent) => [agentPath(agent.id), agent]));
  return (path) => files(path) ?? pages.get(`/${path}/`);
}

/**
 * Returns the function that resolves the links of an agent's file, wherever the site shows them: web and mail addresses
 * as they are, headings of the file, files of other agents relative to this file, and other files in the repository.
 * It returns `undefined` for every other target, which has no page.
 * @param files finds the other agents; without it, only links inside the file are resolved
 * @param page whether the link is on the agent's own page
 */
export function linkResolver(
  agent: Agent,
  files: FileLookup | undefined,
  page: 'own' | 'other',
): (url: string) => string | undefined {
  const own = page === 'own' ? '' : href(agentPath(agent.id));
  return (url) => {
    const target = linkTarget(agent, url, files ?? (() => undefined));
    if (target.kind === 'web') return url;
    if (target.kind === 'unsupported') return undefined;
    const { fragment } = target;
    if (target.kind === 'agent') {
      const isInside = /^[?#]|^$/.test(url);
      const there = isInside ? own : href(agentPath(target.agent.id));
      const anchor = fragment === undefined ? undefined : anchorIn(target.agent, fragment, there);
      return anchor ?? (isInside ? undefined : there);
    }
    const path = target.written.startsWith('/') ? target.path : joinPath('', displayPath(target.path));
    if (path.startsWith('..') || path === '') return undefined;
    const there = repositoryUrl(path);
    return there === undefined || fragment === undefined ? there : `${there}#${encodeURI(fragment)}`;
  };
}

/** How the anchors of footnotes begin. They are not headings; a reference has one only if its definition exists. */
const footnote = 'playbook:note-';

/** Returns the address of a heading; `undefined` if the file has no such heading. GitHub ignores case as well. */
function anchorIn({ sections }: Agent, wanted: string, page: string): string | undefined {
  const found =
    sections.find(({ id }) => id === wanted) ?? sections.find(({ id }) => id.toLowerCase() === wanted.toLowerCase());
  const id = wanted.startsWith(footnote) ? wanted : found?.id;
  return id && `${page}#${encodeURI(id)}`;
}
