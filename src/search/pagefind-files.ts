import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { arrayOf, itemsOf, textItem, textOf } from './cbor.ts';

/*
 * Pagefind's index, made fit for slow lines. Its format (1.6), as far as it matters here: files are gzipped CBOR
 * behind a signature. The metadata are an array of the version, the pages (id, number of words, group), the
 * chunks (first word, last word, file) and more. A chunk is an array of an array of words, in alphabetical order.
 */

const SIGNATURE = Buffer.from('pagefind_dcd');
/** Pagefind's chunks are five times as large, of which a search for one word needs next to nothing. In bytes. */
const CHUNK_SIZE = 12_000;

const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind)$/;

/**
 * Leaves out what is not used (pages' texts, widgets); writes the numbers of records in the place of pages' ids,
 * which are hashes that cannot be compressed and would have to be looked up; and cuts the chunks smaller.
 * @param files Pagefind's, of pages whose addresses are the numbers of records, in one language
 * @throws Error if the files are not of the format above
 */
export function refine(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const numbers = new Map([...files].flatMap(([path, content]) => (isFragment(path) ? pagesIn(path, content) : [])));
  const kept = new Map([...files].filter(([path]) => needed.test(path)));
  for (const [path, content] of files) {
    if (!path.endsWith('.pf_meta')) continue;
    const parts = itemsOf(open(content));
    const chunks = itemsOf(parts[2] ?? Buffer.alloc(0)).flatMap((chunk) => cut(chunk, files));
    for (const { file, content: piece } of chunks) kept.set(`index/${file}.pf_index`, piece);
    parts[1] = arrayOf(itemsOf(parts[1] ?? Buffer.alloc(0)).map((page) => withNumber(page, numbers)));
    parts[2] = arrayOf(chunks.map(({ first, last, file }) => arrayOf([first, last, textItem(file)])));
    kept.set(path, close(arrayOf(parts)));
  }
  return kept;
}

function open(content: Uint8Array): Buffer {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('Pagefind’s signature is missing.');
  return bytes.subarray(SIGNATURE.length);
}

function close(content: Buffer): Buffer {
  return gzipSync(Buffer.concat([SIGNATURE, content]), { level: 9 });
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

/** Words that begin alike stay together. */
function beginning(word: string): string {
  return word.slice(0, 4);
}

interface Chunk {
  first: Buffer;
  last: Buffer;
  file: string;
  content: Buffer;
}

/** A chunk of the metadata → its pieces. */
function cut(chunk: Buffer, files: ReadonlyMap<string, Uint8Array>): Chunk[] {
  const [, , file] = itemsOf(chunk);
  const content = file && files.get(`index/${textOf(file)}.pf_index`);
  if (!content) throw new Error('A chunk of Pagefind’s metadata is not among its files.');
  const [words] = itemsOf(open(content));
  const pieces: Buffer[][] = [];
  let size = CHUNK_SIZE;
  let before = '';
  for (const word of itemsOf(words ?? Buffer.alloc(0))) {
    const [said = Buffer.alloc(0)] = itemsOf(word);
    // Who finds "const" in a chunk looks for "constant" in the same one, and in no other.
    if (size >= CHUNK_SIZE && (before === '' || beginning(textOf(said)) !== beginning(before))) {
      pieces.push([]);
      size = 0;
    }
    before = textOf(said);
    pieces.at(-1)?.push(word);
    size += word.length;
  }
  return pieces.map((piece) => {
    const bytes = arrayOf([arrayOf(piece)]);
    const [first, last] = [piece.at(0), piece.at(-1)].map((word) => itemsOf(word ?? Buffer.alloc(0))[0]);
    if (!first || !last) throw new Error('A word of Pagefind’s index is empty.');
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    return { first, last, file: `en_${hash}`, content: close(bytes) };
  });
}
