import { isHyphenatedName, mentionedName } from '../../agent-names.ts';
import type { Context } from '../element.ts';
import type { Route } from '../route.ts';
import type { Delegation } from './delegation.ts';
import { readRole } from './role.ts';

/** Verbs right before a colleague's name: "Work closely with sql-pro". They are those of published agents. */
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
  '(?:coordinat|collaborat|partner|consult|pair|align)(?:es?|s|ing)?(?: closely)? with|consult|(?:request|suggest|involve|notify|ask)(?= @))';

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

/** Matches `The user wants cakes — use cake-baker`. */
const useInstead = new RegExp(
  `^(.{1,300}?) ?(?:[—–;→]| - |-->?) ?(?:use|see|ask|prefer|redirect to) (?:the )?${names}(?=$|[\\s.,;)])(.*)$`,
  'i',
);

/** Matches `Oven speed — oven-tuner handles that`, which says who does what the agent does not. */
const handledBy = new RegExp(
  `^([^—–:(]{1,300})(?:[—–:(]| - ) ?(?:that is |that['’]s )?(?:the )?${names}(?:['’]s\\b| (?:handles?|owns?|covers?|does)\\b)(.*)$`,
  'i',
);

/** Matches `sql-pro: what for`, `@sql-pro - what for`, `sql-pro (what for)`, `sql-pro for reports` and the name alone. */
const nameFirst = new RegExp(`^${names}(?:$| ?[:–—→] ?| - | (?=\\()| (?:for|on|when|if|about) )(.*)$`, 'i');

/** Reads an entry in which a verb sends work to a colleague or gets it from one: `Work with sql-pro on reports`. */
export function readEntry(text: string, context: Context): Omit<Delegation, 'line'> | undefined {
  const [, task = '', used = '', detail = '', end = ''] = inBrackets.exec(text) ?? [];
  const instead = routeOf(used, context);
  if (instead) return { task: `${task.trim()}${end}${detail}`, route: instead, wording: 'use' };
  const [, need = '', better = '', note = ''] = useInstead.exec(text) ?? [];
  const other = routeOf(better, context);
  if (other) return { task: `${need.trim()}${note}`, route: other, wording: 'use' };
  const [, handled = '', handlers = ''] = handledBy.exec(text) ?? [];
  const handler = routeOf(handlers, context);
  if (handler) return { task: handled.trim(), route: handler };
  const plain = direct.exec(text);
  const route = plain ? routeOf(plain[2] ?? '', context) : undefined;
  if (plain && route) return { task: (plain[3] ?? '').trim(), route, wording: plain[1] ?? '' };
  const [, what = '', object = '', direction = '', receivers = '', more = ''] = withObject.exec(text) ?? [];
  const receiver = routeOf(receivers, context);
  if (receiver) return { task: `${object} ${more}`.trim(), route: receiver, wording: `${what} … ${direction}` };
  const [, before = '', words = '', others = '', after = ''] = inside.exec(text) ?? [];
  const colleague = routeOf(others, context);
  return (
    colleague && {
      task: withoutQuotationMark(`${before.replace(/[\s(:,"“–—→>-]+$/, '')}${after.replace(/^[)"”]/, '')}`.trim()),
      route: colleague,
      wording: words,
    }
  );
}

/** Returns a text without its only quotation mark: the other one was left out with the name. */
function withoutQuotationMark(text: string): string {
  return text.replace(/^([^"“”]*)["“”]([^"“”]*)$/, '$1$2');
}

/** Reads an entry that begins with the name of a colleague: `sql-pro: reports`. Call it only where names are expected. */
export function readNameFirst(text: string, context: Context): Omit<Delegation, 'line'> | undefined {
  const match = nameFirst.exec(text);
  const route = match ? routeOf(match[1] ?? '', context) : undefined;
  return route && { task: (match?.[2] ?? '').trim(), route };
}

/**
 * Reads `producer for dates, lead-dev for code`; `undefined` if the text does not begin with a colleague. Words that name
 * no one belong to the colleague before them.
 */
export function readColleagues(text: string, line: number, context: Context): Delegation[] | undefined {
  const items: Delegation[] = [];
  for (const part of text
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '')
    .split(/(?<=[^,;])[,;] /)) {
    const entry = part.replace(/^and /, '');
    const colleague = readNameFirst(entry, context) ?? readRole(entry, context);
    const last = items.at(-1);
    if (colleague) items.push({ ...colleague, line });
    else if (last) last.task = last.task === '' ? part : `${last.task}, ${part}`;
    else return;
  }
  return items;
}

/** Returns a route if every word of the text is a name: with an `@`, with a hyphen, or of the folder's agents. */
function routeOf(text: string, { names: known }: Context): Route | undefined {
  const written = text.toLowerCase();
  // "Escalate to MUST_FIX" is about a level.
  if (/[A-Z]{2}/.test(text) && !known.has(written)) return;
  // `@Inject` is an annotation in a program.
  if (/@[A-Z]/.test(text) && !known.has(written.replace(/^@/, ''))) return;
  const parts = written.split(/,? (?:and|or) |, | ?[&/+] ?/);
  const agents = parts.map((part) => (part.startsWith('@') ? mentionedName(part.slice(1), known) : part));
  const areNames = parts.every((part, index) => part.startsWith('@') || isAgentName(agents[index] ?? '', known));
  if (!areNames) return;
  return { written, parties: agents.map((agent) => ({ agent })), joined: / or |\//.test(written) ? 'or' : 'and' };
}

function isAgentName(word: string, known: ReadonlySet<string>): boolean {
  return isHyphenatedName(word) || known.has(word);
}
