import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentFilesOf } from '../site/agent-files.ts';
import { readDocuments } from '../site/documents.ts';
import { expect, test } from './fixtures.ts';
import { searchResults } from './search.ts';
import { filesOf, pagesOf, projectRoot, siteNames, siteOf, sitesFolder } from '../site/sites.ts';

// Every attack in the fixture calls alert(), and the shared fixture fails any test in which a dialog opens.
test.use({ site: 'malformed' });

test.describe('the page of a hostile agent', () => {
  test('shows all of its attacks as text', async ({ page }) => {
    await page.goto('./agents/x/');
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('../../x');
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
      await expect.soft(main, attempt).toContainText(attempt);
    }
    // Comments are hidden, and stay in the file.
    await expect(main).not.toContainText('alert(22)');
    await expect(main).toContainText("$& $` $' $1. Templates: {{ 7 * 7 }} ${7 * 7} <%= 7 * 7 %> {7 * 7}.");
  });

  test('contains no active elements, and does not change the rest of the page', async ({ page }) => {
    await page.goto('./agents/x/');
    const main = page.getByRole('main');
    await expect(
      main.locator('script:not([src^="/_astro/"]), style, iframe, object, embed, base, meta, form'),
    ).toHaveCount(0);
    await expect(main.locator('img, video, audio, link')).toHaveCount(0);
    // Its diagram is drawn without the links and the HTML in its text.
    await expect(main.locator('svg :is(a, script, style, foreignObject, image, use, animate, set)')).toHaveCount(0);
    await expect(page.getByRole('banner')).toBeVisible();
    await expect(page.getByRole('contentinfo')).toBeVisible();
    await expect(page).toHaveTitle('../../x · Rust Agent Playbook');
    expect(await page.evaluate(() => Reflect.get({}, 'polluted') as unknown)).toBeUndefined();
  });

  test('links only to pages of this site, websites and e-mail addresses', async ({ page }) => {
    await page.goto('./agents/x/');
    for (const link of await page.getByRole('main').getByRole('link').all()) {
      const href = (await link.getAttribute('href')) ?? '';
      expect(href).toMatch(/^(?:#|\/(?!\/)|https?:\/\/|mailto:)/);
      // No part of a URL may have become an attribute.
      expect((await link.evaluate((element) => element.getAttributeNames())).filter(isUnusual)).toEqual([]);
    }
  });

  test('is downloaded with a file name that contains no path', async ({ page }) => {
    await page.goto('./agents/x/');
    const name = await page.getByRole('link', { name: 'Download', exact: true }).getAttribute('download');
    expect(name).toMatch(/^[\p{L}\p{N}-]+\.md$/u);
  });
});

function isUnusual(attribute: string): boolean {
  return !['href', 'class', 'rel', 'download', 'aria-label', 'data-fill-in'].includes(attribute);
}

test('no policy allows a script or a style that is text of an agent', () => {
  const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');
  const built = siteOf('malformed').built;
  const policies = [
    readFileSync(join(built, '_headers'), 'utf8'),
    ...pagesOf('malformed').map(({ file }) => readFileSync(join(built, file), 'utf8')),
  ].join('\n');
  expect(policies, 'a page shows both').toContain('alert(41)');
  for (const text of ['alert(41)', "alert('body')", 'body{display:none}', 'body { display: none }']) {
    expect(policies, text).not.toContain(hashOf(text));
  }
});

test('no page contains a URL or an attribute that could run code', async ({ browser }) => {
  for (const { file, links, inlineAttributes } of await readDocuments(browser, 'malformed')) {
    expect.soft(inlineAttributes, file).toEqual([]);
    const urls = links.map(({ value }) => value.replace(/[\s\p{Cc}]/gu, '').toLowerCase());
    expect
      .soft(
        urls.filter((url) => /^(?:javascript|data|vbscript|file|blob):/.test(url)),
        file,
      )
      .toEqual([]);
  }
});

test('the home page and the catalogue show a hostile agent’s attacks as text', async ({ page }) => {
  for (const route of ['./', './agents/']) {
    await page.goto(route);
    const card = page.getByRole('article').filter({ has: page.getByRole('heading', { name: '../../x' }) });
    await expect(card).toContainText("Use me for </title><script>alert('description')</script>");
    await expect(card).toContainText("</style><script>alert('model')</script>");
    await card.getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('../../x');
  }
});

test('the catalogue can be filtered by a hostile model name', async ({ page }) => {
  await page.goto('./agents/');
  await page.getByRole('checkbox', { name: "</style><script>alert('model')</script>" }).check();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(1);
});

test.describe('a build of hostile files', () => {
  test('writes no file outside its folder', () => {
    const folders: readonly string[] = siteNames;
    expect(readdirSync(sitesFolder).filter((name) => !folders.includes(name))).toEqual([]);
    expect(readdirSync(siteOf('malformed').folder).sort()).toEqual(['agents', 'cache', 'site']);
    const around = [projectRoot, join(projectRoot, '..'), join(projectRoot, '.cache')].flatMap((folder) =>
      readdirSync(folder),
    );
    expect(around.filter((name) => /^x(?:\.|$)/.test(name))).toEqual([]);
  });

  test('uses file names that are valid on every system and in every URL', () => {
    const agents = filesOf('malformed').filter((file) => file.startsWith('agents/'));
    const names = agents.flatMap((file) => file.split('/'));
    expect(
      names.filter((name) => !/^[\p{L}\p{M}\p{N}-]+(?:\.html|\.toml|\.exports\.json|(?:\.agent)?\.md)?$/u.test(name)),
    ).toEqual([]);
  });

  test('creates a page for every agent, despite the problems of others', () => {
    const pages = pagesOf('malformed').filter(({ route }) => /^agents\/[^/]+\/$/.test(route));
    // One page for each readable file, and possibly one that gives the reason why a file is unreadable.
    const files = agentFilesOf('malformed').length;
    expect(pages.length).toBeGreaterThanOrEqual(files);
    expect(pages.length).toBeLessThanOrEqual(files + 1);
  });

  test('creates a page with its own text for each of several agents of the same name', async ({ page }) => {
    await page.goto('./agents/team-a-helper/');
    const main = page.getByRole('main');
    await expect(main.getByText('Help with sails.')).toBeVisible();
    await expect(main.getByText('Another file has the name “helper”: team-b/helper.md.')).toBeVisible();
    await page.goto('./agents/team-b-helper/');
    await expect(main.getByText('Help with oars.')).toBeVisible();
  });

  test('creates ordinary pages for agents with reserved names', async ({ page }) => {
    for (const id of ['agent-index', '404', 'constructor', 'a-2fb', 'what-1-more']) {
      await page.goto(`./agents/${id}/`);
      await expect(page.getByRole('main').getByText('A loaded name.')).toBeVisible();
    }
    await page.goto('./agents/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agents');
  });

  test('writes no path of the build machine into any page', () => {
    for (const { file } of pagesOf('malformed')) {
      expect.soft(readFileSync(join(siteOf('malformed').built, file), 'utf8'), file).not.toContain(projectRoot);
    }
  });
});

test('a page in a non-Latin script can be opened by its URL and found by search', async ({ page }) => {
  await page.goto('./agents/天気予報士/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('天気予報士');
  await page.goto(`./search/?q=${encodeURIComponent('Дождь')}`);
  await searchResults(page).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('天気予報士');
});
