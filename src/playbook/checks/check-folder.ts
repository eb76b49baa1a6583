import { inFileOrder, problem, type Problem } from '../problems.ts';
import { checkContradictions } from './contradictions.ts';
import { checkCalls, checkCycles, checkHandoffs } from './delegations.ts';
import type { Check, CheckedFolder } from './folder.ts';
import { checkGates } from './gates.ts';
import { checkLinks } from './links.ts';
import { checkDuplicates, checkNames, checkReach } from './names.ts';
import { checkTemplates } from './templates.ts';
import { checkTrees } from './trees.ts';

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
