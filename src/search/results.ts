import type { PagefindPage, PagefindSection } from './pagefind-api.ts';

/** A piece of an excerpt; `marked` if it is one of the words searched for. */
export interface ExcerptPart {
  text: string;
  marked: boolean;
}

/** A place that was found. */
export interface Hit {
  title: string;
  url: string;
  excerpt: ExcerptPart[];
}

/** An agent that was found, and its best sections. */
export interface ResultGroup extends Hit {
  accent: string;
  monogram: string;
  sections: Hit[];
}

/** More sections than this of one agent would push the next agent out of sight. */
const MOST_SECTIONS = 4;

/** Pagefind's pages → what is shown, in the same order; the sections of each page best first. */
export function toGroups(pages: readonly PagefindPage[]): ResultGroup[] {
  return pages.map((page) => {
    const sections = page.sub_results
      .filter(({ anchor }) => anchor !== undefined)
      .sort((a, b) => score(b) - score(a))
      .slice(0, MOST_SECTIONS);
    return {
      title: page.meta.title ?? page.url,
      url: page.url,
      excerpt: sections.length === 0 ? readExcerpt(page.excerpt) : [],
      accent: page.meta.accent ?? '',
      monogram: page.meta.monogram ?? '',
      sections: sections.map(({ title, url, excerpt }) => ({ title, url, excerpt: readExcerpt(excerpt) })),
    };
  });
}

function score({ weighted_locations: locations }: PagefindSection): number {
  return locations.reduce((sum, { balanced_score: balanced }) => sum + balanced, 0);
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
