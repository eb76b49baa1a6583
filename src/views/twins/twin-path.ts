import { comparePath, findPath, installPath, searchPath } from '../../links.ts';

/**
 * Pages without a markdown twin: they need a browser to answer, or offer files. What the pages that compare agents say is
 * in the twins of these agents.
 */
const withoutTwin = [findPath, searchPath, comparePath, installPath];

/** The further pages of a long index, whose twin lists all entries, and the pages with an agent's files for other tools. */
const parts = /\/page\/\d+\/$|^\/agents\/[^/]+\/use\/$/;

/** Returns the path of a page's markdown twin; `undefined` if it has none. */
export function twinPath(page: `/${string}`): `/${string}` | undefined {
  const hasNone = withoutTwin.some((path) => page.startsWith(path)) || parts.test(page);
  return hasNone ? undefined : `${page}index.md`;
}
