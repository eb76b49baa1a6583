import { phaseNoun } from '../elements/workflows/titles.ts';
import type { Check } from './folder.ts';

/** Matches a phase in a gate's title: “Phase 4 checklist”, “Exit criteria of step 2”. “Phase 4: Checks” is a phase. */
const phaseInTitle = new RegExp(`\\b(?<phase>${phaseNoun})\\s+(?<number>\\d+)\\b(?!\\s*[:.–—-])`, 'iu');

/** Words of a title that is about checks. A list of tasks such as “Launch (Week 4)” is a phase itself. */
const aboutChecks = /\b(?:check-?lists?|checks?|gates?|criteria|validation|sign-?off)\b/i;

/** Minimum number of other phases of the same word that a file must have: one number alone may belong to a process elsewhere. */
const MIN_OTHER_PHASES = 2;

/** Reports gates for a phase that their file does not have, so that no step of its process applies them. */
export const checkGates: Check = ({ agents }, report) => {
  for (const { agent } of agents) {
    const gates = agent.elements.filter(({ kind }) => kind === 'quality-gate');
    for (const { title, from } of gates) {
      const { phase = '', number = '' } = phaseInTitle.exec(title)?.groups ?? {};
      if (phase === '' || !aboutChecks.test(title)) continue;
      const lines = agent.body.split('\n');
      // The title stands on the gate's first line or above it; the nearest line with its words is meant.
      const titleLine = lines.findLastIndex((line, index) => index < from && line.includes(title));
      const numbered = new RegExp(`\\b${phase}\\s+(\\d+)\\b`, 'giu');
      const others = lines.filter((_, index) => index !== titleLine).flatMap((line) => [...line.matchAll(numbered)]);
      const numbers = new Set(others.map(([, found]) => Number(found)));
      if (numbers.has(Number(number)) || numbers.size < MIN_OTHER_PHASES) continue;
      const line = titleLine === -1 ? from : titleLine + 1;
      const column = (lines[line - 1] ?? '').indexOf(title) + 1 || 1;
      report('gate-unapplied', agent, { line, column }, `“${title}” is for ${phase.toLowerCase()} ${number}`);
    }
  }
};
