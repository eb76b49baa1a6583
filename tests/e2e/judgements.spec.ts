import { expect, test } from '@playwright/test';
import { join } from 'node:path';
import { table } from '../../bench/lib/report.ts';
import { judgeAll, scoreRows } from '../search/judged.ts';
import { siteOf } from '../site/sites.ts';

/** The lowest scores that every file of judgements must reach. */
const MIN_SCORES = { successAt3: 0.95, meanReciprocalRank: 0.9 };

test('the search meets the judgements, and better than a plain index of the persona pages', async () => {
  const { built, folder } = siteOf('default');
  const judged = await judgeAll(
    ['judgements.yaml', 'judgements-held-out.yaml', 'judgements-fresh.yaml'],
    built,
    join(folder, 'baseline'),
  );
  const missed = judged.flatMap(({ verdicts }) =>
    verdicts
      .filter(({ isMet }) => !isMet)
      .map(({ judgement, results }) => `“${judgement.query}” finds ${results.join(' | ') || 'nothing'}`),
  );
  console.log(`\n${table(scoreRows(judged))}\n\nNot as judged:\n${missed.join('\n')}`);
  for (const { file, scores, onPersonaPages } of judged) {
    expect(scores.successAt3, file).toBeGreaterThanOrEqual(MIN_SCORES.successAt3);
    expect(scores.meanReciprocalRank, file).toBeGreaterThanOrEqual(MIN_SCORES.meanReciprocalRank);
    expect(scores.meanReciprocalRank, file).toBeGreaterThan(onPersonaPages.baseline.meanReciprocalRank);
  }
});
