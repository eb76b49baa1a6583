import type { List } from 'mdast';
import type { Context } from '../element.ts';
import { itemLine, itemText } from '../list-item.ts';
import type { Delegation } from './delegation.ts';
import { isColleague, routeTo } from './role.ts';

/** Matches `Ada (Head Baker): shape` and `Ada/Max (Ovens) — heat`: people with what they are. */
const personFirst =
  /^(\p{Lu}[\p{L}'’.-]{0,30}(?:(?: |\/)\p{Lu}[\p{L}'’.-]{0,30}){0,3}) \(([^()]{2,60})\)\s?(?:[:–—]|-\s)\s?(\S.*)$/u;

/** Matches `To Ada: when the dough is cold`. */
const handedTo = /^(to|with|from) (\p{L}[\p{L}&/-]{0,30}(?: [\p{L}&/-]{1,30}){0,3}): (\S.*)$/iu;

/**
 * Reads a list in which each entry begins with a person, with their role in brackets. What is in brackets is a role if
 * one of the entries has a word such as "developer", so call it only for lists whose title is about colleagues.
 */
export function readPeople({ children }: List, context: Context): Delegation[] | undefined {
  const entries = children.map((item) => ({ match: personFirst.exec(itemText(item)), line: itemLine(item) }));
  if (entries.length < 2 || entries.some(({ match }) => !match)) return;
  if (!entries.some(({ match }) => isColleague(match?.[2] ?? '', context))) return;
  return entries.map(({ match, line }) => {
    const [, name = '', role = '', task = ''] = match ?? [];
    const route = routeTo(role, context);
    const isKnown = route.parties.some((party) => 'agent' in party);
    return { task, route: isKnown ? route : routeTo(`${name} (${role})`, context), line };
  });
}

/** Reads a list in which each entry begins with the receiver of the work: `To Ada: when the dough is cold`. */
export function readReceivers({ children }: List, context: Context): Delegation[] | undefined {
  const entries = children.map((item) => ({ match: handedTo.exec(itemText(item)), line: itemLine(item) }));
  if (entries.length < 2 || entries.some(({ match }) => !match)) return;
  return entries.map(({ match, line }) => {
    const [, wording = '', name = '', task = ''] = match ?? [];
    return { task, route: routeTo(name, context), wording, line };
  });
}
