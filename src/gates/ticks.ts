import { isRecord, own, parseJson } from '../lib/safe-json.ts';
import type { ValueFormat } from '../lib/persisted-value.ts';

/** An item of a gate, as the file has it. */
export interface TickItem {
  key: string;
  /** Ticked in the file. */
  done: boolean;
}

/** What a person has ticked, as far as it differs from the file: where nobody said otherwise, the file is right. */
export interface Ticks {
  changed: ReadonlyMap<string, boolean>;
  /** When it was last changed; absent if it never was. */
  at?: Date;
}

export const noTicks: Ticks = { changed: new Map() };

/**
 * Reads what was kept. Items that the gate has no more are dropped.
 * @returns nothing if the text is not what `writeTicks` writes
 */
export function readTicks(text: string, items: readonly TickItem[]): Ticks | undefined {
  const kept = parseJson(text);
  const written = isRecord(kept) ? own(kept, 'changed') : undefined;
  if (!isRecord(kept) || !isRecord(written)) return;
  const known = new Map(items.map(({ key, done }) => [key, done]));
  const changed = new Map<string, boolean>();
  for (const [key, value] of Object.entries(written)) {
    if (typeof value === 'boolean' && known.has(key) && known.get(key) !== value) changed.set(key, value);
  }
  const time = own(kept, 'at');
  const at = new Date(typeof time === 'string' ? time : NaN);
  return { changed, ...(Number.isNaN(at.getTime()) ? {} : { at }) };
}

/** Ticks as text to keep; the inverse of `readTicks`. */
export function writeTicks({ changed, at }: Ticks): string {
  return JSON.stringify({ changed: Object.fromEntries(changed), ...(at ? { at: at.toISOString() } : {}) });
}

/** How the ticks of a gate are kept on the device. */
export function ticksFormat(items: readonly TickItem[]): ValueFormat<Ticks> {
  return {
    empty: noTicks,
    read: (text) => readTicks(text, items),
    write: writeTicks,
    isEmpty: ({ changed }) => changed.size === 0,
  };
}

export function isTicked({ changed }: Ticks, { key, done }: TickItem): boolean {
  return changed.get(key) ?? done;
}

/** The ticks with one item ticked or not. */
export function tick(ticks: Ticks, item: TickItem, ticked: boolean, at: Date): Ticks {
  const changed = new Map(ticks.changed);
  if (ticked === item.done) changed.delete(item.key);
  else changed.set(item.key, ticked);
  return { changed, at };
}

/** How many items are ticked, of how many. */
export function progress(ticks: Ticks, items: readonly TickItem[]): { done: number; total: number } {
  return { done: items.filter((item) => isTicked(ticks, item)).length, total: items.length };
}

/** `4 of 6`. */
export function progressText(ticks: Ticks, items: readonly TickItem[]): string {
  const { done, total } = progress(ticks, items);
  return `${String(done)} of ${String(total)}`;
}

/** The gate as markdown's task list, ticked as it is. */
export function ticksAsMarkdown(
  title: string,
  items: readonly (TickItem & { markdown: string })[],
  ticks: Ticks,
): string {
  const lines = items.map((item) => `- [${isTicked(ticks, item) ? 'x' : ' '}] ${item.markdown}`);
  return [`## ${title}`, '', ...lines, ''].join('\n');
}
