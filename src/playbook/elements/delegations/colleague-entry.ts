import type { Context } from '../element.ts';
import { oneOf } from '../patterns.ts';
import { namesInRow, routeOf } from './colleague-names.ts';
import type { Delegation } from './delegation.ts';

/** A task and a colleague, in one line of a text. */
type Entry = Omit<Delegation, 'line'>;

/** Reads an entry in which a verb sends work to a colleague, or gets it from one: `Work with sql-pro on reports`. */
export function readEntry(text: string, context: Context): Entry | undefined {
  for (const read of readers) {
    const entry = read(text, context);
    if (entry) return entry;
  }
  return undefined;
}

/** Ways to write an entry, in the order in which they are tried. */
const readers: readonly ((text: string, context: Context) => Entry | undefined)[] = [
  readUseInBrackets,
  readUseInstead,
  readHandledBy,
  readVerbFirst,
  readVerbWithObject,
  readVerbAnywhere,
];

/** Verbs right before a colleague's name: "Work closely with sql-pro". They are those of published agents. */
const verbBeforeName = [
  `${oneOf(
    'collaborate, work, coordinate, partner, align, sync, consult, integrate, interface, engage, pair, combine, liaise, team up',
  )}(?:s|ing)?(?: ${oneOf('closely, alongside, together, directly, in parallel')})?(?: with)?`,
  oneOf(`
    with, to, support, assist, help, guide, advise, mentor, consult, engage, call, invoke, leverage, ask, ping, notify,
    pull in, bring in, loop in, tag, use
  `),
  `${oneOf(
    'hand(?:s|ing)? ?(?:over|off), delegates?, escalates?, defers?, reports?, feeds? into, routes?, refers?, passes, assigns?',
  )} to`,
  oneOf('called by, invoked by, used by, triggered by, receives?(?: work| input| tasks)? from'),
].join('|');

/** Verbs with an object before the colleague's name: "Provide figures to cost-watcher". */
const verbWithObject = `${oneOf(`
  provide, share, report, escalate, hand ?(?:off|over), send, pass, deliver, forward, submit, delegate, combine,
  coordinate, align, discuss, review, receive, get, gather, request, collect, obtain, take, accept, sync, integrate,
  validate, plan, consume
`)}(?:s|ing)?`;

/** Words anywhere in an entry that send its task to a colleague: "Query tuning: delegate to `sql-pro` for slow ones". */
const verbInside = [
  `${oneOf(`
    delegated?, escalated?, defer(?:red)?, hand(?:ed)?(?: it)? ?(?:off|over), assign(?:ed)?, rout(?:e|ed), refer(?:red)?,
    transfer(?:red)?
  `)}s?(?:ing)? to`,
  `${oneOf('coordinat, collaborat, partner, consult, pair, align')}(?:es?|s|ing)?(?: closely)? with`,
  'consult',
  `${oneOf('request, suggest, involve, notify, ask')}(?= @)`,
].join('|');

/**
 * What may follow the names. Without it, words that only look like names would match: `Work with third-party APIs`.
 */
const afterNames = `(?:[.;]?$| ${oneOf(
  'on, for, in, to, when, if, about, regarding, with, by, during, after, before, as, via, only',
)}\\b ?| ?[:–—] ?| - | (?=\\())(.*)$`;

/** Matches `Work with sql-pro on reports`. */
const verbFirst = new RegExp(`^(${verbBeforeName})(?::| the)? ${namesInRow}${afterNames}`, 'i');

/** Matches `Provide figures to cost-watcher`. */
const verbWithObjectFirst = new RegExp(
  `^(${verbWithObject}) (.{1,100}?) (to|with|from) (?:the )?${namesInRow}${afterNames}`,
  'i',
);

/** Matches `Query tuning: delegate to sql-pro for slow ones`. */
const verbAnywhere = new RegExp(`^(.{1,300}?)\\b(${verbInside}) (?:the )?${namesInRow}(?=$|[\\s.,;:)"”])(.*)$`, 'i');

/** Matches `Slow queries (use sql-pro)`, in a list of what the agent is not for. */
const inBrackets = new RegExp(
  `^([^(]{1,300})\\((?:use|see|ask|call|try|prefer) (?:the )?${namesInRow}(?= |[,;)])([^()]*)\\)(.*)$`,
  'i',
);

/** Matches `The user wants cakes — use cake-baker`. */
const useInstead = new RegExp(
  `^(.{1,300}?) ?(?:[—–;→]| - |-->?) ?(?:use|see|ask|prefer|redirect to) (?:the )?${namesInRow}(?=$|[\\s.,;)])(.*)$`,
  'i',
);

/** Matches `Oven speed — oven-tuner handles that`, which says who does what the agent does not. */
const handledBy = new RegExp(
  `^([^—–:(]{1,300})(?:[—–:(]| - ) ?(?:that is |that['’]s )?(?:the )?${namesInRow}(?:['’]s\\b| (?:handles?|owns?|covers?|does)\\b)(.*)$`,
  'i',
);

function readUseInBrackets(text: string, context: Context): Entry | undefined {
  const [, task = '', names = '', detail = '', end = ''] = inBrackets.exec(text) ?? [];
  const route = routeOf(names, context);
  return route && { task: `${task.trim()}${end}${detail}`, route, wording: 'use' };
}

function readUseInstead(text: string, context: Context): Entry | undefined {
  const [, task = '', names = '', detail = ''] = useInstead.exec(text) ?? [];
  const route = routeOf(names, context);
  return route && { task: `${task.trim()}${detail}`, route, wording: 'use' };
}

function readHandledBy(text: string, context: Context): Entry | undefined {
  const [, task = '', names = ''] = handledBy.exec(text) ?? [];
  const route = routeOf(names, context);
  return route && { task: task.trim(), route };
}

function readVerbFirst(text: string, context: Context): Entry | undefined {
  const [, wording = '', names = '', task = ''] = verbFirst.exec(text) ?? [];
  const route = routeOf(names, context);
  return route && { task: task.trim(), route, wording };
}

function readVerbWithObject(text: string, context: Context): Entry | undefined {
  const [, start = '', object = '', preposition = '', names = '', detail = ''] = verbWithObjectFirst.exec(text) ?? [];
  const route = routeOf(names, context);
  return route && { task: `${object} ${detail}`.trim(), route, wording: `${start} … ${preposition}` };
}

function readVerbAnywhere(text: string, context: Context): Entry | undefined {
  const [, before = '', wording = '', names = '', after = ''] = verbAnywhere.exec(text) ?? [];
  const route = routeOf(names, context);
  const task = `${before.replace(/[\s(:,"“–—→>-]+$/, '')}${after.replace(/^[)"”]/, '')}`.trim();
  return route && { task: withoutQuotationMark(task), route, wording };
}

/** Returns a text without its only quotation mark: the other one was left out with the name. */
function withoutQuotationMark(text: string): string {
  return text.replace(/^([^"“”]*)["“”]([^"“”]*)$/, '$1$2');
}
