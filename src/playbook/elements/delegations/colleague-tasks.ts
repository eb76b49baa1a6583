import type { List } from 'mdast';
import type { Delegations } from './delegation.ts';
import { nearestTitle, type Context, type Recognised } from '../element.ts';
import { itemLine, itemText } from '../list-item.ts';
import { isRole, routeTo } from './role.ts';

/** Titles of lists whose tasks all go to one colleague: "When to escalate to X", "Invoke X when", "To X (for law)". */
const colleagueTitle =
  /^(?:(?:when (?:to )?)?(escalate|hand-?\s?off|delegate|defer|refer|report)s? to|(?:when to )?(?:invoke|call|engage|consult|involve)s?|to|with) (?:the )?(.+)$/i;

/** Labels of a case that end with the colleague for it: "Only the oven (use X)". */
const caseForColleague = /^[^()]{1,100}\((?:use|ask|call|invoke|delegate to|assign to|→) (?:the )?([\w-]+)\)$/i;

/** Headings above several lists, of which each has the name of a colleague as its label. */
const colleaguesHeading = /\b(?:escalation|hand-?offs?|delegation|collaboration|coordination|integration)\b/i;

/** Labels that only say what a list is, below a heading that names the colleague: "Provides", below "Handoff to X". */
const contentLabel =
  /^(?:provides?|receives?|sends?|gives?|delivers?|deliverables|expects?|shares?|needs?|inputs?|outputs?|when|tasks)$/i;

/** Longest title, in UTF-16 code units: a longer one is a sentence. */
const MAX_TITLE_LENGTH = 200;

/** Reads a list of tasks below a title that names a colleague, and nothing else: an agent of the folder, or a role. */
export function readTasksOfColleague(list: List, context: Context): Recognised<Delegations> | undefined {
  const isContent = contentLabel.test(context.label);
  const nearest = isContent ? (context.headings.at(-1) ?? '') : nearestTitle(context);
  if (nearest.length > MAX_TITLE_LENGTH) return;
  const [, handing, called = ''] = colleagueTitle.exec(nearest) ?? [];
  const [, assigned = ''] = caseForColleague.exec(nearest) ?? [];
  const namesColleague = handing !== undefined || assigned !== '' || /^(?:to|with) /i.test(nearest);
  const above = context.headings.at(context.label === '' || isContent ? -2 : -1) ?? '';
  const isBelowColleagues = colleaguesHeading.test(above);
  if (!namesColleague && !isBelowColleagues) return;
  if (/\b(?:templates?|formats?)\b/i.test(above)) return;
  const [, colleague = '', note] =
    /^([^()]+?)(?: (?:when|if|for|before|after|to)\b[^()]*)?\s*(?:\(([^()]*)\))?(?: (?:when|if)\b[^()]*)?$/i.exec(
      assigned || called || nearest,
    ) ?? [];
  const route = { ...routeTo(colleague, context), ...(note !== undefined && { note }) };
  const isKnown = route.parties.some((party) => 'agent' in party);
  // A role is a colleague only where work is handed over, and so is a person: "Escalate to Ada when".
  const isPerson = handing !== undefined && /^\p{Lu}\p{Ll}+$/u.test(colleague);
  if (!isKnown && !(isBelowColleagues && (isRole(colleague) || isPerson))) return;
  const items = list.children.map((item) => ({ task: itemText(item), route, line: itemLine(item) }));
  const isWith = /^with /i.test(nearest) || /\b(?:collaboration|coordination|integration)\b/i.test(above);
  const variant = handing === undefined && isWith ? 'with' : 'to';
  return items.every(({ task }) => task !== '') ? { kind: 'delegations', variant, title: nearest, items } : undefined;
}
