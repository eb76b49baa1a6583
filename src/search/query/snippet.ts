import { matchesIn } from './match.ts';
import type { ExcerptPart } from './result-types.ts';

/** What is marked in titles and excerpts. */
export interface Marked {
  words: readonly string[];
  /** Phrases and names with signs, as written. */
  exact: readonly string[];
}

/** About this many characters are shown of a text. */
const LENGTH = 160;

/** A text in parts, with what was asked for marked. */
export function mark(text: string, { words, exact }: Marked): ExcerptPart[] {
  const spans = matchesIn(text, words).map(({ from, to }) => ({ from, to }));
  const lower = text.toLowerCase();
  for (const one of exact) {
    const looked = one.toLowerCase();
    for (let at = lower.indexOf(looked); at !== -1; at = lower.indexOf(looked, at + looked.length)) {
      spans.push({ from: at, to: at + looked.length });
    }
  }
  const parts: ExcerptPart[] = [];
  let done = 0;
  for (const { from, to } of spans.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (to <= done) continue;
    const start = Math.max(from, done);
    if (start > done) parts.push({ text: text.slice(done, start), marked: false });
    const last = parts.at(-1);
    // Words beside each other are one: `foreign` and `function` are not two finds.
    if (last?.marked) last.text += text.slice(start, to);
    else parts.push({ text: text.slice(start, to), marked: true });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), marked: false });
  return parts;
}

/** The lines of a text that answer best, as far as there is room for them. */
export function excerptOf(body: string, marked: Marked): ExcerptPart[] {
  const lines = body.split('\n');
  const worth = lines.map((line) => worthOf(line, marked));
  const best = worth.indexOf(Math.max(...worth));
  let text = clip(lines[best] ?? '', marked);
  // Short lines, as of lists of tasks, leave room for what follows them.
  for (let next = best + 1; next < lines.length; next++) {
    const line = lines[next] ?? '';
    if (text.length + line.length > LENGTH) break;
    text += ` · ${line}`;
  }
  return mark(text, marked);
}

function worthOf(line: string, { words, exact }: Marked): number {
  const lower = line.toLowerCase();
  const found = matchesIn(line, words);
  const different = new Set(found.map(({ asked }) => asked)).size;
  const literally = exact.filter((one) => lower.includes(one.toLowerCase())).length;
  const worth = literally * 20 + different * 10 + Math.min(found.length, 5);
  // Of lines with the same words, the shorter one is more about them; that never outweighs a word.
  return worth === 0 ? 0 : worth + 1 / (1 + line.length / LENGTH);
}

/** The part of a long line around the first find. */
function clip(line: string, { words, exact }: Marked): string {
  if (line.length <= LENGTH) return line;
  const literal = exact.map((one) => line.toLowerCase().indexOf(one.toLowerCase())).find((at) => at !== -1);
  const at = literal ?? matchesIn(line, words)[0]?.from ?? 0;
  const start = at < LENGTH / 2 ? 0 : wordAfter(line, at - LENGTH / 3, at);
  const end = line.length - start <= LENGTH ? line.length : line.lastIndexOf(' ', start + LENGTH);
  const piece = line.slice(start, end > start ? end : start + LENGTH);
  return `${start > 0 ? '… ' : ''}${piece}${end < line.length ? ' …' : ''}`;
}

/** Where a word begins behind a place in a line; where there are no spaces, some letter. */
function wordAfter(line: string, place: number, before: number): number {
  const space = line.indexOf(' ', place);
  if (space !== -1 && space < before) return space + 1;
  const start = Math.round(place);
  // Not between the two halves of a letter.
  return /[\uDC00-\uDFFF]/.test(line.charAt(start)) ? start + 1 : start;
}
