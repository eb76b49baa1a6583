import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseHtml } from './html.ts';
import { pagesOf, projectRoot, siteOf, type BuiltPage, type SiteName } from './sites.ts';

/** Facts about a page's HTML; no script has run. */
export interface DocumentFacts {
  title: string;
  description: string | null;
  language: string;
  canonical: string | null;
  policies: string[];
  headings: number[];
  ids: string[];
  links: { element: string; attribute: string; value: string }[];
  /** Event handlers and styles written as attributes. */
  inlineAttributes: string[];
  /** Controls that readers without JavaScript would see, and that would do nothing. */
  idleControls: string[];
}

export interface BuiltDocument extends BuiltPage, DocumentFacts {
  html: string;
}

const cache = new Map<SiteName, BuiltDocument[]>();

/** Returns the facts about every page of a built site. Each is parsed once. */
export function readDocuments(name: SiteName): BuiltDocument[] {
  const documents =
    cache.get(name) ??
    pagesOf(name)
      .filter(isParsed)
      .map((built) => readDocument(name, built));
  cache.set(name, documents);
  return documents;
}

/** Returns the HTML of a page's main part, without its scripts, the base path and the path of the agents. */
function mainHtmlOf(name: SiteName, { file }: BuiltPage): string {
  const { base, built, agentsFolder } = siteOf(name);
  const html = readFileSync(join(built, file), 'utf8');
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return main
    .replaceAll(/<script[^>]*><\/script>/g, '')
    .replaceAll(base, '/')
    .replaceAll(`${relative(projectRoot, agentsFolder)}/`, '');
}

/** Returns the pages of a site whose main part differs from that of the same page on the default site. */
export function pagesUnlikeDefault(name: SiteName): BuiltPage[] {
  const defaults = new Set(pagesOf('default').map(({ file }) => file));
  return pagesOf(name).filter(
    (built) => !defaults.has(built.file) || mainHtmlOf(name, built) !== mainHtmlOf('default', built),
  );
}

/** Returns the longest page of each kind: it shows the most of what a kind can contain. */
export function longestOfEachKind<T extends BuiltPage>(name: SiteName, pages: readonly T[]): T[] {
  const size = ({ file }: BuiltPage) => statSync(join(siteOf(name).built, file)).size;
  return [...Map.groupBy(pages, kindOf).values()].flatMap((kind) =>
    kind.toSorted((a, b) => size(b) - size(a)).slice(0, 1),
  );
}

/** An opening tag, and whether it is closed at once. */
const TAG = /<([a-z][\w-]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*>(<\/)?/g;

/** Returns the sorts of elements on a page: elements with the same name, classes and attributes are of one sort. */
function elementSorts(name: SiteName, { file }: BuiltPage): string[] {
  const html = readFileSync(join(siteOf(name).built, file), 'utf8');
  return [...html.matchAll(TAG)].map(([, tag, attributes = '', closed]) =>
    [tag, /\sclass="([^"]*)"/.exec(attributes)?.[1], attributes.replaceAll(/="[^"]*"/g, ''), closed].join(' '),
  );
}

/** Returns the pages of other sites with sorts of elements that neither the default site nor a page before them has. */
export function pagesWithOtherElements(names: readonly SiteName[]): Map<SiteName, BuiltPage[]> {
  const known = new Set(
    longestOfEachKind('default', pagesOf('default')).flatMap((built) => elementSorts('default', built)),
  );
  return new Map(
    names.map((name) => {
      const pages = longestOfEachKind(name, pagesOf(name)).filter((built) => {
        const before = known.size;
        for (const sort of elementSorts(name, built)) known.add(sort);
        return known.size > before;
      });
      return [name, pages];
    }),
  );
}

/**
 * The pages below one folder are of one kind, apart from the folder's index, its further pages, and pages that belong to
 * another page.
 */
function kindOf({ route }: BuiltPage): string {
  if (/^[^/]*\/?$/.test(route)) return route;
  return route.replace(/^([^/]+)\/page\/\d+\/$/, '$1/page/').replace(/^([^/]+)\/(?!page\/$)[^/]+/, '$1/*');
}

/** The attributes that contain addresses. */
const LINK_ATTRIBUTES = [
  'href',
  'xlink:href',
  'src',
  'action',
  'srcset',
  'poster',
  'data-file',
  'data-index',
  'data-list-url',
];

/** Menus and disclosures, forms that lead to a page, and the views of an element. */
const WORKS_WITHOUT_SCRIPTS =
  '[popovertarget], [disabled], [hidden], form[action] *, .views *, dialog *, [name="playbook:tree-view"]';

function readDocument(name: SiteName, built: BuiltPage): BuiltDocument {
  const html = readFileSync(join(siteOf(name).built, built.file), 'utf8');
  const parsed = parseHtml(html);
  const elements = [...parsed.querySelectorAll('*')];
  return {
    ...built,
    html,
    title: parsed.title,
    description: parsed.querySelector('meta[name=description]')?.getAttribute('content') ?? null,
    language: parsed.documentElement.lang,
    canonical: parsed.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
    policies: [...parsed.querySelectorAll('meta[http-equiv=Content-Security-Policy]')].map(
      (meta) => meta.getAttribute('content') ?? '',
    ),
    headings: elements
      .filter(({ localName }) => /^h[1-6]$/.test(localName))
      .map(({ localName }) => Number(localName.slice(1))),
    ids: elements.filter(({ id }) => id !== '').map(({ id }) => id),
    links: elements.flatMap((element) =>
      LINK_ATTRIBUTES.flatMap((attribute) => {
        const value = element.getAttribute(attribute);
        return value === null ? [] : [{ element: element.localName, attribute, value }];
      }),
    ),
    idleControls: elements
      .filter((element) => element.matches('button, input, select, textarea'))
      .filter((control) => !control.closest(`.needs-script, ${WORKS_WITHOUT_SCRIPTS}`))
      .map((control) => control.outerHTML.slice(0, 120)),
    inlineAttributes: elements.flatMap((element) =>
      element
        .getAttributeNames()
        .filter((attribute) => attribute === 'style' || attribute.startsWith('on'))
        .map((attribute) => `<${element.localName} ${attribute}="${element.getAttribute(attribute) ?? ''}">`),
    ),
  };
}

/** Of the hundreds of agents that differ only in a number, every fiftieth is enough. */
function isParsed({ file }: BuiltPage): boolean {
  return !file.includes('/crowd-') || /-\d*[05]0\//.test(file);
}
