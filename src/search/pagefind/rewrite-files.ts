import { basename } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { arrayOf, itemsOf, textItem, textOf } from './cbor.ts';
import { chunkFile, chunkId } from '../format/index-format.ts';
import { cutIntoChunks } from './chunks.ts';

/*
 * Pagefind's index, made fit for slow lines. Its format (1.6), as far as it matters here: files are gzipped CBOR
 * behind a signature. The metadata are an array of the version, the pages (id, number of words, group), the
 * chunks (first word, last word, id) and more. A chunk is an array of an array of words, in alphabetical order.
 */

const SIGNATURE = Buffer.from('pagefind_dcd');
/** Where the pages and the chunks are in the metadata. */
const [PAGES, CHUNKS] = [1, 2];

const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind)$/;

/** Pagefind's files, as far as they are used, by their paths in the index's folder. */
export interface RefinedFiles {
  files: Map<string, Uint8Array>;
  /** The path of Pagefind's metadata. */
  meta: string;
  /** The least text that belongs into each of the chunks. */
  chunks: string[];
}

/**
 * Leaves out what is not used (pages' texts, widgets); writes the numbers of records in the place of pages' ids,
 * which are hashes that cannot be compressed and would have to be looked up; and cuts the chunks smaller.
 * @param files Pagefind's, of pages whose addresses are the numbers of records, in one language
 * @throws Error if the files are not of the format above
 */
export function refine(files: ReadonlyMap<string, Uint8Array>): RefinedFiles {
  const kept = new Map([...files].filter(([path]) => needed.test(path)));
  const [meta, content] = [...files].find(([path]) => path.endsWith('.pf_meta')) ?? [];
  // Of no pages there are none.
  if (meta === undefined || !content) return { files: kept, meta: '', chunks: [] };
  const parts = itemsOf(open(content));

  const numbers = new Map([...files].flatMap(([path, page]) => (isFragment(path) ? pagesIn(path, page) : [])));
  parts[PAGES] = arrayOf(itemsIn(parts[PAGES]).map((page) => withNumber(page, numbers)));

  const chunks = cutIntoChunks(itemsIn(parts[CHUNKS]).flatMap((chunk) => wordsOf(chunk, files)));
  parts[CHUNKS] = arrayOf(chunks.map(({ from, to }, number) => arrayOf([from, to, chunkId(number)].map(textItem))));
  for (const [number, chunk] of chunks.entries()) kept.set(chunkFile(number), close(chunk.content));
  kept.set(meta, close(arrayOf(parts)));
  return { files: kept, meta, chunks: chunks.map(({ from }) => from) };
}

function open(content: Uint8Array): Buffer {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('Pagefind’s signature is missing.');
  return bytes.subarray(SIGNATURE.length);
}

function close(content: Buffer): Buffer {
  return gzipSync(Buffer.concat([SIGNATURE, content]), { level: 9 });
}

function itemsIn(array: Buffer | undefined): Buffer[] {
  return array ? itemsOf(array) : [];
}

function isFragment(path: string): boolean {
  return path.startsWith('fragment/');
}

/** The id of each page in a file of their texts, and its address, which is a number. */
function pagesIn(path: string, content: Uint8Array): [id: string, number: string][] {
  const kept = JSON.parse(open(content).toString()) as { url: string } | Record<string, { url: string }>;
  // A page that is alone stands there by itself, and its file has its id.
  return typeof kept.url === 'string'
    ? [[basename(path, '.pf_fragment'), kept.url]]
    : Object.entries(kept as Record<string, { url: string }>).map(([id, { url }]) => [id, url]);
}

function withNumber(page: Buffer, numbers: ReadonlyMap<string, string>): Buffer {
  const [id, words] = itemsOf(page);
  const number = id && numbers.get(textOf(id));
  if (number === undefined || !words) throw new Error('A page in Pagefind’s metadata is not among its fragments.');
  return arrayOf([textItem(`en_${number}`), words, textItem('')]);
}

/** The words of one of Pagefind's own chunks. */
function wordsOf(line: Buffer, files: ReadonlyMap<string, Uint8Array>): Buffer[] {
  const [, , id] = itemsOf(line);
  const content = id && files.get(`index/${textOf(id)}.pf_index`);
  if (!content) throw new Error('A chunk of Pagefind’s metadata is not among its files.');
  const [words] = itemsOf(open(content));
  return itemsIn(words);
}
