import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { toColumns } from '../format/columnar-records.ts';
import type { Manifest, OwnRecords, Shard, SpellingData } from '../format/index-format.ts';
import { encodeVocabulary } from '../format/vocabulary.ts';
import { countWords } from './count-words.ts';
import { storeFacets } from './facet-columns.ts';
import { mergeRecords, type MergedRecord } from './merged-records.ts';
import { runPagefind } from './run-pagefind.ts';
import type { RecordAgent, SearchRecord } from './records.ts';

/** Everything that the index is built from. */
export interface IndexSource {
  records: SearchRecord[];
  topics: { id: string; title: string }[];
  /** Groups of words that mean the same. */
  spellings: string[][];
  /** Words that people ask for but that no text contains, each with the title of the topic that covers it. */
  asked: [asked: string, title: string][];
}

/** The files of the index, by their paths in its folder. */
export type IndexFiles = Map<string, Uint8Array | string>;

/** Approximate size of a shard, in characters: every search needs some shards, and each costs a request. */
const SHARD_SIZE = 7000;
/** Maximum number of records of a small site, whose manifest contains the facets. */
const SMALL_SITE_LIMIT = 400;
/** Maximum size of the compressed heads in the manifest, in bytes: more would delay the first result. */
const HEADS_LIMIT = 60_000;

/**
 * Builds the search index: Pagefind's own files, and the records (see `index-format.ts`).
 * @throws Error if Pagefind fails, or is not the version that this was written for
 */
export async function buildIndex({ records: all, topics, spellings, asked }: IndexSource): Promise<IndexFiles> {
  const records = mergeRecords(all);
  const { files: pagefindFiles, meta, chunks } = await runPagefind(records);
  const files: IndexFiles = new Map(pagefindFiles);
  const agents = new Map(records.flatMap((record) => record.agents.map((agent) => [agent.id, agent])));
  const agentIndices = new Map([...agents.keys()].map((id, index) => [id, index]));

  const heads = toColumns(records, agentIndices);
  const hasHeads = gzipSync(JSON.stringify(heads)).length <= HEADS_LIMIT;
  const shards = splitIntoShards(records);
  for (const [number, { from, to }] of shards.entries()) {
    const some = records.slice(from, to);
    const shard: Shard = { ...(!hasHeads && { heads: toColumns(some, agentIndices) }), bodies: some.map(textOfRecord) };
    const access = some.flatMap((record, index) =>
      record.access === undefined ? [] : [[index, record.access] as const],
    );
    if (access.length > 0) shard.access = Object.fromEntries(access);
    files.set(`records/${String(number)}.json`, JSON.stringify(shard));
  }

  const facets = storeFacets(records, agentIndices, topics);
  const isSmall = records.length <= SMALL_SITE_LIMIT;
  if (!isSmall) files.set('facets.json', JSON.stringify(facets));
  files.set('spelling.json', JSON.stringify(spellingData(records, asked)));
  return inVersionFolder(files, {
    records: records.length,
    shards: shards.map(({ from }) => from),
    meta,
    chunks,
    spellings,
    agents: [...agents.values()].map(storedAgent),
    ...(hasHeads ? { heads } : { own: ownRecords(records, agentIndices) }),
    ...(isSmall && { small: { facets } }),
  });
}

function spellingData(records: readonly MergedRecord[], asked: IndexSource['asked']): SpellingData {
  const covered = records.filter(({ kind }) => kind === 'topic');
  return {
    words: encodeVocabulary(countWords(records)),
    // A topic that no agent covers has no page to lead to.
    asked: asked.filter(([, title]) => covered.some((topic) => topic.title === title)),
    topics: covered.map(({ title, urlTemplate }) => ({ title, href: urlTemplate })),
  };
}

/** Moves all files into a folder named after a hash of their contents, beside the manifest, which names the folder. */
function inVersionFolder(files: IndexFiles, manifest: Omit<Manifest, 'version'>): IndexFiles {
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

function ownRecords(records: readonly MergedRecord[], agentIndices: ReadonlyMap<string, number>): OwnRecords {
  const numbers = Array<number>(agentIndices.size).fill(0);
  let urlTemplate = '';
  for (const [number, record] of records.entries()) {
    if (record.kind !== 'agent') continue;
    urlTemplate = record.urlTemplate;
    for (const { id } of record.agents) numbers[agentIndices.get(id) ?? -1] = number;
  }
  return { urlTemplate, numbers: numbers.map((number, index) => number - (numbers[index - 1] ?? 0)) };
}

/** Splits records into runs of about the same size: from a record up to, but not including, another. */
function splitIntoShards(records: readonly MergedRecord[]): { from: number; to: number }[] {
  const shards: { from: number; to: number }[] = [];
  let size = SHARD_SIZE;
  for (const [number, record] of records.entries()) {
    const last = shards.at(-1);
    if (last && size < SHARD_SIZE) {
      last.to = number + 1;
    } else {
      shards.push({ from: number, to: number + 1 });
      size = 0;
    }
    size += textOfRecord(record).length + record.urlTemplate.length + record.title.length;
  }
  return shards;
}

/** Returns the text of a record that snippets are taken from. */
function textOfRecord({ body, code }: MergedRecord): string {
  return code === undefined ? body : `${body}\n${code}`;
}
