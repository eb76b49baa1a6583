import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeIndex, type IndexFiles } from '../../../../src/search/build/build-index.ts';
import type { Bundle, Manifest } from '../../../../src/search/format/index-format.ts';
import type { SearchRecord } from '../../../../src/search/build/records.ts';

const record = (title: string, body: string): SearchRecord => ({
  url: `/${encodeURI(title)}/`,
  kind: 'section',
  title,
  trail: [],
  topics: [],
  body,
});
const make = (records: SearchRecord[]) => makeIndex({ records, topics: [], spellings: [], asked: [] });
const textOf = (files: IndexFiles, path: string) => {
  const content = files.get(path) ?? '';
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
};
const manifestOf = (files: IndexFiles) => JSON.parse(textOf(files, 'search.json')) as Manifest;

describe('an index', () => {
  it('holds every record, in bundles that the manifest tells of', async () => {
    const records = Array.from({ length: 30 }, (_, index) =>
      record(`R${String(index)}`, `${String(index)} ${'word '.repeat(200)}`),
    );
    const files = await make(records);
    const { bundles, version, heads } = manifestOf(files);
    expect(bundles.length).toBeGreaterThan(1);
    const bodies = bundles.map((_, index) => {
      const bundle = JSON.parse(textOf(files, `${version}/records/${String(index)}.json`)) as Bundle;
      return bundle.bodies;
    });
    const lengths = bodies.map(({ length }) => length);
    expect(bundles).toEqual(lengths.map((_, index) => lengths.slice(0, index).reduce((sum, one) => sum + one, 0)));
    expect(bodies.flat()).toEqual(records.map(({ body }) => body));
    expect(heads?.titles).toEqual(records.map(({ title }) => title));
  });

  it('is the same for the same records, and has another version for others', async () => {
    const [one, two, other] = [
      await make([record('A', 'text')]),
      await make([record('A', 'text')]),
      await make([record('A', 'other text')]),
    ];
    expect([...two.keys()]).toEqual([...one.keys()]);
    expect(manifestOf(two)).toEqual(manifestOf(one));
    expect(manifestOf(other).version).not.toBe(manifestOf(one).version);
  });

  it('takes records without a word, and none at all', async () => {
    const odd = ['', '—', '…', '\u200b', '🎉', '\u0000'].map((text) => record(text, text));
    expect(manifestOf(await make(odd)).records).toBe(odd.length);
    expect(manifestOf(await make([])).records).toBe(0);
  });

  it('leaves out what nobody loads', async () => {
    const paths = [...(await make([record('A', 'text')])).keys()];
    expect(paths.filter((path) => /fragment|-ui|highlight|\.css$/.test(path))).toEqual([]);
    expect(paths).toContainEqual(expect.stringMatching(/^\w+\/pagefind\.js$/));
  });

  it('holds what several agents have once, at the place of the first', async () => {
    const agent = (id: string) => ({ id, name: id, accent: 'red', monogram: 'A' });
    const of = (id: string, body: string) => ({
      ...record('Locks', body),
      url: `/agents/${id}/#locks`,
      agent: agent(id),
    });
    const files = await make([of('ann', 'same'), of('bob', 'other'), of('cleo', 'same')]);
    const { agents, heads, records, small } = manifestOf(files);
    expect(records).toBe(2);
    expect(heads).toMatchObject({
      agentOf: [0, 2],
      others: [1, 0],
      places: ['/agents/{}/#locks', '/agents/{}/#locks'],
    });
    expect(agents.map(([name]) => name)).toEqual(['ann', 'cleo', 'bob']);
    expect(small?.facets.agents).toEqual({ sets: [[0, 1], [2]], of: [0, 1] });
  });

  it('leaves heads to the bundles where they would be too much to load beforehand', async () => {
    const title = (index: number) => createHash('sha256').update(String(index)).digest('hex');
    const records = Array.from({ length: 2500 }, (_, index) => record(title(index), 'text'));
    const files = await make(records);
    const { bundles, heads, version } = manifestOf(files);
    expect(heads).toBeUndefined();
    const titles = bundles.flatMap((_, index) => {
      const bundle = JSON.parse(textOf(files, `${version}/records/${String(index)}.json`)) as Bundle;
      return bundle.heads?.titles ?? [];
    });
    expect(titles).toEqual(records.map((one) => one.title));
  });
});
