/*
 * Facts for search engines, as JSON-LD: only the kinds that they show, which are the name of the site and the trail above
 * a page's title. https://developers.google.com/search/docs/appearance/structured-data/search-gallery
 */

import { site } from '../../site.ts';
import { absoluteUrl } from './public-url.ts';

/** Returns the element with the name of the site. */
export function siteData(): string {
  return dataElement({ '@type': 'WebSite', name: site.title, url: absoluteUrl('/') });
}

/**
 * Returns the element with a page's trail.
 * @param trail the pages above it, from the top, without the home page
 */
export function breadcrumbData(trail: readonly { label: string; path: `/${string}` }[], here: string): string {
  const entries = [
    { name: 'Home', item: absoluteUrl('/') },
    ...trail.map(({ label, path }) => ({ name: label, item: absoluteUrl(path) })),
    { name: here },
  ];
  return dataElement({
    '@type': 'BreadcrumbList',
    itemListElement: entries.map((entry, index) => ({ '@type': 'ListItem', position: index + 1, ...entry })),
  });
}

/** Returns data as an element that browsers do not run. No text in it can end the element: JSON may escape any sign. */
function dataElement(data: object): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(/</g, '\\u003c');
  return `<script type="application/ld+json">${json}</script>`;
}
