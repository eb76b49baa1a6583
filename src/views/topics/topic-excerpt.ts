import type { FoundPassage } from '../../playbook/topics/coverage.ts';

/** A piece of an excerpt; `marked` if it is a word of the topic. */
export interface ExcerptPiece {
  text: string;
  marked: boolean;
}

/** An excerpt of a passage, with the topic's words marked. */
export interface ExcerptView {
  isCode: boolean;
  pieces: ExcerptPiece[];
}

/** A range of UTF-16 indexes. `to` is exclusive. */
interface Range {
  from: number;
  to: number;
}

/** The length of the text before the first marked word, in UTF-16 units. */
const MAX_LENGTH_BEFORE = 60;
/** The length of an excerpt, in UTF-16 units. */
const MAX_LENGTH = 220;

/**
 * Returns the part of a text around the first marked word, cut between words.
 * @param words the words to mark, in the order of the text; without any, the excerpt is the beginning of the text
 */
export function excerpt(text: string, words: readonly Range[]): ExcerptPiece[] {
  const first = words[0]?.from ?? 0;
  const earliest =
    text.length <= MAX_LENGTH ? 0 : Math.min(Math.max(0, first - MAX_LENGTH_BEFORE), text.length - MAX_LENGTH);
  const start = earliest === 0 ? 0 : Math.min(first, text.indexOf(' ', earliest) + 1 || earliest);
  const limit = start + MAX_LENGTH;
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

/**
 * Returns excerpts of the passages with the most words of a topic, in the order of the file.
 * @param limit the number of excerpts
 */
export function excerptsOf(passages: readonly FoundPassage[], topic: string, limit: number): ExcerptView[] {
  const topicWords = ({ found }: FoundPassage) => found.filter((word) => word.topic === topic);
  // Prose before code: it is easier to read out of context.
  const ranked = [...passages].sort(
    (a, b) => Number(a.isCode) - Number(b.isCode) || topicWords(b).length - topicWords(a).length,
  );
  const shown = new Set(ranked.slice(0, limit));
  return passages
    .filter((passage) => shown.has(passage))
    .map((passage) => ({ isCode: passage.isCode, pieces: excerpt(passage.text, topicWords(passage)) }));
}
