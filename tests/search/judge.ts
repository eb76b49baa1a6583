import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { Hit, SearchEngine } from '../../src/search/browser/engine.ts';
import { resultKinds } from '../../src/search/format/result-kinds.ts';

/** A query, and what it must find. */
export interface Judgement {
  query: string;
  answers: string[];
  /** One of the answers must be among so many. */
  in: number;
  /** All of these must be among the first five. */
  five: string[];
}

/** What a result is, as judgements name it. */
export interface Named {
  kind: string;
  title: string;
  agent?: string;
}

/** How a search did with one judgement. */
export interface Verdict {
  judgement: Judgement;
  /** Of the first right answer, from 1; 0 if there is none among the results. */
  rank: number;
  /** Whether everything that must be there is. */
  isMet: boolean;
  /** The first results, as people would name them. */
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

/** Everything that is in an index. */
export async function everythingIn(engine: SearchEngine): Promise<Named[]> {
  const outcome = await engine.search({ query: '', limit: Infinity });
  if (outcome.state !== 'found') throw new Error('There is no index.');
  return outcome.hits.map(nameHit);
}

/** Names in judgements that nothing in the index has: mistakes of whoever wrote them. */
export function unknownNames(judgements: readonly Judgement[], named: readonly Named[]): string[] {
  const names = judgements.flatMap(({ answers, five }) => [...answers, ...five]);
  return [...new Set(names)].filter((name) => !named.some((one) => isCalled(one, name)));
}

/** A hit of the engine, as judgements name it. */
export function nameHit({ kind, title, agent }: Hit): Named {
  return { kind, title: title.map(({ text }) => text).join(''), ...(agent && { agent: agent.name }) };
}

/** Whether a result is what a name says; a title may be cut at the end of a word. */
export function isCalled({ kind, title, agent }: Named, name: string): boolean {
  const [, ofKind = '', called = '', of] = /^([\w-]+) (.+?)(?: @ (.+))?$/.exec(name) ?? [];
  if (!Object.hasOwn(resultKinds, ofKind)) throw new Error(`“${name}” does not begin with a kind of result.`);
  const isTitled = title === called || (title.startsWith(called) && !/^[\p{L}\p{N}]/u.test(title.slice(called.length)));
  const needsAll = ofKind === 'agent' || ofKind === 'roster';
  return kind === ofKind && (needsAll ? title === called : isTitled) && (of === undefined || agent === of);
}

export function judge(judgement: Judgement, results: readonly Named[]): Verdict {
  const rank = 1 + results.findIndex((result) => judgement.answers.some((name) => isCalled(result, name)));
  const first = results.slice(0, 5);
  const hasAll = judgement.five.every((name) => first.some((result) => isCalled(result, name)));
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
