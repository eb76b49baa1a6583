import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agentFilesOf } from './agent-files.ts';
import { readDocuments } from './documents.ts';
import { all, allNamed, hrefOf, mainOf, named, one, pageAt, textOf } from './html.ts';
import { filesOf, pagesOf, projectRoot, siteNames, siteOf, sitesFolder } from './sites.ts';

const built = siteOf('malformed').built;

describe('the page of a hostile agent', () => {
  const main = mainOf('malformed', 'agents/x/');

  it('shows all of its attacks as text', () => {
    expect(textOf(one(main, 'h1'))).toBe('../../x');
    const text = textOf(main);
    for (const attempt of [
      "</title><script>alert('description')</script>",
      "</title><script>alert('heading')</script>",
      "<script>alert('body')</script>",
      `<img src="x" onerror="alert('image')">`,
      '<style>body { display: none }</style>',
      '<base href="//other.example/">',
      '<script>alert(23)</script>',
      '<input autofocus onfocus=alert(25)>',
      '</code></pre><script>alert(28)</script>',
      "</style><script>alert('model')</script>",
      'Bash(<img src=x onerror=alert(4)>)',
      "{{constructor.constructor('alert(6)')()}}",
    ]) {
      expect.soft(text).toContain(attempt);
    }
    // Comments are hidden, and stay in the file.
    expect(text).not.toContain('alert(22)');
    expect(text).toContain("$& $` $' $1. Templates: {{ 7 * 7 }} ${7 * 7} <%= 7 * 7 %> {7 * 7}.");
  });

  it('contains no active elements, and does not change the rest of the page', () => {
    const active =
      'script:not([src^="/_astro/"]), style, iframe, object, embed, base, meta, form, img, video, audio, link';
    expect(all(main, active)).toEqual([]);
    // Its diagram is drawn without the links and the HTML in its text.
    expect(all(main, 'svg :is(a, script, style, foreignObject, image, use, animate, set)')).toEqual([]);
    const page = pageAt('malformed', 'agents/x/');
    expect(page.title).toBe('../../x · Rust Agent Playbook');
    expect([...page.body.children].map(({ localName }) => localName)).toEqual(
      expect.arrayContaining(['header', 'main', 'footer']),
    );
  });

  it('links only to pages of this site, websites and e-mail addresses', () => {
    for (const link of all(main, 'a')) {
      expect(hrefOf(link)).toMatch(/^(?:#|\/(?!\/)|https?:\/\/|mailto:)/);
      // No part of a URL may have become an attribute.
      expect(link.getAttributeNames().filter(isUnusual)).toEqual([]);
    }
  });

  it('is downloaded with a file name that contains no path', () => {
    const name = named(main, 'a', 'Download').getAttribute('download');
    expect(name).toMatch(/^[\p{L}\p{N}-]+\.md$/u);
  });
});

function isUnusual(attribute: string): boolean {
  return !['href', 'class', 'rel', 'download', 'aria-label', 'data-fill-in', 'data-accent'].includes(attribute);
}

describe('every page of a site with hostile files', () => {
  it('has a policy that allows no script and no style that is text of an agent', () => {
    const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');
    const policies = [
      readFileSync(join(built, '_headers'), 'utf8'),
      ...readDocuments('malformed').map(({ html }) => html),
    ].join('\n');
    expect(policies, 'a page shows both').toContain('alert(41)');
    for (const text of ['alert(41)', "alert('body')", 'body{display:none}', 'body { display: none }']) {
      expect(policies, text).not.toContain(hashOf(text));
    }
  });

  it('contains no URL and no attribute that could run code', () => {
    for (const { file, links, inlineAttributes } of readDocuments('malformed')) {
      expect.soft(inlineAttributes, file).toEqual([]);
      const urls = links.map(({ value }) => value.replace(/[\s\p{Cc}]/gu, '').toLowerCase());
      const active = urls.filter((url) => /^(?:javascript|data|vbscript|file|blob):/.test(url));
      expect.soft(active, file).toEqual([]);
    }
  });

  it('contains no path of the build machine', () => {
    const files = readDocuments('malformed').flatMap(({ file, html }) => (html.includes(projectRoot) ? [file] : []));
    expect(files).toEqual([]);
  });
});

it.each(['', 'agents/'])('the list of agents at /%s shows a hostile agent’s attacks as text', (route) => {
  const cards = all(mainOf('malformed', route), 'article');
  const card = cards.find((card) => allNamed(card, 'h2, h3', '../../x').length > 0);
  const text = textOf(card ?? mainOf('malformed', route));
  expect(text).toContain("Use me for </title><script>alert('description')</script>");
  expect(text).toContain("</style><script>alert('model')</script>");
  expect(card && hrefOf(one(card, 'a'))).toBe('/agents/x/');
});

describe('a build of hostile files', () => {
  it('writes no file outside its folder', () => {
    const folders: readonly string[] = siteNames;
    expect(readdirSync(sitesFolder).filter((name) => !folders.includes(name))).toEqual([]);
    expect(readdirSync(siteOf('malformed').folder).sort()).toEqual(['agents', 'cache', 'site']);
    // Further up are folders of the machine, with files of others.
    const around = [projectRoot, join(projectRoot, '.cache')].flatMap((folder) => readdirSync(folder));
    expect(around.filter((name) => /^x(?:\.|$)/.test(name))).toEqual([]);
  });

  it('uses file names that are valid on every system and in every URL', () => {
    const agents = filesOf('malformed').filter((file) => file.startsWith('agents/'));
    const names = agents.flatMap((file) => file.split('/'));
    const valid = /^[\p{L}\p{M}\p{N}-]+(?:\.html|\.toml|\.exports\.json|(?:\.agent)?\.md)?$/u;
    expect(names.filter((name) => !valid.test(name))).toEqual([]);
  });

  it('creates a page for every agent, despite the problems of others', () => {
    const pages = pagesOf('malformed').filter(({ route }) => /^agents\/[^/]+\/$/.test(route));
    // One page for each readable file, and possibly one that gives the reason why a file is unreadable.
    const files = agentFilesOf('malformed').length;
    expect(pages.length).toBeGreaterThanOrEqual(files);
    expect(pages.length).toBeLessThanOrEqual(files + 1);
  });

  it('creates a page with its own text for each of several agents of the same name', () => {
    const [first, second] = ['team-a-helper', 'team-b-helper'].map((id) =>
      textOf(mainOf('malformed', `agents/${id}/`)),
    );
    expect(first).toContain('Help with sails.');
    expect(first).toContain('Another file has the name “helper”: team-b/helper.md.');
    expect(second).toContain('Help with oars.');
  });

  it('creates ordinary pages for agents with reserved names', () => {
    for (const id of ['agent-index', '404', 'constructor', 'a-2fb', 'what-1-more']) {
      expect(textOf(mainOf('malformed', `agents/${id}/`))).toContain('A loaded name.');
    }
    expect(textOf(one(mainOf('malformed', 'agents/'), 'h1'))).toBe('Agents');
  });
});
