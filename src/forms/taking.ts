import { excludeEachOther } from './hint-shape.ts';

/** How suggestions are taken into what somebody has typed, and whether they are in it. */
export interface Taking {
  /** The value with the suggestion in it, or without it if it was; and where typing goes on. */
  take(value: string, suggestion: string, all: readonly string[], hint: string): { value: string; caret: number };
  isTaken(value: string, suggestion: string): boolean;
}

/** One of few: taking one replaces the other. */
export const single: Taking = {
  take: (value, suggestion) => ending(single.isTaken(value, suggestion) ? '' : suggestion),
  isTaken: (value, suggestion) => same(value, suggestion),
};

/** Joined by commas; of those that exclude each other only the last taken stays. */
export const joined: Taking = {
  take(value, suggestion, all, hint) {
    const items = itemsOf(value);
    if (joined.isTaken(value, suggestion)) return ending(items.filter((item) => !same(item, suggestion)).join(', '));
    const isOther = (item: string) => all.some((other) => same(other, item));
    const last = items.at(-1) ?? '';
    const begun = last !== '' && !isOther(last) && suggestion.toLowerCase().startsWith(last.toLowerCase());
    const before = begun ? items.slice(0, -1) : items;
    const exclusive = excludeEachOther(hint, all);
    const place = exclusive ? before.findIndex(isOther) : -1;
    const kept = exclusive ? before.filter((item) => !isOther(item)) : before;
    return ending(kept.toSpliced(place === -1 ? kept.length : place, 0, suggestion).join(', '));
  },
  isTaken: (value, suggestion) => itemsOf(value).some((item) => same(item, suggestion)),
};

/** A line for each, to be completed: `Latency: `. Only a line that nothing was added to is taken back. */
export const covered: Taking = {
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

function ending(value: string): { value: string; caret: number } {
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
