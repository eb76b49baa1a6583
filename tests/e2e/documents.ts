import { type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pagesOf, siteOf, type BuiltPage, type SiteName } from './sites.ts';

/** What a page's HTML says, as a browser's parser understands it; no script of it has run. */
export interface DocumentFacts {
  title: string;
  description: string | null;
  language: string;
  canonical: string | null;
  policies: string[];
  headings: number[];
  ids: string[];
  links: { element: string; attribute: string; value: string }[];
  /** Attributes that would act or style from inside the markup. */
  inlineAttributes: string[];
}

export interface BuiltDocument extends BuiltPage, DocumentFacts {
  html: string;
}

const read = new Map<SiteName, Promise<BuiltDocument[]>>();

/** Every page of a built site, parsed once a process. The browser page given lends its parser; it stays blank. */
export function readDocuments(page: Page, name: SiteName): Promise<BuiltDocument[]> {
  const documents = read.get(name) ?? parseDocuments(page, name);
  read.set(name, documents);
  return documents;
}

async function parseDocuments(page: Page, name: SiteName): Promise<BuiltDocument[]> {
  const pages = await Promise.all(
    pagesOf(name)
      .filter(isWorthReading)
      .map(async (built) => ({
        ...built,
        html: await readFile(join(siteOf(name).built, built.file), 'utf8'),
      })),
  );
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
            ['href', 'xlink:href', 'src', 'action', 'srcset', 'poster', 'data-file', 'data-index'].flatMap(
              (attribute) => {
                const value = element.getAttribute(attribute);
                return value === null ? [] : [{ element: element.localName, attribute, value }];
              },
            ),
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
  return pages.map((built, index) => ({ ...built, ...(facts[index] as DocumentFacts) }));
}

/** Of a thousand pages of one pattern, every fiftieth stands for all. */
function isWorthReading({ file }: BuiltPage): boolean {
  return !file.includes('/crowd-') || /-\d*[05]0\//.test(file);
}
