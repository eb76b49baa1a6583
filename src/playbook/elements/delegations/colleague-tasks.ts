import type { List } from 'mdast';
import type { Delegations } from './delegation.ts';
import { nearestTitle, type Place, type Recognised } from '../element.ts';
import { itemLine, itemText } from '../list-item.ts';
import type { Route } from '../route.ts';

/** Labels and headings of a list whose tasks all go to one colleague: "When to escalate to X", "To X (for law)", "With X". */
const colleagueTitle =
  /^(?:(?:when (?:to )?)?(?:escalate|hand ?off|delegate|defer|refer|report)s? to|(to)|(with)) (.+)$/i;

/** Headings of lists that each have the name of a colleague as label. */
const colleaguesHeading = /\b(?:escalation|hand-?offs?|delegation|collaboration|coordination|integration)\b/i;

/** A longer title is a sentence, in UTF-16 code units. */
const MAX_TITLE_LENGTH = 200;

/** Reads a list of tasks below a title that names a colleague of the folder, and nothing else. */
export function readTasksOfColleague(list: List, place: Place): Recognised<Delegations> | undefined {
  const title = nearestTitle(place);
  if (title.length > MAX_TITLE_LENGTH) return;
  const [, , toWith, called = ''] = colleagueTitle.exec(title) ?? [];
  const above = place.headings.at(place.label === '' ? -2 : -1) ?? '';
  if ((called === '' && !colleaguesHeading.test(above)) || /\b(?:templates?|formats?)\b/i.test(above)) return;
  const [, colleague = '', note] =
    /^([^()]+?)(?: (?:when|if|for)\b[^()]*)?\s*(?:\(([^()]*)\))?$/.exec(called || title) ?? [];
  const agent = colleague.toLowerCase().replace(/\s+/g, '-');
  if (!place.names.has(agent)) return;
  const route: Route = {
    written: colleague,
    parties: [{ agent }],
    joined: 'and',
    ...(note !== undefined && { note }),
  };
  const items = list.children.map((item) => ({ task: itemText(item), route, line: itemLine(item) }));
  const form = toWith === undefined && !/\b(?:collaboration|coordination|integration)\b/i.test(above) ? 'to' : 'with';
  return items.every(({ task }) => task !== '') ? { kind: 'delegations', form, items } : undefined;
}
