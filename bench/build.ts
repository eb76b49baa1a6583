import { appendFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench } from './lib/measurement.ts';
import { buildTable, costOf } from './lib/build-table.ts';
import { generateAgents } from './lib/generate-agents.ts';
import { ratio } from './lib/report.ts';
import { buildSite, workFolder, ownAgents, type Build } from './lib/built-site.ts';

const SIZES = [5, 1000] as const;

const KINDS = ['cold', 'nothing changed', 'one file changed'] as const;

/** Compares a cold build with those that find its caches: of the same files, and after a change to one of them. */
export const build: Bench = {
  about: 'building sites of 5 and 1,000 agents: cold, with nothing changed, with one file changed',
  runs: 1,
  async run(runs) {
    for (const size of SIZES) {
      const builds = KINDS.map((): Build[] => []);
      for (let run = 0; run < runs; run++) {
        const folder = join(workFolder, `agents-${String(size)}`);
        await generateAgents(size, ownAgents, folder);
        for (const [index, kind] of KINDS.entries()) {
          if (kind === 'one file changed') await changeOneFile(folder);
          builds[index]?.push(await buildSite(folder, `site-${String(size)}`, kind === 'cold'));
        }
      }
      const [cold = []] = builds;
      const rows = KINDS.map((label, index) => {
        const same = builds[index] ?? [];
        return { label, builds: same, note: ratio(costOf(same), costOf(cold)) };
      });
      console.log(`${buildTable(`${String(size)} agents`, rows, 'to cold')}\n`);
    }
  },
};

async function changeOneFile(folder: string): Promise<void> {
  const [first = ''] = globSync('*.md', { cwd: folder }).sort();
  await appendFile(join(folder, first), '\nA sentence that was added.\n');
}
