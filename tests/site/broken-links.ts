import { type BuiltDocument } from './documents.ts';
import { PUBLIC_URL } from './sites.ts';

/**
 * Checks the links of a site's pages. Every address must be a file of the build below the base path, and every
 * anchor an id on the page that it points to. Returns one line for each broken link.
 * @param files every file of the build, relative to its folder
 * @param base the path that the site is published under; begins and ends with a slash
 */
export function brokenLinks(documents: readonly BuiltDocument[], files: readonly string[], base: string): string[] {
  const existing = new Set(files);
  const idsOf = new Map(documents.map(({ file, ids }) => [file, new Set(ids)]));
  return documents.flatMap((document) =>
    document.links.flatMap(({ element, attribute, value }) => {
      const fault = faultOf(document, attribute, value);
      return fault === undefined ? [] : [`${document.file}: <${element} ${attribute}="${value}"> ${fault}`];
    }),
  );

  function faultOf({ file, route }: BuiltDocument, attribute: string, value: string): string | undefined {
    // The server sends the 404 page for addresses at any depth, where relative links point elsewhere.
    const here = new URL(base + (file === '404.html' ? 'missing/at/some/depth/' : route), PUBLIC_URL);
    if (!URL.canParse(value, here.href)) return 'is not a valid address';
    const target = new URL(value, here);
    if (target.origin !== here.origin)
      return /^(?:https?|mailto|vscode):$/.test(target.protocol) ? undefined : 'may run code';
    // The content of a share link is in the fragment, which is then no anchor.
    const fragment = target.hash.startsWith('#shared.') ? '' : decodeURIComponent(target.hash.slice(1));
    if (value.startsWith('#')) return hasId(file, fragment) ? undefined : 'has no such anchor here';
    if (!target.pathname.startsWith(base)) return `is outside ${base}`;
    const path = decodeURIComponent(target.pathname.slice(base.length));
    // This attribute names the folder of the search index; the script adds the file's name.
    const wanted = attribute === 'data-index' ? `${path}pagefind.js` : path.replace(/^$|\/$/, '$&index.html');
    if (!existing.has(wanted)) return `is not in the build (${wanted})`;
    return hasId(wanted, fragment) ? undefined : 'has no such anchor there';
  }

  function hasId(file: string, fragment: string): boolean {
    // Not all of hundreds of pages are parsed: the anchors of the others are unknown.
    return fragment === '' || (idsOf.get(file)?.has(fragment) ?? file.endsWith('.html'));
  }
}
