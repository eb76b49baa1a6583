import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ElementBase, Recognised, Recogniser } from './element.ts';

/** What a message is for, by the keys that give it away. */
export type MessagePurpose = 'request' | 'progress' | 'audit';

/** A JSON message of an agent protocol. */
export interface Message extends ElementBase {
  kind: 'message';
  purpose: MessagePurpose;
  /** The JSON as written. */
  text: string;
  /** What the author says before it, where it stands inside a sentence. */
  lead: string;
}

type Json = Record<string, unknown>;

const signs: readonly { purpose: MessagePurpose; title: string; fits: (message: Json) => boolean }[] = [
  { purpose: 'request', title: 'Context request', fits: (m) => 'requesting_agent' in m || 'request_type' in m },
  { purpose: 'progress', title: 'Progress report', fits: (m) => 'status' in m && ('agent' in m || 'progress' in m) },
  {
    purpose: 'audit',
    title: 'Audit record',
    fits: (m) => 'timestamp' in m && ['operation', 'action', 'event', 'outcome'].some((key) => key in m),
  },
];

/** Claims JSON, fenced or as one code span in a paragraph, that is a request, a report or an audit record. */
export const recogniseMessage: Recogniser<Message> = (node) => {
  if (node.type === 'code') return claim(node.value, '');
  if (node.type !== 'paragraph') return;
  const spans = node.children
    .filter((child) => child.type === 'inlineCode')
    .filter(({ value }) => value.startsWith('{'));
  const [span] = spans;
  return spans.length === 1 && span ? claim(span.value, leadOf(node, span.value)) : undefined;
};

function claim(text: string, lead: string): Recognised<Message> | undefined {
  const message = parseObject(text);
  const sign = message && signs.find(({ fits }) => fits(message));
  return sign && { kind: 'message', purpose: sign.purpose, title: sign.title, text, lead };
}

function parseObject(text: string): Json | undefined {
  if (!text.trimStart().startsWith('{')) return;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return;
  }
}

function leadOf(paragraph: Paragraph, json: string): string {
  return toString(paragraph)
    .replace(json, () => '')
    .replace(/\s+/g, ' ')
    .trim();
}
