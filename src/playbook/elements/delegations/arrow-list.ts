import type { List } from 'mdast';
import { nearestTitle, titlesAbove, type Context, type Recognised } from '../element.ts';
import { itemLine, itemText } from '../list-item.ts';
import { arrow, isAgentParty, readRoute, refersToAgents, type Route } from '../route.ts';
import type { Delegations } from './delegation.ts';
import { nameAgentsOfFolder, peopleTitle } from './known-agents.ts';
import { relations } from './relations.ts';
import { isRole } from './role.ts';

/** Reads `- **Task** → @a or @b`. If no arrow points to a name, the tasks are for roles. */
export function readArrowList(list: List, context: Context): Recognised<Delegations> | undefined {
  if (list.ordered) return;
  const items: { task: string; route: Route; line: number }[] = [];
  for (const item of list.children) {
    const [task = '', ...rest] = itemText(item).split(arrow);
    const route = routeAfterArrow(rest.join(' '), context);
    // Stops at the first entry in most lists, because most have no arrows.
    if (!route || task.trim() === '') return;
    items.push({ task: task.trim(), route, line: itemLine(item) });
  }
  if (items.length < 2) return;
  const routes = items.map(({ route }) => route);
  const areAgents = routes.filter(isHandedOver).length * 2 >= items.length && areAgentsAt(routes, context);
  const areRoles =
    items.every(({ route }) => /specialist|expert|team|agent/i.test(route.written)) ||
    areHandedToRoles(routes, context);
  if (!areAgents && !areRoles) return;
  return { kind: 'delegations', variant: areAgents ? 'to' : 'roles', items };
}

/** Matches what follows an arrow if it is an agent that is told: "notify baker". */
const told = /^(?:notify|alert|inform|tell|involve|consult|ask) ([\w-]+)\b(.*)$/i;
/** Matches what follows an arrow if it is an agent that does something: "baker reviews the dough". */
const does =
  /^([\w-]+) ((?:reviews|validates|confirms|approves|owns|handles|defines|decides|checks|verifies|signs)\b.*)$/i;

/** Reads what follows an arrow. Next to a verb, a single word counts as an agent if the folder has one of that name. */
function routeAfterArrow(text: string, { names }: Context): Route | undefined {
  const written = text.trim();
  const [, agent = '', note = ''] = told.exec(written) ?? does.exec(written) ?? [];
  const name = agent.toLowerCase();
  if (!names.has(name)) return readRoute(text, names);
  const detail = note.replace(/^[\s(+]+|\)$/g, '');
  return { written, parties: [{ agent: name }], joined: 'and', ...(detail !== '' && { note: detail }) };
}

/** Matches what hands work to a role: "report to Orchestrator, and stop". */
const handedToRole =
  /^(?:report|delegate|hand (?:off|over)|escalate|defer|refer|route)(?: (?:it|this|back))? to (?:the )?([\p{L} -]{3,40}?)(?=[,.;(]|$)/iu;

/** Whether most routes hand the work to a role, below a title that names the receiver: "When to escalate". */
function areHandedToRoles(routes: readonly Route[], context: Context): boolean {
  if (!relations.some(({ variant, title }) => variant === 'to' && title.test(nearestTitle(context)))) return false;
  const isHanded = ({ written }: Route) => isRole(handedToRole.exec(written)?.[1] ?? '');
  return routes.filter(isHanded).length * 2 > routes.length;
}

/** Whether an agent comes right after the arrow, or the words say to hand the work over: "→ escalate to the owner". */
function isHandedOver(route: Route): boolean {
  return startsWithAgent(route) || /^(?:delegate|hand (?:off|over)|escalate|defer|refer) to\b/i.test(route.written);
}

/** Whether an agent comes right after the arrow. In "→ an error, unless sql-pro says otherwise", none does. */
function startsWithAgent(route: Route): boolean {
  return route.parties[0] !== undefined && isAgentParty(route.parties[0]);
}

/** Whether the title right above a list is not about skills, whose names look like those of agents. */
function isAboutAgents(context: Context): boolean {
  const title = nearestTitle(context);
  return !/\b(?:skills?|references?)\b/i.test(title) || /\bagents?\b/i.test(title);
}

/** Whether the names on some routes are agents, and not people with an account on GitHub. */
function areAgentsAt(routes: readonly Route[], context: Context): boolean {
  if (nameAgentsOfFolder(routes, context)) return true;
  if (!isAboutAgents(context)) return false;
  return refersToAgents(routes, titlesAbove(context)) && !peopleTitle.test(nearestTitle(context));
}
