import * as pagefind from 'pagefind';
import { resultKinds } from '../format/result-kinds.ts';
import { rewriteFiles, type RewrittenFiles } from '../pagefind/rewrite-files.ts';
import { encodeSymbol, findSymbols } from '../query/symbols.ts';
import { separateUnspaced } from '../query/words.ts';
import type { MergedRecord } from './merged-records.ts';

/** Maximum number of requests to Pagefind at once: its answers wait in memory. */
const BATCH_SIZE = 500;

/** The previous run: Pagefind is one process, and closing it would end a run at the same time. */
let previous: Promise<unknown> = Promise.resolve();

/** Indexes records with Pagefind. The id of each page is the number of its record. */
export function runPagefind(records: readonly MergedRecord[]): Promise<RewrittenFiles> {
  const files = previous.then(() => indexRecords(records));
  previous = files.catch(() => undefined);
  return files;
}

async function indexRecords(records: readonly MergedRecord[]): Promise<RewrittenFiles> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en', maxFragments: 1 });
  if (!index) throw new Error(`Pagefind cannot create an index: ${errors.join('; ')}`);
  try {
    for (let start = 0; start < records.length; start += BATCH_SIZE) {
      const added = await Promise.all(
        records
          .slice(start, start + BATCH_SIZE)
          .map((record, offset) => index.addCustomRecord(toPagefindRecord(record, start + offset))),
      );
      const failures = added.flatMap((response) => response.errors);
      if (failures.length > 0) throw new Error(`Pagefind cannot index the site: ${failures.join('; ')}`);
    }
    const { files, errors: failed } = await index.getFiles();
    if (failed.length > 0) throw new Error(`Pagefind cannot write its index: ${failed.join('; ')}`);
    return rewriteFiles(new Map(files.map(({ path, content }) => [path, content])));
  } finally {
    await pagefind.close();
  }
}

/** Converts a record for Pagefind, which sorts its pages by URL: padded numbers have the order of the records. */
function toPagefindRecord({ kind, title, trail, agents, body, code = '', asked = [] }: MergedRecord, number: number) {
  const name = kind === 'agent' || kind === 'roster' ? `@${title}` : title;
  const symbols = findSymbols([name, body, ...asked, code].join('\n')).map(encodeSymbol);
  // Pagefind leaves out pages without a word.
  const content = [body, title, identifiersIn(code), kind].find((text) => /[\p{L}\p{N}]/u.test(text)) ?? kind;
  return {
    url: String(number).padStart(7, '0'),
    language: 'en',
    content: separateUnspaced(content).replaceAll('\n', ' '),
    meta: {
      title: separateUnspaced(title),
      ...(resultKinds[kind].words !== '' && { kind: resultKinds[kind].words }),
      ...(trail.length > 0 && { trail: separateUnspaced(trail.join(' ')) }),
      ...(agents.length > 0 &&
        kind !== 'agent' &&
        kind !== 'roster' && { agent: separateUnspaced(agents.map((agent) => agent.name).join(' ')) }),
      ...(symbols.length > 0 && { symbols: symbols.join(' ') }),
      ...(code !== '' && { code: separateUnspaced(identifiersIn(code)) }),
      ...(asked.length > 0 && { asked: separateUnspaced(asked.join(' ')) }),
    },
  };
}

/** Returns each identifier in code once: how often a program says `let` says nothing about it. */
function identifiersIn(code: string): string {
  return [...new Set(code.match(/[\p{L}\p{N}_]+(?:(?:::|[-'])[\p{L}\p{N}_]+)*/gu))].join(' ');
}
