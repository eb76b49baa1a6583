import { delegationDiagram, type DiagramText } from '../shared/mermaid-text.ts';
import { agentPath, href, sectionPath } from '../../links.ts';
import { accentOf, type Accent } from '../../playbook/accent.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Delegation, DelegationForm, Delegations } from '../../playbook/elements/delegations.ts';
import { agentsOn } from '../../playbook/elements/route.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import { lookupIn, partyView, routeView, type Lookup, type PartyView, type RouteView } from '../shared/route.ts';
import { counted } from '../shared/text.ts';

/** One task and who gets it. */
export interface DelegationRow {
  task: string;
  /** Absent: the agent does it itself. */
  route?: RouteView;
  /** How the author put it, where it is not an arrow. */
  wording?: string;
  /** Ids on the roster, for the filter. */
  to: string[];
}

/** Tasks under one heading of an agent. */
export interface DelegationGroup {
  title: string;
  /** Where it stands in the agent's page. */
  href: string;
  rows: DelegationRow[];
}

/** What one agent hands over in one form. */
export interface DelegationAgent {
  id: string;
  name: string;
  href: string;
  accent: Accent;
  /** "45 tasks in 8 groups". */
  count: string;
  groups: DelegationGroup[];
  /** Whether any of its tasks has a wording of its own. */
  hasWording: boolean;
}

/** All tasks of one form. */
export interface DelegationSection {
  form: DelegationForm;
  /** Anchor on the page. */
  id: string;
  title: string;
  explanation: string;
  /** Unfolded from the start: there are few. */
  isOpen: boolean;
  agents: DelegationAgent[];
}

/** Who hands work to whom, as a drawing and as a list. */
export interface DelegationNetwork {
  id: string;
  agent: PartyView;
  diagram: DiagramText;
  groups: { title: string; href: string; to: { party: PartyView; tasks: string }[] }[];
}

export interface DelegationView {
  /** "45 delegations in 8 groups, 10 tasks kept"; empty if there are none. */
  summary: string;
  total: number;
  /** Only forms that there are. */
  sections: DelegationSection[];
  from: { id: string; name: string }[];
  to: { id: string; name: string }[];
  networks: DelegationNetwork[];
  /** Why some or all networks are not drawn; empty if all are. */
  notDrawn: string;
}

/** More agents than this are folded, so that the page stays one to look through. */
const MOST_UNFOLDED = 3;
/** More drawings than this on one page are a wallpaper. */
const MOST_NETWORKS = 3;
/** A drawing with more edges than this is a ball of wool. */
const MOST_EDGES = 80;

interface FormWords {
  title: string;
  explanation: string;
  count: (tasks: number, groups: number) => string;
}

/** In the order of the page. */
const forms: Record<DelegationForm, FormWords> = {
  to: {
    title: 'Handed over',
    explanation: 'Tasks that go to agents by name.',
    count: (tasks, groups) => `${counted(tasks, 'delegation')} in ${counted(groups, 'group')}`,
  },
  with: {
    title: 'Worked on together',
    explanation: 'Agents that are called in for their part.',
    count: (tasks) => `${String(tasks)} worked on together`,
  },
  roles: {
    title: 'For specialists of a kind',
    explanation: 'Tasks that go to whoever fills the role: no agent is named.',
    count: (tasks) => `${String(tasks)} for specialists of a kind`,
  },
  self: {
    title: 'Kept',
    explanation: 'What an agent does itself.',
    count: (tasks) => `${counted(tasks, 'task')} kept`,
  },
};

const formOrder = ['to', 'with', 'roles', 'self'] as const satisfies readonly DelegationForm[];

/** The page of all delegation, agent by agent. */
export function delegationView(playbook: Playbook): DelegationView {
  const all = elementsOfKind(playbook, 'delegations');
  const lookup = lookupIn(playbook.roster);
  const sections = formOrder
    .map((form) =>
      sectionOf(
        form,
        all.filter(({ element }) => element.form === form),
        lookup,
      ),
    )
    .filter(({ agents }) => agents.length > 0);
  const counts = formOrder.flatMap((form) => {
    const groups = all.filter(({ element }) => element.form === form);
    return groups.length === 0 ? [] : [forms[form].count(tasksIn(groups), groups.length)];
  });

  const givers = new Set(all.map(({ agent }) => agent));
  const takers = new Set(all.flatMap(({ element }) => element.items.flatMap(({ route }) => idsOn(route, lookup))));
  return {
    summary: counts.join(', '),
    total: tasksIn(all),
    sections,
    from: [...givers].map(({ id, name }) => ({ id, name })),
    to: playbook.roster.filter(({ id }) => takers.has(id)).map(({ id, name }) => ({ id, name })),
    ...networksOf(all, lookup),
  };
}

function tasksIn(groups: readonly PlacedElement<Delegations>[]): number {
  return groups.reduce((sum, { element }) => sum + element.items.length, 0);
}

function sectionOf(
  form: DelegationForm,
  groups: readonly PlacedElement<Delegations>[],
  lookup: Lookup,
): DelegationSection {
  const byAgent = Map.groupBy(groups, ({ agent }) => agent);
  const { title, explanation } = forms[form];
  return {
    form,
    id: `playbook:${form}`,
    title,
    explanation,
    isOpen: byAgent.size <= MOST_UNFOLDED,
    agents: [...byAgent].map(([agent, placed]) => agentOf(agent, placed, lookup)),
  };
}

function agentOf(agent: Agent, placed: readonly PlacedElement<Delegations>[], lookup: Lookup): DelegationAgent {
  const groups = placed.map(({ element }) => ({
    title: element.title,
    href: href(sectionPath(agent.id, element.section)),
    rows: element.items.map((item) => rowOf(item, lookup)),
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

function rowOf({ task, route, wording }: Delegation, lookup: Lookup): DelegationRow {
  return {
    task,
    ...(route && { route: routeView(route, lookup) }),
    ...(wording === undefined ? {} : { wording }),
    to: idsOn(route, lookup),
  };
}

function idsOn(route: Delegation['route'], lookup: Lookup): string[] {
  return [...new Set(agentsOn(route).flatMap((name) => lookup(name)?.id ?? []))];
}

function networksOf(
  all: readonly PlacedElement<Delegations>[],
  lookup: Lookup,
): Pick<DelegationView, 'networks' | 'notDrawn'> {
  const byAgent = Map.groupBy(
    all.filter(({ element }) => element.form === 'to'),
    ({ agent }) => agent,
  );
  if (byAgent.size > MOST_NETWORKS) {
    return {
      networks: [],
      notDrawn: `${counted(byAgent.size, 'agent')} hand over tasks: too many to draw. The tables below have them all.`,
    };
  }
  const networks = [...byAgent].map(([agent, groups]) => networkOf(agent, groups, lookup));
  const small = networks.filter(({ groups }) => groups.reduce((sum, { to }) => sum + to.length + 1, 0) <= MOST_EDGES);
  const large = networks.filter((network) => !small.includes(network)).map(({ agent }) => agent.label);
  return {
    networks: small,
    notDrawn: large.length === 0 ? '' : `Too large to draw: ${large.join(', ')}. The tables below have them all.`,
  };
}

function networkOf(agent: Agent, placed: readonly PlacedElement<Delegations>[], lookup: Lookup): DelegationNetwork {
  return {
    id: `playbook:network-${agent.id}`,
    agent: partyView(agent.name, lookup),
    diagram: delegationDiagram(
      agent.name,
      placed.map(({ element }) => element),
      lookup,
    ),
    groups: placed.map(({ element }) => ({
      title: element.title,
      href: href(sectionPath(agent.id, element.section)),
      to: recipients(element, lookup),
    })),
  };
}

/** Everybody that a group's tasks go to, in the order of the tasks, with how many. */
function recipients({ items }: Delegations, lookup: Lookup): { party: PartyView; tasks: string }[] {
  const parties = items.flatMap(({ route }) => (route ? routeView(route, lookup).parties : []));
  return [...Map.groupBy(parties, ({ label }) => label)].flatMap(([, same]) => {
    const [party] = same;
    return party ? [{ party, tasks: counted(same.length, 'task') }] : [];
  });
}
