import type { FormField, InsertMode } from './form.ts';

/** A value after a suggestion was inserted or removed, and where the caret goes. */
export interface Insertion {
  value: string;
  caret: number;
}

interface Inserter {
  /** Inserts the suggestion into the value, or removes it. */
  toggle(value: string, suggestion: string, all: readonly string[]): Insertion;
  isInserted(value: string, suggestion: string): boolean;
}

/** Inserts a suggestion, or removes it if it is in the value. Never removes the reader's own words. */
export function toggleSuggestion(
  { insertMode, suggestions }: Pick<FormField, 'insertMode' | 'suggestions'>,
  value: string,
  suggestion: string,
): Insertion {
  return inserters[insertMode].toggle(value, suggestion, suggestions);
}

/** Whether the value contains a suggestion, inserted or typed. */
export function isInserted({ insertMode }: Pick<FormField, 'insertMode'>, value: string, suggestion: string): boolean {
  return inserters[insertMode].isInserted(value, suggestion);
}

const wholeValue: Inserter = {
  toggle: (value, suggestion) => caretAtEnd(isSame(value, suggestion) ? '' : suggestion),
  isInserted: isSame,
};

/** @param isExclusive whether inserting one suggestion removes the others */
function listItems(isExclusive: boolean): Inserter {
  const isInserted = (value: string, suggestion: string) =>
    splitItems(value).some((item) => isSame(withoutSeparator(item), suggestion));
  return {
    toggle(value, suggestion, all) {
      const items = splitItems(value);
      if (isInserted(value, suggestion)) {
        return caretAtEnd(joinItems(items.filter((item) => !isSame(withoutSeparator(item), suggestion))));
      }
      const isSuggested = (item: string) => all.some((other) => isSame(other, withoutSeparator(item)));
      const last = items.findLastIndex((item) => withoutSeparator(item) !== '');
      const isStarted = (item: string, index: number) =>
        index === last && !isSuggested(item) && isStartOf(suggestion, withoutSeparator(item));
      // It replaces the first suggestion that it excludes, or the item that the reader has started to type.
      const place = items.findIndex((item, index) => (isExclusive && isSuggested(item)) || isStarted(item, index));
      const changed = items.map((item, index) => (index === place ? replaceItem(item, suggestion) : item));
      const remaining = changed.filter((item, index) => index === place || !isExclusive || !isSuggested(item));
      return caretAtEnd(joinItems(place === -1 ? [...remaining.slice(0, last + 1), `, ${suggestion}`] : remaining));
    },
    isInserted,
  };
}

/** Each suggestion starts a line to complete: `Latency: `. Only a line that is still incomplete is removed again. */
const lineStarts: Inserter = {
  toggle(value, suggestion) {
    const lines = value.split('\n');
    const isIncomplete = (line: string) => isSame(line.trim().replace(/:$/, ''), suggestion);
    if (lines.some(isIncomplete)) return caretAtEnd(lines.filter((line) => !isIncomplete(line)).join('\n'));
    if (mentions(value, suggestion)) {
      const line = lines.findIndex((text) => mentions(text, suggestion));
      // If the words are spread over two lines, there is no single line to continue.
      return line === -1 ? caretAtEnd(value) : { value, caret: lines.slice(0, line + 1).join('\n').length };
    }
    const completed = isStartOf(suggestion, lines.at(-1) ?? '') ? lines.slice(0, -1).join('\n') : value;
    const before = completed.trimEnd();
    return caretAtEnd(`${before}${before === '' ? '' : '\n'}${suggestion}: `);
  },
  isInserted: mentions,
};

const inserters: Readonly<Record<InsertMode, Inserter>> = {
  one: wholeValue,
  'one-of': listItems(true),
  'some-of': listItems(false),
  lines: lineStarts,
};

function caretAtEnd(value: string): Insertion {
  return { value, caret: value.length };
}

/** Splits at commas and line ends. Each item starts with the separator in front of it. */
function splitItems(value: string): string[] {
  return value.split(/(?=[,\n])/);
}

function joinItems(items: readonly string[]): string {
  return items.join('').replace(/^[,\s]+/, '');
}

function withoutSeparator(item: string): string {
  return item.replace(/^[,\n]/, '').trim();
}

/** Replaces an item's text but not its separator. */
function replaceItem(item: string, text: string): string {
  return `${/^[,\n]?\s*/.exec(item)?.[0] ?? ''}${text}`;
}

/** Whether the reader has started to type a suggestion. */
function isStartOf(suggestion: string, typed: string): boolean {
  return typed.trim() !== '' && suggestion.toLowerCase().startsWith(typed.trim().toLowerCase());
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** The characters of words, for a class of a regular expression. */
const letter = String.raw`\p{L}\p{M}\p{N}+#`;

/** Whether a text contains these words in a row, and not as parts of longer words. */
function mentions(text: string, words: string): boolean {
  const [first, ...rest] = (words.toLowerCase().match(new RegExp(`[${letter}]+`, 'gu')) ?? []).map((word) =>
    word.replaceAll('+', String.raw`\+`),
  );
  if (first === undefined) return false;
  // A pattern that starts with the literal word, before the lookbehind, is much faster in a long text.
  const following = rest.map((word) => `[^${letter}]+${word}`).join('');
  return new RegExp(`${first}(?<![${letter}]${first})${following}(?![${letter}])`, 'u').test(text.toLowerCase());
}
