import { type Browser } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pagesOf, projectRoot, siteOf, type BuiltPage, type SiteName } from './sites.ts';

/** Facts about a page's HTML, from the browser's parser; no script has run. */
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
}

export interface BuiltDocument extends BuiltPage, DocumentFacts {
  html: string;
}

const cache = new Map<SiteName, Promise<BuiltDocument[]>>();

/** Returns every page of a built site, parsed. Each worker of the test run parses a site once. */
export function readDocuments(browser: Browser, name: SiteName): Promise<BuiltDocument[]> {
  const documents = cache.get(name) ?? parseDocuments(browser, name);
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

async function parseDocuments(browser: Browser, name: SiteName): Promise<BuiltDocument[]> {
  const pages = await Promise.all(
    pagesOf(name)
      .filter(isParsed)
      .map(async (built) => ({
        ...built,
        html: await readFile(join(siteOf(name).built, built.file), 'utf8'),
      })),
  );
  // The browser's own parser, on a blank page.
  const page = await browser.newPage();
  const facts = await page.evaluate(
    (htmls) =>
      htmls.map((html) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        const all = [...parsed.querySelectorAll('*')];
        return {
          title: parsed.title,
          description: parsed.querySelector('meta[name=description]')?.getAttribute('content') ?? null,
          language: parsed.documentElement.lang,
          canonical: parsed.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
          policies: [...parsed.querySelectorAll('meta[http-equiv=Content-Security-Policy]')].map(
            (meta) => meta.getAttribute('content') ?? '',
          ),
          headings: all
            .filter(({ localName }) => /^h[1-6]$/.test(localName))
            .map(({ localName }) => +localName.slice(1)),
          ids: all.filter(({ id }) => id !== '').map(({ id }) => id),
          links: all.flatMap((element) =>
            [
              'href',
              'xlink:href',
              'src',
              'action',
              'srcset',
              'poster',
              'data-file',
              'data-index',
              'data-list-url',
            ].flatMap((attribute) => {
              const value = element.getAttribute(attribute);
              return value === null ? [] : [{ element: element.localName, attribute, value }];
            }),
          ),
          inlineAttributes: all.flatMap((element) =>
            element
              .getAttributeNames()
              .filter((attribute) => attribute === 'style' || attribute.startsWith('on'))
              .map((attribute) => `<${element.localName} ${attribute}="${element.getAttribute(attribute) ?? ''}">`),
          ),
        };
      }),
    pages.map(({ html }) => html),
  );
  await page.close();
  return pages.map((built, index) => ({ ...built, ...(facts[index] as DocumentFacts) }));
}

/** Of the thousand agents that differ only in a number, every fiftieth is enough. */
function isParsed({ file }: BuiltPage): boolean {
  return !file.includes('/crowd-') || /-\d*[05]0\//.test(file);
}
