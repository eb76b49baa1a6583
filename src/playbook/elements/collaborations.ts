import type { List, Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isHyphenatedName, mentionedName } from '../agent-names.ts';
import type { Delegation, DelegationForm, Delegations } from './delegation.ts';
import { nearestTitle, titlesAbove, type Place, type Recognised } from './element.ts';
import { itemLine, itemText } from './list-item.ts';
import { hasAgents, refersToAgents, type Route } from './route.ts';

/**
 * Verbs right before a colleague's name: "Work closely with sql-pro". From the collaboration lists of published agents.
 */
const verb =
  '(?:collaborate|work|coordinate|partner|align|sync|consult|integrate|interface|engage|pair|combine|liaise|team up)' +
  '(?:s|ing)?(?: closely)? with|with|support|assist|help|guide|advise|mentor|consult|engage|call|invoke|leverage|' +
  '(?:hand(?:s|ing)? ?(?:over|off)|delegates?|escalates?|defers?|reports?|feeds? into|routes?|refers?|passes) to|' +
  'defer to|(?:called|invoked|used|triggered) by|receives?(?: work| input| tasks)? from';

/** Verbs with an object before the colleague's name: "Provide figures to cost-watcher". */
const verbWithObject =
  'provide|share|report|escalate|hand ?(?:off|over)|send|pass|deliver|forward|submit|delegate|combine|coordinate|align|' +
  'discuss|review|receive|get|gather|request|collect|obtain|take|accept|sync|integrate|validate|plan';

const name = '@?[a-z0-9]+(?:[-_][a-z0-9]+)*';
const names = `(${name}(?:(?:, and |, or |, | and | or | & | ?/ ?| ?\\+ ?)${name})*)(?: (?:sub-?)?agents?)?`;

/**
 * What may follow the names. Without it, words that only look like names would match: `Work with third-party APIs`.
 */
const rest =
  '(?:[.;]?$| (?:on|for|in|to|when|if|about|regarding|with|by|during|after|before|as)\\b ?| ?[:–—] ?| - | (?=\\())(.*)$';

const direct = new RegExp(`^(${verb})(?::| the)? ${names}${rest}`, 'i');
const withObject = new RegExp(`^(${verbWithObject}) (.{1,100}?) (to|with|from) (?:the )?${names}${rest}`, 'i');

/** Matches `sql-pro: what for`, `@sql-pro - what for`, `sql-pro (what for)` and the name alone. */
const nameFirst = new RegExp(`^${names}(?:$| ?[:–—→] ?| - | (?=\\())(.*)$`, 'i');

/** Words in the wording of an entry which say that the work comes from the colleague. */
const inboundWording = /\b(?:from|by)$/i;

/** What a title says about the names below it, in which direction the work goes. */
const relations: readonly { form: DelegationForm; title: RegExp }[] = [
  {
    form: 'from',
    title:
      /\b(?:called|invoked|used|triggered|delegated) by\b|\b(?:receives?|inputs?|hand-?offs?|works?|requests?) from\b/i,
  },
  {
    form: 'to',
    title:
      /\b(?:delegates?|hands? ?(?:off|over)|hand-?offs?|escalates?|escalation|reports?|routes?|delegations?)(?: work| tasks)? to\b|^(?:calls|invokes|uses)$/i,
  },
  {
    form: 'with',
    title:
      /\b(?:works?|working|pairs?|integrat\w+|coordinat\w+|collaborat\w+) with\b|\bcollaborat\w+|\b(?:related|other|available|specialist|companion|sub-?) ?agents\b/i,
  },
];

/**
 * Reads a list in which most entries name a colleague: `Work with sql-pro on reports`, `**With debugger**: …`, or
 * `sql-pro: reports` under a title such as "Delegates to". The other entries stay in it without a colleague.
 */
export function readCollaborationList(list: List, place: Place): Recognised<Delegations> | undefined {
  const relation = relations.find(({ title }) => title.test(nearestTitle(place)));
  const items = list.children.map((item): Delegation => {
    const text = itemText(item);
    const line = itemLine(item);
    return { ...(readEntry(text, place) ?? (relation && readNameFirst(text, place)) ?? { task: text }), line };
  });
  const routes = items.flatMap(({ route }) => route ?? []);
  if (routes.length < 2 || routes.length * 2 < items.length) return;
  const isWhole = items.every(({ route, wording }) => route && wording !== undefined);
  if (!isWhole && !nameKnownAgents(routes, place)) return;
  const areInbound = items.every(({ route, wording }) => !route || inboundWording.test(wording ?? ''));
  const hasVerbs = items.some(({ wording }) => wording !== undefined);
  const form = areInbound ? 'from' : hasVerbs ? 'with' : (relation?.form ?? 'with');
  return { kind: 'delegations', form, items };
}

/** Reads `**Delegates to**: sql-pro, css-pro` as a paragraph. */
export function readCollaborationLine(paragraph: Paragraph, place: Place): Recognised<Delegations> | undefined {
  const [first] = paragraph.children;
  if (first?.type !== 'strong') return;
  const title = toString(first).replace(/:$/, '').trim();
  const form = relations.find((relation) => relation.title.test(title))?.form;
  const written = toString(paragraph)
    .slice(toString(first).length)
    .replace(/^\s*:?\s*/, '')
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');
  const match = form && new RegExp(`^${names}$`, 'i').exec(written);
  const route = match ? routeOf(match[1] ?? '', place) : undefined;
  if (!form || !route || !nameKnownAgents([route], { ...place, label: title })) return;
  return { kind: 'delegations', form, title, items: [{ task: '', route, line: paragraph.position?.start.line ?? 1 }] };
}

function readEntry(text: string, place: Place): Omit<Delegation, 'line'> | undefined {
  const plain = direct.exec(text);
  const route = plain ? routeOf(plain[2] ?? '', place) : undefined;
  if (plain && route) return { task: (plain[3] ?? '').trim(), route, wording: plain[1] ?? '' };
  const [, what = '', object = '', direction = '', receivers = '', more = ''] = withObject.exec(text) ?? [];
  const receiver = routeOf(receivers, place);
  if (!receiver) return;
  return { task: `${object} ${more}`.trim(), route: receiver, wording: `${what} … ${direction}` };
}

function readNameFirst(text: string, place: Place): Omit<Delegation, 'line'> | undefined {
  const match = nameFirst.exec(text);
  const route = match ? routeOf(match[1] ?? '', place) : undefined;
  return route && { task: (match?.[2] ?? '').trim(), route };
}

/** Returns a route if every word of the text is a name: with an `@`, with a hyphen, or of the folder's agents. */
function routeOf(text: string, { names: known }: Place): Route | undefined {
  const written = text.toLowerCase();
  const parts = written.split(/,? (?:and|or) |, | ?[&/+] ?/);
  const agents = parts.map((part) => (part.startsWith('@') ? mentionedName(part.slice(1), known) : part));
  const areNames = parts.every((part, index) => part.startsWith('@') || isAgentName(agents[index] ?? '', known));
  if (!areNames) return;
  return { written, parties: agents.map((agent) => ({ agent })), joined: / or |\//.test(written) ? 'or' : 'and' };
}

function isAgentName(word: string, known: ReadonlySet<string>): boolean {
  return isHyphenatedName(word) || known.has(word);
}

/** Whether names are agents for sure: one is in the folder, has an `@`, or the titles above mention agents. */
function nameKnownAgents(routes: readonly Route[], place: Place): boolean {
  const areInFolder = routes.some(({ parties }) =>
    parties.some((party) => 'agent' in party && place.names.has(party.agent)),
  );
  return areInFolder || refersToAgents(routes.filter(hasAgents), titlesAbove(place));
}
