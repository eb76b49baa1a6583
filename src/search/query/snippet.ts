import { snippetWeights } from './ranking-weights.ts';
import type { TextPart } from './result-types.ts';
import { matchesIn } from './word-match.ts';

/** The words to mark in titles and snippets. */
export interface MarkTerms {
  words: readonly string[];
  /** Phrases and symbols, as written. */
  exact: readonly string[];
}

/** Approximate length of a snippet, in characters. */
const SNIPPET_LENGTH = 160;

/** Splits a text into parts, in which the terms are marked. */
export function mark(text: string, { words, exact }: MarkTerms): TextPart[] {
  const spans = matchesIn(text, words).map(({ from, to }) => ({ from, to }));
  const lower = text.toLowerCase();
  for (const term of exact) {
    const lowerTerm = term.toLowerCase();
    for (let at = lower.indexOf(lowerTerm); at !== -1; at = lower.indexOf(lowerTerm, at + lowerTerm.length)) {
      spans.push({ from: at, to: at + lowerTerm.length });
    }
  }
  const parts: TextPart[] = [];
  let done = 0;
  for (const { from, to } of spans.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (to <= done) continue;
    const start = Math.max(from, done);
    if (start > done) parts.push({ text: text.slice(done, start), marked: false });
    const last = parts.at(-1);
    // Adjacent bigrams are marked as one.
    if (last?.marked) last.text += text.slice(start, to);
    else parts.push({ text: text.slice(start, to), marked: true });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), marked: false });
  return parts;
}

/** Returns the best line of a text with the terms marked, shortened if it is long, or with the lines after it. */
export function snippetOf(body: string, terms: MarkTerms): TextPart[] {
  const lines = body.split('\n');
  const values = lines.map((line) => valueOf(line, terms));
  const best = values.indexOf(Math.max(...values));
  let text = clip(lines[best] ?? '', terms);
  // Short lines, such as list items, leave room for the next ones.
  for (let next = best + 1; next < lines.length; next++) {
    const line = lines[next] ?? '';
    if (text.length + line.length > SNIPPET_LENGTH) break;
    text += ` · ${line}`;
  }
  return mark(text, terms);
}

function valueOf(line: string, { words, exact }: MarkTerms): number {
  const lower = line.toLowerCase();
  const matches = matchesIn(line, words);
  const distinct = new Set(matches.map(({ queryWord }) => queryWord)).size;
  const exactMatches = exact.filter((term) => lower.includes(term.toLowerCase())).length;
  const value =
    exactMatches * snippetWeights.exact +
    distinct * snippetWeights.word +
    Math.min(matches.length, snippetWeights.maxOccurrences) * snippetWeights.occurrence;
  // Among lines with the same value, a shorter one is more about the words; the bonus is always less than one word.
  return value === 0 ? 0 : value + 1 / (1 + line.length / SNIPPET_LENGTH);
}

/** Cuts a long line around its first match. */
function clip(line: string, { words, exact }: MarkTerms): string {
  if (line.length <= SNIPPET_LENGTH) return line;
  const exactAt = exact.map((term) => line.toLowerCase().indexOf(term.toLowerCase())).find((at) => at !== -1);
  const at = exactAt ?? matchesIn(line, words)[0]?.from ?? 0;
  const start = at < SNIPPET_LENGTH / 2 ? 0 : wordStartAfter(line, at - SNIPPET_LENGTH / 3, at);
  const end = line.length - start <= SNIPPET_LENGTH ? line.length : line.lastIndexOf(' ', start + SNIPPET_LENGTH);
  const piece = line.slice(start, end > start ? end : start + SNIPPET_LENGTH);
  return `${start > 0 ? '… ' : ''}${piece}${end < line.length ? ' …' : ''}`;
}

/** Returns the start of the first word after a position; in text without spaces, the start of a character. */
function wordStartAfter(line: string, position: number, before: number): number {
  const space = line.indexOf(' ', position);
  if (space !== -1 && space < before) return space + 1;
  const start = Math.round(position);
  // Not inside a surrogate pair.
  return /[\uDC00-\uDFFF]/.test(line.charAt(start)) ? start + 1 : start;
}
