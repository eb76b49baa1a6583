import type { FoundPassage } from '../../playbook/topics/coverage.ts';

/** A piece of an excerpt; `marked` if it is a word that the excerpt was chosen for. */
export interface ExcerptPiece {
  text: string;
  marked: boolean;
}

/** A line of a file with the topic's words marked. */
export interface ExcerptView {
  isCode: boolean;
  pieces: ExcerptPiece[];
}

/** From a UTF-16 index up to, not including, another. */
interface Range {
  from: number;
  to: number;
}

/** How much of a text is shown before the first marked word, and in all, in UTF-16 units. */
const BEFORE = 60;
const LENGTH = 220;

/**
 * The part of a text around the first of some words, cut between words, with all of them in it marked.
 * @param words in the order of the text; none gives its beginning
 */
export function excerpt(text: string, words: readonly Range[]): ExcerptPiece[] {
  const first = words[0]?.from ?? 0;
  // What fits as a whole is not cut.
  const wished = text.length <= LENGTH ? 0 : Math.min(Math.max(0, first - BEFORE), text.length - LENGTH);
  const start = wished === 0 ? 0 : Math.min(first, text.indexOf(' ', wished) + 1 || wished);
  const limit = start + LENGTH;
  const end = limit >= text.length ? text.length : Math.max(text.lastIndexOf(' ', limit), words[0]?.to ?? start + 1);

  const pieces: ExcerptPiece[] = [];
  const add = (part: string, marked: boolean) => {
    if (part !== '') pieces.push({ text: part, marked });
  };
  if (start > 0) add('… ', false);
  let at = start;
  for (const { from, to } of words) {
    if (from < at || to > end) continue;
    add(text.slice(at, from), false);
    add(text.slice(from, to), true);
    at = to;
  }
  add(text.slice(at, end), false);
  if (end < text.length) add(' …', false);
  return pieces;
}

/** The passages that name the topic most often, in the order of the file, with its words marked. */
export function excerptsOf(passages: readonly FoundPassage[], topic: string, most: number): ExcerptView[] {
  const wordsOf = ({ found }: FoundPassage) => found.filter((word) => word.topic === topic);
  // Prose says more than code.
  const ranked = [...passages].sort(
    (a, b) => Number(a.isCode) - Number(b.isCode) || wordsOf(b).length - wordsOf(a).length,
  );
  const shown = new Set(ranked.slice(0, most));
  return passages
    .filter((passage) => shown.has(passage))
    .map((passage) => ({ isCode: passage.isCode, pieces: excerpt(passage.text, wordsOf(passage)) }));
}
