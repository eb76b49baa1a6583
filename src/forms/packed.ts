/**
 * Longest fragment of a link, in characters. Browsers take more, but links are sent in messages, and the
 * shortest limit among the chats of teams is 28 kB for a whole message (Microsoft Teams).
 */
export const LONGEST_FRAGMENT = 25_000;

/** What a fragment may unpack to, in bytes: more than anybody types, and no burden to a browser. */
const MOST_BYTES = 1_000_000;

/** In front, so that it is never taken for the anchor of a heading. No program escapes its characters in a link. */
const PREFIX = 'shared.';

/** The first character says how the rest was made, so that old links stay readable. */
const PLAIN = '0';
const DEFLATED = '1';

export interface Problem {
  /** What is wrong, and what to do. */
  problem: string;
}

const problems = {
  damaged: 'This link is damaged: a part of it is missing or changed. Ask for it again, and copy the whole of it.',
  newer:
    'This link was made by a newer version of this site. Reload the page; if that does not help, ask for the text.',
  old: 'This browser is too old to read this link. Open it in a newer one, or ask for the text.',
  tooLong: 'This is too long for a link: many programs would cut it off. Copy or download the text instead.',
  tooMuch: 'This link holds more than fits into a form, so it was not opened. Ask for the text instead.',
} as const;

/** Whether a fragment holds something packed, readable or not. */
export function isPacked(fragment: string): boolean {
  return withoutHash(fragment).startsWith(PREFIX);
}

/** A JSON value as a link's fragment, without the `#`: compressed where the browser can. */
export async function pack(value: unknown): Promise<string | Problem> {
  const bytes = bytesOf(value);
  if (bytes.length > MOST_BYTES) return { problem: problems.tooLong };
  const deflater = madeIfAble(() => new CompressionStream('deflate-raw'));
  const deflated = deflater && (await through(bytes, deflater));
  const fragment = deflated ? PREFIX + DEFLATED + toBase64Url(deflated) : packPlain(value);
  return fragment.length > LONGEST_FRAGMENT ? { problem: problems.tooLong } : fragment;
}

/** The same without compression and at once, for what is short. */
export function packPlain(value: unknown): string {
  return PREFIX + PLAIN + toBase64Url(bytesOf(value));
}

/** The inverse of `pack`, for a fragment of any origin: never throws, and never unpacks more than a megabyte. */
export async function unpack(fragment: string): Promise<{ value: unknown } | Problem> {
  const text = withoutHash(fragment);
  // Twice what is made here: another browser may pack less well.
  if (text.length > 2 * LONGEST_FRAGMENT) return { problem: problems.tooMuch };
  const version = text.charAt(PREFIX.length);
  const packed = text.startsWith(PREFIX) ? fromBase64Url(text.slice(PREFIX.length + 1)) : undefined;
  if (!packed) return { problem: problems.damaged };
  if (version !== PLAIN && version !== DEFLATED) return { problem: problems.newer };
  const inflater = madeIfAble(() => new DecompressionStream('deflate-raw'));
  if (version === DEFLATED && !inflater) return { problem: problems.old };
  try {
    const bytes = version === DEFLATED && inflater ? await through(packed, inflater) : packed;
    if (!bytes) return { problem: problems.tooMuch };
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { value };
  } catch {
    // Not deflated, cut off, with something behind it, no UTF-8, or no JSON.
    return { problem: problems.damaged };
  }
}

function bytesOf(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

function withoutHash(fragment: string): string {
  return fragment.replace(/^#/, '');
}

/** Nothing in a browser that has no such stream, or has it for other formats alone. */
function madeIfAble<Stream>(make: () => Stream): Stream | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** What comes out of a stream; nothing if that is too much, and then it is not waited for. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (!value) continue;
    chunks.push(value);
    size += value.length;
    if (size <= MOST_BYTES) continue;
    await reader.cancel();
    return;
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

// RFC 4648, 5: the alphabet for addresses, here without padding.
function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text)) return;
  try {
    return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
  } catch {
    return;
  }
}
