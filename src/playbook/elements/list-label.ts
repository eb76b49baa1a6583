import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** Longest label, in UTF-16 code units: a longer paragraph that ends in a colon is only an introduction. */
const MAX_LABEL_LENGTH = 100;

/** Matches a tag alone in a paragraph, which names the part of a prompt that follows: `<output_format>`. */
const tagLabel = /^<([a-z]+(?:[_-][a-z]+){0,5})>$/;

/**
 * Returns the text of a paragraph that is a label, without its colon: `Production checklist:`, `**Deliverables**`.
 * Returns `undefined` if the paragraph is prose.
 */
export function labelOf(paragraph: Paragraph): string | undefined {
  const text = toString(paragraph).trim();
  if (text.length > MAX_LABEL_LENGTH || text.includes('\n')) return;
  const tag = tagLabel.exec(text)?.[1];
  if (tag !== undefined) return tag.replace(/[_-]/g, ' ');
  const [first, ...rest] = paragraph.children;
  const after = rest.map((child) => toString(child)).join('');
  const isBold = first?.type === 'strong' && /^(?:\s*\([^()]*\))?$/.test(after);
  const label = text.replace(/\s*[:：]$/, '');
  const isMarked = isBold || label !== text || isInCapitals(text);
  return label !== '' && isMarked && !/[.!?]\s/.test(label) ? label : undefined;
}

/** Whether a text is in capital letters, which some authors write instead of a heading: `QUALITY CHECKLIST (for tests)`. */
function isInCapitals(text: string): boolean {
  return /^(?=.{0,20}\p{Lu}{4})[\p{Lu}\d\s#&/:,'’-]+$/u.test(text.replace(/ \([^()]*\)$/, ''));
}

/** Longest introduction, in UTF-16 code units: the words that say what follows are near the colon. */
const MAX_INTRO_LENGTH = 300;

/**
 * Returns the last sentence of a paragraph that introduces what follows, without its colon: `Before you write, you
 * must`. Returns an empty text if the paragraph does not end in a colon.
 */
export function introductionOf(paragraph: Paragraph): string {
  const end = toString(paragraph).slice(-MAX_INTRO_LENGTH).replace(/\s+/g, ' ').trim();
  if (!/[:：]$/.test(end)) return '';
  // "e.g. rye" ends no sentence.
  const sentences = end.slice(0, -1).split(/(?<!\b(?:e\.g|i\.e|etc|vs))[.!?]\s+|[:：]\s+/);
  // A tag, a warning sign or a bullet before it is not part of it.
  return (sentences.at(-1) ?? '').replace(/^(?:<[\w-]{1,40}> ?)?[^\p{L}\p{N}@`]{0,9}/u, '').trim();
}
