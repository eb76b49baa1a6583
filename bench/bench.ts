/**
 * `npm run bench [-- name … --runs=N --file=PATH --agents=FOLDER --beside=FOLDER]`: measures the site and prints tables for people to compare.
 * Numbers from a busy machine mean little. Fails only if something cannot be measured.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { diagrams } from './diagrams.ts';
import { judgements } from './judgements.ts';
import { firstVisit } from './first-visit.ts';
import { type Bench, type BenchOptions } from './lib/measurement.ts';
import { lighthouse } from './lighthouse.ts';
import { lists } from './lists.ts';
import { page } from './page.ts';
import { scale } from './scale.ts';
import { search } from './search.ts';
import { sizes } from './sizes.ts';
import { typing } from './typing.ts';

/** All benches, in the order in which they run. */
const benches: Readonly<Record<string, Bench>> = {
  page,
  'first-visit': firstVisit,
  lighthouse,
  lists,
  sizes,
  search,
  judgements,
  typing,
  diagrams,
  build,
  scale,
};

try {
  const { names, runs, options } = readArguments();
  console.log(`Node ${process.versions.node} on ${process.platform}, ${String(cpus().length)} × ${processor()}`);
  for (const name of names) await runBench(name, runs, options);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function readArguments(): { names: string[]; runs: number | undefined; options: BenchOptions } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string' },
      file: { type: 'string' },
      agents: { type: 'string' },
      beside: { type: 'string' },
    },
  });
  const unknown = positionals.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    const list = Object.entries(benches).map(([name, { about }]) => `\n  ${name.padEnd(12)}${about}`);
    throw new Error(`Unknown bench: ${unknown.join(', ')}. Choose from:${list.join('')}`);
  }
  if (values.runs !== undefined && !/^[1-9]\d*$/.test(values.runs)) {
    throw new Error(`--runs must be a whole number of at least 1, not ${values.runs}.`);
  }
  return {
    names: positionals.length > 0 ? positionals : Object.keys(benches),
    runs: values.runs === undefined ? undefined : Number(values.runs),
    options: {
      ...(values.file !== undefined && { file: values.file }),
      ...(values.agents !== undefined && { agents: values.agents }),
      ...(values.beside !== undefined && { beside: values.beside }),
    },
  };
}

/** Runs a bench. If it fails, the others still run. */
async function runBench(name: string, runs: number | undefined, options: BenchOptions): Promise<void> {
  const bench = benches[name];
  if (!bench) return;
  // The load tells the reader whether other programs disturbed the measurement.
  const load = process.platform === 'win32' ? '' : ` (load ${(loadavg()[0] ?? 0).toFixed(1)})`;
  console.log(`\n# ${name}: ${bench.about}${load}\n`);
  try {
    await bench.run(runs ?? bench.runs, options);
  } catch (error) {
    console.error(`${name} could not be measured: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}

function processor(): string {
  return cpus()[0]?.model.trim() ?? 'unknown processor';
}
