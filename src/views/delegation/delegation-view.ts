import { agentPath, href, sectionPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Delegation, DelegationVariant, Delegations } from '../../playbook/elements/delegations/delegation.ts';
import { memoize } from '../../playbook/memoize.ts';
import { agentsOn } from '../../playbook/elements/route.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import { lookupIn, routeView, type Lookup, type RouteView } from '../shared/route-view.ts';
import { facetOf, narrowing, type Facet } from '../shared/facets.ts';
import { mostImportantFirst } from '../shared/index-page.ts';
import { counted } from '../../lib/counted.ts';
import { shortened } from '../shared/text.ts';
import type { DelegationPicture } from './picture.ts';
import { playbookPicture } from './pictures.ts';

/** A task and its route. */
export interface DelegationRow {
  task: string;
  /** Absent if the agent does the task itself. */
  route?: RouteView;
  /** The author's words for the relation ("Work with"), if it is not an arrow. */
  wording?: string;
  /** Ids of the recipients on the roster, for the filter. */
  to: string[];
}

/** The tasks under one heading of an agent's file. */
export interface DelegationGroup {
  /** Id of the placed element. */
  id: string;
  title: string;
  /** The section of the agent's page. */
  href: string;
  rows: DelegationRow[];
}

/** An agent's tasks of one variant. */
export interface DelegationAgent {
  id: string;
  name: string;
  href: string;
  accent: Accent;
  /** "45 tasks in 8 groups". */
  count: string;
  groups: DelegationGroup[];
  /** Whether any of its tasks has a `wording`. */
  hasWording: boolean;
}

/** All tasks of one variant, by agent. */
export interface DelegationSection {
  variant: DelegationVariant;
  /** Anchor on the page. */
  id: string;
  title: string;
  explanation: string;
  /** Whether its agents are expanded when the page opens. */
  isOpen: boolean;
  agents: DelegationAgent[];
}

/** A task in the list of all tasks, where there are many. */
export interface DelegationTask extends DelegationRow {
  variant: DelegationVariant;
  from: Pick<DelegationAgent, 'id' | 'name' | 'href' | 'accent'> & { monogram: string };
  group: Pick<DelegationGroup, 'title' | 'href'>;
}

export interface DelegationView {
  /** "45 delegations in 8 groups, 10 tasks not delegated"; empty if there are none. */
  summary: string;
  total: number;
  /** Only forms that have tasks. */
  sections: DelegationSection[];
  /** The same tasks as one list: those of the most important agents first. */
  tasks: DelegationTask[];
  /** The filters of that list. */
  facets: Facet[];
  /** Agents that delegate, for the filter. */
  from: { id: string; name: string }[];
  /** Recipients, for the filter. */
  to: { id: string; name: string }[];
  /** Absent if no task is delegated to an agent. */
  picture: DelegationPicture | undefined;
}

/** With more agents, all are collapsed, so that the page can be scanned. */
const MAX_EXPANDED = 3;

/** Maximum length of a task, in characters: a longer one is a mistake of its author. */
const MAX_TASK = 300;

interface VariantText {
  title: string;
  explanation: string;
  count: (tasks: number, groups: number) => string;
}

/** In the order of the page. */
const variantTexts: Record<DelegationVariant, VariantText> = {
  to: {
    title: 'Delegated to agents',
    explanation: 'Tasks that go to agents by name.',
    count: (tasks, groups) => `${counted(tasks, 'delegation')} in ${counted(groups, 'group')}`,
  },
  with: {
    title: 'Collaboration',
    explanation: 'Agents that contribute to a task.',
    count: (tasks) => counted(tasks, 'collaboration'),
  },
  from: {
    title: 'Received from agents',
    explanation: 'Agents that call this one or give it work.',
    count: (tasks) => `${counted(tasks, 'task')} from other agents`,
  },
  roles: {
    title: 'Delegated to roles',
    explanation: 'Tasks that go to a role, such as “database specialist”. No agent is named.',
    count: (tasks) => `${counted(tasks, 'task')} delegated to roles`,
  },
  self: {
    title: 'Not delegated',
    explanation: 'Tasks that an agent does itself.',
    count: (tasks) => `${counted(tasks, 'task')} not delegated`,
  },
};

const variantOrder = ['to', 'with', 'from', 'roles', 'self'] as const satisfies readonly DelegationVariant[];

/** Returns the delegation page. */
export const delegationView = memoize((playbook: Playbook): DelegationView => {
  const all = elementsOfKind(playbook, 'delegations');
  const lookup = lookupIn(playbook.roster);
  const sections = variantOrder
    .map((variant) =>
      delegationSection(
        variant,
        all.filter(({ element }) => element.variant === variant),
        lookup,
      ),
    )
    .filter(({ agents }) => agents.length > 0);
  const counts = variantOrder.flatMap((variant) => {
    const groups = all.filter(({ element }) => element.variant === variant);
    return groups.length === 0 ? [] : [variantTexts[variant].count(tasksIn(groups), groups.length)];
  });

  const tasks = mostImportantFirst(
    sections.flatMap(({ variant, agents }) => agents.flatMap((agent) => tasksOf(agent, variant))),
    playbook,
    ({ from }) => from.id,
  );
  const senders = new Set(all.map(({ agent }) => agent));
  const recipients = new Set(
    all.flatMap(({ element }) => element.items.flatMap(({ route }) => rosterIdsOn(route, lookup))),
  );
  return {
    summary: counts.join(', '),
    total: tasksIn(all),
    sections,
    tasks,
    facets: delegationFacets(tasks, playbook),
    from: [...senders].map(({ id, name }) => ({ id, name })),
    to: playbook.roster.filter(({ id }) => recipients.has(id)).map(({ id, name }) => ({ id, name })),
    picture: playbookPicture(playbook, lookup),
  };
});

function tasksOf({ id, name, href, accent, groups }: DelegationAgent, variant: DelegationVariant): DelegationTask[] {
  const from = { id, name, href, accent, monogram: monogramOf(name) };
  return groups.flatMap(({ rows, ...group }) =>
    rows.map((row) => ({
      ...row,
      task: shortened(row.task, MAX_TASK),
      variant,
      from,
      group: { title: shortened(group.title, MAX_TASK), href: group.href },
    })),
  );
}

function delegationFacets(tasks: readonly DelegationTask[], { agents, roster }: Playbook): Facet[] {
  const senders = new Map(agents.map(({ id, name }) => [id, name]));
  const recipients = new Map(roster.map(({ id, name }) => [id, name]));
  const facets = [
    facetOf(
      'type',
      'Kind',
      tasks.map(({ variant }) => variant),
      (variant) => variantTexts[variant].title,
    ),
    facetOf(
      'from',
      'From',
      tasks.map(({ from }) => from.id),
      (id) => senders.get(id) ?? id,
    ),
    facetOf(
      'to',
      'To',
      tasks.flatMap(({ to }) => to),
      (id) => recipients.get(id) ?? id,
    ),
  ];
  return narrowing(facets, tasks.length);
}

function tasksIn(groups: readonly PlacedElement<Delegations>[]): number {
  return groups.reduce((sum, { element }) => sum + element.items.length, 0);
}

function delegationSection(
  variant: DelegationVariant,
  groups: readonly PlacedElement<Delegations>[],
  lookup: Lookup,
): DelegationSection {
  const byAgent = Map.groupBy(groups, ({ agent }) => agent);
  const { title, explanation } = variantTexts[variant];
  return {
    variant,
    id: `playbook:${variant}`,
    title,
    explanation,
    isOpen: byAgent.size <= MAX_EXPANDED,
    agents: [...byAgent].map(([agent, placed]) => delegationAgent(agent, placed, lookup)),
  };
}

function delegationAgent(agent: Agent, placed: readonly PlacedElement<Delegations>[], lookup: Lookup): DelegationAgent {
  const groups = placed.map(({ id, element }) => ({
    id,
    title: element.title,
    href: href(sectionPath(agent.id, element.section)),
    rows: element.items.map((item) => delegationRow(item, lookup)),
  }));
  const tasks = counted(tasksIn(placed), 'task');
  return {
    id: agent.id,
    name: agent.name,
    href: href(agentPath(agent.id)),
    accent: accentOf(agent.name, agent.color),
    count: groups.length > 1 ? `${tasks} in ${counted(groups.length, 'group')}` : tasks,
    groups,
    hasWording: groups.some(({ rows }) => rows.some(({ wording }) => wording !== undefined)),
  };
}

/** Returns a task with its route. */
export function delegationRow({ task, route, wording }: Delegation, lookup: Lookup): DelegationRow {
  return {
    task,
    ...(route && { route: routeView(route, lookup) }),
    ...(wording === undefined ? {} : { wording }),
    to: rosterIdsOn(route, lookup),
  };
}

function rosterIdsOn(route: Delegation['route'], lookup: Lookup): string[] {
  return [...new Set(agentsOn(route).flatMap((name) => lookup(name)?.id ?? []))];
}
