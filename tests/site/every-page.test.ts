import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { longestOfEachKind, pagesUnlikeDefault, readDocuments, type BuiltDocument } from './documents.ts';
import { brokenLinks } from './broken-links.ts';
import { contentPolicy, policyFaults } from './policies.ts';
import { builtSites, filesOf, PUBLIC_URL, siteOf, type SiteName } from './sites.ts';
import { invalidHtml } from './valid-html.ts';

/** Pages that the server sends in place of others: they have no public address. */
const FALLBACK_PAGES = ['404.html', 'offline/index.html'];

/** Longer pages take the validator too long; in characters. The list of hundreds of agents is one. */
const MAX_VALIDATED = 300_000;

// The default site built again is byte-identical (build.test.ts).
for (const name of builtSites.filter((name) => name !== 'again')) {
  const { base, built } = siteOf(name);

  describe(`every page of the site “${name}”`, () => {
    it('is valid HTML', async () => {
      const documents = documentsToValidate(name);
      const errors = await Promise.all(documents.map(({ file, html }) => invalidHtml(file, html)));
      expectNone(errors.flat());
    });

    it('has a unique title, a description, a language, one main heading and no skipped level', () => {
      const documents = readDocuments(name);
      expect(documents.map(({ file }) => file)).toContain('index.html');
      expectNone([...documents.flatMap(headFaults), ...repeated(documents.map(({ title }) => title))]);
    });

    it('names its public address, unless it is a fallback for other pages', () => {
      const documents = readDocuments(name);
      const publicAddress = (route: string) => new URL(base + route, PUBLIC_URL).href;
      expectNone(
        documents
          .filter(
            ({ file, route, canonical }) => canonical !== (FALLBACK_PAGES.includes(file) ? null : publicAddress(route)),
          )
          .map(({ file, canonical }) => `${file} names ${canonical ?? 'none'}`),
      );
    });

    it('links only to pages, files and anchors that exist', () => {
      expectNone(brokenLinks(readDocuments(name), filesOf(name), base));
    });

    it('shows no control that would do nothing without JavaScript', () => {
      expectNone(readDocuments(name).flatMap(({ file, idleControls }) => idleControls.map((one) => `${file}: ${one}`)));
    });

    it('uses each id only once', () => {
      const documents = readDocuments(name);
      expectNone(documents.flatMap(({ file, ids }) => repeated(ids).map((id) => `${file}: ${id}`)));
    });

    it('has a content security policy no wider than the server’s, and no inline code without a hash', () => {
      const serverPolicy = contentPolicy(readFileSync(join(built, '_headers'), 'utf8'));
      expect(serverPolicy.get('default-src')).toEqual(["'none'"]);
      expectNone(readDocuments(name).flatMap((document) => policyFaults(document, serverPolicy)));
    });
  });
}

/** Validating takes the longest of all tests here: what the pages of another site share with others is validated once. */
function documentsToValidate(name: SiteName): BuiltDocument[] {
  const documents = readDocuments(name).filter(({ html }) => html.length < MAX_VALIDATED);
  if (name === 'default') return documents;
  const unlike = new Set(pagesUnlikeDefault(name).map(({ file }) => file));
  const others = documents.filter(({ file }) => unlike.has(file));
  // A malformed file shows on the page of its agent, however short that is.
  return name === 'malformed' ? others : longestOfEachKind(name, others);
}

function headFaults({ file, title, description, language, headings }: BuiltDocument): string[] {
  const faults = {
    'has no title': title.trim() === '',
    'has no description': !description?.trim(),
    'is not marked as English': language !== 'en',
    'does not have exactly one main heading': headings.filter((level) => level === 1).length !== 1,
    'skips a heading level': headings.some((level, index) => level > (headings[index - 1] ?? 0) + 1),
  };
  return Object.entries(faults).flatMap(([fault, applies]) => (applies ? [`${file} ${fault}`] : []));
}

function repeated(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size === seen.add(text).size);
}

/** Fails with the first faults only: a mistake in the layout is on every page. */
function expectNone(faults: readonly string[]): void {
  expect(faults.slice(0, 20), `of ${String(faults.length)} faults`).toEqual([]);
}
