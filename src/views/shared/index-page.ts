import type { Playbook } from '../../playbook/playbook.ts';

/** With more entries, an index is split into pages, and a filter loads the rest on use. */
export const MAX_ON_ONE_PAGE = 100;

/** Entries on each page of a longer index: a page stays below 100 kB. */
export const PAGE_SIZE = 30;

/** One page of an index: the catalogue, the roster, or a list of elements. */
export interface IndexPage<Entry> {
  entries: readonly Entry[];
  /** Number of the index's entries on all pages. */
  total: number;
  /** From 1. */
  number: number;
  /** How many pages there are; 1 if all entries are on this one. */
  pages: number;
}

/** Splits an index into pages. A short one, or an empty one, has a single page. */
export function indexPages<Entry>(entries: readonly Entry[]): IndexPage<Entry>[] {
  const total = entries.length;
  if (!isPaged(total)) return [{ entries, total, number: 1, pages: 1 }];
  const pages = Math.ceil(total / PAGE_SIZE);
  return Array.from({ length: pages }, (_, index) => ({
    entries: entries.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE),
    total,
    number: index + 1,
    pages,
  }));
}

/** Whether an index with this many entries has several pages. */
export function isPaged(total: number): boolean {
  return total > MAX_ON_ONE_PAGE;
}

/** Returns the path of a page of an index: `/agents/` for the first, `/agents/page/2/` for the second. */
export function indexPagePath(path: `/${string}/`, number: number): `/${string}` {
  return number === 1 ? path : `${path}page/${String(number)}/`;
}

/** Returns the path of the file with all entries of a long index. */
export function itemsPath(path: `/${string}/`): `/${string}` {
  return `${path}items.json`;
}

/** Returns the routes of an index for `[...page].astro`: one for each page, with the page as a prop. */
export function indexRoutes<Entry, Rest extends object>(entries: readonly Entry[], rest: Rest) {
  return indexPages(entries).map((page) => ({
    params: { page: page.number === 1 ? undefined : `page/${String(page.number)}` },
    props: { page, ...rest },
  }));
}

/** Returns the title of a page of an index: "Flows", "Flows, page 2". */
export function indexTitle(title: string, { number }: { number: number }): string {
  return number === 1 ? title : `${title}, page ${String(number)}`;
}

/**
 * Returns how much there is to see of each agent, by its id: the references to it and the elements in its file. A long
 * index begins with the agents that have most.
 */
function importanceOf({ agents, roster }: Playbook): ReadonlyMap<string, number> {
  const references = new Map(roster.map((entry) => [entry.agent, entry.references.length]));
  return new Map(agents.map(({ id, elements }) => [id, elements.length + (references.get(id) ?? 0)]));
}

/** Returns entries with those of the most important agents first, otherwise in their order. */
export function mostImportantFirst<Entry>(
  entries: readonly Entry[],
  playbook: Playbook,
  agentOf: (entry: Entry) => string,
): Entry[] {
  const rank = importanceOf(playbook);
  return entries.toSorted((a, b) => (rank.get(agentOf(b)) ?? 0) - (rank.get(agentOf(a)) ?? 0));
}
