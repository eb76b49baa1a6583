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

/**
 * What people write with an `@` that is nobody's name: at-rules of CSS, tags of JSDoc, decorators of Python,
 * tags of npm. An agent may still be called so; a bare `@` is then not enough to mean it.
 */
const notNames =
  'media|import|layer|supports|container|scope|charset|namespace|page|property|font-face|font-feature-values|' +
  'font-palette-values|counter-style|color-profile|view-transition|starting-style|position-try|keyframes|apply|' +
  'tailwind|theme|utility|param|params|returns?|throws|type|types|typedef|example|deprecated|see|since|todo|' +
  'staticmethod|classmethod|abstractmethod|dataclass|cache|lru_cache|cached_property|contextmanager|override|' +
  'latest|next|beta|alpha';

/** `@name`, not in the middle of an address (`me@example.org`), a package (`@scope/name`) or a decorator. */
export const mentionPattern = new RegExp(
  `(?<![\\w@/.-])@(?!(?:${notNames})(?![\\w-]))(${name})(?![\\w/(]|[-.][\\w])`,
  'g',
);

const kebabName = new RegExp(`^${name}$`);

/** Arrows by which people point from a task to an agent. */
export const arrow = /→|⇒|➜|➔|⟶|⟹|=+>|-+>/;

/** Whether a bare word can only be an agent's name: `security-auditor`, but not `performance`. */
export function isAgentName(text: string): boolean {
  return kebabName.test(text) && /[-_]/.test(text);
}

/** Reads `@a or @b`, `@a + specialists`, `a-b, c-d and @e (direct)`. Nothing if the text is empty. */
export function readRoute(text: string): Route | undefined {
  const written = text.replace(/[`*]/g, '').replace(/\s+/g, ' ').trim().replace(/[.;]$/, '');
  const note = /\(([^()]*)\)$/.exec(written)?.[1]?.trim() ?? '';
  const who = written.replace(/ ?\([^()]*\)$/, '');
  const parties = who
    .split(/ ?[+,&] ?| (?:or|and|with) | ?\/(?= ?@)| \/ /)
    .filter((part) => part.trim() !== '')
    .map(party);
  if (parties.length === 0) return;
  const named = parties.some((party) => 'agent' in party);
  return {
    written,
    // "Research and development" is one role, where nobody in particular is named.
    parties: named ? parties : [{ role: who }],
    joined: /(?:^|[ ,])or |\/ ?@| \/ /.test(who) ? 'or' : 'and',
    ...(note === '' ? {} : { note }),
  };
}

function party(text: string): Party {
  const [mention] = text.matchAll(mentionPattern);
  if (mention?.[1] !== undefined) return { agent: mention[1] };
  const role = text.trim().replace(/^(?:or|and) /, '');
  const bare = role.replace(/^(?:(?:use|ask|call) )?(?:the )?/i, '').replace(/ (?:sub-?)?agent$/i, '');
  return isAgentName(bare) ? { agent: bare } : { role };
}

/** The names of the agents on a route, without the roles. */
export function agentsOn(route: Route | undefined): string[] {
  return route?.parties.flatMap((party) => ('agent' in party ? [party.agent] : [])) ?? [];
}

/** Whether a route names at least one agent: without one, an arrow is just an arrow. */
export function namesAgents(route: Route | undefined): route is Route {
  return agentsOn(route).length > 0;
}

const speaksOfAgents =
  /\b(?:(?:sub-?)?agents?|delegat\w*|specialists?|experts?|hand-?(?:offs?|overs?)|collaborat\w*|coordinat\w*|integrations?|escalat\w*|orchestrat\w*|rout(?:e|es|ing)|teams?|who)\b/i;

/**
 * Whether names behind arrows, in tables or in brackets are meant as agents. With an `@` they are; a bare
 * `zero-copy` may be anything, unless a title around it speaks of agents.
 * @param titles of the headings above, of the column, of the paragraph
 */
export function meansAgents(routes: readonly (Route | undefined)[], titles: readonly string[]): boolean {
  const named = routes.filter(namesAgents);
  if (named.length === 0) return false;
  return named.some(({ written }) => written.includes('@')) || titles.some((title) => speaksOfAgents.test(title));
}
