import { isRecord, own } from '../lib/safe-json.ts';
import { decodeShareLink, encodeShareLink, type ShareLinkError } from '../lib/share-link.ts';
import { isTicked, noTicks, tick, type TickItem, type Ticks } from './ticks.ts';

/** The ticks in a share link. */
export interface SharedTicks {
  ticks: Ticks;
  /** Number of ticks for items that the gate does not have, because its author has changed it since. */
  unknown: number;
}

const notTicks = 'This link does not contain the ticks of a gate. Ask for it again.';

/** Encodes the ticked items as a link's fragment, without the `#`. */
export function encodeTicks(items: readonly TickItem[], ticks: Ticks): Promise<string | ShareLinkError> {
  return encodeShareLink({ kind: 'gate', ticked: items.filter((item) => isTicked(ticks, item)).map(({ key }) => key) });
}

/** Decodes a fragment from an untrusted source into the gate as its sender saw it, even if the file has changed. */
export async function decodeTicks(fragment: string, items: readonly TickItem[]): Promise<SharedTicks | ShareLinkError> {
  const decoded = await decodeShareLink(fragment);
  if ('error' in decoded) return decoded;
  const { value } = decoded;
  const keys = isRecord(value) && own(value, 'kind') === 'gate' ? own(value, 'ticked') : undefined;
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string')) return { error: notTicks };
  const ticked = new Set(keys);
  const at = new Date();
  const ticks = items.reduce<Ticks>((ticks, item) => tick(ticks, item, ticked.has(item.key), at), noTicks);
  const known = items.filter(({ key }) => ticked.has(key)).length;
  return { ticks, unknown: ticked.size - known };
}
