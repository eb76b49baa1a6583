import { type BuiltDocument } from './documents.ts';
import { PUBLIC_URL } from './sites.ts';

/**
 * What is wrong with the links of a site's pages: one line a link. Every address must be a file of the build
 * below the base path, every anchor an id of the page that it is on, and every page's own address its own.
 * @param files every file of the build, relative to it
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
    // The 404 page stands in for pages at any depth; a relative address there would not last.
    const here = new URL(base + (file === '404.html' ? 'missing/at/some/depth/' : route), PUBLIC_URL);
    if (!URL.canParse(value, here.href)) return 'is no address';
    const target = new URL(value, here);
    if (target.origin !== here.origin) return /^(?:https?|mailto):$/.test(target.protocol) ? undefined : 'may act';
    // What a form is opened with travels in the fragment, and is no anchor.
    const fragment = target.hash.startsWith('#shared.') ? '' : decodeURIComponent(target.hash.slice(1));
    if (value.startsWith('#')) return hasId(file, fragment) ? undefined : 'has no such anchor here';
    if (!target.pathname.startsWith(base)) return `is outside ${base}`;
    const path = decodeURIComponent(target.pathname.slice(base.length));
    // The index of the search is a folder; the engine adds the name.
    const wanted = attribute === 'data-index' ? `${path}pagefind.js` : path.replace(/^$|\/$/, '$&index.html');
    if (!existing.has(wanted)) return `is not in the build (${wanted})`;
    return hasId(wanted, fragment) ? undefined : `has no anchor there`;
  }

  function hasId(file: string, fragment: string): boolean {
    // Of a crowd only some pages are read; what anchors the others have is not known.
    return fragment === '' || (idsOf.get(file)?.has(fragment) ?? file.endsWith('.html'));
  }
}
