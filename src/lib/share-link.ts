/**
 * Longest fragment, in characters. Browsers accept more, but links are sent in messages, and the lowest limit among
 * team chats is 28 kB for a whole message (Microsoft Teams).
 */
export const MAX_FRAGMENT_LENGTH = 25_000;

/** Largest decoded size, in bytes: more than anyone types, and little work for a browser. */
const MAX_BYTES = 1_000_000;

/** Distinguishes a share link from the anchor of a heading. No program escapes these characters in a link. */
const PREFIX = 'shared.';

/** The first character after the prefix names the encoding, so that old links stay readable. */
const PLAIN = '0';
const DEFLATED = '1';

export interface ShareLinkError {
  /** Tells the reader what is wrong and what to do. */
  error: string;
}

const errors = {
  damaged: 'This link is damaged: part of it is missing or changed. Ask for it again, and copy all of it.',
  newer:
    'This link was created by a newer version of this site. Reload the page; if that does not help, ask for the text.',
  old: 'This browser is too old to read this link. Open it in a newer one, or ask for the text.',
  tooLong: 'This is too long for a link: many apps would cut it off. Copy or download the text instead.',
  tooMuch: 'This link contains more data than this site accepts, so it was not opened. Ask for the text instead.',
} as const;

/** Whether a fragment is a share link, readable or damaged. */
export function isShareLink(fragment: string): boolean {
  return withoutHash(fragment).startsWith(PREFIX);
}

/** Encodes a JSON value as a link's fragment, without the `#`. Compressed where the browser supports it. */
export async function encodeShareLink(value: unknown): Promise<string | ShareLinkError> {
  const bytes = bytesOf(value);
  if (bytes.length > MAX_BYTES) return { error: errors.tooLong };
  const deflater = createIfSupported(() => new CompressionStream('deflate-raw'));
  const deflated = deflater && (await pipeThrough(bytes, deflater));
  const fragment = deflated ? PREFIX + DEFLATED + toBase64Url(deflated) : encodePlainShareLink(value);
  return fragment.length > MAX_FRAGMENT_LENGTH ? { error: errors.tooLong } : fragment;
}

/** Encodes a short value without compression, synchronously. */
export function encodePlainShareLink(value: unknown): string {
  return PREFIX + PLAIN + toBase64Url(bytesOf(value));
}

/** Decodes a fragment from an untrusted source. Never throws, and never decompresses more than a megabyte. */
export async function decodeShareLink(fragment: string): Promise<{ value: unknown } | ShareLinkError> {
  const text = withoutHash(fragment);
  // Twice the limit for encoding: another browser may compress less well.
  if (text.length > 2 * MAX_FRAGMENT_LENGTH) return { error: errors.tooMuch };
  const version = text.charAt(PREFIX.length);
  const payload = text.startsWith(PREFIX) ? fromBase64Url(text.slice(PREFIX.length + 1)) : undefined;
  if (!payload) return { error: errors.damaged };
  if (version !== PLAIN && version !== DEFLATED) return { error: errors.newer };
  const inflater = createIfSupported(() => new DecompressionStream('deflate-raw'));
  if (version === DEFLATED && !inflater) return { error: errors.old };
  try {
    const bytes = version === DEFLATED && inflater ? await pipeThrough(payload, inflater) : payload;
    if (!bytes) return { error: errors.tooMuch };
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return { value };
  } catch {
    // Not deflated, truncated, followed by other bytes, not UTF-8, or not JSON.
    return { error: errors.damaged };
  }
}

function bytesOf(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

function withoutHash(fragment: string): string {
  return fragment.replace(/^#/, '');
}

/** `undefined` in a browser without the stream, or without this format. */
function createIfSupported<Stream>(make: () => Stream): Stream | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** Pipes bytes through a stream; `undefined` as soon as the output exceeds `MAX_BYTES`. */
async function pipeThrough(
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
    if (size <= MAX_BYTES) continue;
    await reader.cancel();
    return;
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

// RFC 4648, section 5: the URL-safe alphabet, without padding.
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
