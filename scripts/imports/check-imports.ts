import { join, matchesGlob } from 'node:path';
import { type Import, readImports } from './graph.ts';
import { type ImportRule, rules, layers } from './import-rules.ts';

/** Lists what breaks the layers and the rules, one printable line for each import. */
export function findViolations(imports: readonly Import[]): string[] {
  return imports.flatMap((one) => {
    const broken = rules.filter((rule) => isBroken(rule, one)).map(({ message }) => message);
    if (runsUpwards(one)) broken.unshift('imports run one way, and this one runs back');
    return broken.map((message) => `${one.from}:${String(one.line)} imports ${one.to}: ${message}`);
  });
}

/** Lists the files that belong to no layer or to several. */
export function findUnplaced(files: readonly string[]): string[] {
  return files
    .filter((file) => layers.filter((patterns) => matches(file, patterns)).length !== 1)
    .map((file) => `${file} must belong to exactly one layer of scripts/imports/import-rules.ts`);
}

/**
 * Finds one cycle in each group of files that import each other, type imports included.
 *
 * @returns each cycle as the files on it; the last imports the first
 */
export function findCycles(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const seen = new Set<string>();
  const cycles: string[][] = [];
  for (const file of [...targets.keys()].sort()) {
    if (seen.has(file)) continue;
    const cycle = shortestCycle(file, targets);
    if (!cycle) continue;
    cycles.push(cycle);
    // A group is reported once: what is reachable in both directions belongs to it.
    for (const other of reachable(file, targets)) if (reachable(other, targets).has(file)) seen.add(other);
  }
  return cycles;
}

function shortestCycle(start: string, targets: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const paths: string[][] = [[start]];
  const visited = new Set<string>();
  for (const path of paths) {
    for (const target of targets.get(path.at(-1) ?? '') ?? []) {
      if (target === start) return path;
      if (visited.has(target)) continue;
      visited.add(target);
      paths.push([...path, target]);
    }
  }
  return undefined;
}

function reachable(start: string, targets: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const left = [start];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    for (const target of targets.get(file) ?? []) {
      if (found.has(target)) continue;
      found.add(target);
      left.push(target);
    }
  }
  return found;
}

function runsUpwards({ from, to }: Import): boolean {
  const layerOf = (path: string) => layers.findIndex((patterns) => matches(path, patterns));
  return to.startsWith('src/') && layerOf(to) < layerOf(from);
}

function isBroken({ from, fromExcept = [], to, toExcept = [] }: ImportRule, one: Import): boolean {
  return matches(one.from, from) && !matches(one.from, fromExcept) && matches(one.to, to) && !matches(one.to, toExcept);
}

function matches(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesGlob(path, pattern));
}

if (import.meta.main) {
  const { files, imports } = readImports(join(import.meta.dirname, '../..'), 'src/**/*.{astro,ts}');
  const problems = [
    ...findUnplaced(files),
    ...findViolations(imports),
    ...findCycles(imports).map((cycle) => `These files import each other: ${[...cycle, cycle[0]].join(' → ')}`),
  ];
  console.log(problems.join('\n') || `${String(files.length)} files import each other one way.`);
  if (problems.length > 0) process.exitCode = 1;
}
