import type { StoredHead, StoredRecord } from '../format/index-format.ts';
import { highlightTerms } from './highlight-terms.ts';
import { replacementsIn, type Query } from './query.ts';
import type { Hit } from './result-types.ts';
import { mark, snippetOf, type MarkTerms } from './snippet.ts';

/** Marks nothing, for searches without a query. */
export const noMarks: MarkTerms = { words: [], exact: [] };

/** Returns the terms to mark in the results of a query. */
export function markTermsOf(query: Query, variants: readonly (readonly string[])[]): MarkTerms {
  const replacements = replacementsIn(variants);
  return {
    words: [...query.words, ...replacements.words],
    exact: [...query.phrases, ...query.symbols, ...replacements.phrases],
  };
}

/**
 * Converts a record for display; with a snippet if its text is loaded.
 * @param marked the terms to mark in it
 */
export function toHit(record: StoredHead | StoredRecord, marked: MarkTerms, query: Query): Hit {
  const { url, kind, trail, agent, others } = record;
  const [name, accent, monogram] = agent ?? [];
  const title = mark(record.title, marked);
  const snippet = 'body' in record ? snippetOf(record.body, marked) : [];
  return {
    url,
    kind,
    title,
    trail,
    snippet,
    terms: highlightTerms({ title, snippet }, query),
    ...(name !== undefined && accent !== undefined && monogram !== undefined && { agent: { name, accent, monogram } }),
    others,
  };
}
