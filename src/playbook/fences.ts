import type { Position } from './problems.ts';

/** What is wrong with a code fence, and where it opens. */
export interface FenceFault extends Position {
  kind: 'fence-nested' | 'fence-unclosed';
}

interface FenceLine {
  /** All that stands before the fence: blanks, and the markers of the quotations and lists it is in. */
  indent: string;
  marker: string;
  info: string;
}

/** Languages whose code may hold whole fences of its own. In `rust`, say, an inner fence is a slip. */
const holdsMarkdown = new Set(['', 'markdown', 'md', 'mdx', 'text', 'txt', 'plaintext']);

// CommonMark 0.31, 4.5: three or more backticks or tildes; no backtick in the info of a backtick fence.
// Any indent counts here, since a fence in a list is indented by the width of its marker.
function fenceLine(line: string): FenceLine | undefined {
  const match = /^((?:\s|>|[-*+]\s|\d{1,9}[.)]\s)*)(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line);
  return match ? { indent: match[1] ?? '', marker: match[2] ?? '', info: (match[3] ?? '').trim() } : undefined;
}

function closes(fence: FenceLine, open: FenceLine): boolean {
  return fence.info === '' && /^[\s>]*$/.test(fence.indent) && fence.marker.startsWith(open.marker);
}

/** How many quotations (`>`) a prefix opens. */
function quoteDepth(prefix: string): number {
  return prefix.replace(/[^>]/g, '').length;
}

/** How many quotations a line of text goes on with: a `>` after a list's marker would be a new one. */
function quoteDepthOfLine(line: string): number {
  return quoteDepth(/^[\s>]*/.exec(line)?.[0] ?? '');
}

/** Where `open` is closed, as an index into the fences after it, when fences with an info string inside it are read as fences of their own. */
function nestedEnd(
  fences: readonly (FenceLine | undefined)[],
  open: FenceLine,
): { at: number; longest: number } | undefined {
  const inner: FenceLine[] = [];
  let longest = 0;
  for (const [at, fence] of fences.entries()) {
    if (!fence?.marker.startsWith(open.marker.charAt(0))) continue;
    const top = inner.at(-1) ?? open;
    if (fence.info !== '' && fence.marker.length >= open.marker.length) {
      inner.push(fence);
      longest = Math.max(longest, fence.marker.length);
    } else if (closes(fence, top)) {
      if (inner.pop() === undefined) return { at, longest };
    }
  }
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
  const fences = lines.map(fenceLine);
  const faults: FenceFault[] = [];

  for (let line = 0; line < fences.length; line++) {
    const open = fences[line];
    if (!open) continue;
    const at = { line: line + 1, column: open.indent.length + 1 };
    const language = (open.info.split(/\s/)[0] ?? '').toLowerCase();
    const depth = quoteDepth(open.indent);
    const leaves = lines.findIndex((text, index) => index > line && quoteDepthOfLine(text) < depth);
    const end = leaves === -1 ? lines.length : leaves;
    // A fence in a deeper quotation can neither close this one nor break it.
    const inside = fences
      .slice(line + 1, end)
      .map((fence) => (fence && quoteDepth(fence.indent) === depth ? fence : undefined));
    const nested = holdsMarkdown.has(language) ? nestedEnd(inside, open) : undefined;
    const plain = inside.findIndex((fence) => fence !== undefined && closes(fence, open));

    if (nested && nested.longest > 0) {
      faults.push({ kind: 'fence-nested', ...at });
      const marker = (open.marker[0] ?? '`').repeat(nested.longest + 1);
      lines[line] = `${open.indent}${marker}${open.info}`;
      line += nested.at + 1;
      lines[line] = `${fences[line]?.indent ?? ''}${marker}`;
    } else if (plain === -1) {
      faults.push({ kind: 'fence-unclosed', ...at });
      line = end - 1;
    } else {
      line += plain + 1;
    }
  }
  return { text: lines.join('\n'), faults };
}
