import type { ResultKind } from './kinds.ts';
import type { ExcerptPart, Hit } from './outcome.ts';
import type { PagefindPage } from './pagefind-api.ts';

/** Pagefind's pages → hits, in the same order, each followed by its sections. */
export function hitsOf(pages: readonly PagefindPage[]): Hit[] {
  return pages.flatMap((page) => {
    const name = page.meta.title ?? page.url;
    const agent = { name, accent: page.meta.accent ?? '', monogram: page.meta.monogram ?? '' };
    const kind = kindOf(page.url);
    const sections = page.sub_results.filter(({ anchor }) => anchor !== undefined);
    return [
      { url: page.url, kind, title: [{ text: name, marked: false }], trail: [], excerpt: readExcerpt(page.excerpt) },
      ...sections.map(({ title, url, excerpt }): Hit => ({
        url,
        kind: kind === 'agent' ? 'section' : kind,
        title: [{ text: title, marked: false }],
        trail: [],
        excerpt: readExcerpt(excerpt),
        agent,
      })),
    ];
  });
}

const folders: readonly [string, ResultKind][] = [
  ['/decide/', 'decision-tree'],
  ['/flows/', 'flow'],
  ['/gates/', 'gate'],
  ['/roster/', 'roster'],
  ['/guide/', 'guide'],
];

function kindOf(url: string): ResultKind {
  return folders.find(([folder]) => url.includes(folder))?.[1] ?? 'agent';
}

/** Reads Pagefind's HTML into parts, so that a page shows them as text and nothing in them can act. */
export function readExcerpt(html: string): ExcerptPart[] {
  return html
    .split(/<mark>([\s\S]*?)<\/mark>/)
    .map((part, index) => ({ text: unescapeHtml(part), marked: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", amp: '&' };

function unescapeHtml(html: string): string {
  return html.replace(/&(lt|gt|quot|#39|#x27|amp);/g, (whole, name: string) => entities[name] ?? whole);
}
