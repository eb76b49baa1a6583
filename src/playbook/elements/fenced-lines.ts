import type { Code } from 'mdast';

/** A line of a code block, with its number in the file. */
export interface FencedLine {
  text: string;
  line: number;
}

/** Splits a fenced code block into its lines. */
export function fencedLines({ value, position, data }: Code): FencedLine[] {
  // The text starts on the line below the fence, if there is one.
  const first = (position?.start.line ?? 0) + (data?.isUnfenced === true ? 0 : 1);
  return value.split('\n').map((text, index) => ({ text, line: first + index }));
}

export function isMermaid({ lang }: Code): boolean {
  return /mermaid/i.test(lang ?? '');
}
