import type { Position } from './problems.ts';

/** What is wrong with a code fence, and where it opens. */
export interface FenceFault extends Position {
  kind: 'fence-nested' | 'fence-unclosed';
}

interface FenceLine {
  indent: string;
  marker: string;
  info: string;
}

/** Languages whose code may hold whole fences of its own. In `rust`, say, an inner fence is a slip. */
const holdsMarkdown = new Set(['', 'markdown', 'md', 'mdx', 'text', 'txt', 'plaintext']);

// CommonMark 0.31, 4.5: three or more backticks or tildes; no backtick in the info of a backtick fence.
// Any indent counts here, since a fence in a list is indented by the width of its marker.
function fenceLine(line: string): FenceLine | undefined {
  const match = /^(\s*(?:>\s?)*)(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(line);
  return match ? { indent: match[1] ?? '', marker: match[2] ?? '', info: (match[3] ?? '').trim() } : undefined;
}

function closes(fence: FenceLine, open: FenceLine): boolean {
  return fence.info === '' && fence.marker.startsWith(open.marker);
}

/** The line that closes `open` when fences with an info string inside it are read as fences of their own. */
function nestedEnd(fences: readonly (FenceLine | undefined)[], from: number, open: FenceLine) {
  const inner: FenceLine[] = [];
  let longest = 0;
  for (let line = from + 1; line < fences.length; line++) {
    const fence = fences[line];
    if (!fence?.marker.startsWith(open.marker.charAt(0))) continue;
    const top = inner.at(-1) ?? open;
    if (fence.info !== '' && fence.marker.length >= open.marker.length) {
      inner.push(fence);
      longest = Math.max(longest, fence.marker.length);
    } else if (closes(fence, top)) {
      if (inner.pop() === undefined) return { line, longest };
    }
  }
  return undefined;
}

/**
 * Lets an author nest fences of the same length, as many do: the outer fence is made longer, in the
 * returned text only, so that a CommonMark parser reads what was meant. Line numbers do not change.
 * A fence that is never closed is reported and left alone: CommonMark reads it to the end of the file.
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
    const nested = holdsMarkdown.has(language) ? nestedEnd(fences, line, open) : undefined;
    const plain = fences.findIndex((fence, index) => index > line && fence !== undefined && closes(fence, open));

    if (nested && nested.longest > 0) {
      faults.push({ kind: 'fence-nested', ...at });
      const marker = (open.marker[0] ?? '`').repeat(nested.longest + 1);
      lines[line] = `${open.indent}${marker}${open.info}`;
      lines[nested.line] = `${fences[nested.line]?.indent ?? ''}${marker}`;
      line = nested.line;
    } else if (plain === -1) {
      faults.push({ kind: 'fence-unclosed', ...at });
      break;
    } else {
      line = plain;
    }
  }
  return { text: lines.join('\n'), faults };
}
