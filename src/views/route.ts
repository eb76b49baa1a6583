import { agentPath, href, rosterEntryPath } from '../links.ts';
import { accentOf, type Accent } from '../playbook/accent.ts';
import type { Route } from '../playbook/elements/route.ts';
import type { RosterEntry } from '../playbook/roster.ts';

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

export function lookupIn(roster: readonly RosterEntry[]): Lookup {
  const byName = new Map(roster.map((entry) => [entry.name.toLowerCase(), entry]));
  return (name) => byName.get(name.toLowerCase());
}

/** Somebody by name: those with a file lead to their persona page, others to their page of the roster. */
export function partyView(name: string, lookup: Lookup): PartyView {
  const entry = lookup(name);
  if (!entry) return { label: `@${name}` };
  return entry.agent === undefined
    ? { label: `@${name}`, href: href(rosterEntryPath(entry.id)) }
    : { label: `@${name}`, href: href(agentPath(entry.agent)), accent: accentOf(entry.name, entry.color) };
}

export function routeView(route: Route, lookup: Lookup): RouteView {
  return {
    parties: route.parties.map((party) => ('agent' in party ? partyView(party.agent, lookup) : { label: party.role })),
    joined: route.joined,
    ...(route.note === undefined ? {} : { note: route.note }),
  };
}
