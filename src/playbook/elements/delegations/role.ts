import type { Context } from '../element.ts';
import { oneOf } from '../patterns.ts';
import type { Party, Route } from '../route.ts';
import type { Delegation } from './delegation.ts';

/** Nouns of people who do a part of the work. */
const roleNoun = oneOf(`
  teams?, leads?, engineers?, developers?, devs?, managers?, designers?, architects?, analysts?, reviewers?, specialists?,
  experts?, owners?, stakeholders?, officers?, testers?, writers?, coordinators?, orchestrators?, researchers?,
  scientists?, admin(?:istrator)?s?, directors?, agents?, consultants?, auditors?, strategists?, operators?, editors?,
  planners?, marketers?, users?, leadership, counsel, C[A-Z]O
`);

const article = '(?:the |your |our |an? )?';

const roleWords = '[\\p{L}\\p{N}&/+-]{1,30}(?: [\\p{L}\\p{N}&/+-]{1,30}){0,4}?';

const wholeRole = new RegExp(`^${article}(?:[\\p{L}\\p{N}&/+-]{1,30} ){0,4}${roleNoun}$`, 'iu');

/** Verbs with which authors send work to a role. Others, such as "support" and "use", do not send work to anyone. */
const roleVerb = oneOf(`
  (?:collaborate|work|coordinate|partner|align|sync|consult|integrate|interface|engage|pair|combine|liaise|team up)(?:s|ing)?(?: (?:closely|alongside|together|directly))?(?: with)?,
  with, to, call, invoke, involve, notify,
  (?:hand(?:s|ing)? ?(?:over|off)|delegates?|escalates?|defers?|reports?|routes?|refers?|passes|assigns?)(?: \\w+)? to,
  (?:called|invoked) by, receives?(?: \\w+)? from
`);

/** What may follow a role: a sign, or a word that begins what is done with it. */
const afterRole =
  '(?:[.;]?$| (?:on|for|in|to|when|whenever|if|about|regarding|during|after|before|as|via)\\b ?| ?[:–—] ?| - | (?=\\())(.*)$';

const afterVerb = new RegExp(`^(${roleVerb}) ${article}(${roleWords})${afterRole}`, 'iu');

const alone = new RegExp(`^${article}(${roleWords})(?:$| ?[:–—→] ?| - | (?=\\()| (?:for|on|when|if) )(.*)$`, 'iu');

/** Whether each word of a name begins with a capital letter, as in a title: `Tech Lead`, `Head of QA Team`. */
function isInTitleCase(name: string): boolean {
  return name.split(' ').every((word) => /^(?:\p{Lu}|\p{N}|&|\/|(?:and|or|of)$)/u.test(word));
}

/** Reads `Works with the security team on leaks` and `Tech Lead: design`, with a role instead of an agent. */
export function readRole(text: string, context: Context): Omit<Delegation, 'line'> | undefined {
  const [, wording = '', receiver = '', task = ''] = afterVerb.exec(text) ?? [];
  if (isColleague(receiver, context)) return { task: task.trim(), route: routeTo(receiver, context), wording };
  const [, name = '', what = ''] = alone.exec(text) ?? [];
  return isInTitleCase(name) && isColleague(name, context)
    ? { task: what.trim(), route: routeTo(name, context) }
    : undefined;
}

/** Whether a text is a role, or the name of an agent of the folder. */
export function isColleague(text: string, { names }: Context): boolean {
  return text !== '' && (isRole(text) || names.has(nameOf(text)));
}

/** Whether a text is the name of an agent of the folder. */
export function isAgentOfFolder(text: string, { names }: Context): boolean {
  return names.has(nameOf(text)) || names.has(text.toLowerCase());
}

/** Whether a text is nothing but a role: `Tech Lead`, `the security team`. */
export function isRole(text: string): boolean {
  return wholeRole.test(text);
}

/** Returns the route to one colleague, which is an agent if the folder has one of that name: `Code Reviewer`. */
export function routeTo(written: string, { names }: Context): Route {
  const agent = nameOf(written);
  const party: Party = names.has(agent) ? { agent } : { role: written };
  return { written, parties: [party], joined: 'and' };
}

/** Returns words as the name of an agent: `Oven Master` → `oven-master`. */
function nameOf(words: string): string {
  return words.toLowerCase().replace(/^@/, '').replace(/\s+/g, '-');
}
