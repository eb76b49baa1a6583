import type { List, ListItem, Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isHyphenatedName, mentionedName } from '../agent-names.ts';
import type { Delegation, DelegationForm, Delegations } from './delegation.ts';
import { nearestTitle, titlesAbove, type Place, type Recognised } from './element.ts';
import { itemLabel, itemLine, itemText } from './list-item.ts';
import { announcesTeam, readMember } from './team-members.ts';
import { hasAgents, refersToAgents, type Route } from './route.ts';

/**
 * Verbs right before a colleague's name: "Work closely with sql-pro". From the collaboration lists of published agents.
 */
const verb =
  '(?:collaborate|work|coordinate|partner|align|sync|consult|integrate|interface|engage|pair|combine|liaise|team up)' +
  '(?:s|ing)?(?: (?:closely|alongside|together|directly|in parallel))?(?: with)?|with|to|support|assist|help|guide|advise|mentor|consult|engage|call|invoke|leverage|' +
  'ask|ping|notify|pull in|bring in|loop in|tag|use|' +
  '(?:hand(?:s|ing)? ?(?:over|off)|delegates?|escalates?|defers?|reports?|feeds? into|routes?|refers?|passes|assigns?) to|' +
  '(?:called|invoked|used|triggered) by|receives?(?: work| input| tasks)? from';

/** Verbs with an object before the colleague's name: "Provide figures to cost-watcher". */
const verbWithObject =
  '(?:provide|share|report|escalate|hand ?(?:off|over)|send|pass|deliver|forward|submit|delegate|combine|coordinate|align|' +
  'discuss|review|receive|get|gather|request|collect|obtain|take|accept|sync|integrate|validate|plan|consume)(?:s|ing)?';

/** Words anywhere in an entry that send its task to a colleague: "Query tuning: delegate to `sql-pro` for slow ones". */
const verbInside =
  '(?:(?:delegated?|escalated?|defer(?:red)?|hand(?:ed)?(?: it)? ?(?:off|over)|assign(?:ed)?|rout(?:e|ed)|refer(?:red)?|transfer(?:red)?)s?(?:ing)? to|' +
  '(?:coordinat|collaborat|partner|consult|pair|align)(?:es?|s|ing)?(?: closely)? with|consult)';

const name = '@?[a-z0-9]+(?:[-_][a-z0-9]+)*';
const names = `(${name}(?:(?:, and |, or |, | and | or | & | ?/ ?| ?\\+ ?)${name})*)(?: (?:sub-?)?agents?)?`;

/**
 * What may follow the names. Without it, words that only look like names would match: `Work with third-party APIs`.
 */
const rest =
  '(?:[.;]?$| (?:on|for|in|to|when|if|about|regarding|with|by|during|after|before|as|via|only)\\b ?| ?[:–—] ?| - | (?=\\())(.*)$';

const direct = new RegExp(`^(${verb})(?::| the)? ${names}${rest}`, 'i');
const withObject = new RegExp(`^(${verbWithObject}) (.{1,100}?) (to|with|from) (?:the )?${names}${rest}`, 'i');
const inside = new RegExp(`^(.{1,300}?)\\b(${verbInside}) (?:the )?${names}(?=$|[\\s.,;:)"”])(.*)$`, 'i');

/** Matches `Slow queries (use sql-pro)`, in a list of what the agent is not for. */
const inBrackets = new RegExp(
  `^([^(]{1,300})\\((?:use|see|ask|call|try|prefer) (?:the )?${names}(?= |[,;)])([^()]*)\\)(.*)$`,
  'i',
);

/** Matches `Oven speed — oven-tuner handles that`, which says who does what the agent does not. */
const handledBy = new RegExp(
  `^([^—–:(]{1,300})(?:[—–:(]| - ) ?(?:that is |that['’]s )?(?:the )?${names}(?:['’]s\\b| (?:handles?|owns?|covers?|does)\\b)(.*)$`,
  'i',
);

/** Titles of lists of what the agent is not for, some of which say who is. */
const elsewhereTitle =
  /\b(?:not|never|don['’]t) (?:to )?(?:engage|use|call|invoke|delegate|check|review|cover|handle|own)\b|\b(?:not|never|don['’]t) do:?$|\bout of scope\b/i;

/** Matches `sql-pro: what for`, `@sql-pro - what for`, `sql-pro (what for)`, `sql-pro for reports` and the name alone. */
const nameFirst = new RegExp(`^${names}(?:$| ?[:–—→] ?| - | (?=\\()| (?:for|on|when|if|about) )(.*)$`, 'i');

/** Words in the wording of an entry which say that the work comes from the colleague. */
const inboundWording = /\b(?:from|by)$/i;

/** Verbs with which words that look like names are more often something else: "Use kebab-case for files". */
const weakVerb = /^(?:use|ask|tag|ping|notify|(?:pull|bring|loop) in)$/i;

/** Words in the wording of an entry which say that the work goes to the colleague. */
const outboundWording = /^(?:to$|delegat|escalat|hand|defer|assign|rout|refer|transfer|pass)/i;

/** What a title says about the names below it, in which direction the work goes. */
export const relations: readonly { form: DelegationForm; title: RegExp }[] = [
  {
    form: 'from',
    title:
      /\b(?:called|invoked|activated|used|triggered|delegated) by\b|\b(?:receives?|inputs?|hand-?offs?|works?|requests?|tasks) from\b/i,
  },
  {
    form: 'to',
    title:
      /\b(?:delegates?|hands? ?(?:off|over)|hand-?offs?|escalates?|escalation|reports?|routes?|delegations?|defers?|reporting|provides? \w+)(?: work| tasks)? to\b|\boutputs? goes to\b|\bwhen to (?:hand ?off|delegate|escalate):?$|^(?:calls|invokes|uses)$|^delegat(?:es?|ion)$|\bescalations?$|^(?:agent )?hand-?offs?$/i,
  },
  {
    form: 'with',
    title:
      /\b(?:works?|working|pairs?|shares?(?: \w+)?|integrat\w+|coordinat\w+|collaborat\w+|partner\w*|consults?)(?: \w+ly| well| closely)? with\b|\bcollaborat\w+|\b(?:related|other|available|specialist|companion|sub-?) ?agents\b|\bcoordination$|^see also$/i,
  },
];

/**
 * Reads a list in which most entries name a colleague: `Work with sql-pro on reports`, `**With debugger**: …`, or
 * `sql-pro: reports` under a title such as "Delegates to". The other entries stay in it without a colleague.
 */
export function readCollaborationList(list: List, place: Place): Recognised<Delegations> | undefined {
  const relation = relations.find(({ title }) => title.test(nearestTitle(place)));
  const isElsewhere = elsewhereTitle.test(nearestTitle(place));
  const isTeam = announcesTeam(place);
  const items = list.children.map((item): Delegation => {
    const text = withNameOf(item, place).replace(typographicHyphen, '-');
    const line = itemLine(item);
    const entry =
      readEntry(text, place) ??
      (relation && readNameFirst(text, place)) ??
      readRelation(text, line, place) ??
      (isTeam ? readMember(text, place) : undefined);
    return { ...(entry ?? { task: text }), line };
  });
  const routes = items.flatMap(({ route }) => route ?? []);
  if (isElsewhere) {
    return nameAgentsOfFolder(routes, place) ? { kind: 'delegations', form: 'to', items } : undefined;
  }
  // A single entry is a list of colleagues only if its title says so.
  const isTitled = relation?.title.test(place.label) === true || (relation !== undefined && areKnown(routes, place));
  if (routes.length < (relation ? 1 : 2) || (!isTitled && routes.length * 2 < items.length)) return;
  const wordings = items.flatMap(({ route, wording }) => (route && wording !== undefined ? [wording] : []));
  const isMembers = isTeam && areKnown(routes, place) && routes.length === items.length;
  const isWhole = wordings.length === items.length && items.length > 1 && !wordings.some((word) => weakVerb.test(word));
  if (!isWhole && !isMembers && !nameKnownAgents(routes, place)) return;
  return { kind: 'delegations', form: formOf(wordings) ?? relation?.form ?? 'with', items };
}

/** Reads `Reports to: sql-pro, or the user`: the label says in which direction the work goes. */
function readRelation(text: string, line: number, place: Place): Omit<Delegation, 'line'> | undefined {
  const [, label = '', after = ''] = /^([^:]{1,60}): (.+)$/.exec(text) ?? [];
  if (!relations.some(({ title }) => title.test(label))) return;
  const [first, ...others] = readColleagues(after, line, place) ?? [];
  if (!first?.route || !nameAgentsOfFolder([first.route], place)) return;
  const more = others.map(({ task, route }) => `${route?.written ?? ''} ${task}`.trim());
  return { task: [first.task, ...more].filter((part) => part !== '').join('; '), route: first.route, wording: label };
}

/** Returns the text of an item; a bold name in capital letters is replaced by that of the agent of the folder. */
function withNameOf(item: ListItem, { names: known }: Place): string {
  const text = itemText(item);
  const label = itemLabel(item);
  const written = label.toLowerCase().replace(/\s+/g, '-');
  return label !== text && known.has(written) ? written + text.slice(label.length) : text;
}

/** Returns the direction in which the work goes, if the verbs of the entries tell. */
export function formOf(wordings: readonly string[]): DelegationForm | undefined {
  if (wordings.length === 0) return;
  if (wordings.every((wording) => inboundWording.test(wording))) return 'from';
  return wordings.every((wording) => outboundWording.test(wording)) ? 'to' : 'with';
}

/**
 * Reads a paragraph whose lines say with whom the agent works: `**Delegates to**: sql-pro, css-pro`, or
 * `Reports to: producer for dates`.
 */
export function readCollaborationLines(paragraph: Paragraph, place: Place): Recognised<Delegations> | undefined {
  const text = toString(paragraph);
  if (!text.includes(':') && paragraph.children[0]?.type !== 'strong') return;
  const lines = text.split(/\n(?=\p{Lu}[\p{L} ]{2,40}:\s)/u);
  const first = paragraph.children[0]?.type === 'strong' ? toString(paragraph.children[0]).replace(/:$/, '') : '';
  const items: Delegation[] = [];
  const forms = new Set<DelegationForm>();
  const titles: string[] = [];
  let line = paragraph.position?.start.line ?? 1;
  for (const [index, written] of lines.entries()) {
    const label = index === 0 && first !== '' ? first : (/^[^:\n]{1,60}/.exec(written)?.[0] ?? '');
    const form = relations.find(({ title }) => title.test(label))?.form;
    const colleagues = form && readColleagues(written.slice(label.length).replace(/^\s*:?\s*/, ''), line, place);
    if (!form || !colleagues) return;
    items.push(...colleagues);
    forms.add(form);
    titles.push(label.trim());
    line += written.split('\n').length;
  }
  const [form = 'with'] = forms;
  const title = titles.length === 1 ? (titles[0] ?? '') : nearestTitle(place);
  if (
    !nameKnownAgents(
      items.flatMap(({ route }) => route ?? []),
      { ...place, label: titles.join(' ') },
    )
  )
    return;
  return { kind: 'delegations', form: forms.size === 1 ? form : 'with', title, items };
}

/** Reads `producer for dates, lead-dev for code`. What is not a name belongs to the entry before it. */
export function readColleagues(text: string, line: number, place: Place): Delegation[] | undefined {
  const items: Delegation[] = [];
  for (const part of text
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .split(/(?<=[^,;])[,;] /)) {
    const colleague = readNameFirst(part.replace(/^and /, ''), place);
    const last = items.at(-1);
    if (colleague) items.push({ ...colleague, line });
    else if (last) last.task = last.task === '' ? part : `${last.task}, ${part}`;
    else return;
  }
  return items;
}

/** Hyphens that word processors put between words, so that a line does not end there. */
const typographicHyphen = /[\u2010\u2011]/g;

export function readEntry(text: string, place: Place): Omit<Delegation, 'line'> | undefined {
  const [, task = '', used = '', detail = '', end = ''] = inBrackets.exec(text) ?? [];
  const instead = routeOf(used, place);
  if (instead) return { task: `${task.trim()}${end}${detail}`, route: instead, wording: 'use' };
  const [, handled = '', handlers = ''] = handledBy.exec(text) ?? [];
  const handler = routeOf(handlers, place);
  if (handler) return { task: handled.trim(), route: handler };
  const plain = direct.exec(text);
  const route = plain ? routeOf(plain[2] ?? '', place) : undefined;
  if (plain && route) return { task: (plain[3] ?? '').trim(), route, wording: plain[1] ?? '' };
  const [, what = '', object = '', direction = '', receivers = '', more = ''] = withObject.exec(text) ?? [];
  const receiver = routeOf(receivers, place);
  if (receiver) return { task: `${object} ${more}`.trim(), route: receiver, wording: `${what} … ${direction}` };
  const [, before = '', words = '', others = '', after = ''] = inside.exec(text) ?? [];
  const other = routeOf(others, place);
  return (
    other && {
      task: withoutQuotationMark(`${before.replace(/[\s(:,"“–—→>-]+$/, '')}${after.replace(/^[)"”]/, '')}`.trim()),
      route: other,
      wording: words,
    }
  );
}

/** Returns a text without a quotation mark whose other one was left out with the name. */
function withoutQuotationMark(text: string): string {
  return text.replace(/^([^"“”]*)["“”]([^"“”]*)$/, '$1$2');
}

function readNameFirst(text: string, place: Place): Omit<Delegation, 'line'> | undefined {
  const match = nameFirst.exec(text);
  const route = match ? routeOf(match[1] ?? '', place) : undefined;
  return route && { task: (match?.[2] ?? '').trim(), route };
}

/** Returns a route if every word of the text is a name: with an `@`, with a hyphen, or of the folder's agents. */
function routeOf(text: string, { names: known }: Place): Route | undefined {
  const written = text.toLowerCase();
  // "Escalate to MUST_FIX" is about a level.
  if (/[A-Z]{2}/.test(text) && !known.has(written)) return;
  const parts = written.split(/,? (?:and|or) |, | ?[&/+] ?/);
  const agents = parts.map((part) => (part.startsWith('@') ? mentionedName(part.slice(1), known) : part));
  const areNames = parts.every((part, index) => part.startsWith('@') || isAgentName(agents[index] ?? '', known));
  if (!areNames) return;
  return { written, parties: agents.map((agent) => ({ agent })), joined: / or |\//.test(written) ? 'or' : 'and' };
}

function isAgentName(word: string, known: ReadonlySet<string>): boolean {
  return isHyphenatedName(word) || known.has(word);
}

/** Whether there are several names, all of the folder's agents. Other entries may then be about tools. */
function areKnown(routes: readonly Route[], { names: known }: Place): boolean {
  return (
    routes.length > 1 &&
    routes.every(({ parties }) => parties.every((party) => 'agent' in party && known.has(party.agent)))
  );
}

/** Whether names are agents for sure: one is in the folder, has an `@`, or the titles above mention agents. */
function nameKnownAgents(routes: readonly Route[], place: Place): boolean {
  return nameAgentsOfFolder(routes, place) || refersToAgents(routes.filter(hasAgents), titlesAbove(place));
}

/** Whether one of the names on some routes is that of an agent of the folder. */
export function nameAgentsOfFolder(routes: readonly Route[], place: Place): boolean {
  return routes.some(({ parties }) => parties.some((party) => 'agent' in party && place.names.has(party.agent)));
}
