import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { SearchEngine } from '../../src/search/browser/engine.ts';
import { resultKinds } from '../../src/search/format/result-kinds.ts';
import type { Hit } from '../../src/search/query/result-types.ts';
import { lastResult } from './built-engine.ts';

/** A query, and the answers that it must find. */
export interface Judgement {
  query: string;
  answers: string[];
  /** One of the answers must be among this many first results. */
  in: number;
  /** All of these must be among the first five. */
  five: string[];
}

/** A result as judgements name it. */
export interface Named {
  kind: string;
  title: string;
  agent?: string;
}

/** The result of a search for one judgement. */
export interface Verdict {
  judgement: Judgement;
  /** Position of the first right answer, from 1; 0 if there is none. */
  rank: number;
  /** Whether all required results are there. */
  isMet: boolean;
  /** The names of the first results. */
  results: string[];
}

export interface Scores {
  queries: number;
  successAt1: number;
  successAt3: number;
  /** Mean reciprocal rank; no right answer among the results counts 0. */
  meanReciprocalRank: number;
}

/** Reads a file of judgements, by its path or by its name in this folder. */
export function readJudgements(name: string): Judgement[] {
  const list = parse(readFileSync(resolve(import.meta.dirname, name), 'utf8')) as (Pick<
    Judgement,
    'query' | 'answers'
  > &
    Partial<Judgement>)[];
  return list.map((one) => ({ ...one, in: one.in ?? 3, five: one.five ?? [] }));
}

/** Names everything in an index. */
export async function everythingIn(engine: SearchEngine): Promise<Named[]> {
  const result = await lastResult(engine, { query: '', limit: Infinity });
  if (result.state !== 'found') throw new Error('There is no index.');
  return result.hits.map(nameHit);
}

/** Returns names in judgements that nothing in the index has, which are mistakes in the judgements. */
export function unknownNames(judgements: readonly Judgement[], named: readonly Named[]): string[] {
  const names = judgements.flatMap(({ answers, five }) => [...answers, ...five]);
  return [...new Set(names)].filter((name) => !named.some((one) => hasName(one, name)));
}

/** Names a hit of the engine as judgements do. */
export function nameHit({ kind, title, agent }: Hit): Named {
  return { kind, title: title.map(({ text }) => text).join(''), ...(agent && { agent: agent.name }) };
}

/** Whether a result has a name; the name may have only the first words of the title. */
export function hasName({ kind, title, agent }: Named, name: string): boolean {
  const [, wantedKind = '', wantedTitle = '', wantedAgent] = /^([\w-]+) (.+?)(?: @ (.+))?$/.exec(name) ?? [];
  if (!Object.hasOwn(resultKinds, wantedKind)) throw new Error(`“${name}” does not begin with the kind of a result.`);
  const isTitled =
    title === wantedTitle || (title.startsWith(wantedTitle) && !/^[\p{L}\p{N}]/u.test(title.slice(wantedTitle.length)));
  const isExact = wantedKind === 'agent' || wantedKind === 'roster';
  return (
    kind === wantedKind &&
    (isExact ? title === wantedTitle : isTitled) &&
    (wantedAgent === undefined || agent === wantedAgent)
  );
}

export function judge(judgement: Judgement, results: readonly Named[]): Verdict {
  const rank = 1 + results.findIndex((result) => judgement.answers.some((name) => hasName(result, name)));
  const first = results.slice(0, 5);
  const hasAll = judgement.five.every((name) => first.some((result) => hasName(result, name)));
  return {
    judgement,
    rank,
    isMet: rank > 0 && rank <= judgement.in && hasAll,
    results: first.map(({ kind, title, agent }) => `${kind} ${title}${agent === undefined ? '' : ` @ ${agent}`}`),
  };
}

export function scoresOf(verdicts: readonly Verdict[]): Scores {
  const part = (count: number) => (verdicts.length === 0 ? 0 : count / verdicts.length);
  const within = (most: number) => verdicts.filter(({ rank }) => rank > 0 && rank <= most).length;
  return {
    queries: verdicts.length,
    successAt1: part(within(1)),
    successAt3: part(within(3)),
    meanReciprocalRank: part(verdicts.reduce((sum, { rank }) => sum + (rank === 0 ? 0 : 1 / rank), 0)),
  };
}
