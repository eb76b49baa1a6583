import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocuments, type BuiltDocument } from './documents.ts';
import { expect, test } from './fixtures.ts';
import { brokenLinks } from './links.ts';
import { contentPolicy, policyFaults } from './policies.ts';
import { filesOf, PUBLIC_URL, siteNames, siteOf } from './sites.ts';
import { invalidHtml } from './valid-html.ts';

/** Pages that stand for others, and have no address of their own. */
const STAND_INS = ['404.html', 'offline/index.html'];

/** Longer pages cost the validator too much time; in characters. */
const LARGEST_VALIDATED = 300_000;

// What a build wrote is the same whether it was built again or not.
for (const name of siteNames.filter((name) => name !== 'again')) {
  const { base, built } = siteOf(name);

  test.describe(`every page of “${name}”`, () => {
    test.use({ site: name });

    test('is valid HTML', async ({ page }) => {
      // A list of a thousand cards is valid if a shorter one is.
      const documents = (await readDocuments(page, name)).filter(({ html }) => html.length < LARGEST_VALIDATED);
      const faults = await Promise.all(documents.map(({ file, html }) => invalidHtml(file, html)));
      expectNone(faults.flat());
    });

    test('has a title that no other page has, a description, a language and one main heading', async ({ page }) => {
      const documents = await readDocuments(page, name);
      expect(documents.map(({ file }) => file)).toContain('index.html');
      expectNone([...documents.flatMap(headFaults), ...repeated(documents.map(({ title }) => title))]);
    });

    test('names its own public address, but those that stand for others, which have none', async ({ page }) => {
      const documents = await readDocuments(page, name);
      expectNone(
        documents
          .filter(
            ({ file, route, canonical }) => canonical !== (STAND_INS.includes(file) ? null : publicAddress(route)),
          )
          .map(({ file, canonical }) => `${file} names ${canonical ?? 'none'}`),
      );
      function publicAddress(route: string): string {
        return new URL(base + route, PUBLIC_URL).href;
      }
    });

    test('leads only to pages, files and anchors that there are', async ({ page }) => {
      expectNone(brokenLinks(await readDocuments(page, name), filesOf(name), base));
    });

    test('has no id twice', async ({ page }) => {
      const documents = await readDocuments(page, name);
      expectNone(documents.flatMap(({ file, ids }) => repeated(ids).map((id) => `${file}: ${id}`)));
    });

    test('allows itself only what the host’s policy allows, and nothing inline without a hash', async ({ page }) => {
      const hosts = contentPolicy(await readFile(join(built, '_headers'), 'utf8'));
      expect(hosts.get('default-src')).toEqual(["'none'"]);
      expectNone((await readDocuments(page, name)).flatMap((document) => policyFaults(document, hosts)));
    });
  });
}

function headFaults({ file, title, description, language, headings }: BuiltDocument): string[] {
  const faults = {
    'has no title': title.trim() === '',
    'has no description': !description?.trim(),
    'is in no language': language !== 'en',
    'has not one main heading': headings.filter((level) => level === 1).length !== 1,
    'skips a level of headings': headings.some((level, index) => level > (headings[index - 1] ?? 0) + 1),
  };
  return Object.entries(faults).flatMap(([fault, applies]) => (applies ? [`${file} ${fault}`] : []));
}

function repeated(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.size === seen.add(text).size);
}

/** Fails with the first faults: a mistake in what all pages share would fill the screen. */
function expectNone(faults: readonly string[]): void {
  expect(faults.slice(0, 20), `of ${String(faults.length)} faults`).toEqual([]);
}
