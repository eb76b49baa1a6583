import { isHyphenatedName, isNamePattern, mentionedName, mentionPattern } from '../agent-names.ts';
import { anyOf, oneOf, pattern, words } from './patterns.ts';

/** A receiver of work: an agent by name, or a role such as "domain specialist". */
export type Party = { agent: string } | { role: string };

/** The agents and roles that an answer, a delegation or a step points to. */
export interface Route {
  /** As written, without markup. */
  written: string;
  parties: Party[];
  /** `or`: any one of them is enough. `and`: they work together. */
  joined: 'and' | 'or';
  /** The words in brackets at the end: `direct`. */
  note?: string;
}

/** The arrows that authors write between a task and an agent. */
export const arrow = /→|⇒|➜|➔|⟶|⟹|=+>|-+>/;

/** Verbs between an arrow and the agents that it points to: `→ delegate to sql-pro`, `→ pair with sql-pro`. */
const verbAfterArrow = anyOf(
  pattern`^${oneOf(
    'delegate, hand, escalate, route, defer, refer, pass, assign, forward',
  )}s?(?: (?:back|off|over|it|this|work))? to:? (?:the )?`,
  pattern`^${oneOf('coordinate, collaborate, work, partner, pair, consult')}s?(?: closely)? with (?:the )?`,
);

const noNames: ReadonlySet<string> = new Set();

/**
 * Parses `@a or @b`, `@a + specialists`, `a-b, c-d and @e (direct)`; `undefined` if the text is empty.
 * @param names of the folder's agents, in lower case, which need neither an `@` nor a hyphen
 */
export function readRoute(text: string, names = noNames): Route | undefined {
  const written = text.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim().replace(/[.;]$/, '');
  const note = /\(([^()]*)\)$/.exec(written)?.[1]?.trim() ?? '';
  const receivers = written.replace(/ ?\([^()]*\)$/, '').replace(verbAfterArrow, '');
  const parties = receivers
    .split(/ ?[+,&] ?| (?:or|and|with) | ?\/(?= ?@)| \/ /)
    .filter((part) => part.trim() !== '')
    .map((part) => readParty(part, names));
  if (parties.length === 0) return;
  const hasAgent = parties.some((party) => 'agent' in party);
  return {
    written,
    // Without an agent, "research and development" is one role, not two.
    parties: hasAgent ? parties : [{ role: receivers }],
    joined: /(?:^|[ ,])or |\/ ?@| \/ /.test(receivers) ? 'or' : 'and',
    ...(note === '' ? {} : { note }),
  };
}

function readParty(text: string, names: ReadonlySet<string>): Party {
  const [mention] = text.matchAll(mentionPattern);
  if (mention?.[1] !== undefined) return { agent: mentionedName(mention[1], names) };
  const role = text.trim().replace(/^(?:or|and) /, '');
  const bare = role.replace(/^(?:(?:use|ask|call) )?(?:the )?/i, '').replace(/ (?:sub-?)?agent$/i, '');
  // Authors write the ids of agents also in capitals: `SQL-PRO`.
  const known = bare
    .replace(/^@/, '')
    .replace(/ \([^()]*\)$/, '')
    .toLowerCase();
  const hyphenated = known.replace(/\s+/g, '-');
  if (names.has(known) || names.has(hyphenated)) return { agent: names.has(known) ? known : hyphenated };
  return isHyphenatedName(bare) ? { agent: bare } : { role };
}

/** Returns the names of the agents on a route, without the roles. */
export function agentsOn(route: Route | undefined): string[] {
  return route?.parties.flatMap((party) => ('agent' in party ? [party.agent] : [])) ?? [];
}

/** Whether a party is an agent, or stands for several of them: `{language}-reviewer`. */
export function isAgentParty(party: Party): boolean {
  return 'agent' in party || isNamePattern(party.role);
}

/** Whether a route names at least one agent. An arrow that points to no agent is only an arrow. */
export function hasAgents(route: Route | undefined): route is Route {
  return agentsOn(route).length > 0;
}

/** Words in a title which show that names below it are those of agents. */
const agentWords = words(`
  (?:sub-?)?agents?, delegat\\w*, specialists?, experts?, hand-?(?:offs?|overs?), collaborat\\w*, coordinat\\w*,
  integrations?, escalat\\w*, orchestrat\\w*, rout(?:e|es|ing), teams?, who
`);

/** Whether any of the titles is about agents, so that names below them are those of agents. */
export function mentionAgents(titles: readonly string[]): boolean {
  return titles.some((title) => agentWords.test(title));
}

/**
 * Whether the names on some routes really are agents. With an `@` they are; a bare `zero-copy` is one only if a title
 * around it mentions agents.
 * @param titles the headings above, the heading of the column, the label of the paragraph
 */
export function refersToAgents(routes: readonly (Route | undefined)[], titles: readonly string[]): boolean {
  const withAgents = routes.filter(hasAgents);
  if (withAgents.length === 0) return false;
  return withAgents.some(({ written }) => written.includes('@')) || mentionAgents(titles);
}

/** Joins a task and its route for search: `Review the code → @a or @b`. */
export function taskLine(task: string, route: Route | undefined): string {
  if (!route) return task;
  return task === '' ? route.written : `${task} → ${route.written}`;
}
