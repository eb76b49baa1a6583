import { distance } from 'fastest-levenshtein';
import { columnOfName } from '../agent-names.ts';
import { fileNameOf, type Agent } from '../agent.ts';
import type { Position } from '../problems.ts';
import type { Reference, RosterEntry } from './roster.ts';

/** A name without a file that is probably a misspelt or outdated form of another one. */
export interface NearMiss {
  name: string;
  suggestion: string;
  references: Reference[];
}

/** Letters of the shortest word that counts as misspelt. Short words often differ by a letter: `cpp`, `php`. */
const MIN_WORD_LENGTH = 5;
/** Letters of the shortest word in which two letters may be wrong. */
const LONG_WORD_LENGTH = 8;

/**
 * Finds the names without a file that are close to the name of an agent with a file, or to a name that occurs more
 * often; or that are the file name of an agent that now has another name.
 */
export function findNearMisses(roster: readonly RosterEntry[], agents: readonly Agent[]): NearMiss[] {
  const renamed = new Map(agents.map(({ name, source }) => [fileNameOf(source.path).toLowerCase(), name]));
  return roster
    .filter(({ agent }) => agent === undefined)
    .flatMap(({ name, references }) => {
      const meant = roster.find(
        (other) =>
          (other.agent !== undefined || other.references.length > references.length) &&
          isMisspelling(name, other.name) &&
          !(isPlural(name, other.name) && references.every(({ kind }) => kind === 'collaboration')),
      );
      const suggestion = renamed.get(name.toLowerCase()) ?? meant?.name;
      return suggestion === undefined ? [] : [{ name, suggestion, references }];
    });
}

/** The largest share of its letters by which a name differs from the nearest one. */
const MAX_DIFFERENCE = 1 / 3;

/** Returns the name that a name differs from the least; `undefined` if it resembles none. */
export function nearestName(name: string, others: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let smallest = Math.floor(name.length * MAX_DIFFERENCE) + 1;
  for (const other of others) {
    if (Math.abs(other.length - name.length) >= smallest) continue;
    const difference = distance(name.toLowerCase(), other.toLowerCase());
    if (difference < smallest) [nearest, smallest] = [other, difference];
  }
  return nearest;
}

/** Whether only the hyphens differ, or one word by a letter or two. Numbers must be the same: `step-1`, `step-2`. */
function isMisspelling(written: string, meant: string): boolean {
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
  if (shortest < MIN_WORD_LENGTH || a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
  return distance(a, b) <= (shortest < LONG_WORD_LENGTH ? 1 : 2);
}

/** Whether one name is the plural of the other. "Work with frontend-developers" means a profession. */
function isPlural(name: string, other: string): boolean {
  return name === `${other}s` || other === `${name}s`;
}

/**
 * Returns the position of a name in the file that refers to it.
 * @param lines those of the agent's file
 * @param description position of the agent's description: its dialogues have no lines of their own
 */
export function positionOfReference(
  name: string,
  reference: Reference,
  agent: Agent,
  lines: readonly string[],
  description: Position,
): Position {
  if (reference.kind === 'example') return description;
  if (reference.column !== undefined) return { line: reference.line, column: reference.column };
  const element = agent.elements.find(({ slug }) => slug === reference.element);
  const inside = lines.slice(reference.line - 1, element?.to ?? reference.line);
  const found = inside.findIndex((line) => columnOfName(name, line) !== undefined);
  const column = columnOfName(name, inside[found] ?? '');
  return column === undefined ? { line: reference.line, column: 1 } : { line: reference.line + found, column };
}
