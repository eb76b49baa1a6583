import { elementPath, href, rosterEntryPath, sectionPath } from '../../links.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Slot } from '../../decide/wizard.ts';
import { agentsOn, type Party } from '../../playbook/elements/route.ts';
import type { PlacedElement } from '../../playbook/playbook.ts';
import { summarise } from '../shared/element-summary.ts';
import { formOf } from '../handoffs/handoff-form.ts';
import { matchesRecipient } from '../../playbook/roster/recipients.ts';
import type { Lookup } from '../shared/route-view.ts';

/** Tasks of an agent or role on the team, by its relation to the agent whose tree it is. */
export interface SlotTasks {
  /** The agent's name; empty for a role. */
  name: string;
  /** The agent, `@c-pro`, if the slot is for several; otherwise empty. */
  who: string;
  /** `Receives`: delegated by the tree's agent; `Works on`: shared with it; `Handles`: the tree's agent's own tasks. */
  verb: 'Receives' | 'Works on' | 'Handles';
  tasks: string[];
  /** Number of the tasks that are left out, and the page that lists them. */
  more?: { count: number; href: string };
}

/** A handoff template or a flow that matches some of the agents that a tree can name. */
export interface MatchView {
  title: string;
  /** "7 fields, to Security Specialists". */
  about: string;
  href: string;
  /** The agents that it matches. */
  names: string[];
  /** Keys of a template's fields. */
  fields?: string[];
}

/** Number of tasks that a slot lists; a link leads to the others. */
const MAX_TASKS = 3;

/** Returns the tasks of the agents or the role in a slot, as the tree's agent delegates them. */
export function slotTasks({ label, names }: Slot, agent: Agent, lookup: Lookup): SlotTasks[] {
  if (names.length === 0) {
    const isRole = (party: Party) => 'role' in party && party.role.toLowerCase() === label.toLowerCase();
    const [group] = delegationsOf(agent).filter(({ items }) => items.some(({ route }) => route?.parties.some(isRole)));
    const tasks = delegationsOf(agent).flatMap(({ items }) =>
      items.filter(({ route }) => route?.parties.some(isRole)).map(({ task }) => task),
    );
    return listTasks('', '', 'Receives', tasks, group ? href(sectionPath(agent.id, group.section)) : undefined);
  }
  return names.flatMap((name) => {
    const who = names.length > 1 ? `@${name}` : '';
    const entry = lookup(name);
    if (entry?.agent === agent.id) {
      const own = delegationsOf(agent).filter(({ variant }) => variant === 'self');
      const [first] = own;
      const page = first && href(sectionPath(agent.id, first.section));
      return listTasks(
        name,
        who,
        'Handles',
        own.flatMap(({ items }) => items.map(({ task }) => task)),
        page,
      );
    }
    const page = entry && href(rosterEntryPath(entry.id));
    const tasksIn = (isShared: boolean) =>
      delegationsOf(agent)
        .filter(({ variant }) => (variant === 'with') === isShared)
        .flatMap(({ items }) => items.filter(({ route }) => agentsOn(route).includes(name)))
        .flatMap(({ task }) => (task === '' ? [] : [task]));
    return [
      ...listTasks(name, who, 'Receives', tasksIn(false), page),
      ...listTasks(name, who, 'Works on', tasksIn(true), page),
    ];
  });
}

function delegationsOf({ elements }: Agent) {
  return elements.filter((element) => element.kind === 'delegations');
}

function listTasks(
  name: string,
  who: string,
  verb: SlotTasks['verb'],
  tasks: readonly string[],
  page: string | undefined,
): SlotTasks[] {
  if (tasks.length === 0) return [];
  const others = tasks.length - MAX_TASKS;
  // A link to a single task would take more space than the task.
  if (others <= 1 || page === undefined) return [{ name, who, verb, tasks: [...tasks] }];
  return [{ name, who, verb, tasks: tasks.slice(0, MAX_TASKS), more: { count: others, href: page } }];
}

/**
 * Returns the handoff templates of the tree's agent that are for any of these agents.
 * @param elements all elements of the tree's agent
 * @param names of the agents that the tree can name
 */
export function matchingTemplates(elements: readonly PlacedElement[], names: readonly string[]): MatchView[] {
  return elements.flatMap(({ id, agent, element }) => {
    if (element.kind !== 'handoff-template') return [];
    const { title, recipient, section } = element;
    const matching = names.filter((name) => matchesRecipient(recipient, name));
    const about = recipient === '' || recipient === title ? summarise(id, element).count : decapitalise(recipient);
    const path = elementPath({ id, element }) ?? sectionPath(agent.id, section);
    const fields = formOf(element).fields.map(({ key }) => key);
    return matchViews(title, about, path, matching).map((match) => ({ ...match, fields }));
  });
}

/** Returns the workflows and flows of the tree's agent in which any of these agents take part. */
export function matchingFlows(elements: readonly PlacedElement[], names: readonly string[]): MatchView[] {
  return elements.flatMap(({ id, agent, element }) => {
    if (element.kind !== 'workflow' && element.kind !== 'collaboration-flow') return [];
    const inside = new Set(element.steps.flatMap(({ route }) => agentsOn(route)));
    const { kind, count } = summarise(id, element);
    const path = elementPath({ id, element }) ?? sectionPath(agent.id, element.section);
    return matchViews(
      element.title,
      `${kind.toLowerCase()}, ${count}`,
      path,
      names.filter((name) => inside.has(name)),
    );
  });
}

function matchViews(title: string, about: string, path: `/${string}`, names: string[]): MatchView[] {
  return names.length === 0 ? [] : [{ title: title === '' ? 'Untitled' : title, about, href: href(path), names }];
}

function decapitalise(text: string): string {
  return /^(?:To|For)\s/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
