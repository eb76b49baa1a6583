import { agentPath, elementPath, flowsPath, href, rosterEntryPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import { agentsOn } from '../../playbook/elements/route.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { ReferenceKind, RosterEntry } from '../../playbook/roster/roster.ts';
import { titleOf } from '../shared/origin.ts';
import { elementOf, referenceCounts, referenceNouns, referencesView, type ReferenceGroup } from './references.ts';
import { lookupIn, partyView, type PartyView } from '../shared/route.ts';
import { counted, plainText } from '../shared/text.ts';

/** Somebody in the list of everybody. */
export interface RosterItem {
  id: string;
  name: string;
  href: string;
  /** Only agents with a file have a colour. */
  accent?: Accent;
  monogram: string;
  hasFile: boolean;
  /** What they are for; empty if nobody says. */
  purpose: string;
  /** "18 references". */
  total: string;
  counts: { kind: ReferenceKind; label: string }[];
}

export interface RosterView {
  summary: string;
  items: RosterItem[];
  /** How each can be referred to, with the number of people that are, for the filter. */
  kinds: { kind: ReferenceKind; label: string; count: number }[];
  withFile: number;
}

/** Workflows and flows of which somebody does a part, with all who do. */
export interface TeamView {
  title: string;
  href: string;
  members: PartyView[];
}

export interface RosterEntryView extends RosterItem {
  path: `/${string}`;
  /** For the page's head: no two are the same. */
  title: string;
  /** Its persona page, if there is a file. */
  persona?: string;
  /** For the page's head. */
  description: string;
  groups: ReferenceGroup[];
  teams: TeamView[];
}

/** A purpose names at most this many tasks. */
const MOST_TASKS = 4;

/** Everybody who is named, by name. */
export function rosterView(playbook: Playbook): RosterView {
  const items = playbook.roster.map((entry) => rosterItem(entry, playbook));
  const withFile = items.filter(({ hasFile }) => hasFile).length;
  const outside = items.length - withFile;
  const kinds = [...referenceNouns].map(([kind, noun]) => ({
    kind,
    label: noun.charAt(0).toUpperCase() + noun.slice(1),
    count: items.filter(({ counts }) => counts.some((one) => one.kind === kind)).length,
  }));
  return {
    summary: `${counted(withFile, 'agent')} with a file, ${counted(outside, 'outside specialist')} without`,
    items,
    kinds: kinds.filter(({ count }) => count > 0),
    withFile,
  };
}

/** One of them, with all that refers to it. */
export function rosterEntryView(entry: RosterEntry, playbook: Playbook): RosterEntryView {
  const item = rosterItem(entry, playbook);
  const isNamesake = lookupIn(playbook.roster)(entry.name) !== entry;
  const who = item.hasFile ? 'An agent of this playbook' : 'An outside specialist, without a file in this playbook';
  return {
    ...item,
    path: rosterEntryPath(entry.id),
    title: `${isNamesake ? `${entry.name} (${entry.id})` : entry.name} on the roster`,
    ...(entry.agent === undefined ? {} : { persona: href(agentPath(entry.agent)) }),
    description: `${who}: ${item.total}. ${item.purpose}`.trim(),
    groups: referencesView(entry, playbook),
    teams: teamsOf(entry, playbook),
  };
}

function rosterItem(entry: RosterEntry, playbook: Playbook): RosterItem {
  const { id, name, agent: agentId, references } = entry;
  const summary = agentId === undefined ? '' : plainText(summaryOf(agentId, playbook));
  return {
    id,
    name,
    href: href(rosterEntryPath(id)),
    ...(agentId === undefined ? {} : { accent: accentOf(name, entry.color) }),
    monogram: monogramOf(name),
    hasFile: agentId !== undefined,
    purpose: summary === '' ? likelyPurpose(entry, playbook) : summary,
    total: references.length === 0 ? 'nobody refers to it' : counted(references.length, 'reference'),
    counts: referenceCounts(entry).map(({ kind, label }) => ({ kind, label })),
  };
}

const summaries = new WeakMap<Playbook, Map<string, string>>();

function summaryOf(agent: string, playbook: Playbook): string {
  const known = summaries.get(playbook) ?? new Map(playbook.agents.map(({ id, summary }) => [id, summary]));
  summaries.set(playbook, known);
  return known.get(agent) ?? '';
}

/** What others count on somebody for, in one sentence; empty if they only mention the name. */
function likelyPurpose(entry: RosterEntry, playbook: Playbook): string {
  const groups = referencesView(entry, playbook);
  const tasked = groups.filter(({ kind }) => ['delegation', 'collaboration', 'workflow', 'flow'].includes(kind));
  // An answer says only when somebody is called, which will do where nothing says what for.
  const spoken = tasked.length > 0 ? tasked : groups.filter(({ kind }) => kind === 'answer');
  const tasks = [
    ...new Set(spoken.flatMap(({ references }) => references.map(({ text }) => text.replace(/^Step \d+(?:: )?/, '')))),
  ].filter((task) => task !== '');
  if (tasks.length === 0) return '';
  const more = tasks.length - MOST_TASKS;
  return `Called for ${tasks.slice(0, MOST_TASKS).join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}.`;
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
