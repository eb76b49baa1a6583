import { appendFile } from 'node:fs/promises';
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildBeside } from './lib/build-beside.ts';
import { type Bench } from './lib/measurement.ts';
import { buildTable, costOf, type BuildRow } from './lib/build-table.ts';
import { generateAgents } from './lib/generate-agents.ts';
import { ratio } from './lib/report.ts';
import { buildSite, workFolder, ownAgents, type Build } from './lib/built-site.ts';

const SIZES = [5, 1000] as const;

const KINDS = ['cold', 'nothing changed', 'one file changed'] as const;

/** Compares a cold build with those that find its caches: of the same files, and after a change to one of them. */
export const build: Bench = {
  about:
    'building sites of 5 and 1,000 agents: cold, with nothing changed, with one file changed; --agents=FOLDER builds ' +
    'that folder instead, --beside=FOLDER also builds a Starlight project with the same agents',
  runs: 1,
  async run(runs, { agents, beside } = {}) {
    if (agents !== undefined) {
      await buildFolder(resolve(agents), runs);
      return;
    }
    for (const size of SIZES) {
      const builds = KINDS.map((): Build[] => []);
      const besides: Build[] = [];
      for (let run = 0; run < runs; run++) {
        const folder = join(workFolder, `agents-${String(size)}`);
        await generateAgents(size, ownAgents, folder);
        if (beside !== undefined) besides.push(await buildBeside(resolve(beside), folder));
        for (const [index, kind] of KINDS.entries()) {
          if (kind === 'one file changed') await changeOneFile(folder);
          builds[index]?.push(await buildSite(folder, `site-${String(size)}`, kind === 'cold'));
        }
      }
      const [cold = []] = builds;
      const rows: BuildRow[] = KINDS.map((label, index) => {
        const same = builds[index] ?? [];
        return { label, builds: same, note: ratio(costOf(same), costOf(cold)) };
      });
      if (besides.length > 0)
        rows.push({ label: 'beside, cold', builds: besides, note: ratio(costOf(besides), costOf(cold)) });
      console.log(`${buildTable(`${String(size)} agents`, rows, 'to cold')}\n`);
    }
  },
};

/** Builds a folder of real files, which must not be changed. */
async function buildFolder(folder: string, runs: number): Promise<void> {
  const cold: Build[] = [];
  for (let run = 0; run < runs; run++) cold.push(await buildSite(folder, 'site-real'));
  console.log(buildTable(folder, [{ label: 'cold', builds: cold }]));
}

async function changeOneFile(folder: string): Promise<void> {
  const [first = ''] = globSync('*.md', { cwd: folder }).sort();
  await appendFile(join(folder, first), '\nA sentence that was added.\n');
}
