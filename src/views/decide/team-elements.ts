import { elementPath, href, rosterEntryPath, sectionPath } from '../../links.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Seat } from '../../decide/wizard.ts';
import { agentsOn, type Party } from '../../playbook/elements/route.ts';
import type { PlacedElement } from '../../playbook/playbook.ts';
import { summarise } from '../shared/element-summary.ts';
import { formOf } from '../handoffs/handoff-form.ts';
import { matchesRecipient } from '../handoffs/recipients.ts';
import type { Lookup } from '../shared/route.ts';

/** What somebody on the team will be handed, or keeps. */
export interface HandedTasks {
  /** The agent's name; empty for a role. */
  name: string;
  /** Whose tasks they are, where a seat is for several: `@c-pro`. */
  who: string;
  verb: 'Is handed' | 'Works on' | 'Keeps';
  tasks: string[];
  /** The others, and where they stand. */
  more?: { count: number; href: string };
}

/** A handoff template or a flow that fits some of those whom a tree can name. */
export interface FitView {
  title: string;
  /** "7 fields, to Security Specialists". */
  about: string;
  href: string;
  /** The agents that it fits. */
  names: string[];
  /** Keys of a template's fields. */
  fields?: string[];
}

/** More tasks than this belong on a page of their own. */
const MOST_TASKS = 3;

/** What those on a seat are handed by the agent whose file the tree is in. */
export function tasksFor({ label, names }: Seat, agent: Agent, lookup: Lookup): HandedTasks[] {
  if (names.length === 0) {
    const isRole = (party: Party) => 'role' in party && party.role.toLowerCase() === label.toLowerCase();
    const [own] = delegationsOf(agent).filter(({ items }) => items.some(({ route }) => route?.parties.some(isRole)));
    const tasks = delegationsOf(agent).flatMap(({ items }) =>
      items.filter(({ route }) => route?.parties.some(isRole)).map(({ task }) => task),
    );
    return handed('', '', 'Is handed', tasks, own ? href(sectionPath(agent.id, own.section)) : undefined);
  }
  return names.flatMap((name) => {
    const who = names.length > 1 ? `@${name}` : '';
    const entry = lookup(name);
    if (entry?.agent === agent.id) {
      const kept = delegationsOf(agent).filter(({ form }) => form === 'self');
      const [first] = kept;
      const page = first && href(sectionPath(agent.id, first.section));
      return handed(
        name,
        who,
        'Keeps',
        kept.flatMap(({ items }) => items.map(({ task }) => task)),
        page,
      );
    }
    const page = entry && href(rosterEntryPath(entry.id));
    const tasksIn = (isShared: boolean) =>
      delegationsOf(agent)
        .filter(({ form }) => (form === 'with') === isShared)
        .flatMap(({ items }) => items.filter(({ route }) => agentsOn(route).includes(name)))
        .flatMap(({ task }) => (task === '' ? [] : [task]));
    return [
      ...handed(name, who, 'Is handed', tasksIn(false), page),
      ...handed(name, who, 'Works on', tasksIn(true), page),
    ];
  });
}

function delegationsOf({ elements }: Agent) {
  return elements.filter((element) => element.kind === 'delegations');
}

function handed(
  name: string,
  who: string,
  verb: HandedTasks['verb'],
  tasks: readonly string[],
  page: string | undefined,
): HandedTasks[] {
  if (tasks.length === 0) return [];
  const others = tasks.length - MOST_TASKS;
  // A link that stands for a single task takes more room than the task.
  if (others <= 1 || page === undefined) return [{ name, who, verb, tasks: [...tasks] }];
  return [{ name, who, verb, tasks: tasks.slice(0, MOST_TASKS), more: { count: others, href: page } }];
}

/**
 * The handoff templates of the tree's agent that are for any of these names.
 * @param elements those of the agent
 */
export function fittingTemplates(elements: readonly PlacedElement[], names: readonly string[]): FitView[] {
  return elements.flatMap(({ id, agent, element }) => {
    if (element.kind !== 'handoff-template') return [];
    const { title, recipient, section } = element;
    const fitting = names.filter((name) => matchesRecipient(recipient, name));
    const about = recipient === '' || recipient === title ? summarise(id, element).count : decapitalise(recipient);
    const path = elementPath({ id, element }) ?? sectionPath(agent.id, section);
    const fields = formOf(element).fields.map(({ key }) => key);
    return fits(title, about, path, fitting).map((fit) => ({ ...fit, fields }));
  });
}

/** The workflows and flows of the tree's agent in which any of these names take part. */
export function fittingFlows(elements: readonly PlacedElement[], names: readonly string[]): FitView[] {
  return elements.flatMap(({ id, agent, element }) => {
    if (element.kind !== 'workflow' && element.kind !== 'collaboration-flow') return [];
    const inside = new Set(element.steps.flatMap(({ route }) => agentsOn(route)));
    const { kind, count } = summarise(id, element);
    const path = elementPath({ id, element }) ?? sectionPath(agent.id, element.section);
    return fits(
      element.title,
      `${kind.toLowerCase()}, ${count}`,
      path,
      names.filter((name) => inside.has(name)),
    );
  });
}

function fits(title: string, about: string, path: `/${string}`, names: string[]): FitView[] {
  return names.length === 0 ? [] : [{ title: title === '' ? 'Untitled' : title, about, href: href(path), names }];
}

function decapitalise(text: string): string {
  return /^(?:To|For)\s/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
