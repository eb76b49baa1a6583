import { comparePath, findPath, installPath, searchPath } from '../../links.ts';

/**
 * Pages without a markdown version: they need a browser to answer, or offer files. What the pages that compare agents say is
 * in the markdown of these agents.
 */
const withoutMarkdown = [findPath, searchPath, comparePath, installPath];

/** The further pages of a long index, whose markdown version lists all entries, and the pages with an agent's files for other tools. */
const parts = /\/page\/\d+\/$|^\/agents\/[^/]+\/use\/$/;

/** Returns the path of a page's markdown version; `undefined` if it has none. */
export function markdownPath(page: `/${string}`): `/${string}` | undefined {
  const hasNone = withoutMarkdown.some((path) => page.startsWith(path)) || parts.test(page);
  return hasNone ? undefined : `${page}index.md`;
}
