import { agentPath, href, rosterEntryPath } from '../../links.ts';
import type { NameLookup } from '../../markdown/link-names.ts';
import { accentOf, type Accent } from '../../playbook/accent.ts';
import type { Route } from '../../playbook/elements/route.ts';
import type { RosterEntry } from '../../playbook/roster/roster.ts';

/** Somebody on a route, as a page shows them. */
export interface PartyView {
  /** `@name` for those with a name, the words for a role. */
  label: string;
  /** Their page; absent for a role. */
  href?: string;
  /** Only agents with a file have a colour. */
  accent?: Accent;
}

export interface RouteView {
  parties: PartyView[];
  /** The word between them. */
  joined: 'and' | 'or';
  note?: string;
}

/** Finds somebody by name, whatever the case. */
export type Lookup = (name: string) => RosterEntry | undefined;

/** One a roster: every page asks for it. */
const lookups = new WeakMap<readonly RosterEntry[], Lookup>();

export function lookupIn(roster: readonly RosterEntry[]): Lookup {
  const known = lookups.get(roster);
  if (known) return known;
  // Of namesakes, the first is the one that a name leads to.
  const byName = new Map(roster.toReversed().map((entry) => [entry.name.toLowerCase(), entry]));
  const lookup: Lookup = (name) => byName.get(name.toLowerCase());
  lookups.set(roster, lookup);
  return lookup;
}

/** Somebody by name: those with a file lead to their persona page, others to their page of the roster. */
export function partyView(name: string, lookup: Lookup): PartyView {
  const entry = lookup(name);
  if (!entry) return { label: `@${name}` };
  return entry.agent === undefined
    ? { label: `@${name}`, href: href(rosterEntryPath(entry.id)) }
    : { label: `@${name}`, href: href(agentPath(entry.agent)), accent: accentOf(entry.name, entry.color) };
}

/**
 * For the renderer: where the names in a file's text lead. Words without an `@` count only where they name an
 * agent with a file, and nobody is linked to from the own page.
 * @param self id of the agent whose text it is
 */
export function namesFor(self: string, lookup: Lookup): NameLookup {
  return (name, isBare) => {
    const entry = lookup(name);
    if (!entry || entry.agent === self || (isBare && entry.agent === undefined)) return;
    const { href, accent } = partyView(name, lookup);
    return href === undefined ? undefined : { href, ...(accent === undefined ? {} : { accent }) };
  };
}

export function routeView(route: Route, lookup: Lookup): RouteView {
  return {
    parties: route.parties.map((party) => ('agent' in party ? partyView(party.agent, lookup) : { label: party.role })),
    joined: route.joined,
    ...(route.note === undefined ? {} : { note: route.note }),
  };
}
