import { join, resolve } from 'node:path';
import { judgeAll, scoreRows } from '../tests/search/judged.ts';
import { type Bench } from './lib/measurement.ts';
import { table } from './lib/report.ts';
import { buildSite, ownAgents, workFolder } from './lib/built-site.ts';

const FILES = ['judgements.yaml', 'judgements-held-out.yaml', 'judgements-fresh.yaml'];

/** Scores the search against the judgements, next to a plain index of the persona pages. */
export const judgements: Bench = {
  about: 'how well the search meets the judgements, beside plain Pagefind; --file=PATH for other judgements',
  runs: 1,
  async run(_runs, { file } = {}) {
    await buildSite(ownAgents, 'site');
    const files = file === undefined ? FILES : [resolve(file)];
    const judged = await judgeAll(files, join(workFolder, 'site'), join(workFolder, 'baseline'));
    console.log(table(scoreRows(judged)));
    for (const { verdicts } of judged) {
      for (const { judgement, rank, isMet, results } of verdicts) {
        if (isMet) continue;
        const place = rank === 0 ? 'no right answer' : `the first right answer is number ${String(rank)}`;
        console.log(`\n“${judgement.query}”: ${place}\n  ${results.join('\n  ') || 'nothing found'}`);
      }
    }
    console.log(
      `\n“First” and “in three”: the share of the queries with a right answer there. A page that plain Pagefind finds counts
as the page and as its best section. Plain Pagefind has only persona pages: queries whose answers are all elsewhere
are left out of the comparison.`,
    );
  },
};
