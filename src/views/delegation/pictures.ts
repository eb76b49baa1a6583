import { href, sectionPath } from '../../links.ts';
import type { Agent } from '../../playbook/agent.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { Delegations } from '../../playbook/elements/delegations/delegation.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import type { ReferenceKind, RosterEntry } from '../../playbook/roster/roster.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { partyView, routeView, type Lookup, type PartyView } from '../shared/route-view.ts';
import type { ColumnLink } from '../shared/two-columns.ts';
import { centredPicture, type CentredPicture, type Neighbour } from './centred-picture.ts';
import { MAX_ENTRIES } from './measures.ts';
import { delegationPicture, type DelegationPicture, type PictureEntry } from './picture.ts';

/** Entries on each side if many agents delegate: then the picture is a large part of the page. */
const MAX_OF_MANY = 20;

type PlacedDelegations = PlacedElement<Delegations>;

/** Returns to which agents one agent delegates, by group. `undefined` if it delegates nothing. */
export function agentPicture(
  agent: Agent,
  groups: readonly PlacedDelegations[],
  lookup: Lookup,
): DelegationPicture | undefined {
  const handedOn = groups.filter(({ element }) => element.variant === 'to');
  const tally = new Tally();
  for (const { id, element } of handedOn) {
    for (const party of partiesOf(element, lookup)) tally.add(id, partyEntry(party, lookup));
  }
  const left = handedOn.map(({ id, element }) => ({
    id,
    label: element.title,
    href: href(sectionPath(agent.id, element.section)),
  }));
  return delegationPicture(`Delegations of ${agent.name}`, left, tally.receivers, tally.links, {
    left: 'group',
    right: 'agent',
  });
}

/** Returns which agent delegates to which in the whole playbook: by group if a single agent delegates, else by agent. */
export function playbookPicture(playbook: Playbook, lookup: Lookup): DelegationPicture | undefined {
  const groups = elementsOfKind(playbook, 'delegations').filter(({ element }) => element.variant === 'to');
  const byAgent = Map.groupBy(groups, ({ agent }) => agent);
  const [only, ...others] = byAgent.keys();
  if (only && others.length === 0) return agentPicture(only, groups, lookup);
  const tally = new Tally();
  for (const { agent, element } of groups) {
    for (const party of partiesOf(element, lookup)) tally.add(`from-${agent.id}`, partyEntry(party, lookup));
  }
  const left = [...byAgent.keys()].map((agent) => ({
    ...partyEntry(partyView(agent.name, lookup), lookup),
    id: `from-${agent.id}`,
  }));
  const sides = { left: 'agent', right: 'agent' };
  const most = left.length > MAX_ENTRIES ? MAX_OF_MANY : MAX_ENTRIES;
  return delegationPicture('Which agent delegates to which', left, tally.receivers, tally.links, sides, most);
}

/** Returns the agents that an entry of the roster refers to, and those that refer to it, in tasks, steps and answers. */
export function rosterPicture(entry: RosterEntry, playbook: Playbook, lookup: Lookup): CentredPicture | undefined {
  const { agents } = playbookIndex(playbook);
  const givers = new Map<string, Neighbour>();
  for (const { kind, by } of entry.references) {
    const agent = agents.get(by);
    if (agent && by !== entry.agent && handsOver.has(kind))
      addNeighbour(givers, partyEntry(partyView(agent.name, lookup), lookup));
  }
  const receivers = new Map<string, Neighbour>();
  for (const other of entry.agent === undefined ? [] : (namedBy(playbook).get(entry.agent) ?? [])) {
    if (other !== entry) addNeighbour(receivers, partyEntry(partyView(other.name, lookup), lookup));
  }
  const centre = partyEntry(partyView(entry.name, lookup), lookup);
  return centredPicture(`Agents that work with ${entry.name}`, centre, [...givers.values()], [...receivers.values()]);
}

/** Kinds of reference by which work goes from one agent to another. */
const handsOver: ReadonlySet<ReferenceKind> = new Set(['delegation', 'collaboration', 'answer', 'workflow', 'flow']);

/** For each agent, the entries that its file hands work to, one for each time. */
type NamedByAgent = ReadonlyMap<string, readonly RosterEntry[]>;

const namedBy = memoize((playbook: Playbook): NamedByAgent => {
  const named = new Map<string, RosterEntry[]>();
  for (const entry of playbook.roster) {
    for (const { kind, by } of entry.references) {
      if (!handsOver.has(kind)) continue;
      const entries = named.get(by) ?? [];
      entries.push(entry);
      named.set(by, entries);
    }
  }
  return named;
});

function addNeighbour(neighbours: Map<string, Neighbour>, entry: PictureEntry): void {
  neighbours.set(entry.id, { ...entry, count: (neighbours.get(entry.id)?.count ?? 0) + 1 });
}

/** Counts tasks between what stands on the left and those who receive them. */
class Tally {
  readonly #receivers = new Map<string, PictureEntry>();
  readonly #links = new Map<string, ColumnLink>();

  add(from: string, receiver: PictureEntry): void {
    const to = receiver.id;
    if (!this.#receivers.has(to)) this.#receivers.set(to, receiver);
    const key = `${from} ${to}`;
    this.#links.set(key, { from, to, count: (this.#links.get(key)?.count ?? 0) + 1 });
  }

  get receivers(): PictureEntry[] {
    return [...this.#receivers.values()];
  }

  get links(): ColumnLink[] {
    return [...this.#links.values()];
  }
}

/** The receivers of each task of a group; one that two tasks go to occurs twice. */
function partiesOf({ items }: Delegations, lookup: Lookup): PartyView[] {
  return items.flatMap(({ route }) => (route ? routeView(route, lookup).parties : []));
}

/** An entry for an agent or a role. The id of an agent is that of its roster entry, so that filters can find it. */
function partyEntry({ label, href, accent }: PartyView, lookup: Lookup): PictureEntry {
  const id = lookup(label.replace(/^@/, ''))?.id ?? label.replaceAll(/\s+/g, '-');
  return {
    id: `to-${id}`,
    label,
    ...(href === undefined ? {} : { href }),
    ...(accent === undefined ? {} : { accent }),
  };
}
