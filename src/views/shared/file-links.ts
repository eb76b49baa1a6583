import { posix } from 'node:path';
import { agentPath, href } from '../../links.ts';
import type { Agent } from '../../playbook/agent.ts';
import { displayPath, repositoryUrl } from './file-path.ts';

/** Finds the agent whose file is at a path inside the agents' folder. */
export type FileLookup = (path: string) => Agent | undefined;

/** Returns the lookup of some agents. A path may lack its extension, or differ in case if it is the only one that does. */
export function filesOf(agents: readonly Agent[]): FileLookup {
  const places = agents.flatMap((agent) =>
    [agent.source.path, ...(agent.source.copies ?? [])].map((path) => ({ path, agent })),
  );
  const exact = new Map(places.map(({ path, agent }) => [path, agent]));
  const inAnyCase = Map.groupBy(places, ({ path }) => path.toLowerCase());
  const ids = new Map(agents.map((agent) => [agentPath(agent.id), agent]));
  return (path) => {
    const paths = [path, `${path}.md`, `${path}.agent.md`];
    const found = paths.map((one) => exact.get(one)).find((agent) => agent !== undefined);
    if (found) return found;
    const similar = paths.map((one) => inAnyCase.get(one.toLowerCase()) ?? []).find(({ length }) => length > 0) ?? [];
    return similar.length === 1 ? similar[0]?.agent : ids.get(`/${path}/`);
  };
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
  const folder = posix.dirname(agent.source.path);
  return (url) => {
    if (/^(?:https?:\/\/|mailto:)/i.test(url)) return url;
    if (/^(?:[a-z][\w+.-]*:|\/\/)/i.test(url)) return undefined;
    const [, written = '', , fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
    if (written === '') return fragment === undefined ? undefined : anchorIn(agent, fragment, own);

    const path = decodeIfValid(written).replace(/\/+$/, '');
    const fromRoot = posix.normalize(path.startsWith('/') ? path.slice(1) : posix.join(folder, path));
    const target = files?.(fromRoot);
    if (target) {
      const there = href(agentPath(target.id));
      return (fragment === undefined ? undefined : anchorIn(target, fragment, there)) ?? there;
    }
    const inRepository = path.startsWith('/') ? fromRoot : posix.normalize(displayPath(posix.join(folder, path)));
    if (inRepository.startsWith('..') || inRepository === '.') return undefined;
    const there = repositoryUrl(inRepository);
    return there === undefined || fragment === undefined ? there : `${there}#${encodeURI(decodeIfValid(fragment))}`;
  };
}

/** How the anchors of footnotes begin. They are not headings; a reference has one only if its definition exists. */
const footnote = 'playbook:note-';

/** Returns the address of a heading; `undefined` if the file has no such heading. GitHub ignores case as well. */
function anchorIn({ sections }: Agent, fragment: string, page: string): string | undefined {
  const wanted = decodeIfValid(fragment);
  if (wanted.startsWith(footnote) || sections.some(({ id }) => id === wanted)) return `${page}#${fragment}`;
  const found = sections.find(({ id }) => id.toLowerCase() === wanted.toLowerCase());
  return found && `${page}#${found.id}`;
}

function decodeIfValid(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
