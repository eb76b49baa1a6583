import type { Agent } from './agent.ts';

/** Finds the agent whose file is at a path inside the agents' folder. */
export type FileLookup = (path: string) => Agent | undefined;

/** Where a link in an agent's file leads. Fragments are decoded. */
export type LinkTarget =
  /** A web or mail address. */
  | { kind: 'web' }
  /** An address of another kind, such as `ftp:` or `//host`. */
  | { kind: 'unsupported' }
  /** A file of an agent, which may be that of the link itself. */
  | { kind: 'agent'; agent: Agent; fragment?: string }
  /** Another file. Its path is relative to the agents' folder, and begins with `..` outside of it. */
  | { kind: 'file'; path: string; written: string; fragment?: string };

/** Returns the lookup of some agents. A path may lack its extension, or differ in case if it is the only one that does. */
export function filesOf(agents: readonly Agent[]): FileLookup {
  const places = agents.flatMap((agent) =>
    [agent.source.path, ...(agent.source.copies ?? [])].map((path) => ({ path, agent })),
  );
  const exact = new Map(places.map(({ path, agent }) => [path, agent]));
  const inAnyCase = Map.groupBy(places, ({ path }) => path.toLowerCase());
  return (path) => {
    const paths = [path, `${path}.md`, `${path}.agent.md`];
    const found = paths.map((one) => exact.get(one)).find((agent) => agent !== undefined);
    if (found) return found;
    const similar = paths.map((one) => inAnyCase.get(one.toLowerCase()) ?? []).find(({ length }) => length > 0) ?? [];
    return similar.length === 1 ? similar[0]?.agent : undefined;
  };
}

/**
 * Returns where a link in the file of an agent leads. A path is relative to that file, or to the agents' folder if it
 * begins with a slash.
 */
export function linkTarget(agent: Agent, url: string, files: FileLookup): LinkTarget {
  if (/^(?:https?:\/\/|mailto:)/i.test(url)) return { kind: 'web' };
  if (/^(?:[a-z][\w+.-]*:|\/\/)/i.test(url)) return { kind: 'unsupported' };
  const [, written = '', hash] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  const fragment = hash === undefined ? {} : { fragment: decoded(hash) };
  if (written === '') return { kind: 'agent', agent, ...fragment };

  const linked = decoded(written);
  const path = joinPath(linked.startsWith('/') ? '' : folderOf(agent.source.path), linked);
  const target = files(path);
  return target ? { kind: 'agent', agent: target, ...fragment } : { kind: 'file', path, written: linked, ...fragment };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Joins two paths and resolves `.` and `..`; what leaves the first folder begins with `..`. Needs no Node. */
export function joinPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Decodes a part of a URL; returns it as it is if it is not valid. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
