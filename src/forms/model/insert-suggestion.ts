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

/** @param isExclusive whether only the last one taken stays */
function joined(isExclusive: boolean): WayOfTaking {
  const isTaken = (value: string, suggestion: string) => itemsOf(value).some((item) => same(wordsOf(item), suggestion));
  return {
    take(value, suggestion, all) {
      const items = itemsOf(value);
      if (isTaken(value, suggestion)) return ending(listOf(items.filter((item) => !same(wordsOf(item), suggestion))));
      const isSuggested = (item: string) => all.some((other) => same(other, wordsOf(item)));
      const last = items.findLastIndex((item) => wordsOf(item) !== '');
      const isBegun = (item: string, index: number) =>
        index === last && !isSuggested(item) && begins(suggestion, wordsOf(item));
      // In the place of the first that it excludes, or of what was begun to be typed; else at the end.
      const place = items.findIndex((item, index) => (isExclusive && isSuggested(item)) || isBegun(item, index));
      const changed = items.map((item, index) => (index === place ? inPlaceOf(item, suggestion) : item));
      const kept = changed.filter((item, index) => index === place || !isExclusive || !isSuggested(item));
      return ending(listOf(place === -1 ? [...kept.slice(0, last + 1), `, ${suggestion}`] : kept));
    },
    isTaken,
  };
}

/** A line for each, to be completed: `Latency: `. Only a line that nothing was added to is taken back. */
const covered: WayOfTaking = {
  take(value, suggestion) {
    const lines = value.split('\n');
    const isEmpty = (line: string) => same(line.trim().replace(/:$/, ''), suggestion);
    if (lines.some(isEmpty)) return ending(lines.filter((line) => !isEmpty(line)).join('\n'));
    if (mentions(value, suggestion)) {
      const line = lines.findIndex((text) => mentions(text, suggestion));
      // Its words may stand on two lines: then there is no one line to go on in.
      return line === -1 ? ending(value) : { value, caret: lines.slice(0, line + 1).join('\n').length };
    }
    const begun = begins(suggestion, lines.at(-1) ?? '') ? lines.slice(0, -1).join('\n') : value;
    const said = begun.trimEnd();
    return ending(`${said}${said === '' ? '' : '\n'}${suggestion}: `);
  },
  isTaken: mentions,
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

/** What stands between commas or on lines, with the comma or the line end in front. */
function itemsOf(value: string): string[] {
  return value.split(/(?=[,\n])/);
}

function wordsOf(item: string): string {
  return item.replace(/^[,\n]/, '').trim();
}

function inPlaceOf(item: string, words: string): string {
  return `${/^[,\n]?\s*/.exec(item)?.[0] ?? ''}${words}`;
}

function listOf(items: readonly string[]): string {
  return items.join('').replace(/^[,\s]+/, '');
}

/** Whether somebody has begun to type a suggestion. */
function begins(suggestion: string, typed: string): boolean {
  return typed.trim() !== '' && suggestion.toLowerCase().startsWith(typed.trim().toLowerCase());
}

function same(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** What words are made of, for a class of a regular expression. */
const letter = String.raw`\p{L}\p{M}\p{N}+#`;

/** Whether a text has these words in a row, not as a part of longer ones. */
function mentions(text: string, words: string): boolean {
  const [first, ...rest] = (words.toLowerCase().match(new RegExp(`[${letter}]+`, 'gu')) ?? []).map((word) =>
    word.replaceAll('+', String.raw`\+`),
  );
  if (first === undefined) return false;
  // The word comes before the check that nothing is in front of it: that is what finds it fast in a long text.
  const following = rest.map((word) => `[^${letter}]+${word}`).join('');
  return new RegExp(`${first}(?<![${letter}]${first})${following}(?![${letter}])`, 'u').test(text.toLowerCase());
}
