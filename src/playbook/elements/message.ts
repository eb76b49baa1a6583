import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import {
  nearestTitle,
  type ElementBase,
  type ElementDefinition,
  type Context,
  type Recognised,
  type Recogniser,
} from './element.ts';
import { outputTitleInOtherLanguages } from './other-languages.ts';
import { isOutputTitle, withoutNumber } from './templates/titles.ts';

/** The purpose of a message, which its keys show. */
export type MessagePurpose = 'request' | 'progress' | 'audit';

/** A JSON message of an agent protocol. */
export interface Message extends ElementBase {
  kind: 'message';
  purpose: MessagePurpose;
  /** The JSON as written. */
  text: string;
  /** The words around it, if it is part of a sentence. */
  lead: string;
}

type Json = Record<string, unknown>;

/** Keys whose value is an agent. */
const parties = [
  'agent',
  'agent_name',
  'agent_id',
  'from',
  'from_agent',
  'to',
  'to_agent',
  'target_agent',
  'assigned_to',
];

/** Keys with which an agent says what has become of its task. */
const outcomes = ['status', 'result', 'results', 'deliverables', 'findings', 'task_id', 'next_agent'];

function hasAny(message: Json, keys: readonly string[]): boolean {
  return keys.some((key) => Object.hasOwn(message, key));
}

/** Whether a record is a line of a program's log, which has a level. */
function isLogLine(message: Json): boolean {
  return hasAny(message, ['level', 'severity', 'logger', 'loglevel']);
}

const purposes: readonly { purpose: MessagePurpose; title: string; matches: (message: Json) => boolean }[] = [
  { purpose: 'request', title: 'Context request', matches: (m) => 'requesting_agent' in m || 'request_type' in m },
  { purpose: 'progress', title: 'Progress report', matches: (m) => 'status' in m && ('agent' in m || 'progress' in m) },
  {
    purpose: 'audit',
    title: 'Audit record',
    matches: (m) => hasAny(m, ['operation', 'action', 'event', 'outcome']) && 'timestamp' in m && !isLogLine(m),
  },
  {
    purpose: 'progress',
    title: 'Message',
    matches: (m) => 'type' in m && hasAny(m, ['request_id', 'message_id', 'correlation_id', 'sender', 'recipient']),
  },
  {
    purpose: 'progress',
    title: 'Message',
    matches: (m) =>
      'type' in m && 'from' in m && hasAny(m, ['to', 'story', 'task', 'timestamp', 'ts']) && !isLogLine(m),
  },
  { purpose: 'request', title: 'Task', matches: (m) => 'task' in m && hasAny(m, parties) },
  { purpose: 'progress', title: 'Report', matches: (m) => hasAny(m, parties) && hasAny(m, outcomes) },
];

/** Recognises JSON, fenced or as the only JSON code span of a paragraph, that has the keys of one of the purposes. */
const recogniseMessage: Recogniser<Message> = (node, context) => {
  if (node.type === 'code') return messageIn(node.value, '') ?? announcedMessage(node.value, context);
  if (node.type !== 'paragraph') return;
  const spans = node.children
    .filter((child) => child.type === 'inlineCode')
    .filter(({ value }) => value.startsWith('{'));
  const [span] = spans;
  return spans.length === 1 && span ? messageIn(span.value, textAround(node, span.value)) : undefined;
};

/** Titles and introductions of JSON that an agent answers with, or hands over. */
const announcesMessage =
  /\b(?:outputs?|responses?|reports?|returns?|results?|answers?)\b.{0,40}\b(?:formats?|schema|structure|json|contracts?)\b|\b(?:json|structured) (?:outputs?|responses?|reports?)\b|^(?:produce|emit|return|output)\b.{0,60}\bartifact\b|\b(?:output|return|respond|reply|emit|print|write|produce)\b.{0,60}(?<![.\w])json\b|\bhand-?(?:offs?|overs?)\b|\bstatus (?:files?|updates?|blocks?) (?:formats?|schema|structure)\b|^what you (?:produce|return|output|emit|write)$|\b(?:using|in|with) (?:this|the following) (?:json )?(?:format|structure|schema)$/i;

/** Titles right above such JSON: "Output", "Output structured context". */
const answerTitle = /^(?:always )?(?:output|return|respond|reply|emit|print)\b(?: \w+){0,3}$/i;

/** Paragraphs right above such JSON, also without a colon: "Emit one JSON object that …". */
const asksForJson =
  /^(?:always )?(?:emit|output|return|respond|reply|print|write)\b.{0,60}(?<![.\w])json\b|^json only\b/i;

/** Titles of what a server answers: an example of the work, and not a message between agents. */
const ofServer =
  /\b(?:rest(?:ful)?|api|https?|graphql|endpoint|error|server|webhook|log) (?:responses?|results?|formats?)\b/i;

/** Reads JSON whose keys say nothing about agents, where the words above announce a message. */
function announcedMessage(text: string, context: Context): Recognised<Message> | undefined {
  const above = context.headings.at(-2) ?? '';
  const titles = [nearestTitle(context), context.headings.at(-1) ?? '', context.introduction, isOutputTitle(above) ? above : ''].map(
    withoutNumber,
  );
  const isMessage =
    (titles.some((title) => announcesMessage.test(title) || outputTitleInOtherLanguages.test(title)) ||
      asksForJson.test(context.textAbove ?? '') ||
      answerTitle.test(titles[0] ?? '') ||
      /\bcontracts$/i.test(context.headings.at(-2) ?? '')) &&
    !titles.some((title) => ofServer.test(title));
  if (!isMessage || !parseObject(text)) return;
  const isHandoff = titles.some((title) => /\bhand-?(?:off|over)/i.test(title));
  return {
    kind: 'message',
    purpose: isHandoff ? 'request' : 'progress',
    title: nearestTitle(context) || (isHandoff ? 'Handoff' : 'Report'),
    text,
    lead: '',
  };
}

function messageIn(text: string, lead: string): Recognised<Message> | undefined {
  const message = parseObject(text) ?? firstOfLines(text);
  const match = message && purposes.find(({ matches }) => matches(message));
  return match && { kind: 'message', purpose: match.purpose, title: match.title, text, lead };
}

/** Returns the first of several messages of which each has a line of its own. */
function firstOfLines(text: string): Json | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2 || lines.some((line) => !/^\s*\{.*\}\s*$/.test(line))) return;
  const messages = lines.map(parseObject);
  return messages.every((message) => message !== undefined) ? messages[0] : undefined;
}

function parseObject(text: string): Json | undefined {
  if (!text.trimStart().startsWith('{')) return;
  try {
    const value: unknown = JSON.parse(withoutPlaceholders(text));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return;
  }
}

/** A text in JSON, which stays, or what JSON has not: other choices, comments, placeholders, words without quotation marks. */
const jsonPart =
  /"(?:[^"\\\n]|\\.)*"?|\|\s{0,9}(?:"(?:[^"\\\n]|\\.)*"|\w+)|#[^\n]*|\/\/[^\n]*|:\s{0,9}(?:\.{3}|…)|\{\{[^{}\n]*\}\}|<[^<>\n]*>|[^\s"{}[\],:]+(?:[^\S\n]+[^\s"{}[\],:]+)*/g;

/** Returns JSON with `null` for each placeholder, `{{count}}` or `<number>`, and without what is left out: `…`. */
function withoutPlaceholders(text: string): string {
  if (!/\{\{|<|\.\.\.|…|\/\/|\||#|:\s{0,9}[A-Z]/.test(text)) return text;
  return text
    .replace(jsonPart, (part) => {
      if (part.startsWith('"') || /^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(part)) return part;
      if (part.startsWith(':')) return ': null';
      return /^(?:\/\/|#|\||\.{3}$|…$)/.test(part) ? '' : 'null';
    })
    .replace(/,(?=\s{0,200}[}\]])/g, '');
}

function textAround(paragraph: Paragraph, json: string): string {
  return toString(paragraph)
    .replace(json, () => '')
    .replace(/\s+/g, ' ')
    .trim();
}

export const message: ElementDefinition<Message> = {
  name: { one: 'message', many: 'messages' },
  recognise: recogniseMessage,
  textLines: ({ lead, text }) => [lead, ...text.split('\n').map((line) => line.trim())],
  references: () => [],
};
