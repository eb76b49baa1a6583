import type { Taking } from './form.ts';

/** How suggestions are taken into what somebody has typed, and whether they are in it. */
interface WayOfTaking {
  /** The value with the suggestion in it, or without it if it was; and where typing goes on. */
  take(value: string, suggestion: string, all: readonly string[]): Taken;
  isTaken(value: string, suggestion: string): boolean;
}

export interface Taken {
  value: string;
  caret: number;
}

const single: WayOfTaking = {
  take: (value, suggestion) => ending(same(value, suggestion) ? '' : suggestion),
  isTaken: same,
};

/** @param exclusive whether only the last one taken stays */
function joined(exclusive: boolean): WayOfTaking {
  const isTaken = (value: string, suggestion: string) => itemsOf(value).some((item) => same(item, suggestion));
  return {
    take(value, suggestion, all) {
      const items = itemsOf(value);
      if (isTaken(value, suggestion)) return ending(items.filter((item) => !same(item, suggestion)).join(', '));
      const isOther = (item: string) => all.some((other) => same(other, item));
      const last = items.at(-1) ?? '';
      const begun = last !== '' && !isOther(last) && suggestion.toLowerCase().startsWith(last.toLowerCase());
      const before = begun ? items.slice(0, -1) : items;
      const place = exclusive ? before.findIndex(isOther) : -1;
      const kept = exclusive ? before.filter((item) => !isOther(item)) : before;
      return ending(kept.toSpliced(place === -1 ? kept.length : place, 0, suggestion).join(', '));
    },
    isTaken,
  };
}

/** A line for each, to be completed: `Latency: `. Only a line that nothing was added to is taken back. */
const covered: WayOfTaking = {
  take(value, suggestion) {
    const lines = value === '' ? [] : value.split('\n');
    if (!covered.isTaken(value, suggestion)) {
      const said = value.trimEnd();
      return ending(`${said}${said === '' ? '' : '\n'}${suggestion}: `);
    }
    const isEmpty = (line: string) => same(line.trim().replace(/:$/, ''), suggestion);
    if (lines.some(isEmpty)) return ending(lines.filter((line) => !isEmpty(line)).join('\n'));
    const at = lines.findIndex((line) => covered.isTaken(line, suggestion));
    return { value, caret: lines.slice(0, at + 1).join('\n').length };
  },
  isTaken: (value, suggestion) => mentions(value, suggestion),
};

export const waysOfTaking: Readonly<Record<Taking, WayOfTaking>> = {
  one: single,
  'one-of': joined(true),
  'some-of': joined(false),
  lines: covered,
};

function ending(value: string): Taken {
  return { value, caret: value.length };
}

function itemsOf(value: string): string[] {
  return value
    .split(/[,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Whether a text has these words in a row, not as a part of longer ones. */
function mentions(text: string, words: string): boolean {
  return wordsIn(text).includes(wordsIn(words));
}

function wordsIn(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? []).join(' ')} `;
}
