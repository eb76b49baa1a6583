import { comparePath, findPath, searchPath } from '../../links.ts';

/**
 * Pages without a markdown twin: they need a browser to answer. What the pages that compare agents say is in the twins
 * of these agents.
 */
const withoutTwin = [findPath, searchPath, comparePath];

/** Returns the path of a page's markdown twin; `undefined` if it has none. */
export function twinPath(page: `/${string}`): `/${string}` | undefined {
  return withoutTwin.some((path) => page.startsWith(path)) ? undefined : `${page}index.md`;
}
