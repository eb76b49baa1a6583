import { forPersonaPages, makeBaseline, nameResult } from './baseline.ts';
import { engineFor, lastResult } from './built-engine.ts';
import {
  everythingIn,
  judge,
  nameHit,
  readJudgements,
  scoresOf,
  unknownNames,
  type Scores,
  type Verdict,
} from './judge.ts';

/** Results to look at: most readers change the query rather than look at more. */
const LIMIT = 20;

/** The results for a file of judgements. */
export interface Judged {
  file: string;
  verdicts: Verdict[];
  scores: Scores;
  /** The scores of the engine and the baseline for those judgements that persona pages can meet. */
  onPersonaPages: { engine: Scores; baseline: Scores };
}

/**
 * Runs files of judgements against a built site.
 * @param site folder of the built site
 * @param work folder for the baseline's index
 * @throws Error if a judgement names something that is not in the index
 */
export async function judgeAll(files: readonly string[], site: string, work: string): Promise<Judged[]> {
  const engine = engineFor(site);
  const baseline = await makeBaseline(site, work);
  const everything = await everythingIn(engine);
  const judged: Judged[] = [];
  for (const file of files) {
    const judgements = readJudgements(file);
    const unknown = unknownNames(judgements, everything);
    if (unknown.length > 0) throw new Error(`${file} has names that are not in the index: ${unknown.join('; ')}`);
    const verdicts: Verdict[] = [];
    for (const judgement of judgements) {
      const result = await lastResult(engine, { query: judgement.query, limit: LIMIT });
      verdicts.push(judge(judgement, result.state === 'found' ? result.hits.map(nameHit) : []));
    }
    const comparable = forPersonaPages(judgements);
    const plain: Verdict[] = [];
    for (const judgement of comparable) {
      const places = await baseline(judgement.query);
      plain.push(
        judge(
          judgement,
          places.slice(0, LIMIT).map((place) => nameResult(place, judgement.answers)),
        ),
      );
    }
    const queries = new Set(comparable.map(({ query }) => query));
    const same = verdicts.filter(({ judgement }) => queries.has(judgement.query));
    judged.push({
      file,
      verdicts,
      scores: scoresOf(verdicts),
      onPersonaPages: { engine: scoresOf(same), baseline: scoresOf(plain) },
    });
  }
  return judged;
}

/** Returns the scores as rows of a table, the first one with the headings. */
export function scoreRows(judged: readonly Judged[]): string[][] {
  const row = (name: string, { queries, successAt1, successAt3, meanReciprocalRank }: Scores) => [
    name,
    String(queries),
    ...[successAt1, successAt3, meanReciprocalRank].map((number) => number.toFixed(3)),
  ];
  return [
    ['', 'queries', 'first', 'in three', 'mean reciprocal rank'],
    ...judged.flatMap(({ file, scores, onPersonaPages: { engine, baseline } }) => [
      row(file, scores),
      row('  those about persona pages', engine),
      row('  the same, plain Pagefind', baseline),
    ]),
  ];
}
