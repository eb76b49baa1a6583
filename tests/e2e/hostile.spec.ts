import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentFilesOf } from './agent-files.ts';
import { readDocuments } from './documents.ts';
import { expect, test } from './fixtures.ts';
import { filesOf, pagesOf, projectRoot, siteNames, siteOf, sitesFolder } from './sites.ts';

// Whatever a file may execute calls alert(): the shared fixture fails any test in which a dialog opens.
test.use({ site: 'awkward' });

test.describe('the page of a hostile agent', () => {
  test('shows all that it tries as text', async ({ page }) => {
    await page.goto('./agents/x/');
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('../../x');
    for (const attempt of [
      "</title><script>alert('description')</script>",
      "</title><script>alert('heading')</script>",
      "<script>alert('body')</script>",
      `<img src="x" onerror="alert('image')">`,
      '<script>alert(22)</script>',
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
    await expect(main).toContainText("$& $` $' $1. Templates: {{ 7 * 7 }} ${7 * 7} <%= 7 * 7 %> {7 * 7}.");
  });

  test('has nothing in it that could act, and all around it is as ever', async ({ page }) => {
    await page.goto('./agents/x/');
    const main = page.getByRole('main');
    await expect(
      main.locator('script:not([src^="/_astro/"]), style, iframe, object, embed, base, meta, form'),
    ).toHaveCount(0);
    await expect(main.locator('img, video, audio, link')).toHaveCount(0);
    // Its diagram is drawn, without the links and the HTML in it.
    await expect(main.locator('svg :is(a, script, style, foreignObject, image, use, animate, set)')).toHaveCount(0);
    await expect(page.getByRole('banner')).toBeVisible();
    await expect(page.getByRole('contentinfo')).toBeVisible();
    await expect(page).toHaveTitle('../../x · Rust Agent Playbook');
    expect(await page.evaluate(() => Reflect.get({}, 'polluted') as unknown)).toBeUndefined();
  });

  test('has only links of this site and of the web', async ({ page }) => {
    await page.goto('./agents/x/');
    for (const link of await page.getByRole('main').getByRole('link').all()) {
      const address = (await link.getAttribute('href')) ?? '';
      expect(address).toMatch(/^(?:#|\/(?!\/)|https?:\/\/|mailto:)/);
      // No part of an address may have become an attribute of its own.
      expect((await link.evaluate((element) => element.getAttributeNames())).filter(isUnusual)).toEqual([]);
    }
  });

  test('is downloaded under a name without a path', async ({ page }) => {
    await page.goto('./agents/x/');
    const name = await page.getByRole('link', { name: 'Download', exact: true }).getAttribute('download');
    expect(name).toMatch(/^[\p{L}\p{N}-]+\.md$/u);
  });
});

function isUnusual(attribute: string): boolean {
  return !['href', 'class', 'rel', 'download', 'aria-label'].includes(attribute);
}

test('no page of any agent carries an address that acts, or an attribute that does', async ({ browser }) => {
  for (const { file, links, inlineAttributes } of await readDocuments(browser, 'awkward')) {
    expect.soft(inlineAttributes, file).toEqual([]);
    const addresses = links.map(({ value }) => value.replace(/[\s\p{Cc}]/gu, '').toLowerCase());
    expect
      .soft(
        addresses.filter((address) => /^(?:javascript|data|vbscript|file|blob):/.test(address)),
        file,
      )
      .toEqual([]);
  }
});

test('a hostile agent is text on the home page and in the catalogue, too', async ({ page }) => {
  for (const route of ['./', './agents/']) {
    await page.goto(route);
    const card = page.getByRole('article').filter({ has: page.getByRole('heading', { name: '../../x' }) });
    await expect(card).toContainText("Use me for </title><script>alert('description')</script>");
    await expect(card).toContainText("</style><script>alert('model')</script>");
    await card.getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('../../x');
  }
});

test('a filter by a hostile model finds its agent', async ({ page }) => {
  await page.goto('./agents/');
  await page.getByRole('checkbox', { name: "</style><script>alert('model')</script>" }).check();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(1);
});

test.describe('a build of hostile files', () => {
  test('writes nothing outside its folder', () => {
    expect(readdirSync(sitesFolder).sort()).toEqual([...siteNames].sort());
    expect(readdirSync(siteOf('awkward').folder).sort()).toEqual(['agents', 'cache', 'site']);
    const around = [projectRoot, join(projectRoot, '..'), join(projectRoot, '.cache')].flatMap((folder) =>
      readdirSync(folder),
    );
    expect(around.filter((name) => /^x(?:\.|$)/.test(name))).toEqual([]);
  });

  test('names its files and folders so that every system and every address can hold them', () => {
    const agents = filesOf('awkward').filter((file) => file.startsWith('agents/'));
    const names = agents.flatMap((file) => file.split('/'));
    expect(names.filter((name) => !/^[\p{L}\p{M}\p{N}-]+(?:\.html|\.md)?$/u.test(name))).toEqual([]);
  });

  test('gives every agent a page, whatever is wrong with the others', () => {
    const pages = pagesOf('awkward').filter(({ route }) => /^agents\/.+\/$/.test(route));
    // Every file that can be read, and the one that cannot, which is named with the reason.
    const files = agentFilesOf('awkward').length;
    expect(pages.length).toBeGreaterThanOrEqual(files);
    expect(pages.length).toBeLessThanOrEqual(files + 1);
  });

  test('keeps apart agents that share a name, and gives each its own text', async ({ page }) => {
    await page.goto('./agents/team-a-helper/');
    await expect(page.getByText('Help with sails.')).toBeVisible();
    await expect(page.getByText('Another file has the same name: team-b/helper.md.')).toBeVisible();
    await page.goto('./agents/team-b-helper/');
    await expect(page.getByText('Help with oars.')).toBeVisible();
  });

  test('gives agents with names that mean something elsewhere a page like any other', async ({ page }) => {
    for (const id of ['index', '404', 'constructor', 'a-2fb', 'what-1-more']) {
      await page.goto(`./agents/${id}/`);
      await expect(page.getByText('A loaded name.')).toBeVisible();
    }
    await page.goto('./agents/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Agents');
  });

  test('leaves no path of the machine in any page', () => {
    for (const { file } of pagesOf('awkward')) {
      expect.soft(readFileSync(join(siteOf('awkward').built, file), 'utf8'), file).not.toContain(projectRoot);
    }
  });
});

test('a page in another script is found by its own address, and by its words', async ({ page }) => {
  await page.goto('./agents/天気予報士/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('天気予報士');
  await page.goto(`./search/?q=${encodeURIComponent('Дождь')}`);
  await page.locator('search-page').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('天気予報士');
});
