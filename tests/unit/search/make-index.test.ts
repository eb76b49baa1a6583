import { describe, expect, it } from 'vitest';
import { makeIndex, type IndexFiles } from '../../../src/search/make-index.ts';
import type { Manifest, StoredRecord } from '../../../src/search/index-format.ts';
import type { SearchRecord } from '../../../src/search/records.ts';

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
    const records = Array.from({ length: 30 }, (_, index) => record(`R${String(index)}`, 'word '.repeat(200)));
    const files = await make(records);
    const { bundles, version } = manifestOf(files);
    expect(bundles.length).toBeGreaterThan(1);
    const titles = bundles.flatMap((first, index) => {
      const stored = JSON.parse(textOf(files, `records/${String(index)}-${version}.json`)) as StoredRecord[];
      expect(stored[0]?.title).toBe(`R${String(first)}`);
      return stored.map(({ title }) => title);
    });
    expect(titles).toEqual(records.map(({ title }) => title));
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
    expect(paths).toContain('pagefind.js');
  });

  it('tells of a record that says the same as an earlier one', async () => {
    const { small } = manifestOf(await make([record('A', 'the same'), record('B', 'else'), record('C', 'the same')]));
    expect(small?.heads.map(({ same }) => same)).toEqual([undefined, undefined, 0]);
  });
});
