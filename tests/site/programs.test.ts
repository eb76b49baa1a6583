import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { filesOf, pagesOf, PUBLIC_URL, siteOf } from './sites.ts';

/** A page that stands in for others, or answers only in a browser, is of no use to a search engine. */
const UNLISTED = ['404.html', 'offline/', 'search/'];

/** A PNG begins with these bytes, and its header with its width and height. */
const PNG_SIGNATURE = '89504e470d0a1a0a';
const WIDTH_AT = 16;
const HEIGHT_AT = 20;

const { built } = siteOf('default');
const files = new Set(filesOf('default'));

function read(file: string): string {
  return readFileSync(join(built, file), 'utf8');
}

/** Returns the file of the build that a public address leads to. */
function fileAt(address: string): string {
  const path = decodeURIComponent(address.slice(`${PUBLIC_URL}/`.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function xml(file: string): Document {
  return new JSDOM(read(file), { contentType: 'text/xml' }).window.document;
}

it('the sitemap lists every page that a search engine should show, and robots.txt names it', () => {
  expect(read('robots.txt')).toContain(`Sitemap: ${PUBLIC_URL}/sitemap-index.xml`);
  const [part] = xml('sitemap-index.xml').querySelectorAll('loc');
  const listed = [...xml(fileAt(part?.textContent ?? '')).querySelectorAll('loc')].map(({ textContent }) =>
    textContent.slice(`${PUBLIC_URL}/`.length),
  );
  const routes = pagesOf('default').map(({ route }) => route);
  expect(listed.map(decodeURIComponent).toSorted()).toEqual(
    routes.filter((route) => !UNLISTED.includes(route)).toSorted(),
  );
});

it('every page names a card that is a picture of the right size, and a markdown version that exists', () => {
  const faults = pagesOf('default').flatMap(({ file }) => {
    const html = read(file);
    const image = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const markdown = /<link rel="alternate" type="text\/markdown" href="\/([^"]+)"/.exec(html)?.[1];
    return [
      ...(files.has(fileAt(image)) ? [] : [`${file}: there is no card ${image}`]),
      ...(markdown === undefined || files.has(decodeURI(markdown)) ? [] : [`${file}: there is no file ${markdown}`]),
    ];
  });
  expect(faults).toEqual([]);
  const cards = [...files].filter((file) => file.startsWith('cards/'));
  expect(cards.length).toBeGreaterThan(
    pagesOf('default').filter(({ route }) => /^agents\/[^/]+\/$/.test(route)).length,
  );
  for (const card of cards) {
    const bytes = readFileSync(join(built, card));
    expect(bytes.subarray(0, 8).toString('hex'), card).toBe(PNG_SIGNATURE);
    expect([bytes.readUInt32BE(WIDTH_AT), bytes.readUInt32BE(HEIGHT_AT)], card).toEqual([1200, 630]);
  }
});

it('every link of llms.txt and of the skill leads to a file of the site', () => {
  for (const file of ['llms.txt', 'llms-full.txt', 'SKILL.md']) {
    const addresses = [...read(file).matchAll(/\]\((https:[^)\s]+)\)|(?<=\s)(https:\/\/playbook\.example[^\s)`>]*)/g)];
    const missing = addresses
      .map(([, link, bare]) => (link ?? bare ?? '').replace(/#.*$/, ''))
      .filter((address) => address.startsWith(PUBLIC_URL) && !files.has(fileAt(address)));
    expect(missing, file).toEqual([]);
  }
});
