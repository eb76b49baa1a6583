import type { StoredHead } from '../format/index-format.ts';
import { namesKind } from '../format/result-kinds.ts';
import { indexOfSequence, type Query } from './query.ts';
import { kindWeights, MAX_SAME_TITLE, variantWeights, weights } from './ranking-weights.ts';
import type { RecordMatch } from './record-match.ts';
import { containsInOrder, matchedShare } from './word-match.ts';
import { tokenize } from './words.ts';

/** The data that a record is ranked by. Its text is not part of it: that may have to be loaded first. */
export interface RankedRecord<Head extends StoredHead = StoredHead> {
  head: Head;
  number: number;
  match: RecordMatch;
  /** The match's score relative to the best one, 0 to 1. */
  relativeScore: number;
}

/** Sorts candidates, best first. */
export function rank<Head extends StoredHead>(
  candidates: readonly RankedRecord<Head>[],
  query: Query,
  variants: readonly (readonly string[])[],
): RankedRecord<Head>[] {
  return candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate, query, variants) }))
    .sort((a, b) => b.score - a.score || b.candidate.relativeScore - a.candidate.relativeScore)
    .map(({ candidate }) => candidate);
}

/** Computes how good a result a record is; comparable only with others for the same query. */
function scoreOf(
  { head, match, relativeScore }: RankedRecord,
  query: Query,
  variants: readonly (readonly string[])[],
): number {
  const { kind, title, agent } = head;
  const lower = title.toLowerCase();
  const titleScores = variants.map((words, index) => {
    const score = titleScore(head, words, query, match.share);
    return index === 0 ? score : score * variantWeights.variant;
  });
  const lacksSymbols = query.symbols.length > 0 && match.symbols === 0;
  return (
    relativeScore +
    (query.kinds.includes(kind) ? weights.requestedKind : kindWeights[kind]) +
    (kind === 'roster' && agent ? weights.rosterOfAgent : 0) +
    Math.max(0, ...titleScores) * (lacksSymbols ? weights.lettersAlone : 1) +
    weights.agentName * match.named +
    weights.allWords * match.share ** 2 +
    (match.inOrder ? weights.inOrder : 0) +
    weights.symbol * match.symbols +
    weights.symbolInTitle * query.symbols.filter((symbol) => lower.includes(symbol.toLowerCase())).length +
    (query.compounds.some((compound) => lower.startsWith(compound)) ? weights.titleBegins : 0)
  );
}

/** Scores how well a record's title, the headings above it, its agent's name and its kind match the words. */
function titleScore(head: StoredHead, queryWords: readonly string[], query: Query, share: number): number {
  const { kind, title, trail, agent } = head;
  const withoutKind = queryWords.filter((word) => !namesKind(word, kind));
  // "What is a gate" does not ask for a gate.
  const canNameKind = !query.kinds.includes('guide');
  if (canNameKind && withoutKind.length === 0) return weights.kindAlone;
  const words = withoutAgentName(canNameKind ? withoutKind : queryWords, head);
  return (
    (isTitle(title, words) ? weights.title : 0) +
    (words.length > 1 && containsInOrder(title, words) ? weights.titleInOrder : 0) +
    weights.titleWords * matchedShare(title, words) ** 2 +
    weights.trailWords * matchedShare([title, ...trail, agent?.[0] ?? ''].join(' '), words) ** 2 +
    (canNameKind && withoutKind.length < queryWords.length ? weights.namedKind * share : 0)
  );
}

/** Whether a title consists of exactly these words; a number before it does not count. */
function isTitle(title: string, words: readonly string[]): boolean {
  const withoutNumber = title.replace(/^(?:(?:phase|step|stage)\s*)?\d+[.:)]?\s+/i, '');
  const titleWords = tokenize(withoutNumber).map(({ word }) => word);
  return titleWords.length > 0 && titleWords.join(' ') === words.join(' ');
}

/** Removes the agent's name from the words: "concurrency rust-pro" asks for that agent's section on concurrency. */
function withoutAgentName(words: readonly string[], { kind, agent }: StoredHead): readonly string[] {
  if (!agent || kind === 'agent' || kind === 'roster') return words;
  const name = tokenize(agent[0]).map(({ word }) => word);
  const at = indexOfSequence(name, words);
  const others = at === -1 ? [] : [...words.slice(0, at), ...words.slice(at + name.length)];
  return others.length > 0 ? others : words;
}

/**
 * Moves records to the end whose kind and title several records before them have.
 * @param numbers of records, best first
 * @param heads of all records
 */
export function repeatedTitlesLast(numbers: readonly number[], heads: readonly StoredHead[]): number[] {
  const counts = new Map<string, number>();
  const first: number[] = [];
  const repeated: number[] = [];
  for (const number of numbers) {
    const { kind = '', title = '' } = heads[number] ?? {};
    const name = `${kind} ${title}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    (count > MAX_SAME_TITLE ? repeated : first).push(number);
  }
  return [...first, ...repeated];
}
