import { isHyphenatedName, mentionedName } from '../../agent-names.ts';
import type { Context } from '../element.ts';
import type { Route } from '../route.ts';
import type { Delegation } from './delegation.ts';
import { readRole } from './role.ts';

const name = '@?[a-z0-9]+(?:[-_][a-z0-9]+)*';

/** Matches names in a row as a group, and the word “agent” after them: `sql-pro, css-pro and @web-pro agents`. */
export const namesInRow = `(${name}(?:(?:, and |, or |, | and | or | & | ?/ ?| ?\\+ ?)${name})*)(?: (?:sub-?)?agents?)?`;

/** Matches `sql-pro: what for`, `@sql-pro - what for`, `sql-pro (what for)`, `sql-pro for reports` and the name alone. */
const nameFirst = new RegExp(`^${namesInRow}(?:$| ?[:–—→] ?| - | (?=\\()| (?:for|on|when|if|about) )(.*)$`, 'i');

/** Reads an entry that begins with the name of a colleague: `sql-pro: reports`. Call it only where names are expected. */
export function readNameFirst(text: string, context: Context): Omit<Delegation, 'line'> | undefined {
  const match = nameFirst.exec(text);
  const route = match ? routeOf(match[1] ?? '', context) : undefined;
  return route && { task: (match?.[2] ?? '').trim(), route };
}

/**
 * Reads `producer for dates, lead-dev for code`; `undefined` if the text does not begin with a colleague. Words that name
 * no one belong to the colleague before them.
 */
export function readColleagues(text: string, line: number, context: Context): Delegation[] | undefined {
  const items: Delegation[] = [];
  for (const part of text
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .split(/(?<=[^,;])[,;] /)) {
    const entry = part.replace(/^and /, '');
    const colleague = readNameFirst(entry, context) ?? readRole(entry, context);
    const last = items.at(-1);
    if (colleague) items.push({ ...colleague, line });
    else if (last) last.task = last.task === '' ? part : `${last.task}, ${part}`;
    else return;
  }
  return items;
}

/** Returns a route if every word of the text is a name: with an `@`, with a hyphen, or of the folder's agents. */
export function routeOf(text: string, { names: known }: Context): Route | undefined {
  const written = text.toLowerCase();
  // "Escalate to MUST_FIX" is about a level.
  if (/[A-Z]{2}/.test(text) && !known.has(written)) return;
  // `@Inject` is an annotation in a program.
  if (/@[A-Z]/.test(text) && !known.has(written.replace(/^@/, ''))) return;
  const parts = written.split(/,? (?:and|or) |, | ?[&/+] ?/);
  const agents = parts.map((part) => (part.startsWith('@') ? mentionedName(part.slice(1), known) : part));
  const areNames = parts.every((part, index) => part.startsWith('@') || isAgentName(agents[index] ?? '', known));
  if (!areNames) return;
  return { written, parties: agents.map((agent) => ({ agent })), joined: / or |\//.test(written) ? 'or' : 'and' };
}

function isAgentName(word: string, known: ReadonlySet<string>): boolean {
  return isHyphenatedName(word) || known.has(word);
}
