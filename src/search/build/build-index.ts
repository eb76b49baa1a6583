import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { headColumns } from '../format/columnar-records.ts';
import type { Bundle, Manifest, StoredHelp } from '../format/index-format.ts';
import { resultKinds } from '../format/result-kinds.ts';
import { mergeRecords, type MergedRecord } from './merged-records.ts';
import { refine, type RefinedFiles } from '../pagefind/rewrite-files.ts';
import type { RecordAgent, SearchRecord } from './records.ts';
import { storeFacets } from './facet-columns.ts';
import { encodeSymbol, symbolsIn } from '../query/symbols.ts';
import { vocabularyOf } from '../format/vocabulary.ts';
import { withSpaces } from '../query/words.ts';

/** Everything that is needed to make an index. */
export interface IndexSource {
  records: SearchRecord[];
  topics: { id: string; title: string }[];
  /** Groups of words that mean the same. */
  spellings: string[][];
  /** What people ask for by other words than texts have, and the words to look for instead. */
  asked: [asked: string, title: string][];
}

/** A file of the index, by its path in the index's folder. */
export type IndexFiles = Map<string, Uint8Array | string>;

/** Bundles of about this many characters: some are needed for every search, and each costs a request. */
const BUNDLE_SIZE = 7000;
/** Sites with no more records than this are small: what these can be filtered by is told beforehand. */
const SMALL = 400;
/** Compressed heads of more bytes than this would keep people waiting for what they search by. */
const MOST_HEADS = 60_000;
/** Requests to Pagefind under way at once: its answers wait in memory. */
const BATCH = 500;

/**
 * Makes the search index: Pagefind's own files, and beside them what its pages say (see `index-format.ts`).
 * @throws Error if Pagefind fails, or is not the version that this was written for
 */
export async function makeIndex({ records: all, topics, spellings, asked }: IndexSource): Promise<IndexFiles> {
  const records = mergeRecords(all);
  const { files: pagefinds, meta, chunks } = await pagefindFiles(records);
  const files: IndexFiles = new Map(pagefinds);
  const agents = new Map(records.flatMap((record) => record.agents.map((agent) => [agent.id, agent])));
  const indices = new Map([...agents.keys()].map((id, index) => [id, index]));

  const heads = headColumns(records, indices);
  const hasHeads = gzipSync(JSON.stringify(heads)).length <= MOST_HEADS;
  const bundles = bundlesOf(records);
  for (const [number, { from, to }] of bundles.entries()) {
    const some = records.slice(from, to);
    const bundle: Bundle = { ...(!hasHeads && { heads: headColumns(some, indices) }), bodies: some.map(textOf) };
    files.set(`records/${String(number)}.json`, JSON.stringify(bundle));
  }

  const facets = storeFacets(records, indices, topics);
  const isSmall = records.length <= SMALL;
  if (!isSmall) files.set('facets.json', JSON.stringify(facets));
  const treated = records.filter(({ kind }) => kind === 'topic');
  const help: StoredHelp = {
    words: vocabularyOf(records),
    // A topic that nobody treats has no page, and leads to nothing.
    asked: asked.filter(([, title]) => treated.some((topic) => topic.title === title)),
    topics: treated.map(({ title, place }) => ({ title, href: place })),
  };
  files.set('help.json', JSON.stringify(help));
  const manifest: Omit<Manifest, 'version'> = {
    records: records.length,
    bundles: bundles.map(({ from }) => from),
    meta,
    chunks,
    spellings,
    agents: [...agents.values()].map(storedAgent),
    ...(hasHeads && { heads }),
    ...(isSmall && { small: { facets } }),
  };
  return inFolder(files, manifest);
}

/** All files in a folder that is named after what is in them, and the manifest that names it. */
function inFolder(files: IndexFiles, manifest: Omit<Manifest, 'version'>): IndexFiles {
  const hash = createHash('sha256').update(JSON.stringify(manifest));
  for (const [path, content] of files) hash.update(path).update(content);
  const version = hash.digest('hex').slice(0, 10);
  const whole: Manifest = { version, ...manifest };
  return new Map([
    ['search.json', JSON.stringify(whole)],
    ...Array.from(files, ([path, content]) => [`${version}/${path}`, content] as const),
  ]);
}

function storedAgent({ id, name, accent, monogram }: RecordAgent): Manifest['agents'][number] {
  return id === name ? [name, accent, monogram] : [name, accent, monogram, id];
}

/** The last index that was asked for: Pagefind is one process, and closing it closes it for all. */
let last: Promise<unknown> = Promise.resolve();

/** Pagefind's files, as far as they are used, with records' numbers for its pages' ids. */
function pagefindFiles(records: readonly MergedRecord[]): Promise<RefinedFiles> {
  const files = last.then(() => runPagefind(records));
  last = files.catch(() => undefined);
  return files;
}

async function runPagefind(records: readonly MergedRecord[]): Promise<RefinedFiles> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en', maxFragments: 1 });
  if (!index) throw new Error(`Pagefind cannot make an index: ${errors.join('; ')}`);
  try {
    for (let start = 0; start < records.length; start += BATCH) {
      const added = await Promise.all(
        records
          .slice(start, start + BATCH)
          .map((record, offset) => index.addCustomRecord(custom(record, start + offset))),
      );
      const failures = added.flatMap((one) => one.errors);
      if (failures.length > 0) throw new Error(`Pagefind cannot index the site: ${failures.join('; ')}`);
    }
    const { files, errors: failed } = await index.getFiles();
    if (failed.length > 0) throw new Error(`Pagefind cannot write its index: ${failed.join('; ')}`);
    return refine(new Map(files.map(({ path, content }) => [path, content])));
  } finally {
    await pagefind.close();
  }
}

/** What Pagefind is told of a record. Its pages come in the order of their addresses: that of the records. */
function custom({ kind, title, trail, agents, body, code = '', asked = [] }: MergedRecord, number: number) {
  const name = kind === 'agent' || kind === 'roster' ? `@${title}` : title;
  const symbols = symbolsIn([name, body, ...asked, code].join('\n')).map(encodeSymbol);
  const content = [body, title, namesIn(code), kind].find((text) => /[\p{L}\p{N}]/u.test(text)) ?? kind;
  return {
    url: String(number).padStart(7, '0'),
    language: 'en',
    // Pagefind leaves out pages without a word.
    content: withSpaces(content).replaceAll('\n', ' '),
    meta: {
      title: withSpaces(title),
      ...(resultKinds[kind].words !== '' && { kind: resultKinds[kind].words }),
      ...(trail.length > 0 && { trail: withSpaces(trail.join(' ')) }),
      ...(agents.length > 0 &&
        kind !== 'agent' &&
        kind !== 'roster' && { agent: withSpaces(agents.map(({ name }) => name).join(' ')) }),
      ...(symbols.length > 0 && { symbols: symbols.join(' ') }),
      ...(code !== '' && { code: withSpaces(namesIn(code)) }),
      ...(asked.length > 0 && { asked: withSpaces(asked.join(' ')) }),
    },
  };
}

/** The names in code, each once: how often a program says `let` tells nothing about it. */
function namesIn(code: string): string {
  return [...new Set(code.match(/[\p{L}\p{N}_]+(?:(?:::|[-'])[\p{L}\p{N}_]+)*/gu))].join(' ');
}

/** Runs of records, each about as large as the others: from a number up to, not including, another. */
function bundlesOf(records: readonly MergedRecord[]): { from: number; to: number }[] {
  const bundles: { from: number; to: number }[] = [];
  let size = BUNDLE_SIZE;
  for (const [number, record] of records.entries()) {
    const last = bundles.at(-1);
    if (last && size < BUNDLE_SIZE) {
      last.to = number + 1;
    } else {
      bundles.push({ from: number, to: number + 1 });
      size = 0;
    }
    size += textOf(record).length + record.place.length + record.title.length;
  }
  return bundles;
}

/** All that a record says. */
function textOf({ body, code }: MergedRecord): string {
  return code === undefined ? body : `${body}\n${code}`;
}
