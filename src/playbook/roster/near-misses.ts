import { distance } from 'fastest-levenshtein';
import { fileNameOf, type Agent } from '../agent.ts';
import { columnOf } from './name-position.ts';
import type { Position } from '../problems.ts';
import type { Reference, RosterEntry } from './roster.ts';

/** A name that is probably another one, misspelt or outdated. */
export interface NearMiss {
  name: string;
  suggestion: string;
  references: Reference[];
}

/** Shorter words differ by so few letters anyway: `cpp-expert`, `php-expert`. */
const SHORTEST_WORD = 5;
/** From this length on a slip may be of two letters. */
const LONG_WORD = 8;

/**
 * Names without a file that are likely slips: close to the name of an agent with a file, or to one that is
 * named more often; or the name of a file whose agent is now called otherwise.
 */
export function findNearMisses(roster: readonly RosterEntry[], agents: readonly Agent[]): NearMiss[] {
  const renamed = new Map(agents.map(({ name, source }) => [fileNameOf(source.path).toLowerCase(), name]));
  return roster
    .filter(({ agent }) => agent === undefined)
    .flatMap(({ name, references }) => {
      const meant = roster.find(
        (other) =>
          (other.agent !== undefined || other.references.length > references.length) && isSlip(name, other.name),
      );
      const suggestion = renamed.get(name.toLowerCase()) ?? meant?.name;
      return suggestion === undefined ? [] : [{ name, suggestion, references }];
    });
}

/** Whether only the hyphens differ, or one word by a letter or two. Numbers are never slips: `step-1`, `step-2`. */
function isSlip(written: string, meant: string): boolean {
  if (written === meant || Math.abs(written.length - meant.length) > 2) return false;
  const [words, others] = [written, meant].map((name) => name.toLowerCase().split(/[-_]/));
  if (!words || !others) return false;
  if (words.join('') === others.join('')) return true;
  if (words.length !== others.length) return false;
  const pairs = words.map((word, index) => [word, others[index] ?? ''] as const).filter(([a, b]) => a !== b);
  const [pair] = pairs;
  if (pairs.length !== 1 || !pair) return false;
  const [a, b] = pair;
  const shortest = Math.min(a.length, b.length);
  if (shortest < SHORTEST_WORD || a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
  return distance(a, b) <= (shortest < LONG_WORD ? 1 : 2);
}

/**
 * Where a reference writes a name.
 * @param description where the agent's description stands: its dialogues have no lines of their own
 */
export function positionOf(name: string, reference: Reference, agent: Agent, description: Position): Position {
  if (reference.kind === 'example') return description;
  if (reference.column !== undefined) return { line: reference.line, column: reference.column };
  const element = agent.elements.find(({ slug }) => slug === reference.element);
  const lines = agent.body.split('\n').slice(reference.line - 1, element?.to ?? reference.line);
  const found = lines.findIndex((line) => columnOf(name, line) !== undefined);
  const column = columnOf(name, lines[found] ?? '');
  return column === undefined ? { line: reference.line, column: 1 } : { line: reference.line + found, column };
}
