/**
 * `npm run bench [-- name … --runs=N --file=PATH]`: measures the site and prints tables. Nothing is asserted: numbers are
 * for people to compare, and those of a busy machine are worth little. Fails only if something could not be
 * measured.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { diagrams } from './diagrams.ts';
import { judgements } from './judgements.ts';
import { type Bench, type BenchOptions } from './lib/bench.ts';
import { page } from './page.ts';
import { search } from './search.ts';
import { sizes } from './sizes.ts';
import { typing } from './typing.ts';

/** Every bench, in the order in which they run: one line each. */
const benches: Readonly<Record<string, Bench>> = {
  page,
  sizes,
  search,
  judgements,
  typing,
  diagrams,
  build,
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
    options: { runs: { type: 'string' }, file: { type: 'string' } },
  });
  const unknown = positionals.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    const list = Object.entries(benches).map(([name, { about }]) => `\n  ${name.padEnd(12)}${about}`);
    throw new Error(`There is no bench ${unknown.join(', ')}. There are:${list.join('')}`);
  }
  if (values.runs !== undefined && !/^[1-9]\d*$/.test(values.runs)) {
    throw new Error(`--runs takes a number from 1, not ${values.runs}.`);
  }
  return {
    names: positionals.length > 0 ? positionals : Object.keys(benches),
    runs: values.runs === undefined ? undefined : Number(values.runs),
    options: values.file === undefined ? {} : { file: values.file },
  };
}

/** One that fails does not keep the others from being measured. */
async function runBench(name: string, runs: number | undefined, options: BenchOptions): Promise<void> {
  const bench = benches[name];
  if (!bench) return;
  // Times taken while others use the machine are worth little: let the reader know.
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
