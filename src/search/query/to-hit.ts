import type { Answer } from '../browser/answer.ts';
import { excerptOf, mark, type Marked } from './excerpt.ts';
import type { StoredHead, StoredRecord } from '../format/index-format.ts';
import type { Hit } from './result-types.ts';
import { otherWords } from './query.ts';

/** Nothing was asked for, so nothing is marked. */
export const unmarked: Marked = { words: [], exact: [] };

/** What is marked in what was found. */
export function markedBy({ query, spellings }: Pick<Answer, 'query' | 'spellings'>): Marked {
  const others = otherWords(spellings);
  return {
    words: [...query.words, ...others.words],
    exact: [...query.phrases, ...query.symbols, ...others.phrases],
  };
}

/** A record as it is shown: with an excerpt, if its text is there. */
export function toHit(found: StoredHead | StoredRecord, marked: Marked): Hit {
  const { url, kind, title, trail, agent, others } = found;
  const [name, accent, monogram] = agent ?? [];
  return {
    url,
    kind,
    title: mark(title, marked),
    trail,
    excerpt: 'body' in found ? excerptOf(found.body, marked) : [],
    ...(name !== undefined && accent !== undefined && monogram !== undefined && { agent: { name, accent, monogram } }),
    others,
  };
}
