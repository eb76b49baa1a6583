import { createHash } from 'node:crypto';
import * as pagefind from 'pagefind';
import { resultKinds } from './kinds.ts';
import { kindLetter, type Manifest, type StoredFacets, type StoredHead, type StoredHelp } from './index-format.ts';
import { refine } from './pagefind-files.ts';
import type { SearchRecord } from './records.ts';
import { encodeSymbol, symbolsIn } from './symbols.ts';
import { vocabularyOf } from './vocabulary.ts';

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
/** Sites with no more records than this are small: what these are is told beforehand, in a few kB. */
const SMALL = 400;
/** Requests to Pagefind under way at once: its answers wait in memory. */
const BATCH = 500;

/**
 * Makes the search index: Pagefind's own files, and beside them what its pages say (see `index-format.ts`).
 * @throws Error if Pagefind fails, or is not the version that this was written for
 */
export async function makeIndex({ records, topics, spellings, asked }: IndexSource): Promise<IndexFiles> {
  const files = await pagefindFiles(records);
  const version = hash(JSON.stringify([records, topics, spellings, asked]));
  const heads = headsOf(records);
  const bundles = bundlesOf(records);
  bundles.forEach(({ from, to }, index) => {
    const stored = records.slice(from, to).map((record, place) => ({ ...heads[from + place], body: textOf(record) }));
    files.set(`records/${String(index)}-${version}.json`, JSON.stringify(stored));
  });
  const facets = facetsOf(records, topics);
  const small = records.length <= SMALL ? { heads, facets } : undefined;
  if (!small) files.set(`facets-${version}.json`, JSON.stringify(facets));
  const help: StoredHelp = {
    words: vocabularyOf(records),
    asked,
    topics: records.filter(({ kind }) => kind === 'topic').map(({ title, url }) => ({ title, href: url })),
  };
  files.set(`help-${version}.json`, JSON.stringify(help));
  const manifest: Manifest = {
    version,
    records: records.length,
    bundles: bundles.map(({ from }) => from),
    meta: [...files.keys()].find((path) => path.endsWith('.pf_meta')) ?? '',
    spellings,
    ...(small && { small }),
  };
  files.set('search.json', JSON.stringify(manifest));
  return files;
}

/** The last index that was asked for: Pagefind is one process, and closing it closes it for all. */
let last: Promise<unknown> = Promise.resolve();

/** Pagefind's files, as far as they are used, with records' numbers for its pages' ids. */
function pagefindFiles(records: readonly SearchRecord[]): Promise<IndexFiles> {
  const files = last.then(() => runPagefind(records));
  last = files.catch(() => undefined);
  return files;
}

async function runPagefind(records: readonly SearchRecord[]): Promise<IndexFiles> {
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
function custom({ kind, title, trail, agent, body, code = '' }: SearchRecord, number: number) {
  const symbols = symbolsIn(`${title}\n${body}\n${code}`).map(encodeSymbol);
  return {
    url: String(number).padStart(7, '0'),
    language: 'en',
    // Pagefind leaves out pages without a word.
    content:
      [`${body}\n${namesIn(code)}`, title, kind].find((text) => /[\p{L}\p{N}]/u.test(text))?.replaceAll('\n', ' ') ??
      kind,
    meta: {
      title,
      ...(resultKinds[kind].words !== '' && { kind: resultKinds[kind].words }),
      ...(trail.length > 0 && { trail: trail.join(' ') }),
      ...(agent && kind !== 'agent' && kind !== 'roster' && { agent: agent.name }),
      ...(symbols.length > 0 && { symbols: symbols.join(' ') }),
    },
  };
}

/** The names in code, each once: how often a program says `let` tells nothing about it. */
function namesIn(code: string): string {
  return [...new Set(code.match(/[\p{L}\p{N}_]+(?:(?:::|[-'])[\p{L}\p{N}_]+)*/gu))].join(' ');
}

/** Runs of records, each about as large as the others: from a number up to, not including, another. */
function bundlesOf(records: readonly SearchRecord[]): { from: number; to: number }[] {
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
    size += textOf(record).length + record.url.length + record.title.length;
  }
  return bundles;
}

function headsOf(records: readonly SearchRecord[]): StoredHead[] {
  const said = new Map<string, number>();
  return records.map((record, number) => {
    const { url, kind, title, trail, agent } = record;
    const text = `${kind} ${textOf(record)}`;
    const same = said.get(text);
    if (same === undefined) said.set(text, number);
    return {
      url,
      kind,
      title,
      trail,
      ...(agent && { agent: [agent.name, agent.accent, agent.monogram] satisfies StoredHead['agent'] }),
      ...(same !== undefined && { same }),
    };
  });
}

function facetsOf(records: readonly SearchRecord[], topics: IndexSource['topics']): StoredFacets {
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  const agents = new Map<string, { name: string; index: number }>();
  const agentRuns: number[] = [];
  const topicIndex = new Map(topics.map(({ id }, index) => [id, index]));
  const sets = new Map<string, { index: number; set: number[] }>();
  const topicSetOf = records.map((record) => {
    const set = record.topics.flatMap((id) => topicIndex.get(id) ?? []).sort((a, b) => a - b);
    const key = set.join();
    const known = sets.get(key) ?? { index: sets.size, set };
    sets.set(key, known);
    return known.index;
  });
  for (const { agent } of records) {
    const known = agent && (agents.get(agent.id) ?? { name: agent.name, index: agents.size });
    if (agent && known) agents.set(agent.id, known);
    const index = known?.index ?? -1;
    if (agentRuns.length > 0 && agentRuns.at(-2) === index) agentRuns.push((agentRuns.pop() ?? 0) + 1);
    else agentRuns.push(index, 1);
  }
  return {
    kinds,
    kindOf: records.map(({ kind }) => kindLetter(kinds.indexOf(kind))).join(''),
    agents: [...agents].map(([id, { name }]) => [id, name]),
    agentRuns,
    topics: topics.map(({ id, title }) => [id, title]),
    topicSets: [...sets.values()].map(({ set }) => set),
    topicSetOf,
  };
}

/** All that a record says. */
function textOf({ body, code }: SearchRecord): string {
  return code === undefined ? body : `${body}\n${code}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
