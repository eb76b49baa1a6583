import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeIndex } from '../../../../src/search/build/build-index.ts';
import type { SearchEngine } from '../../../../src/search/browser/engine.ts';
import type { SearchRecord } from '../../../../src/search/build/records.ts';
import { engineFor } from '../../../search/built-engine.ts';

const record = (title: string, body: string): SearchRecord => ({
  url: `/${encodeURI(title)}/`,
  kind: 'section',
  title,
  trail: [],
  topics: [],
  body,
});

/** So many words that Pagefind's index is cut into several chunks. */
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
  for (const [path, content] of await makeIndex({ records, topics: [], spellings: [], asked: [] })) {
    const file = join(folder, 'pagefind', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  engine = engineFor(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function titlesFor(query: string): Promise<string[]> {
  const outcome = await engine.search({ query, limit: 5 });
  if (outcome.state !== 'found') return [];
  return outcome.hits.map(({ title }) => title.map(({ text }) => text).join(''));
}

describe('the engine finds', () => {
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
  ])('“%s” in its script', async (query, title) => {
    expect((await titlesFor(query))[0]).toBe(title);
  });

  it('nothing of two letters that do not stand beside each other', async () => {
    expect(await titlesFor('权有')).toEqual([]);
  });

  it.each(['b', 'bo', 'bou', 'boun', 'boundar'])('“harbour %s” while its second word is being typed', async (begun) => {
    expect((await titlesFor(`harbour ${begun}`))[0]).toBe('Harbour');
  });
});
