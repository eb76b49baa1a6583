import { join } from 'node:path';
import { type Bench } from './lib/measurement.ts';
import { buildTable, costOf } from './lib/build-table.ts';
import { generateAgents } from './lib/generate-agents.ts';
import { buildSite, ownAgents, workFolder, type Build } from './lib/built-site.ts';

const SIZES = [5, 100, 1000, 4000] as const;

/** Shows whether time, memory and output grow with the number of agents or with its square. */
export const scale: Bench = {
  about: 'cold builds of 5, 100, 1,000 and 4,000 agents, and how fast their cost grows',
  runs: 1,
  async run(runs) {
    const builds = SIZES.map((): Build[] => []);
    for (const [index, size] of SIZES.entries()) {
      const folder = join(workFolder, `agents-${String(size)}`);
      await generateAgents(size, ownAgents, folder);
      for (let run = 0; run < runs; run++) builds[index]?.push(await buildSite(folder, `site-${String(size)}`));
    }
    const rows = SIZES.map((size, index) => ({
      label: String(size),
      builds: builds[index] ?? [],
      note: index < 2 ? '' : slope(SIZES, builds.map(costOf), index),
    }));
    console.log(buildTable('agents', rows, 'slope'));
    console.log(`
The slope is the exponent with which the cost of an agent after the first five grows since the row above: 1 is linear,
2 is quadratic.`);
  },
};

/** Compares a size with the one before. The smallest build is subtracted from both: it is mostly the start of the tools. */
function slope(sizes: readonly number[], costs: readonly number[], index: number): string {
  const above = (values: readonly number[], at: number) => (values[at] ?? 0) - (values[0] ?? 0);
  const growth = (values: readonly number[]) => Math.log(above(values, index) / above(values, index - 1));
  return (growth(costs) / growth(sizes)).toFixed(2);
}
