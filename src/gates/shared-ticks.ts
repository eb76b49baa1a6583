import { encodeShareLink, decodeShareLink, type ShareLinkError } from '../lib/share-link.ts';
import { isRecord, own } from '../lib/safe-json.ts';
import { isTicked, tick, noTicks, type TickItem, type Ticks } from './ticks.ts';

/** What a link says about a gate. */
export interface SharedTicks {
  ticks: Ticks;
  /** How many ticks are of items that the gate does not have, because its author has changed it since. */
  unknown: number;
}

const notAGate = 'This link does not hold the ticks of a gate. Ask for it again.';

/** What is ticked as a link's fragment, without the `#`. */
export function encodeTicks(items: readonly TickItem[], ticks: Ticks): Promise<string | ShareLinkError> {
  return encodeShareLink({ kind: 'gate', ticked: items.filter((item) => isTicked(ticks, item)).map(({ key }) => key) });
}

/** The inverse, for a fragment of any origin: the gate as its sender sees it, also where the file has changed. */
export async function decodeTicks(fragment: string, items: readonly TickItem[]): Promise<SharedTicks | ShareLinkError> {
  const unpacked = await decodeShareLink(fragment);
  if ('problem' in unpacked) return unpacked;
  const { value } = unpacked;
  const keys = isRecord(value) && own(value, 'kind') === 'gate' ? own(value, 'ticked') : undefined;
  if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string')) return { problem: notAGate };
  const ticked = new Set(keys);
  const at = new Date();
  const ticks = items.reduce<Ticks>((ticks, item) => tick(ticks, item, ticked.has(item.key), at), noTicks);
  const known = items.filter(({ key }) => ticked.has(key)).length;
  return { ticks, unknown: ticked.size - known };
}
