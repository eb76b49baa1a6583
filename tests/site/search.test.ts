import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { table } from '../../bench/lib/report.ts';
import { AgentFinder } from '../../src/search/browser/find-agents.ts';
import { IndexFiles } from '../../src/search/browser/index-files.ts';
import { serveFromDisk } from '../search/built-engine.ts';
import { judgeAll, scoreRows } from '../search/judged.ts';
import { siteOf } from './sites.ts';

/** The lowest scores that every file of judgements must reach. */
const MIN_SCORES = { successAt3: 0.95, meanReciprocalRank: 0.9 };

/** Of the thirty tasks, so many must find the right agent first. */
const MIN_RIGHT = 27;

const { built, folder } = siteOf('default');

it('the search meets the judgements, and better than a plain index of the persona pages', async () => {
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

it('with the built index, at least 27 of thirty tasks find the right agent first', async () => {
  const root = resolve(built);
  serveFromDisk(root);
  const finder = new AgentFinder(new IndexFiles(`${root}/`));
  const tasks = parse(readFileSync(resolve(import.meta.dirname, '../search/tasks.yaml'), 'utf8')) as {
    task: string;
    agent: string;
  }[];
  const wrong: string[] = [];
  for (const { task, agent } of tasks) {
    const { agents } = await finder.find(task);
    if (agents[0]?.name !== agent) wrong.push(task);
  }
  expect(tasks.length - wrong.length, wrong.join('\n')).toBeGreaterThanOrEqual(MIN_RIGHT);
});
