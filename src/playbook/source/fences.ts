import type { Position } from '../problems.ts';

/** A code fence that does not end as its author intended, with the position at which it opens. */
export interface FenceFault extends Position {
  rule: 'fence-nested' | 'fence-stray' | 'fence-unclosed';
}

interface FenceLine {
  /** Index of the line. */
  at: number;
  /** Everything before the fence: white space, and the markers of the quotations and lists that contain it. */
  indent: string;
  /** The number of quotations that contain it. */
  quotes: number;
  marker: string;
  info: string;
}

/** Languages whose code may contain fences. In others, such as `rust`, an inner fence is a mistake. */
const markdownLanguages = new Set(['', 'markdown', 'md', 'mdx', 'text', 'txt', 'plaintext']);

// CommonMark 0.31, 4.5: three or more backticks or tildes; no backtick in the info of a backtick fence.
// Any indentation is allowed here, because a fence in a list is indented by the width of the list's marker.
function fenceLine(line: string, at: number): FenceLine[] {
  const match = /^((?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*)(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line);
  if (!match) return [];
  const [, indent = '', marker = '', info = ''] = match;
  return [{ at, indent, quotes: countQuotes(indent), marker, info: info.trim() }];
}

function countQuotes(prefix: string): number {
  return prefix.replace(/[^>]/g, '').length;
}

function closes(fence: FenceLine, open: FenceLine): boolean {
  return fence.info === '' && /^[\s>]*$/.test(fence.indent) && fence.marker.startsWith(open.marker);
}

/** Returns the line after the quotation that contains a fence; the end of the text if there is no quotation. */
function endOfQuotation(lines: readonly string[], { at, quotes }: FenceLine): number {
  if (quotes === 0) return lines.length;
  const end = lines.findIndex((line, index) => index > at && countQuotes(/^[\s>]*/.exec(line)?.[0] ?? '') < quotes);
  return end === -1 ? lines.length : end;
}

/** Maximum number of spaces before the end of a fence, beside those of the list that contains it (CommonMark 0.31, 4.5). */
const MAX_INDENT = 3;

interface FenceEnd {
  close: FenceLine;
  /** Length of the longest fence inside; 0 if there is none. */
  longest: number;
}

/** Finds the end of `open` if fences with an info string inside it are read as nested fences. */
function nestedEnd(open: FenceLine, following: Iterable<FenceLine>): FenceEnd | undefined {
  const inner: FenceLine[] = [];
  let longest = 0;
  for (const fence of following) {
    if (!fence.marker.startsWith(open.marker.charAt(0))) continue;
    if (fence.info !== '' && fence.marker.length >= open.marker.length) {
      inner.push(fence);
      longest = Math.max(longest, fence.marker.length);
    } else if (closes(fence, inner.at(-1) ?? open)) {
      if (inner.pop() === undefined) return { close: fence, longest };
    }
  }
  return undefined;
}

/** Maximum number of fences to look at for the end of a document, so that many documents take linear time. */
const MAX_BARE_FENCES = 21;

/**
 * Finds the end of a document that contains fences without a language: a heading or a label stands right above each, and
 * further headings of the document follow. CommonMark would end it at the first of them.
 */
function bareEnd(lines: readonly string[], open: FenceLine, following: readonly FenceLine[]): FenceEnd | undefined {
  const isHeading = (line: string | undefined) => /^\s*#{1,6}\s/.test(line ?? '');
  const hasHeading = (from: number, to: number) => lines.slice(from + 1, to).some(isHeading);
  let longest = 0;
  let hasBare = false;
  let at = 0;
  for (; ; at += 2) {
    const [first, second, third] = [following[at], following[at + 1], following[at + 2]];
    if (!first || !second || !third || !closes(second, first)) break;
    if (first.info === '') {
      const above = lines[first.at - 1]?.trim() === '' ? lines[first.at - 2] : lines[first.at - 1];
      const isInner = (isHeading(above) || /:\**\s*$/.test(above ?? '')) && (lines[first.at + 1] ?? '').trim() !== '';
      if (!closes(first, open) || !isInner) break;
      // The report goes on below it: with a heading, or with a line right below and then code in a language.
      const goesOn = third.info !== '' && (lines[second.at + 1] ?? '').trim() !== '';
      if (hasHeading(first.at, second.at) || !(goesOn || hasHeading(second.at, third.at))) break;
      hasBare = true;
    }
    longest = Math.max(longest, first.marker.length, open.marker.length);
  }
  const close = following[at];
  return hasBare && close && closes(close, open) ? { close, longest } : undefined;
}

/** Finds the end of `open` as CommonMark does. */
function plainEnd(open: FenceLine, following: Iterable<FenceLine>): FenceEnd | undefined {
  for (const fence of following) if (closes(fence, open)) return { close: fence, longest: 0 };
  return undefined;
}

/**
 * Reads fences as their authors mean them. Of nested fences of the same length, which many authors write, it makes the
 * outer one longer, so that a CommonMark parser reads the text as the author does. A stray fence, which would make code
 * of the prose below it, becomes text. A program that would end only where the code of a later section does ends above
 * that section. Line numbers do not change. Any other fence that is never closed is reported and not changed: CommonMark
 * reads it to the end of the file, or of the quotation that contains it.
 * @returns the text for the parser, and the fences to report
 */
export function repairFences(text: string): { text: string; faults: FenceFault[] } {
  const lines = text.split('\n');
  const fences = lines.flatMap(fenceLine);
  const read = pairFences(lines, fences);
  const stray = read.isBalanced ? undefined : read.opening.find((fence) => isStray(lines, fence));
  if (!stray) return { text: read.text, faults: read.faults };
  const others = fences.filter(({ at }) => at !== stray.at);
  const escaped = lines.with(stray.at, `${stray.indent}\\${stray.marker}`);
  const repaired = pairFences(escaped, others);
  if (!repaired.isBalanced) return { text: read.text, faults: read.faults };
  const fault: FenceFault = { rule: 'fence-stray', line: stray.at + 1, column: stray.indent.length + 1 };
  return { text: repaired.text, faults: [...repaired.faults, fault].sort((a, b) => a.line - b.line) };
}

/** Whether an opening fence looks like a closing one: alone, with a blank line below, and a heading in its code. */
function isStray(lines: readonly string[], { at, to, info, quotes }: OpeningFence): boolean {
  if (info !== '' || quotes > 0 || (lines[at + 1] ?? '').trim() !== '') return false;
  return lines.slice(at + 2, to).some((line, index) => /^#{1,6}\s/.test(line) && lines[at + 1 + index]?.trim() === '');
}

interface OpeningFence extends FenceLine {
  /** Index of the line that ends its code. */
  to: number;
}

interface PairedFences {
  text: string;
  faults: FenceFault[];
  opening: OpeningFence[];
  /** Whether every fence is closed, and none that may contain others opens only one of them. */
  isBalanced: boolean;
}

function pairFences(written: readonly string[], fences: readonly FenceLine[]): PairedFences {
  const lines = [...written];
  const faults: FenceFault[] = [];
  const opening: OpeningFence[] = [];
  let isBalanced = true;

  let next = 0;
  for (const [index, open] of fences.entries()) {
    if (open.at < next) continue;
    const limit = endOfQuotation(lines, open);
    const following = () => fencesBetween(fences, index + 1, limit, open.quotes);
    const language = (open.info.split(/\s/)[0] ?? '').toLowerCase();
    const nested = markdownLanguages.has(language) ? nestedEnd(open, following()) : undefined;
    const bare = /^(?:markdown|md)$/.test(language)
      ? bareEnd(written, open, firstOf(following(), MAX_BARE_FENCES))
      : undefined;
    const end = bare ?? nested ?? plainEnd(open, following());

    const missing = markdownLanguages.has(language) ? undefined : missingEnd(lines, open, fences[index + 1], end);
    if (missing !== undefined) {
      faults.push({ rule: 'fence-unclosed', line: open.at + 1, column: open.indent.length + 1 });
      lines[missing] = open.indent + open.marker;
      opening.push({ ...open, to: missing });
      next = missing + 1;
      continue;
    }

    if (!end || (end.longest > 0 && endsEarly(open, end, following()))) {
      const rule = end ? 'fence-nested' : 'fence-unclosed';
      faults.push({ rule, line: open.at + 1, column: open.indent.length + 1 });
    }
    if (end && end.longest > 0) {
      const marker = open.marker.charAt(0).repeat(end.longest + 1);
      lines[open.at] = `${open.indent}${marker}${open.info}`;
      lines[end.close.at] = `${end.close.indent}${marker}`;
    }
    const to = end ? end.close.at : limit;
    if (!end || (!nested && contains(open, fencesBetween(fences, index + 1, to, open.quotes)))) isBalanced = false;
    opening.push({ ...open, to });
    next = end ? end.close.at + 1 : limit;
  }
  return { text: lines.join('\n'), faults, opening, isBalanced };
}

/**
 * Returns the blank line above a section at which a program ends although no fence ends it: the next fence opens another
 * one, in a later section, whose end would be taken for that of the program.
 */
function missingEnd(
  lines: readonly string[],
  open: FenceLine,
  inner: FenceLine | undefined,
  end: FenceEnd | undefined,
): number | undefined {
  if (!inner || !end || inner.at >= end.close.at || inner.info === '' || open.quotes + inner.quotes > 0) return;
  if (inner.indent !== open.indent || inner.marker !== open.marker) return;
  const above = lines
    .slice(open.at + 2, inner.at)
    .findIndex((line, index) => line.trim() === '' && /^#{2,6}\s/.test(lines[open.at + index + 3] ?? ''));
  return above === -1 ? undefined : open.at + 2 + above;
}

/** Whether CommonMark ends a fence before its author does: a fence that is indented by four spaces or more ends none. */
function endsEarly(open: FenceLine, { close }: FenceEnd, following: Iterable<FenceLine>): boolean {
  for (const fence of following) {
    if (closes(fence, open) && fence.indent.length <= open.indent.length + MAX_INDENT) return fence.at < close.at;
  }
  return false;
}

/** Whether a fence without a language, which may contain others, contains one that opens. */
function contains(open: FenceLine, inside: Iterable<FenceLine>): boolean {
  if (open.info !== '') return false;
  for (const { info, marker } of inside) if (info !== '' && marker.startsWith(open.marker)) return true;
  return false;
}

function firstOf(fences: Iterable<FenceLine>, most: number): FenceLine[] {
  const first: FenceLine[] = [];
  for (const fence of fences) {
    if (first.length === most) break;
    first.push(fence);
  }
  return first;
}

/** Yields the fences before a line that are in the same number of quotations; no other one can close a fence. */
function* fencesBetween(fences: readonly FenceLine[], from: number, limit: number, quotes: number) {
  for (let index = from; index < fences.length; index++) {
    const fence = fences[index];
    if (!fence || fence.at >= limit) return;
    if (fence.quotes === quotes) yield fence;
  }
}
