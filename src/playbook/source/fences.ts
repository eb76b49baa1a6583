import type { Position } from '../problems.ts';

/** What is wrong with a code fence, and where it opens. */
export interface FenceFault extends Position {
  kind: 'fence-nested' | 'fence-unclosed';
}

interface FenceLine {
  /** Index of the line. */
  at: number;
  /** All that stands before the fence: blanks, and the markers of the quotations and lists it is in. */
  indent: string;
  /** How many quotations it is in. */
  quotes: number;
  marker: string;
  info: string;
}

/** Languages whose code may hold whole fences of its own. In `rust`, say, an inner fence is a slip. */
const holdsMarkdown = new Set(['', 'markdown', 'md', 'mdx', 'text', 'txt', 'plaintext']);

// CommonMark 0.31, 4.5: three or more backticks or tildes; no backtick in the info of a backtick fence.
// Any indent counts here, since a fence in a list is indented by the width of its marker.
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

/** The line on which the quotation around a fence is over; the end of the text for a fence in none. */
function endOfQuotation(lines: readonly string[], { at, quotes }: FenceLine): number {
  if (quotes === 0) return lines.length;
  const end = lines.findIndex((line, index) => index > at && countQuotes(/^[\s>]*/.exec(line)?.[0] ?? '') < quotes);
  return end === -1 ? lines.length : end;
}

/** What closes a fence, and how long the longest fence before that is, if there are any. */
interface End {
  close: FenceLine;
  longest: number;
}

/** The end of `open` when fences with an info string inside it are read as fences of their own. */
function nestedEnd(open: FenceLine, following: Iterable<FenceLine>): End | undefined {
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

/** The end of `open` as CommonMark reads it. */
function plainEnd(open: FenceLine, following: Iterable<FenceLine>): End | undefined {
  for (const fence of following) if (closes(fence, open)) return { close: fence, longest: 0 };
  return undefined;
}

/**
 * Lets an author nest fences of the same length, as many do: the outer fence is made longer, in the
 * returned text only, so that a CommonMark parser reads what was meant. Line numbers do not change.
 * A fence that is never closed is reported and left alone: CommonMark reads it to the end of the file, or of
 * the quotation in which it stands.
 */
export function mendFences(text: string): { text: string; faults: FenceFault[] } {
  const lines = text.split('\n');
  const fences = lines.flatMap(fenceLine);
  const faults: FenceFault[] = [];

  let next = 0;
  for (const [index, open] of fences.entries()) {
    if (open.at < next) continue;
    const limit = endOfQuotation(lines, open);
    const following = () => fencesBetween(fences, index + 1, limit, open.quotes);
    const language = (open.info.split(/\s/)[0] ?? '').toLowerCase();
    const nested = holdsMarkdown.has(language) ? nestedEnd(open, following()) : undefined;
    const end = nested ?? plainEnd(open, following());

    if (!end || end.longest > 0) {
      const kind = end ? 'fence-nested' : 'fence-unclosed';
      faults.push({ kind, line: open.at + 1, column: open.indent.length + 1 });
    }
    if (end && end.longest > 0) {
      const marker = open.marker.charAt(0).repeat(end.longest + 1);
      lines[open.at] = `${open.indent}${marker}${open.info}`;
      lines[end.close.at] = `${end.close.indent}${marker}`;
    }
    next = end ? end.close.at + 1 : limit;
  }
  return { text: lines.join('\n'), faults };
}

/** Fences before a line that can close or break another one: those in a deeper quotation can do neither. */
function* fencesBetween(fences: readonly FenceLine[], from: number, limit: number, quotes: number) {
  for (let index = from; index < fences.length; index++) {
    const fence = fences[index];
    if (!fence || fence.at >= limit) return;
    if (fence.quotes === quotes) yield fence;
  }
}
