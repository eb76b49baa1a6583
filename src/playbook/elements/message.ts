import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import {
  nearestHeading,
  nearestTitle,
  outerHeading,
  type Context,
  type ElementBase,
  type ElementDefinition,
  type Recognised,
  type Recogniser,
} from './element.ts';
import { outputTitleInOtherLanguages } from './other-languages.ts';
import { anyOf, oneOf, pattern } from './patterns.ts';
import { isOutputTitle, withoutNumber } from './templates/titles.ts';

/** The purpose of a message, which its keys show. */
export type MessagePurpose = 'request' | 'progress' | 'audit';

/** A JSON message of an agent protocol. */
export interface Message extends ElementBase {
  kind: 'message';
  purpose: MessagePurpose;
  /** The JSON as written. */
  text: string;
  /** The sentence that contains it, without the JSON; empty if it is in a fence. */
  sentence: string;
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

/** Whether JSON is a line of a program's log, which has a level. */
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

/**
 * Recognises JSON that has the keys of one of the purposes, in a fence or as the only JSON in the code of a paragraph, and
 * fenced JSON that the words above call a message.
 */
const recogniseMessage: Recogniser<Message> = (node, context) => {
  if (node.type === 'code') return messageByKeys(node.value, '') ?? messageByTitle(node.value, context);
  if (node.type !== 'paragraph') return;
  const spans = node.children
    .filter((child) => child.type === 'inlineCode')
    .filter(({ value }) => value.startsWith('{'));
  const [span] = spans;
  return spans.length === 1 && span ? messageByKeys(span.value, textAround(node, span.value)) : undefined;
};

/** Titles and introductions of JSON that an agent answers with, or hands over. */
const messageTitle = anyOf(
  pattern`\b${oneOf('outputs?, responses?, reports?, returns?, results?, answers?')}\b.{0,40}\b${oneOf(
    'formats?, schema, structure, json, contracts?',
  )}\b`,
  /\b(?:json|structured) (?:outputs?|responses?|reports?)\b/i,
  /^(?:produce|emit|return|output)\b.{0,60}\bartifact\b/i,
  pattern`\b${oneOf('output, return, respond, reply, emit, print, write, produce')}\b.{0,60}(?<![.\w])json\b`,
  /\bhand-?(?:offs?|overs?)\b/i,
  /\bstatus (?:files?|updates?|blocks?) (?:formats?|schema|structure)\b/i,
  /^what you (?:produce|return|output|emit|write)$/i,
  /\b(?:using|in|with) (?:this|the following) (?:json )?(?:format|structure|schema)$/i,
);

/** Titles right above such JSON that begin with a verb: "Output", "Output structured context". */
const answerVerbTitle = /^(?:always )?(?:output|return|respond|reply|emit|print)\b(?: \w+){0,3}$/i;

/** Paragraphs right above such JSON, with or without a colon: "Emit one JSON object that …". */
const asksForJson =
  /^(?:always )?(?:emit|output|return|respond|reply|print|write)\b.{0,60}(?<![.\w])json\b|^json only\b/i;

/** Titles of what a server answers, which is an example of the agent's work, and not a message between agents. */
const serverTitle =
  /\b(?:rest(?:ful)?|api|https?|graphql|endpoint|error|server|webhook|log) (?:responses?|results?|formats?)\b/i;

/** Reads JSON whose keys say nothing about agents, but whose titles say that it is a message. */
function messageByTitle(text: string, context: Context): Recognised<Message> | undefined {
  const nearest = withoutNumber(nearestTitle(context));
  const outer = outerHeading(context);
  const titles = [
    nearest,
    ...[nearestHeading(context), context.introduction, isOutputTitle(outer) ? outer : ''].map(withoutNumber),
  ];
  const isMessage =
    titles.some((title) => messageTitle.test(title) || outputTitleInOtherLanguages.test(title)) ||
    asksForJson.test(context.textAbove ?? '') ||
    answerVerbTitle.test(nearest) ||
    /\bcontracts$/i.test(outer);
  if (!isMessage || titles.some((title) => serverTitle.test(title)) || !parseObject(text)) return;
  const isHandoff = titles.some((title) => /\bhand-?(?:off|over)/i.test(title));
  return {
    kind: 'message',
    purpose: isHandoff ? 'request' : 'progress',
    title: nearestTitle(context) || (isHandoff ? 'Handoff' : 'Report'),
    text,
    sentence: '',
  };
}

/** Reads JSON whose keys are those of a message. */
function messageByKeys(text: string, sentence: string): Recognised<Message> | undefined {
  const message = parseObject(text) ?? firstOfLines(text);
  const match = message && purposes.find(({ matches }) => matches(message));
  return match && { kind: 'message', purpose: match.purpose, title: match.title, text, sentence };
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

/**
 * Matches a text in quotation marks, which stays; or what is not valid in JSON: other choices, comments, placeholders and
 * words without quotation marks.
 */
const jsonPart =
  /"(?:[^"\\\n]|\\.)*"?|\|\s{0,9}(?:"(?:[^"\\\n]|\\.)*"|\w+)|#[^\n]*|\/\/[^\n]*|:\s{0,9}(?:\.{3}|…)|\{\{[^{}\n]*\}\}|<[^<>\n]*>|[^\s"{}[\],:]+(?:[^\S\n]+[^\s"{}[\],:]+)*/g;

/** Returns valid JSON: with `null` instead of a placeholder such as `{{count}}` or `<number>`, and without comments and `…`. */
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
  textLines: ({ sentence, text }) => [sentence, ...text.split('\n').map((line) => line.trim())],
  references: () => [],
};
