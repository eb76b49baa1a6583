import { decode, encode } from 'cborg';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rewriteFiles } from '../../../../src/search/pagefind/rewrite-files.ts';

const SIGNATURE = 'pagefind_dcd';
const unpack = (content: Uint8Array) => gunzipSync(content).subarray(SIGNATURE.length);
const pack = (content: unknown) => gzipSync(Buffer.concat([Buffer.from(SIGNATURE), encode(content)]));

/** Files of the installed version of Pagefind. */
let files: Map<string, Uint8Array>;

async function indexOf(texts: readonly string[]): Promise<Map<string, Uint8Array>> {
  const { index } = await pagefind.createIndex({ forceLanguage: 'en', maxFragments: 1 });
  if (!index) throw new Error('Pagefind did not create an index.');
  for (const [number, content] of texts.entries()) {
    await index.addCustomRecord({
      url: String(number),
      language: 'en',
      content,
      meta: { title: `Title é ${content}` },
    });
  }
  const { files: written } = await index.getFiles();
  return new Map(written.map(({ path, content }) => [path, content]));
}

beforeAll(async () => {
  files = await indexOf(['zebra', 'apple banana', 'cherry']);
});
afterAll(() => pagefind.close());

const pathOf = (ending: string) => [...files.keys()].find((path) => path.endsWith(ending)) ?? '';

/** The files with another content of the metadata. */
function withMetadata(change: (metadata: unknown[]) => unknown): Map<string, Uint8Array> {
  const meta = pathOf('.pf_meta');
  const metadata: unknown = decode(unpack(files.get(meta) ?? new Uint8Array()));
  return new Map([...files, [meta, pack(change(Array.isArray(metadata) ? metadata : []))]]);
}

describe('the files of the installed Pagefind', () => {
  it('have the format that the rewriting assumes', () => {
    for (const ending of ['.pf_meta', '.pf_index']) {
      const content = unpack(files.get(pathOf(ending)) ?? new Uint8Array());
      expect(Buffer.from(encode(decode(content))).equals(content), ending).toBe(true);
    }
    expect(() => rewriteFiles(files)).not.toThrow();
  });

  it('are rewritten with record numbers as page ids, and without fragments', () => {
    const { files: rewritten, meta, chunks } = rewriteFiles(files);
    expect([...rewritten.keys()].sort()).toEqual(
      ['index/en_0.pf_index', 'pagefind-entry.json', 'pagefind.js', 'wasm.en.pagefind', meta].sort(),
    );
    expect(chunks).toHaveLength(1);
    expect(decode(unpack(rewritten.get(meta) ?? new Uint8Array()))).toEqual([
      '1.6.0',
      expect.arrayContaining([
        ['en_0', expect.any(Number), ''],
        ['en_1', expect.any(Number), ''],
        ['en_2', expect.any(Number), ''],
      ]),
      [[chunks[0], expect.any(String), 'en_0']],
      [],
      [],
      ['title'],
    ]);
  });

  it('are rewritten for a single page, and for none', async () => {
    expect(rewriteFiles(await indexOf(['alone'])).chunks).toHaveLength(1);
    expect(rewriteFiles(await indexOf([])).chunks).toEqual([]);
  });
});

describe('files in another format', () => {
  it.each<[string, (metadata: unknown[]) => unknown]>([
    ['of another version', ([, ...rest]) => ['1.7.0', ...rest]],
    ['without a list of pages', ([version, , ...rest]) => [version, {}, ...rest]],
    ['with unknown pages', ([version, , ...rest]) => [version, [['en_unknown', 1, '']], ...rest]],
    ['with pages of another shape', ([version, , ...rest]) => [version, [['en_unknown']], ...rest]],
    ['with unknown chunks', ([version, pages, , ...rest]) => [version, pages, [['a', 'z', 'en_unknown']], ...rest]],
    ['with metadata that is no list', () => ({})],
  ])('are refused: %s', (_, change) => {
    expect(() => rewriteFiles(withMetadata(change))).toThrow(/is not in the format of 1\.6\.0/);
  });

  it('are refused without the signature', () => {
    expect(() => rewriteFiles(new Map([...files, [pathOf('.pf_meta'), gzipSync(encode([]))]]))).toThrow(/signature/);
  });
});
