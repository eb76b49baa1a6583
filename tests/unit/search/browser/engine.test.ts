import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildIndex } from '../../../../src/search/build/build-index.ts';
import { SearchEngine } from '../../../../src/search/browser/engine.ts';
import { IndexFiles } from '../../../../src/search/browser/index-files.ts';
import type { Manifest } from '../../../../src/search/format/index-format.ts';
import type { SearchRecord } from '../../../../src/search/build/records.ts';
import type { SearchResult } from '../../../../src/search/query/result-types.ts';
import { engineFor, lastResult } from '../../../search/built-engine.ts';

const record = (title: string, body: string): SearchRecord => ({
  url: `/${encodeURI(title)}/`,
  kind: 'section',
  title,
  trail: [],
  topics: [],
  body,
});

/** Enough words for several chunks of Pagefind's index. */
const filler = Array.from({ length: 40 }, (_, number) =>
  record(
    `Page ${String(number)}`,
    Array.from({ length: 60 }, (_, word) => `b${'aeiou'.charAt(word % 5)}w${String(number)}x${String(word)}`).join(' '),
  ),
);

const records = [
  record('Harbour', 'Boundaries of the harbour are marked by buoys.'),
  record('所有权与借用', '所有权是 Rust 最独特的特性。每个值都有一个所有者。'),
  record('バグの報告', '再現手順を書く。ハクではない。'),
  record('การค้นหา', 'การค้นหาภาษาไทย'),
  record('Обработка ошибок', 'Используйте тип Result. Ёлка зелёная.'),
  record('إدارة الذاكرة', 'نظام الملكية يضمن سلامة الذاكرة'),
  record('한국어 검색', '한국어로 검색한다'),
  record('Café', 'naïve'),
  ...filler,
];

let folder: string;
let engine: SearchEngine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playbook-engine-'));
  for (const [path, content] of await buildIndex({ records, topics: [], spellings: [], asked: [] })) {
    const file = join(folder, 'pagefind', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  engine = engineFor(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function titlesFor(query: string): Promise<string[]> {
  const result = await lastResult(engine, { query, limit: 5 });
  if (result.state !== 'found') return [];
  return result.hits.map(({ title }) => title.map(({ text }) => text).join(''));
}

describe('the search engine', () => {
  it.each([
    ['借用', '所有权与借用'],
    ['独特', '所有权与借用'],
    ['"最独特的"', '所有权与借用'],
    ['バグ', 'バグの報告'],
    ['手順', 'バグの報告'],
    ['ค้นหา', 'การค้นหา'],
    ['ошибок', 'Обработка ошибок'],
    ['елка', 'Обработка ошибок'],
    ['الملكية', 'إدارة الذاكرة'],
    ['검색', '한국어 검색'],
    ['cafe', 'Café'],
    ['naïve', 'Café'],
  ])('finds “%s” in its script', async (query, title) => {
    expect((await titlesFor(query))[0]).toBe(title);
  });

  it('does not find two CJK letters that are not adjacent', async () => {
    expect(await titlesFor('权有')).toEqual([]);
  });

  it.each(['b', 'bo', 'bou', 'boun', 'boundar'])(
    'finds “harbour %s” while its second word is incomplete',
    async (prefix) => {
      expect((await titlesFor(`harbour ${prefix}`))[0]).toBe('Harbour');
    },
  );
});

describe('a search', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const newEngine = (base = `${folder}/`) => new SearchEngine(new IndexFiles(base));

  /** Searches with a new engine, whose Pagefind is not loaded yet. */
  async function resultsOf(query: string, signal?: AbortSignal): Promise<SearchResult[]> {
    const results: SearchResult[] = [];
    for await (const result of newEngine().search({ query, limit: 5 }, signal)) results.push(result);
    return results;
  }

  /** Makes requests for some files wait until `release` is called. */
  function holdRequests(pattern: RegExp): () => void {
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
    const read = globalThis.fetch;
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, options) => {
      if (typeof input === 'string' && pattern.test(input)) await held;
      return read(input, options);
    });
    return () => {
      release(undefined);
    };
  }

  it('yields a partial result from loaded records first, then better ones, and the complete one last', async () => {
    const release = holdRequests(/\.pf_meta/);
    const results = newEngine().search({ query: 'harbour', limit: 5 });
    expect((await results.next()).value).toMatchObject({ state: 'found', isPartial: true, total: 1 });
    release();
    const complete = (await results.next()).value;
    expect(complete).toMatchObject({ state: 'found', total: 1 });
    expect(complete).not.toHaveProperty('isPartial');
    const last = (await results.next()).value;
    expect(last).toMatchObject({ state: 'found', facets: { kind: [{ value: 'section', count: 1 }] } });
    expect(last && last.state === 'found' && last.hits[0]?.snippet.length).toBeGreaterThan(0);
    expect((await results.next()).done).toBe(true);
  });

  it('yields nothing more after its signal is aborted', async () => {
    const release = holdRequests(/\.pf_meta/);
    const controller = new AbortController();
    const results = newEngine().search({ query: 'harbour', limit: 5 }, controller.signal);
    expect((await results.next()).value).toMatchObject({ isPartial: true });
    controller.abort();
    release();
    expect(await results.next()).toEqual({ value: undefined, done: true });
  });

  it('tries a second time if a request fails', async () => {
    const read = globalThis.fetch;
    let failures = 0;
    vi.spyOn(globalThis, 'fetch').mockImplementation((input, options) => {
      if (typeof input === 'string' && input.endsWith('/search.json') && failures++ === 0)
        return Promise.reject(new Error('Offline'));
      return read(input, options);
    });
    expect(await lastResult(newEngine(), { query: 'harbour', limit: 5 })).toMatchObject({ state: 'found', total: 1 });
    expect(failures).toBeGreaterThan(1);
  });

  it('does not request the manifest that it is given', async () => {
    const given = JSON.parse(await readFile(join(folder, 'pagefind/search.json'), 'utf8')) as Manifest;
    const requests = vi.spyOn(globalThis, 'fetch');
    const files = new IndexFiles(`${folder}/`, Promise.resolve(given));
    expect(await lastResult(new SearchEngine(files), { query: 'harbour', limit: 5 })).toMatchObject({ total: 1 });
    expect(requests.mock.calls.map(([address]) => address)).not.toContain(`${folder}/pagefind/search.json`);
  });

  it('yields that the index is unavailable if it fails twice', async () => {
    const missing = newEngine(`${folder}/missing/`);
    expect(await lastResult(missing, { query: 'harbour', limit: 5 })).toEqual({ state: 'unavailable' });
  });

  it('yields similar queries if it finds nothing', async () => {
    expect((await resultsOf('harbuor')).at(-1)).toMatchObject({ state: 'found', corrected: 'harbour' });
    expect((await resultsOf('"harbuor"')).at(-1)).toMatchObject({ state: 'nothing', corrections: [] });
  });
});
