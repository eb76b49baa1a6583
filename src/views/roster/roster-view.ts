import { agentPath, elementPath, flowsPath, href, rosterEntryPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import { agentsOn } from '../../playbook/elements/route.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { ReferenceKind, RosterEntry } from '../../playbook/roster/roster.ts';
import type { CentredPicture } from '../delegation/centred-picture.ts';
import { rosterPicture } from '../delegation/pictures.ts';
import { titleOf } from '../shared/origin.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { lookupIn, partyView, type PartyView } from '../shared/route-view.ts';
import type { Facet } from '../shared/facets.ts';
import { isPaged } from '../shared/index-page.ts';
import { counted } from '../../lib/counted.ts';
import { plainText, shortened } from '../shared/text.ts';
import { elementOf, referenceCounts, referenceNouns, referencesView, type ReferenceGroup } from './references.ts';

/** An entry in the list of the roster. */
export interface RosterItem {
  id: string;
  name: string;
  href: string;
  /** Only agents with a file have a colour. */
  accent?: Accent;
  monogram: string;
  hasFile: boolean;
  /** The agent's summary, or the tasks that other agents give it; empty if there are neither. */
  purpose: string;
  /** "18 references", "no references". */
  total: string;
  counts: { kind: ReferenceKind; label: string }[];
}

export interface RosterView {
  summary: string;
  items: RosterItem[];
  facets: Facet[];
}

/** A workflow or flow that an agent takes part in, with all its participants. */
export interface TeamView {
  title: string;
  href: string;
  members: PartyView[];
}

export interface RosterEntryView extends RosterItem {
  path: `/${string}`;
  /** The page title, unique on the site. */
  title: string;
  /** Its persona page, if it has a file. */
  persona?: string;
  /** The page's meta description. */
  description: string;
  groups: ReferenceGroup[];
  teams: TeamView[];
  /** The agents that hand work to it, and those it hands work to; absent if there are none. */
  picture: CentredPicture | undefined;
}

/** Maximum length of a purpose, in characters: a longer one is a mistake of its author. */
const MAX_PURPOSE = 400;

/** In the purpose of an outside specialist. */
const MAX_TASKS = 4;

/** Returns the list of the roster: by name or, if it is long, with those first that are referred to most. */
export const rosterView = memoize((playbook: Playbook): RosterView => {
  const { roster } = playbook;
  const entries = isPaged(roster.length)
    ? roster.toSorted((a, b) => b.references.length - a.references.length)
    : roster;
  const items = entries.map((entry) => rosterItem(entry, playbook));
  const withFile = items.filter(({ hasFile }) => hasFile).length;
  const outside = items.length - withFile;
  const all: Facet[] = [
    {
      id: 'who',
      label: 'Type',
      values: [
        { value: 'file', label: 'With a file', count: withFile },
        { value: 'outside', label: 'Outside specialist', count: outside },
      ].filter(({ count }) => count > 0),
    },
    {
      id: 'as',
      label: 'Referenced in',
      values: [
        ...[...referenceNouns].map(([kind, noun]) => ({
          value: kind,
          label: noun.charAt(0).toUpperCase() + noun.slice(1),
          count: items.filter(({ counts }) => counts.some((one) => one.kind === kind)).length,
        })),
        { value: 'none', label: 'Nowhere', count: items.filter(({ counts }) => counts.length === 0).length },
      ].filter(({ count }) => count > 0),
    },
  ];
  return {
    summary: `${counted(withFile, 'agent')} with a file, ${counted(outside, 'outside specialist')} without one`,
    items,
    facets: all.filter(({ values }) => values.length > 1),
  };
});

/** Returns the page of a roster entry. */
export function rosterEntryView(entry: RosterEntry, playbook: Playbook): RosterEntryView {
  const item = rosterItem(entry, playbook);
  const isNamesake = lookupIn(playbook.roster)(entry.name) !== entry;
  const kind = item.hasFile ? 'An agent in this playbook' : 'An outside specialist, without a file in this playbook';
  return {
    ...item,
    path: rosterEntryPath(entry.id),
    title: `${isNamesake ? `${entry.name} (${entry.id})` : entry.name} on the roster`,
    ...(entry.agent === undefined ? {} : { persona: href(agentPath(entry.agent)) }),
    description: `${kind}: ${item.total}. ${item.purpose}`.trim(),
    groups: referencesView(entry, playbook),
    teams: teamsOf(entry, playbook),
    picture: rosterPicture(entry, playbook, lookupIn(playbook.roster)),
  };
}

function rosterItem(entry: RosterEntry, playbook: Playbook): RosterItem {
  const { id, name, agent: agentId, references } = entry;
  const agent = agentId === undefined ? undefined : playbookIndex(playbook).agents.get(agentId);
  const summary = plainText(agent?.summary ?? '');
  return {
    id,
    name,
    href: href(rosterEntryPath(id)),
    ...(agentId === undefined ? {} : { accent: accentOf(name, entry.color) }),
    monogram: monogramOf(name),
    hasFile: agentId !== undefined,
    purpose: shortened(summary === '' ? likelyPurpose(entry, playbook) : summary, MAX_PURPOSE),
    total: references.length === 0 ? 'no references' : counted(references.length, 'reference'),
    counts: referenceCounts(entry).map(({ kind, label }) => ({ kind, label })),
  };
}

/** Returns a sentence on the tasks that agents give to an entry; empty if they only mention it. */
function likelyPurpose(entry: RosterEntry, playbook: Playbook): string {
  const groups = referencesView(entry, playbook);
  const tasked = groups.filter(({ kind }) => ['delegation', 'collaboration', 'workflow', 'flow'].includes(kind));
  // An answer of a decision tree says when to call the agent, not for which task: it is a fallback.
  const described = tasked.length > 0 ? tasked : groups.filter(({ kind }) => kind === 'answer');
  const tasks = [
    ...new Set(
      described.flatMap(({ references }) => references.map(({ text }) => text.replace(/^Step \d+(?:: )?/, ''))),
    ),
  ].filter((task) => task !== '');
  if (tasks.length === 0) return '';
  const more = tasks.length - MAX_TASKS;
  return `Called for ${tasks.slice(0, MAX_TASKS).join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}.`;
}

function teamsOf({ references }: RosterEntry, playbook: Playbook): TeamView[] {
  const lookup = lookupIn(playbook.roster);
  const placed = new Set(references.map((reference) => elementOf(reference, playbook)));
  return [...placed].flatMap((one) => {
    if (one?.element.kind !== 'workflow' && one?.element.kind !== 'collaboration-flow') return [];
    const names = new Set(one.element.steps.flatMap(({ route }) => agentsOn(route)));
    return {
      title: titleOf(one),
      href: href(elementPath(one) ?? flowsPath),
      members: [...names].map((name) => partyView(name, lookup)),
    };
  });
}
