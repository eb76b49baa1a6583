import { hasUnspaced } from '../../../search/query/words.ts';

/** Maximum number of matches to highlight on a page. */
const MAX_MATCHES = 1000;

/** Longest ending that a match may have in addition, in letters: `traits` for "trait". */
const MAX_ENDING_LENGTH = 3;
/** Shortest term that may have an ending, in letters: `C` does not match every word that begins with C. */
const MIN_STEM_LENGTH = 3;

/** Elements whose text is not highlighted. */
const SKIPPED = 'script, style, noscript, template, nav, button, select, textarea, svg';

const BLOCKS =
  'p, li, dt, dd, td, th, pre, h1, h2, h3, h4, h5, h6, blockquote, figcaption, summary, label, div, section';

/** Separates blocks, so that no match spans two of them. */
const BOUNDARY = '\0';

/** Finds words, phrases and symbols in the text of an element, in document order. */
export function findWords(root: HTMLElement, terms: readonly string[]): Range[] {
  const pattern = wordsPattern(terms);
  if (!pattern) return [];
  const { text, pieces } = readText(root);
  const found: Range[] = [];
  let piece = 0;
  const at = (offset: number) => {
    while ((pieces[piece + 1]?.start ?? Infinity) <= offset) piece++;
    return pieces[piece];
  };
  for (const { index, 0: words } of text.matchAll(pattern)) {
    const first = at(index);
    const last = at(index + words.length - 1);
    if (!first || !last) continue;
    const range = document.createRange();
    range.setStart(first.node, index - first.start);
    range.setEnd(last.node, index + words.length - last.start);
    if (found.push(range) === MAX_MATCHES) break;
  }
  return found;
}

/**
 * Makes a pattern that matches any of the terms as a whole word, in upper or lower case; longer ones with an ending.
 * @returns `undefined` if there are no terms
 */
export function wordsPattern(terms: readonly string[]): RegExp | undefined {
  const alternatives = terms
    .map((term) => term.trim())
    .filter((term) => term !== '')
    .sort((a, b) => b.length - a.length)
    .map((term) => {
      // In unspaced scripts, a word can begin and end anywhere.
      if (hasUnspaced(term)) return escape(term);
      const before = /^[\p{L}\p{N}_]/u.test(term) ? '(?<![\\p{L}\\p{N}_])' : '';
      const ending = term.length >= MIN_STEM_LENGTH ? `\\p{L}{0,${String(MAX_ENDING_LENGTH)}}` : '';
      const after = /[\p{L}\p{N}_]$/u.test(term) ? `${ending}(?![\\p{L}\\p{N}_])` : '';
      return before + term.split(/\s+/).map(escape).join('\\s+') + after;
    });
  return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'giu');
}

function escape(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&');
}

/** A text node, and its position in the whole text. */
interface Piece {
  node: Text;
  start: number;
}

function readText(root: HTMLElement): { text: string; pieces: Piece[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const pieces: Piece[] = [];
  let text = '';
  let block: Element | null = null;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const own = node.parentElement?.closest(BLOCKS) ?? null;
    if (own !== block) text += BOUNDARY;
    block = own;
    pieces.push({ node, start: text.length });
    text += node.data;
  }
  return { text, pieces };
}
