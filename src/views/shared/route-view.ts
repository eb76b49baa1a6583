import { agentPath, href, rosterEntryPath } from '../../links.ts';
import type { NameLookup } from '../../markdown/link-names.ts';
import { accentOf, type Accent } from '../../playbook/accent.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { Route } from '../../playbook/elements/route.ts';
import type { RosterEntry } from '../../playbook/roster/roster.ts';

/** An agent or a role on a route. */
export interface PartyView {
  /** `@name` for an agent, the author's words for a role. */
  label: string;
  /** The persona page or the roster page; absent for a role. */
  href?: string;
  /** Only agents with a file have a colour. */
  accent?: Accent;
}

export interface RouteView {
  parties: PartyView[];
  /** The word between the parties. */
  joined: 'and' | 'or';
  note?: string;
}

/** Finds a roster entry by name, ignoring case. */
export type Lookup = (name: string) => RosterEntry | undefined;

/** Returns the lookup of a roster. Built once: every page needs it. */
export const lookupIn = memoize((roster: readonly RosterEntry[]): Lookup => {
  // If several entries share a name, the name leads to the first: later entries of a map overwrite earlier ones.
  const byName = new Map(roster.toReversed().map((entry) => [entry.name.toLowerCase(), entry]));
  return (name) => byName.get(name.toLowerCase());
});

/** Returns an agent by name: with a file it links to its persona page, without one to its roster page. */
export function partyView(name: string, lookup: Lookup): PartyView {
  const entry = lookup(name);
  if (!entry) return { label: `@${name}` };
  return entry.agent === undefined
    ? { label: `@${name}`, href: href(rosterEntryPath(entry.id)) }
    : { label: `@${name}`, href: href(agentPath(entry.agent)), accent: accentOf(entry.name, entry.color) };
}

/**
 * Returns the links for agent names in an agent's text. A name without an `@` becomes a link only if that agent has
 * a file, and an agent's page never links to itself.
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
