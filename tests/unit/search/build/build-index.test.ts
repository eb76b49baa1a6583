import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { buildIndex, type IndexFiles } from '../../../../src/search/build/build-index.ts';
import type { Manifest, Shard } from '../../../../src/search/format/index-format.ts';
import type { SearchRecord } from '../../../../src/search/build/records.ts';

const record = (title: string, body: string): SearchRecord => ({
  url: `/${encodeURI(title)}/`,
  kind: 'section',
  title,
  trail: [],
  topics: [],
  body,
});
const build = (records: SearchRecord[]) => buildIndex({ records, topics: [], spellings: [], asked: [] });
const contentOf = (files: IndexFiles, path: string) => {
  const content = files.get(path) ?? '';
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
};
const manifestOf = (files: IndexFiles) => JSON.parse(contentOf(files, 'search.json')) as Manifest;

describe('an index', () => {
  it('contains every record, in the shards that the manifest lists', async () => {
    const records = Array.from({ length: 30 }, (_, index) =>
      record(`R${String(index)}`, `${String(index)} ${'word '.repeat(200)}`),
    );
    const files = await build(records);
    const { shards, version, heads } = manifestOf(files);
    expect(shards.length).toBeGreaterThan(1);
    const bodies = shards.map((_, index) => {
      const shard = JSON.parse(contentOf(files, `${version}/records/${String(index)}.json`)) as Shard;
      return shard.bodies;
    });
    const lengths = bodies.map(({ length }) => length);
    expect(shards).toEqual(lengths.map((_, index) => lengths.slice(0, index).reduce((sum, one) => sum + one, 0)));
    expect(bodies.flat()).toEqual(records.map(({ body }) => body));
    expect(heads?.titles).toEqual(records.map(({ title }) => title));
  });

  it('is identical for the same records, and has another version for other records', async () => {
    const [one, two, other] = [
      await build([record('A', 'text')]),
      await build([record('A', 'text')]),
      await build([record('A', 'other text')]),
    ];
    expect([...two.keys()]).toEqual([...one.keys()]);
    expect(manifestOf(two)).toEqual(manifestOf(one));
    expect(manifestOf(other).version).not.toBe(manifestOf(one).version);
  });

  it('accepts records without a word, and no records at all', async () => {
    const odd = ['', '—', '…', '\u200b', '🎉', '\u0000'].map((text) => record(text, text));
    expect(manifestOf(await build(odd)).records).toBe(odd.length);
    expect(manifestOf(await build([])).records).toBe(0);
  });

  it('leaves out files that the site does not load', async () => {
    const paths = [...(await build([record('A', 'text')])).keys()];
    expect(paths.filter((path) => /fragment|-ui|highlight|\.css$/.test(path))).toEqual([]);
    expect(paths).toContainEqual(expect.stringMatching(/^\w+\/pagefind\.js$/));
  });

  it('contains the same content of several agents once, at the position of the first', async () => {
    const agent = (id: string) => ({ id, name: id, accent: 'red', monogram: 'A' });
    const of = (id: string, body: string) => ({
      ...record('Locks', body),
      url: `/agents/${id}/#locks`,
      agent: agent(id),
    });
    const files = await build([of('ann', 'same'), of('bob', 'other'), of('cleo', 'same')]);
    const { agents, heads, records, small } = manifestOf(files);
    expect(records).toBe(2);
    expect(heads).toMatchObject({
      agentOf: [0, 2],
      others: [1, 0],
      urlTemplates: ['/agents/{}/#locks', '/agents/{}/#locks'],
    });
    expect(agents.map(([name]) => name)).toEqual(['ann', 'cleo', 'bob']);
    expect(small?.facets.agents).toEqual({ sets: [[0, 1], [2]], of: [0, 1] });
  });

  it('has heads in the shards instead of the manifest where they are too large to load with every search', async () => {
    const title = (index: number) => createHash('sha256').update(String(index)).digest('hex');
    const records = Array.from({ length: 2500 }, (_, index) => record(title(index), 'text'));
    const files = await build(records);
    const { shards, heads, version } = manifestOf(files);
    expect(heads).toBeUndefined();
    const titles = shards.flatMap((_, index) => {
      const shard = JSON.parse(contentOf(files, `${version}/records/${String(index)}.json`)) as Shard;
      return shard.heads?.titles ?? [];
    });
    expect(titles).toEqual(records.map((one) => one.title));
  });
});
