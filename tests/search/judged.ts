import { forPersonaPages, makeBaseline, namedAs } from './baseline.ts';
import { engineFor } from './built-engine.ts';
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

/** Results looked at: who finds nothing among these types something else. */
const LIMIT = 20;

/** How a file of judgements was met. */
export interface Judged {
  file: string;
  verdicts: Verdict[];
  scores: Scores;
  /** The same judgements, as far as they can be met there, by the engine and by the baseline. */
  onPersonaPages: { engine: Scores; baseline: Scores };
}

/**
 * Runs files of judgements against a built site.
 * @param site folder of the built site
 * @param work folder for the baseline's index
 * @throws Error if a judgement names what is not in the index
 */
export async function judgeAll(files: readonly string[], site: string, work: string): Promise<Judged[]> {
  const engine = engineFor(site);
  const baseline = await makeBaseline(site, work);
  const everything = await everythingIn(engine);
  const judged: Judged[] = [];
  for (const file of files) {
    const judgements = readJudgements(file);
    const unknown = unknownNames(judgements, everything);
    if (unknown.length > 0) throw new Error(`${file} names what is not there: ${unknown.join('; ')}`);
    const verdicts: Verdict[] = [];
    for (const judgement of judgements) {
      const outcome = await engine.search({ query: judgement.query, limit: LIMIT });
      verdicts.push(judge(judgement, outcome.state === 'found' ? outcome.hits.map(nameHit) : []));
    }
    const comparable = forPersonaPages(judgements);
    const plain: Verdict[] = [];
    for (const judgement of comparable) {
      const places = await baseline(judgement.query);
      plain.push(
        judge(
          judgement,
          places.slice(0, LIMIT).map((place) => namedAs(place, judgement.answers)),
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

/** The scores as rows of a table, the first one with the heads of the columns. */
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
