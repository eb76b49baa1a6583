import { join } from 'node:path';
import { type Bench } from './lib/bench.ts';
import { generateAgents } from './lib/generate-agents.ts';
import { median, ratio, table, withSpread } from './lib/report.ts';
import { buildSite, ownAgents, workFolder, type Build } from './lib/site.ts';

/** Numbers of agents; the last column compares the last with the first. */
const SIZES = [100, 1000] as const;

const METRICS = [
  { head: 'seconds', of: ({ seconds }: Build) => seconds, digits: 1 },
  { head: 'CPU seconds', of: ({ cpuSeconds }: Build) => cpuSeconds, digits: 1 },
  { head: 'peak memory MB', of: ({ peakBytes }: Build) => peakBytes / 1e6, digits: 0 },
  { head: 'output MB', of: ({ outputBytes }: Build) => outputBytes / 1e6, digits: 1 },
  { head: 'files', of: ({ outputFiles }: Build) => outputFiles, digits: 0 },
];

const NOTES = `median ± median absolute deviation.
Seconds are wall-clock time of the whole build without a cache. CPU seconds are the time of all its processes on all
cores. Memory is the highest sum of the resident sets of these processes, sampled every 100 ms. 1 MB is 1,000,000
bytes. Growth up to that of the number of agents is linear.`;

/** Shows whether time, memory and output grow with the number of agents or with its square. */
export const build: Bench = {
  about: 'building sites of 100 and 1,000 agents',
  runs: 3,
  async run(runs) {
    const sites = SIZES.map((size) => ({ size, folder: join(workFolder, `agents-${String(size)}`) }));
    for (const { size, folder } of sites) await generateAgents(size, ownAgents, folder);

    // The sizes take turns, so that a short load on the machine affects each of them.
    const builds = sites.map((): Build[] => []);
    for (let run = 0; run < runs; run++) {
      for (const [index, { size, folder }] of sites.entries()) {
        builds[index]?.push(await buildSite(folder, `site-${String(size)}`));
      }
    }
    console.log(`${report(builds)}\n\nBuilds of each size: ${String(runs)}; ${NOTES}`);
  },
};

/** @param builds the builds of each size */
function report(builds: readonly (readonly Build[])[]): string {
  const columns = METRICS.flatMap(({ head, of, digits }) => {
    const values = builds.map((same) => same.map(of).filter((value) => value !== undefined));
    if (values.some((same) => same.length === 0)) return [];
    const [least = 0, most = 0] = [values.at(0), values.at(-1)].map((same = []) => median(same));
    return [[head, ...values.map((same) => withSpread(same, digits)), ratio(most, least)]];
  });
  const labels = ['agents', ...SIZES.map(String), ratio(Math.max(...SIZES), Math.min(...SIZES))];
  return table(labels.map((label, row) => [label, ...columns.map((column) => column[row] ?? '')]));
}
