import { inFileOrder, problem, type Problem } from '../problems.ts';
import { checkContradictions } from './contradiction-checks.ts';
import { checkCalls, checkCycles, checkHandoffs } from './delegation-checks.ts';
import type { Check, CheckedFolder } from './folder.ts';
import { checkGates } from './gate-checks.ts';
import { checkLinks } from './link-checks.ts';
import { checkDuplicates, checkNames, checkReach } from './name-checks.ts';
import { checkTemplates } from './template-checks.ts';
import { checkTrees } from './tree-checks.ts';

const checks: readonly Check[] = [
  checkDuplicates,
  checkNames,
  checkReach,
  checkTemplates,
  checkCalls,
  checkCycles,
  checkHandoffs,
  checkGates,
  checkTrees,
  checkLinks,
  checkContradictions,
];

/** Adds the problems that only a look at the whole folder shows to those of its agents. */
export function checkFolder(folder: CheckedFolder): void {
  const found = new Map<string, Problem[]>();
  for (const check of checks) {
    check(folder, (kind, agent, at, detail) => {
      const problems = found.get(agent.id) ?? [];
      problems.push(problem(kind, agent.source.path, at, detail));
      found.set(agent.id, problems);
    });
  }
  for (const { agent } of folder.agents) {
    const more = found.get(agent.id);
    if (more) agent.problems = inFileOrder([...agent.problems, ...more]);
  }
}
