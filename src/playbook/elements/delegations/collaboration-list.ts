import type { List, ListItem } from 'mdast';
import { nearestTitle, type Context, type Recognised } from '../element.ts';
import { itemLabel, itemLine, itemText } from '../list-item.ts';
import { readColleagues, readEntry, readNameFirst } from './colleague-entry.ts';
import type { Delegation, Delegations } from './delegation.ts';
import { areKnown, nameAgentsOfFolder, nameKnownAgents, nameRoles } from './known-agents.ts';
import { readNamedInItem } from './named-in-item.ts';
import { readPeople, readReceivers } from './people.ts';
import { variantOf, relations } from './relations.ts';
import { readRole } from './role.ts';
import { arrow } from '../route.ts';
import { isTitledAsTeam, readMember } from './team-members.ts';

/** Verbs with which words that look like names are more often something else: "Use kebab-case for files". */
const weakVerb = /^(?:use|ask|tag|ping|notify|(?:pull|bring|loop) in)$/i;

/** Titles of lists of what the agent is not for, some of which say who is. */
const notForAgentTitle =
  /\b(?:not|never|don['’]t) (?:to )?(?:engage|use|call|invoke|delegate|check|review|cover|handle|own|touch|edit|modify|implement)\b|\b(?:not|never|don['’]t) do:?$|\bout of scope\b/i;

/** Longest list of what the agent is not for with a single colleague in it. */
const MAX_ITEMS_PER_COLLEAGUE = 4;

/** What an agent must not do with its colleagues names no one who does the work. */
const startsAgent = /^(?:spawn|dispatch|invoke|call|delegate|use|run|start)\b/i;

/**
 * Reads a list in which most entries name a colleague: `Work with sql-pro on reports`, `**With debugger**: …`, or
 * `sql-pro: reports` under a title such as "Delegates to". The other entries stay in it without a colleague.
 */
export function readCollaborationList(list: List, context: Context): Recognised<Delegations> | undefined {
  const near = relations.find(({ title }) => title.test(nearestTitle(context)));
  const relation = near ?? relations.find(({ title }) => title.test(context.headings.at(-1) ?? ''));
  const isNotForAgent = notForAgentTitle.test(nearestTitle(context));
  const isTeam = isTitledAsTeam(context);
  const people = isNotForAgent
    ? undefined
    : ((near && readReceivers(list, context)) ?? (relation && readPeople(list, context)));
  if (people && relation) {
    const title = near ? nearestTitle(context) : (context.headings.at(-1) ?? '');
    return { kind: 'delegations', variant: relation.variant, title, items: people };
  }
  const items = list.children.map((item): Delegation => {
    const text = withNameOf(item, context).replace(typographicHyphen, '-');
    const line = itemLine(item);
    const entry =
      (isNotForAgent && startsAgent.test(text) ? undefined : readEntry(text, context)) ??
      (near && readNameFirst(text, context)) ??
      readRelation(text, line, context) ??
      (isTeam ? readMember(text, context) : undefined) ??
      (relation || (isNotForAgent && !startsAgent.test(text)) ? readNamedInItem(item, context) : undefined) ??
      (relation && !isNotForAgent ? readRole(text, context) : undefined);
    return { ...(entry ?? { task: text }), line };
  });
  const routes = items.flatMap(({ route }) => route ?? []);
  if (isNotForAgent) {
    // One of many things that the agent does not do may happen to name another.
    const withArrow = items.filter(({ task }) => arrow.test(task)).length;
    const isEnough =
      routes.length > 1 || routes.length * MAX_ITEMS_PER_COLLEAGUE >= items.length || withArrow * 2 > items.length;
    return isEnough && nameAgentsOfFolder(routes, context) ? { kind: 'delegations', variant: 'to', items } : undefined;
  }
  // A single entry is a list of colleagues only if its title says so.
  const isTitled =
    relation?.title.test(context.label) === true || (relation !== undefined && areKnown(routes, context));
  const areDirected = areDirections(list) && nameAgentsOfFolder(routes, context);
  const isEnough = isTitled || areDirected || routes.length * 2 >= items.length;
  if (routes.length < (relation || areDirected ? 1 : 2) || !isEnough) return;
  const wordings = items.flatMap(({ route, wording }) => (route && wording !== undefined ? [wording] : []));
  const isMembers = isTeam && areKnown(routes, context) && routes.length === items.length;
  const isWhole = wordings.length === items.length && items.length > 1 && !wordings.some((word) => weakVerb.test(word));
  const areRoles = nameRoles(routes) && routes.length * 2 >= items.length;
  if (!isWhole && !isMembers && !areRoles && !nameKnownAgents(routes, context)) return;
  const variant = wordings.length * 2 > routes.length ? variantOf(wordings) : undefined;
  return { kind: 'delegations', variant: variant ?? relation?.variant ?? 'with', items };
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
