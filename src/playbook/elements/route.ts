/** Someone to whom work goes: a named agent, or a role that nobody has a file for ("domain specialist"). */
export type Party = { agent: string } | { role: string };

/** The agents that a leaf, a delegation or a step points to. */
export interface Route {
  /** As written, without markup. */
  written: string;
  parties: Party[];
  /** `or`: any one of them will do. `and`: they work together. */
  joined: 'and' | 'or';
  /** What stands in brackets behind them: `direct`. */
  note?: string;
}

/** The name of an agent: words of lower-case letters and digits, joined by hyphens or underscores. */
const name = '[a-z0-9]+(?:[-_][a-z0-9]+)*';

/** `@name`, not in the middle of an address (`me@example.org`) or a package (`@scope/name`). */
export const mentionPattern = new RegExp(`(?<![\\w@/.])@(${name})(?![\\w/]|\\.\\w)`, 'g');

const kebabName = new RegExp(`^${name}$`);

/** Arrows by which people point from a task to an agent. */
export const arrow = /\s*(?:→|⇒|➜|➔|⟶|=>|-{1,2}>)\s*/;

/** Whether a bare word can only be an agent's name: `security-auditor`, but not `performance`. */
export function isAgentName(text: string): boolean {
  return kebabName.test(text) && /[-_]/.test(text);
}

/** Reads `@a or @b`, `@a + specialists`, `a-b, c-d and @e (direct)`. Nothing if the text is empty. */
export function readRoute(text: string): Route | undefined {
  const written = text.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim().replace(/[.;]$/, '');
  if (written === '') return;
  const note = /\(([^()]*)\)\s*$/.exec(written)?.[1]?.trim();
  const parties = written
    .replace(/\s*\([^()]*\)\s*$/, '')
    .split(/\s*(?:\+|,|&|\/(?=\s*@)|\bor\b|\band\b|\bwith\b)\s*/)
    .filter((part) => part !== '')
    .map(party);
  if (parties.length === 0) return;
  const joined = /\bor\b|\/\s*@/.test(written) ? 'or' : 'and';
  return { written, parties, joined, ...(note === undefined || note === '' ? {} : { note }) };
}

function party(text: string): Party {
  const [mention] = text.matchAll(mentionPattern);
  if (mention?.[1] !== undefined) return { agent: mention[1] };
  return isAgentName(text) ? { agent: text } : { role: text };
}

/** The names of the agents on a route, without the roles. */
export function agentsOn(route: Route | undefined): string[] {
  return route?.parties.flatMap((party) => ('agent' in party ? [party.agent] : [])) ?? [];
}

/** Whether a route names at least one agent: without one, an arrow is just an arrow. */
export function namesAgents(route: Route | undefined): route is Route {
  return agentsOn(route).length > 0;
}
