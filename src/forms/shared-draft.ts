import { isRecord, own } from '../lib/safe-json.ts';
import { decodeShareLink, encodePlainShareLink, encodeShareLink, type ShareLinkError } from '../lib/share-link.ts';
import { isKnownAnswer, textProperties, type HandoffContext } from './handoff-context.ts';
import { withPlainLineEnds, type Form, type Values } from './model/form.ts';

/** A filled form in a share link. Links in use depend on the names of its properties. */
export interface SharedDraft extends HandoffContext {
  kind: Form['kind'];
  values: Values;
  /** The name that its sender gave the draft. */
  name?: string;
}

/** Largest number of values and answers: more than any form has, few enough to display. */
const MAX_ENTRIES = 1_000;

const notADraft = 'This link does not contain a filled form. Ask for it again, or for the text.';
const tooManyFields =
  'This link contains more fields than any form has, so it was not opened. Ask for the text instead.';

/** A shared draft whose optional properties may be undefined; JSON leaves those out. */
type Encodable = Pick<SharedDraft, 'kind' | 'values'> & {
  [Key in keyof (HandoffContext & { name?: string })]: SharedDraft[Key] | undefined;
};

/** Encodes a filled form as a link's fragment, without the `#`. */
export function encodeSharedDraft(draft: Encodable): Promise<string | ShareLinkError> {
  return encodeShareLink(draft);
}

/** Encodes a form with short values without compression, synchronously. */
export function encodePlainSharedDraft(draft: SharedDraft): string {
  return encodePlainShareLink(draft);
}

/** Decodes a fragment from an untrusted source into a draft that contains nothing but text. */
export async function decodeSharedDraft(fragment: string): Promise<SharedDraft | ShareLinkError> {
  const decoded = await decodeShareLink(fragment);
  if ('error' in decoded) return decoded;
  const { value } = decoded;
  const kind = isRecord(value) && own(value, 'kind');
  const values = isRecord(value) && own(value, 'values');
  if (!isRecord(value) || !isRecord(values) || (kind !== 'template' && kind !== 'message')) return { error: notADraft };
  const entries = Object.entries(values);
  const known = own(value, 'known') ?? [];
  if (!entries.every(isText) || !Array.isArray(known) || !known.every(isKnownAnswer)) return { error: notADraft };
  if (entries.length + known.length > MAX_ENTRIES) return { error: tooManyFields };
  return {
    kind,
    values: Object.fromEntries(entries.map(([key, text]) => [key, withPlainLineEnds(text)])),
    ...textProperties(value, ['to', 'task', 'name']),
    ...(known.length === 0 ? {} : { known: known.map(({ question, answer }) => ({ question, answer })) }),
  };
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}
