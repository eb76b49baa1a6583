import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Bench } from './lib/measurement.ts';
import { median, ratio, table, withSpread } from './lib/report.ts';
import { ownAgents, workFolder } from './lib/built-site.ts';

const run = promisify(execFile);
const cache = join(workFolder, 'diagrams');

interface Run {
  drawn: number;
  cached: number;
  seconds: number;
}

/** Measures drawing with an empty cache and with a full one. */
export const diagrams: Bench = {
  about: 'drawing every tree, workflow and flow of the five agents, cold and warm',
  runs: 3,
  async run(runs) {
    const cold: Run[] = [];
    const warm: Run[] = [];
    for (let number = 0; number < runs; number++) {
      await rm(cache, { recursive: true, force: true });
      cold.push(await drawAll());
      warm.push(await drawAll());
    }
    const row = (label: string, same: readonly Run[]) => [
      label,
      String(same[0]?.drawn ?? 0),
      String(same[0]?.cached ?? 0),
      withSpread(
        same.map(({ seconds }) => seconds),
        2,
      ),
    ];
    const [slow, fast] = [cold, warm].map((same) => median(same.map(({ seconds }) => seconds)));
    console.log(
      table([
        ['', 'drawn', 'cached', 'seconds'],
        row('cold', cold),
        row('warm', warm),
        ['cold/warm', '', '', ratio(slow ?? 0, fast ?? 0)],
      ]),
    );
    console.log(`\nRuns: ${String(runs)}; median ± median absolute deviation. Cold runs include loading Mermaid.`);
  },
};

async function drawAll(): Promise<Run> {
  const script = join(import.meta.dirname, 'lib/draw-all.ts');
  const env = { ...process.env, PLAYBOOK_DIAGRAM_CACHE: cache };
  const { stdout } = await run(process.execPath, [script, ownAgents], { env });
  const { drawn, cached, seconds } = JSON.parse(stdout) as Run;
  return { drawn, cached, seconds };
}
