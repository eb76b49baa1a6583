import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isHyphenatedName } from '../../agent-names.ts';
import type { Context } from '../element.ts';
import { oneOf } from '../patterns.ts';
import type { Delegation } from './delegation.ts';

/** Longest paragraph to read, in UTF-16 code units. */
const MAX_LENGTH = 2000;

/** Names in a row: `baker`, `baker, miller or grocer`. */
const plainNames = '([a-z0-9_-]+(?:(?:,? (?:or|and) |, )[a-z0-9_-]+){0,6})';

const referringVerb = oneOf(
  'use, see, ask, call, invoke, consult, (?:delegate|defer|redirect|refer|escalate|route) to',
);

/** Matches "For slow queries, use sql-pro", which says who does what the agent does not. */
const referral = new RegExp(
  `^For (.{1,200}), (${referringVerb}) (?:the )?${plainNames}(?: (?:sub-?)?agents?)?(?: instead| with .{1,60})?\\.?$`,
);

const handOverVerb =
  '(?:hand|escalate|delegate|defer|refer|route|pass|send)(?: (?:it|this|that|work|back|off|over|the \\w+)){0,2} to';

const startVerb = oneOf('call, invoke, spawn, dispatch, use, consult');

/** Matches "If the oven is broken, hand off to the oven-tuner agent with the log". */
const conditional = new RegExp(
  '^(?:If|When|Whenever|Once) (.{1,200}?), ' +
    `(${handOverVerb}|${startVerb}) (?:the |your )?` +
    '@?([a-z0-9]+(?:[-_][a-z0-9]+)*)( (?:sub-?)?agent)?(?![\\w-])(.{0,300})$',
);

/** Matches "Hand the plan to `baker` for the details": the receiver of a result. */
const handing = new RegExp(
  '^(?:(?:Then|Finally|Always),? )?((?:[Hh]and|[Pp]ass|[Ee]scalate|[Dd]elegate|[Rr]oute|[Ff]orward|[Ss]ubmit)(?: (?:off|over))?)' +
    '(?: (.{1,80}?))? to (?:the )?@?([a-z0-9]+(?:[-_][a-z0-9]+)*)(?: (?:sub-?)?agent)?(?: ?[(,—–-]? ?(.{0,300}))?$',
);

/** Matches "Delegate: slow queries to sql-pro; pages to web-pro", also after a few words. */
const delegateLine = /^.{0,60}?\bdelegate:\s+(\S.*)$/i;

/** Matches a part of such a sentence: "slow queries to sql-pro". */
const delegated = /^(.{1,300}) to (?:the )?([a-z0-9_-]+)\.?$/;

/** What a paragraph has to contain so that its sentences are read. */
const mayReferPattern =
  /(?:^|\s)For |\bdelegate:|^(?:If|When|Whenever|Once|(?:Then |Finally,? |Always )?(?:Hand|Pass|Escalate|Delegate|Route|Forward|Submit)) /i;

/** Reads a paragraph of sentences that hand over work, below any heading. At most half of them are about something else. */
export function readReferrals(paragraph: Paragraph, { names }: Context): Delegation[] | undefined {
  const written = toString(paragraph)
    .trim()
    .replace(/^(?:important|note|remember): /i, '');
  if (!mayReferPattern.test(written) || written.length > MAX_LENGTH) return;
  const line = paragraph.position?.start.line ?? 1;
  const sentences = written.replace(/\s+/g, ' ').split(/(?<=\.) (?=\p{Lu})/u);
  const items = sentences.flatMap(
    (sentence) =>
      readDelegateLine(sentence, line, names) ?? [
        readConditional(sentence, line, names) ??
          readHanding(sentence, line, names) ??
          readReferral(sentence, line, names),
      ],
  );
  const referrals = items.filter(({ route }) => route).length;
  const isFirst = items[0]?.route !== undefined || !written.startsWith('For ');
  return isFirst && referrals > 0 && referrals * 2 >= items.length ? items : undefined;
}

function readReferral(sentence: string, line: number, names: ReadonlySet<string>): Delegation {
  const [, task = '', wording = '', written = ''] = referral.exec(sentence) ?? [];
  const agents = written.split(/,? (?:or|and) |, /);
  if (!agents.every((agent) => names.has(agent))) return { task: sentence, line };
  const joined = written.includes(' and ') || agents.length === 1 ? 'and' : 'or';
  return { task, route: { written, parties: agents.map((agent) => ({ agent })), joined }, wording, line };
}

function readConditional(sentence: string, line: number, names: ReadonlySet<string>): Delegation | undefined {
  const [, task = '', wording = '', agent = '', noun, rest = ''] = conditional.exec(sentence) ?? [];
  const isAgent = names.has(agent) || (noun !== undefined && isHyphenatedName(agent));
  if (!isAgent) return;
  const detail = rest.replace(/^[\s,]+|[.:]$/g, '');
  const route = { written: agent, parties: [{ agent }], joined: 'and' as const };
  return { task: detail === '' ? task : `${task}, ${detail}`, route, wording, line };
}

function readHanding(sentence: string, line: number, names: ReadonlySet<string>): Delegation | undefined {
  const [, verb = '', object = '', agent = '', detail = ''] = handing.exec(sentence.replace(/\.$/, '')) ?? [];
  // Above a list, it only introduces what is handed over.
  if (!names.has(agent) || /[:：]$/.test(sentence)) return;
  const task = `${object} ${detail}`.trim();
  const route = { written: agent, parties: [{ agent }], joined: 'and' as const };
  return { task: task === '' ? sentence : task, route, wording: `${verb} to`, line };
}

/** Reads the parts of a sentence "Delegate: …; …", of which the first names an agent. */
function readDelegateLine(sentence: string, line: number, names: ReadonlySet<string>): Delegation[] | undefined {
  const parts = delegateLine.exec(sentence)?.[1]?.split(/;\s+/);
  const items = parts?.map((part): Delegation => {
    const [, task = '', agent = ''] = delegated.exec(part) ?? [];
    if (!names.has(agent)) return { task: part, line };
    return { task, route: { written: agent, parties: [{ agent }], joined: 'and' }, wording: 'delegate to', line };
  });
  return items?.[0]?.route ? items : undefined;
}
