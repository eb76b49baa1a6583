import { decode, encode } from 'cborg';
import { basename } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parseJson, isRecord } from '../../lib/safe-json.ts';
import { chunkFile, pagefindId } from '../format/index-format.ts';
import { splitIndex, type IndexedWord } from './split-index.ts';

/*
 * Rewrites Pagefind's index for slow connections. It saves more than a fifth of the bytes of a search: for five words,
 * 104 instead of 136 kB with 5 agents, 104 instead of 133 kB with 100, 139 instead of 184 kB with 1,000.
 *
 * It assumes the format of Pagefind 1.6.0, which package.json pins. Files are gzipped CBOR after a signature. The
 * metadata is an array of the version, the pages (id, number of words, fragment group), the chunks (first word, last
 * word, id) and more that is copied. A chunk is an array whose first item is an array of words in alphabetical order,
 * each an array that begins with the word. Fragments are JSON after the same signature. Files of any other version
 * or shape are refused, so that an update of Pagefind fails the build and rewrite-files.test.ts.
 */
const PAGEFIND_VERSION = '1.6.0';
const SIGNATURE = Buffer.from('pagefind_dcd');

/** Pagefind's files that the browser loads unchanged. */
const usedAsIs = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind)$/;

/** Pagefind's files that the site uses, by their paths in the index's folder. */
export interface RewrittenFiles {
  files: Map<string, Uint8Array>;
  /** The path of Pagefind's metadata; empty if there are no pages. */
  meta: string;
  /** The smallest text that belongs to each chunk. */
  chunks: string[];
}

/**
 * Leaves out unused files (fragments, widgets), replaces page ids by the numbers of their records, because ids are
 * hashes, which do not compress and would have to be looked up, and splits the index into smaller chunks.
 * @param files of an index in one language, whose pages have record numbers as their URLs
 * @throws Error if the files are not in the format above
 */
export function rewriteFiles(files: ReadonlyMap<string, Uint8Array>): RewrittenFiles {
  const rewritten = new Map([...files].filter(([path]) => usedAsIs.test(path)));
  const [meta, content] = [...files].find(([path]) => path.endsWith('.pf_meta')) ?? [];
  if (meta === undefined || !content) return { files: rewritten, meta: '', chunks: [] };
  const [version, pages, ownChunks, ...rest] = list(decode(unpack(content)), 'metadata');
  if (version !== PAGEFIND_VERSION) throw unexpected(`version ${String(version)}`);

  const numbers = new Map([...files].flatMap(([path, fragment]) => (isFragment(path) ? pagesIn(path, fragment) : [])));
  const numbered = list(pages, 'pages').map((page) => withRecordNumber(page, numbers));
  const chunks = splitIndex(list(ownChunks, 'chunks').flatMap((chunk) => wordsIn(chunk, files)));
  for (const [number, { words }] of chunks.entries()) {
    rewritten.set(chunkFile(number), pack(encode([words.map(({ stored }) => stored)])));
  }
  const newChunks = chunks.map(({ from, to }, number) => [from, to, pagefindId(number)]);
  rewritten.set(meta, pack(encode([version, numbered, newChunks, ...rest])));
  return { files: rewritten, meta, chunks: chunks.map(({ from }) => from) };
}

function unpack(content: Uint8Array): Buffer {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw unexpected('file without signature');
  return bytes.subarray(SIGNATURE.length);
}

function pack(content: Uint8Array): Buffer {
  return gzipSync(Buffer.concat([SIGNATURE, content]), { level: 9 });
}

function isFragment(path: string): boolean {
  return path.startsWith('fragment/');
}

/** Returns the id of each page in a file of fragments, and its URL, which is a number. */
function pagesIn(path: string, content: Uint8Array): [id: string, number: string][] {
  const stored = parseJson(unpack(content).toString());
  if (!isRecord(stored)) throw unexpected('fragment');
  // A page without others in its file is not wrapped, and its id is the name of the file.
  if (typeof stored.url === 'string') return [[basename(path, '.pf_fragment'), stored.url]];
  return Object.entries(stored).map(([id, page]) => [id, text(isRecord(page) ? page.url : undefined, 'page URL')]);
}

function withRecordNumber(page: unknown, numbers: ReadonlyMap<string, string>): unknown[] {
  const [id, wordCount, group, ...rest] = list(page, 'page');
  const number = numbers.get(text(id, 'page id'));
  if (number === undefined || typeof wordCount !== 'number' || typeof group !== 'string' || rest.length > 0) {
    throw unexpected('page');
  }
  return [pagefindId(number), wordCount, ''];
}

/** Returns the words of one of Pagefind's own chunks. */
function wordsIn(chunk: unknown, files: ReadonlyMap<string, Uint8Array>): IndexedWord[] {
  const [, , id] = list(chunk, 'chunk');
  const content = files.get(`index/${text(id, 'chunk id')}.pf_index`);
  if (!content) throw unexpected('chunk without a file');
  const [words, ...rest] = list(decode(unpack(content)), 'chunk file');
  if (rest.length > 0) throw unexpected('chunk file');
  return list(words, 'words').map((stored) => ({
    word: text(list(stored, 'word')[0], 'word'),
    stored,
    size: encode(stored).length,
  }));
}

function list(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw unexpected(what);
  return value;
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string') throw unexpected(what);
  return value;
}

function unexpected(what: string): Error {
  return new Error(`Unexpected ${what} in Pagefind’s index, which is not in the format of ${PAGEFIND_VERSION}.`);
}
