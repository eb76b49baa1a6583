import type { List, ListItem } from 'mdast';
import { nearestHeading, nearestTitle, type Context, type Recognised } from '../element.ts';
import { itemLabel, itemLine, itemText } from '../list-item.ts';
import { readEntry } from './colleague-entry.ts';
import { readColleagues, readNameFirst } from './colleague-names.ts';
import type { Delegation, Delegations } from './delegation.ts';
import { areKnown, nameAgentsOfFolder, nameKnownAgents, nameRoles } from './known-agents.ts';
import { readNamedInItem } from './named-in-item.ts';
import { readPeople, readReceivers } from './people.ts';
import { variantOf, relations } from './relations.ts';
import { readRole } from './role.ts';
import { arrow } from '../route.ts';
import { isTitledAsTeam, readMember } from './team-members.ts';

type Relation = (typeof relations)[number];

/** What the titles above a list say about its entries. */
interface Titles {
  /** The direction of the work by the nearest title: "Delegates to". */
  nearest: Relation | undefined;
  /** The same, or that by the heading above a label that says nothing about it. */
  relation: Relation | undefined;
  /** Whether the list has what the agent is not for, some of which another one does. */
  isNotForAgent: boolean;
  /** Whether the title is that of a team. */
  isTeam: boolean;
}

/**
 * Reads a list in which most entries name a colleague: `Work with sql-pro on reports`, `**With debugger**: …`, or
 * `sql-pro: reports` under a title such as "Delegates to". The other entries stay in it without a colleague.
 */
export function readCollaborationList(list: List, context: Context): Recognised<Delegations> | undefined {
  const titles = readTitles(context);
  if (titles.isNotForAgent) return readWorkOfOthers(list, context, titles);
  return readListOfPeople(list, context, titles) ?? readListOfColleagues(list, context, titles);
}

/** Titles of lists of what the agent is not for: "Do not use for", "Out of scope". */
const notForAgentTitle =
  /\b(?:not|never|don['’]t) (?:to )?(?:engage|use|call|invoke|delegate|check|review|cover|handle|own|touch|edit|modify|implement)\b|\b(?:not|never|don['’]t) do:?$|\bdoes not:?$|\bout of scope\b/i;

function readTitles(context: Context): Titles {
  const title = nearestTitle(context);
  const nearest = relations.find((relation) => relation.title.test(title));
  return {
    nearest,
    relation: nearest ?? relations.find((relation) => relation.title.test(nearestHeading(context))),
    isNotForAgent: notForAgentTitle.test(title),
    isTeam: isTitledAsTeam(context),
  };
}

/** Maximum length of a list of what the agent is not for, if only one of its items names a colleague. */
const MAX_ITEMS_PER_COLLEAGUE = 4;

/** Reads a list of what the agent is not for: one of many things may happen to name another agent. */
function readWorkOfOthers(list: List, context: Context, titles: Titles): Recognised<Delegations> | undefined {
  const items = entriesOf(list, context, titles);
  const routes = items.flatMap(({ route }) => route ?? []);
  const withArrow = items.filter(({ task }) => arrow.test(task)).length;
  const isEnough =
    routes.length > 1 || routes.length * MAX_ITEMS_PER_COLLEAGUE >= items.length || withArrow * 2 > items.length;
  return isEnough && nameAgentsOfFolder(routes, context) ? { kind: 'delegations', variant: 'to', items } : undefined;
}

function readListOfPeople(
  list: List,
  context: Context,
  { nearest, relation }: Titles,
): Recognised<Delegations> | undefined {
  const items = (nearest && readReceivers(list, context)) ?? (relation && readPeople(list, context));
  if (!items || !relation) return;
  const title = nearest ? nearestTitle(context) : nearestHeading(context);
  return { kind: 'delegations', variant: relation.variant, title, items };
}

/** Verbs that also come before words that only look like names: "Use kebab-case for files". */
const ambiguousVerb = /^(?:use|ask|tag|ping|notify|(?:pull|bring|loop) in)$/i;

function readListOfColleagues(list: List, context: Context, titles: Titles): Recognised<Delegations> | undefined {
  const { relation, isTeam } = titles;
  const items = entriesOf(list, context, titles);
  const routes = items.flatMap(({ route }) => route ?? []);
  const wordings = items.flatMap(({ route, wording }) => (route && wording !== undefined ? [wording] : []));
  // A single entry is a list of colleagues only if its title says so.
  const isTitled =
    relation?.title.test(context.label) === true || (relation !== undefined && areKnown(routes, context));
  const areDirected = areDirections(list) && nameAgentsOfFolder(routes, context);
  const isEnough = isTitled || areDirected || routes.length * 2 >= items.length;
  if (routes.length < (relation || areDirected ? 1 : 2) || !isEnough) return;
  // Words that look like names are names if one of these is true.
  const areMembers =
    (isTeam || areNamesFirst(list, context)) && areKnown(routes, context) && routes.length === items.length;
  const allHaveVerbs =
    wordings.length === items.length && items.length > 1 && !wordings.some((wording) => ambiguousVerb.test(wording));
  const areRoles = nameRoles(routes) && routes.length * 2 >= items.length;
  if (!allHaveVerbs && !areMembers && !areRoles && !nameKnownAgents(routes, context)) return;
  const variant = wordings.length * 2 > routes.length ? variantOf(wordings) : undefined;
  return { kind: 'delegations', variant: variant ?? relation?.variant ?? 'with', items };
}

/** Verbs with which a rule about agents begins. In a list of what not to do, it names no one who does the work instead. */
const startsAgent = /^(?:spawn|dispatch|invoke|call|delegate|use|run|start)\b/i;

/** Titles of lists that compare agents, or say where their files are: "Key differences", "Reference files". */
const notColleaguesTitle = /\b(?:differen\w+|distinctions?|comparison|versus|vs|files?)\b/i;

/**
 * Whether each item of a list begins with the name of another agent, which has a hyphen: no title has to say that these
 * are colleagues.
 */
function areNamesFirst(list: List, context: Context): boolean {
  if (list.ordered === true || list.children.length < 2 || notColleaguesTitle.test(nearestTitle(context))) return false;
  return list.children.every((item) => /^@?[a-z0-9]+(?:-[a-z0-9]+)+/.test(withNameOf(item, context)));
}

/** Reads each item of a list as an entry, with the colleague that it names, if there is one. */
function entriesOf(list: List, context: Context, titles: Titles): Delegation[] {
  const { nearest, relation, isNotForAgent, isTeam } = titles;
  const mayBeMembers = isTeam || (!isNotForAgent && areNamesFirst(list, context));
  return list.children.map((item): Delegation => {
    const text = withNameOf(item, context).replace(typographicHyphen, '-');
    const line = itemLine(item);
    const isRule = isNotForAgent && startsAgent.test(text);
    const mayNameAnywhere = relation !== undefined || (isNotForAgent && !isRule);
    const entry =
      (isRule ? undefined : readEntry(text, context)) ??
      (nearest && readNameFirst(text, context)) ??
      readRelation(text, line, context) ??
      (mayBeMembers ? readMember(text, context) : undefined) ??
      (mayNameAnywhere ? readNamedInItem(item, context) : undefined) ??
      (relation && !isNotForAgent ? readRole(text, context) : undefined);
    return { ...(entry ?? { task: text }), line };
  });
}

/** Whether most items have a label that says where things come from or go to: "Feeds into". */
function areDirections({ children }: List): boolean {
  const isDirection = (item: ListItem) => /^[\p{L} ]{2,30}\b(?:to|from|into|with|by)$/iu.test(itemLabel(item));
  return children.length > 1 && children.filter(isDirection).length * 2 > children.length;
}

/** Reads `Reports to: sql-pro, or the user`: the label says in which direction the work goes. */
function readRelation(text: string, line: number, context: Context): Omit<Delegation, 'line'> | undefined {
  const [, label = '', after = ''] = /^([^:]{1,60}): (.+)$/.exec(text) ?? [];
  if (!relations.some(({ title }) => title.test(label))) return;
  const [first, ...others] = readColleagues(after, line, context) ?? [];
  if (!first?.route || !(nameAgentsOfFolder([first.route], context) || nameRoles([first.route]))) return;
  const more = others.map(({ task, route }) => `${route?.written ?? ''} ${task}`.trim());
  return { task: [first.task, ...more].filter((part) => part !== '').join('; '), route: first.route, wording: label };
}

/** Returns the text of an item; a bold name in capital letters is replaced by that of the agent of the folder. */
function withNameOf(item: ListItem, { names: known }: Context): string {
  const text = itemText(item);
  const label = itemLabel(item);
  const written = label.toLowerCase().replace(/\s+/g, '-');
  return label !== text && known.has(written) ? written + text.slice(label.length) : text;
}

/** Hyphens that word processors put between words, so that a line does not end there. */
const typographicHyphen = /[\u2010\u2011]/g;
