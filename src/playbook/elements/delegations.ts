import type { List, ListItem, Paragraph, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nearestHeading, type ElementBase, type Place, type Recognised, type Recogniser } from './element.ts';
import { arrow, isAgentName, meansAgents, namesAgents, readRoute, type Route } from './route.ts';

/** A task and the agents it goes to. */
export interface Delegation {
  task: string;
  /** Absent: the agent does it itself. */
  route?: Route;
  /** How the author put it, where it is not an arrow: `Collaborate with`. */
  wording?: string;
  line: number;
}

/**
 * `to`: tasks handed to named agents. `roles`: tasks for specialists of a kind, whoever they are.
 * `self`: what the agent keeps. `with`: agents it works with.
 */
export type DelegationForm = 'to' | 'roles' | 'self' | 'with';

/** Tasks under one heading, and who gets them. */
export interface Delegations extends ElementBase {
  kind: 'delegations';
  form: DelegationForm;
  items: Delegation[];
}

/** Claims lists and tables in which every entry says who gets a task. */
export const recogniseDelegations: Recogniser<Delegations> = (node, place) => {
  if (node.type === 'list') {
    return (
      arrowList(node, place) ??
      collaborationList(node) ??
      (keepsForItself(nearestHeading(place)) ? ownWork(node) : undefined)
    );
  }
  if (node.type === 'table') return tableOfRoutes(node, place);
  return node.type === 'paragraph' ? integrations(node, place) : undefined;
};

/** "Handles directly", "what you handle yourself". */
function keepsForItself(heading: string): boolean {
  return /\bhandles?\b.*\b(?:directly|itself|yourself|alone)\b|\bdirectly\s+handles?\b/i.test(heading);
}

type Claim = Recognised<Delegations>;

/** `- **Task** → @a or @b`; without a name behind any arrow, the route is to roles. */
function arrowList(list: List, { headings }: Place): Claim | undefined {
  if (list.ordered) return;
  const items: { task: string; route: Route; line: number }[] = [];
  for (const item of list.children) {
    const [task = '', ...rest] = firstLine(item).split(arrow);
    const route = readRoute(rest.join(' '));
    // Most lists are none of these, which their first entry shows.
    if (!route || task.trim() === '') return;
    items.push({ task: task.trim(), route, line: lineOf(item) });
  }
  if (items.length < 2) return;
  const routes = items.map(({ route }) => route);
  const named = routes.filter(namesAgents).length * 2 >= items.length && meansAgents(routes, headings);
  const underSpecialists = items.every(({ route }) => /specialist|expert|team|agent/i.test(route.written));
  if (!named && !underSpecialists) return;
  return { kind: 'delegations', form: named ? 'to' : 'roles', items };
}

/** Verbs with which agent files name a colleague; the colleague's name must follow at once. */
const verb =
  '(?:collaborate|work|coordinate|partner|align|sync|consult|integrate|interface|engage|pair)(?: closely)? with|' +
  'support|assist|help|guide|advise|consult|engage|call|hand (?:over|off) to|delegate to|escalate to|defer to';
const colleague = '(?:@[a-z0-9]+(?:[-_][a-z0-9]+)*|[a-z0-9]+(?:[-_][a-z0-9]+)+)';

/**
 * `Support a-b and @c on the task`. What follows the names tells them from words that only look like names:
 * `Work with third-party APIs` goes on without a preposition.
 */
const collaboration = new RegExp(
  `^(${verb}) (?:the )?(${colleague}(?:(?:, | and | or |, and | & | ?/ ?)${colleague})*)(?: agents?)?` +
    '(?:$| (?:on|for|in|to|when|about|regarding|with|by|during) | ?[:–—] ?| - )(.*)$',
  'i',
);

/** `- Collaborate with security-auditor on threat models`, in every entry. */
function collaborationList(list: List): Claim | undefined {
  const items = list.children.map((item) => {
    const match = collaboration.exec(firstLine(item));
    const route = readRoute(match?.[2]?.toLowerCase() ?? '');
    if (!match || !namesAgents(route)) return;
    return { task: match[3] ?? '', route, wording: match[1] ?? '', line: lineOf(item) };
  });
  if (items.length < 2 || !items.every((item) => item !== undefined)) return;
  return { kind: 'delegations', form: 'with', items };
}

/** A list under a heading that says the agent does these things itself. */
function ownWork(list: List): Claim | undefined {
  const items = list.children.map((item) => ({ task: label(item), line: lineOf(item) }));
  return items.every(({ task }) => task !== '') ? { kind: 'delegations', form: 'self', items } : undefined;
}

/** A table of which one column, in every row, holds nothing but agents. */
function tableOfRoutes(table: Table, { headings }: Place): Claim | undefined {
  const [head, ...rows] = table.children.map((row) => row.children.map((cell) => toString(cell).trim()));
  if (!head || rows.length === 0) return;
  const column = head.findIndex((_, index) => rows.every((row) => isRouteCell(row[index] ?? '')));
  const taskColumn = head.findIndex((title, index) => index !== column && !/^(?:#|no\.?|nr\.?|step)$/i.test(title));
  if (column === -1 || taskColumn === -1) return;
  const items = rows.map((row, index) => ({
    task: row[taskColumn] ?? '',
    route: readRoute(row[column] ?? '') ?? { written: '', parties: [], joined: 'and' as const },
    line: table.children[index + 1]?.position?.start.line ?? 1,
  }));
  const titles = [...headings, head[column] ?? ''];
  const routes = items.map(({ route }) => route);
  if (!meansAgents(routes, titles)) return;
  return { kind: 'delegations', form: 'to', items };
}

function isRouteCell(text: string): boolean {
  const route = readRoute(text);
  return (
    namesAgents(route) && route.parties.every((party) => 'agent' in party || /specialist|expert/i.test(party.role))
  );
}

/** `**Integration**: FFI bindings (python-pro), drivers (embedded-systems), …` */
function integrations(paragraph: Paragraph, { headings }: Place): Claim | undefined {
  const [first] = paragraph.children;
  if (first?.type !== 'strong') return;
  const line = paragraph.position?.start.line ?? 1;
  const text = toString(paragraph)
    .slice(toString(first).length)
    .replace(/^\s*:\s*/, '')
    .replace(/\.\s*$/, '');
  const title = toString(first).replace(/:$/, '').trim();
  const items = text.split(/,\s*(?![^()]*\))/).map((pair) => {
    const [, task = '', name = ''] = /^(?:and\s)?(.+?)\s*\((@?[a-z0-9_-]+)\)$/s.exec(pair.trim()) ?? [];
    const route = readRoute(isAgentName(name.replace('@', '')) ? name : '');
    return route && { task: task.replace(/\s+/g, ' '), route, line };
  });
  if (items.length < 2 || !items.every((item) => item !== undefined)) return;
  const routes = items.map(({ route }) => route);
  if (!meansAgents(routes, [...headings, title])) return;
  return { kind: 'delegations', form: 'with', title, items };
}

/** The words of an entry's own first paragraph, on one line. */
export function firstLine(item: ListItem): string {
  const [first] = item.children;
  return first?.type === 'paragraph' ? toString(first).replace(/\s+/g, ' ').trim() : '';
}

/** The bold words with which an entry opens; all its words if it opens with none. */
export function label(item: ListItem): string {
  const [first] = item.children;
  const start = first?.type === 'paragraph' ? first.children[0] : undefined;
  return start?.type === 'strong' ? toString(start).replace(/:$/, '').trim() : firstLine(item);
}

export function lineOf(item: ListItem): number {
  return item.position?.start.line ?? 1;
}
