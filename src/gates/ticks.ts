import type { ValueFormat } from '../lib/persisted-value.ts';
import { isRecord, own, parseJson } from '../lib/safe-json.ts';

/** An item of a gate, as in the agent file. */
export interface TickItem {
  key: string;
  /** Whether it is ticked in the file. */
  done: boolean;
}

/** The reader's ticks as differences from the file: an item that the reader has not changed follows the file. */
export interface Ticks {
  changed: ReadonlyMap<string, boolean>;
  /** When they were last changed; absent if they never were. */
  at?: Date;
}

export const noTicks: Ticks = { changed: new Map() };

/**
 * Parses stored ticks. Items that the gate no longer has are dropped.
 * @returns `undefined` if the text is not in the format of `writeTicks`
 */
export function readTicks(text: string, items: readonly TickItem[]): Ticks | undefined {
  const stored = parseJson(text);
  const entries = isRecord(stored) ? own(stored, 'changed') : undefined;
  if (!isRecord(stored) || !isRecord(entries)) return;
  const doneByKey = new Map(items.map(({ key, done }) => [key, done]));
  const changed = new Map<string, boolean>();
  for (const [key, value] of Object.entries(entries)) {
    if (typeof value === 'boolean' && doneByKey.get(key) === !value) changed.set(key, value);
  }
  const time = own(stored, 'at');
  const at = new Date(typeof time === 'string' ? time : NaN);
  return { changed, ...(Number.isNaN(at.getTime()) ? {} : { at }) };
}

/** Formats ticks as text to store; the inverse of `readTicks`. */
export function writeTicks({ changed, at }: Ticks): string {
  return JSON.stringify({ changed: Object.fromEntries(changed), ...(at ? { at: at.toISOString() } : {}) });
}

/** Returns the format in which the ticks of a gate with these items are stored. */
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

/** Returns the ticks with one item ticked or unticked. */
export function tick(ticks: Ticks, item: TickItem, ticked: boolean, at: Date): Ticks {
  const changed = new Map(ticks.changed);
  if (ticked === item.done) changed.delete(item.key);
  else changed.set(item.key, ticked);
  return { changed, at };
}

/** Counts the ticked items. */
export function progress(ticks: Ticks, items: readonly TickItem[]): { done: number; total: number } {
  return { done: items.filter((item) => isTicked(ticks, item)).length, total: items.length };
}

/** Formats the progress as `4 of 6`. */
export function progressText(ticks: Ticks, items: readonly TickItem[]): string {
  const { done, total } = progress(ticks, items);
  return `${String(done)} of ${String(total)}`;
}

/** Formats the gate as a Markdown task list with its ticks. */
export function ticksAsMarkdown(
  title: string,
  items: readonly (TickItem & { markdown: string })[],
  ticks: Ticks,
): string {
  const lines = items.map((item) => `- [${isTicked(ticks, item) ? 'x' : ' '}] ${item.markdown}`);
  return [`## ${title}`, '', ...lines, ''].join('\n');
}
