import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocuments } from './documents.ts';
import { expect, test } from './fixtures.ts';
import { brokenLinks } from './links.ts';
import { filesOf, PUBLIC_URL, siteNames, siteOf } from './sites.ts';
import { invalidHtml } from './valid-html.ts';

// What a build wrote is the same whether it was built again or not.
for (const name of siteNames.filter((name) => name !== 'again')) {
  const { base, built } = siteOf(name);

  test.describe(`every page of “${name}”`, () => {
    test.use({ site: name });

    test('is valid HTML', async ({ page }) => {
      const documents = (await readDocuments(page, name)).filter(isWorthReading);
      const faults = await Promise.all(documents.map(({ file, html }) => invalidHtml(file, html)));
      expect(faults.flat()).toEqual([]);
    });

    test('has a title that no other page has, a description, a language and one main heading', async ({ page }) => {
      const documents = await readDocuments(page, name);
      expect(documents.map(({ file }) => file)).toContain('index.html');
      for (const { file, description, language, headings, title } of documents) {
        expect.soft(description?.trim(), `description of ${file}`).toBeTruthy();
        expect.soft(language, `language of ${file}`).toBe('en');
        expect.soft(headings.filter((level) => level === 1).length, `main headings of ${file}`).toBe(1);
        expect.soft(skips(headings), `levels that the headings of ${file} skip to`).toEqual([]);
        expect.soft(title.trim(), `title of ${file}`).not.toBe('');
      }
      const titles = documents.map(({ file, title }) => ({ file, title }));
      expect(titles.filter(({ title }, index) => titles.findIndex((other) => other.title === title) !== index)).toEqual(
        [],
      );
    });

    test('names its own public address, but the 404 page, which has none', async ({ page }) => {
      for (const { file, route, canonical } of await readDocuments(page, name)) {
        const expected = file === '404.html' ? null : new URL(base + route, PUBLIC_URL).href;
        expect.soft(canonical, file).toBe(expected);
      }
    });

    test('leads only to pages, files and anchors that there are', async ({ page }) => {
      expect(brokenLinks(await readDocuments(page, name), filesOf(name), base)).toEqual([]);
    });

    test('has no id twice', async ({ page }) => {
      for (const { file, ids } of await readDocuments(page, name)) {
        expect.soft(ids.filter((id, index) => ids.indexOf(id) !== index), file).toEqual([]);
      }
    });

    test('allows itself nothing but what the host’s policy allows, and nothing inline without a hash', async ({
      page,
    }) => {
      const headers = await readFile(join(built, '_headers'), 'utf8');
      const ofHost = directives(/Content-Security-Policy: (.+)/.exec(headers)?.[1] ?? '');
      expect(ofHost.get('default-src')).toEqual(["'none'"]);
      for (const { file, policies, inlineAttributes } of await readDocuments(page, name)) {
        expect.soft(inlineAttributes, file).toEqual([]);
        expect.soft(policies, file).toHaveLength(1);
        const own = directives(policies[0] ?? '');
        expect.soft([...own.keys(), 'frame-ancestors'], file).toEqual([...ofHost.keys()]);
        for (const [directive, sources] of own) {
          expect.soft(ofHost.get(directive), `${directive} of ${file}`).toEqual(expect.arrayContaining(sources));
          expect.soft(sources, `${directive} of ${file}`).not.toContain("'unsafe-inline'");
          expect.soft(sources, `${directive} of ${file}`).not.toContain("'unsafe-eval'");
        }
      }
    });
  });
}

/** A thousand pages of one pattern are validated by their first ten. */
function isWorthReading({ file }: { file: string }): boolean {
  return !/crowd-\d\d\d[1-9]|crowd-\d\d[1-9]|crowd-\d[1-9]|crowd-[1-9]/.test(file);
}

function skips(levels: readonly number[]): number[] {
  return levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
}

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(/\s*;\s*/).map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}
