import { withPlainLineEnds, type Form, type Values } from './model/form.ts';
import { isKnown, textsIn } from './drafts/parse-context.ts';
import { encodeShareLink, encodePlainShareLink, decodeShareLink, type ShareLinkError } from '../lib/share-link.ts';
import type { Handover } from './prompt.ts';
import { isRecord, own } from '../lib/safe-json.ts';

export { isShareLink as isShared } from '../lib/share-link.ts';

/** A filled form as it travels in a link. */
export interface Shared extends Handover {
  kind: Form['kind'];
  values: Values;
  /** What its sender calls the draft. */
  name?: string;
}

/** More than any form has, and few enough to be shown. */
const MOST_ENTRIES = 1_000;

const notAForm = 'This link does not hold a filled form. Ask for it again, or for the text.';
const tooMany = 'This link holds more fields than any form has, so it was not opened. Ask for the text instead.';

/** A filled form of which something may be undefined, and is left out. */
type Sendable = Pick<Shared, 'kind' | 'values'> & {
  [Key in keyof (Handover & { name?: string })]: Shared[Key] | undefined;
};

/** A filled form as a link's fragment, without the `#`; or why there can be no link. */
export function encodeShared(shared: Sendable): Promise<string | ShareLinkError> {
  return encodeShareLink(shared);
}

/** The same at once, for a form of which little is filled in. */
export function linkShared(shared: Shared): string {
  return encodePlainShareLink(shared);
}

/** The inverse, for a fragment of any origin. What comes out is text and nothing else. */
export async function decodeShared(fragment: string): Promise<Shared | ShareLinkError> {
  const unpacked = await decodeShareLink(fragment);
  if ('problem' in unpacked) return unpacked;
  const { value } = unpacked;
  const kind = isRecord(value) && own(value, 'kind');
  const values = isRecord(value) && own(value, 'values');
  if (!isRecord(value) || !isRecord(values) || (kind !== 'template' && kind !== 'message'))
    return { problem: notAForm };
  const typed = Object.entries(values);
  const known = own(value, 'known') ?? [];
  if (!typed.every(isText) || !Array.isArray(known) || !known.every(isKnown)) return { problem: notAForm };
  if (typed.length + known.length > MOST_ENTRIES) return { problem: tooMany };
  return {
    kind,
    values: Object.fromEntries(typed.map(([key, text]) => [key, withPlainLineEnds(text)])),
    ...textsIn(value, ['to', 'task', 'name']),
    ...(known.length === 0 ? {} : { known: known.map(({ question, answer }) => ({ question, answer })) }),
  };
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}
