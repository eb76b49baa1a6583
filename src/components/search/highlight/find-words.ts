import { unspacedIn } from '../../../search/query/words.ts';

/** More places than these help nobody, and a page may be long. */
const MOST_PLACES = 1000;

/** A word that was found may have an ending that the search looked past: `traits` for "trait". */
const LONGEST_ENDING = 3;
/** Words from this length on may have endings; `C` is no beginning of every word with a C. */
const SHORTEST_STEM = 3;

/** What is no text to read, or none to read here. */
const PASSED_OVER = 'script, style, noscript, template, nav, button, select, textarea, svg';

const BLOCKS =
  'p, li, dt, dd, td, th, pre, h1, h2, h3, h4, h5, h6, blockquote, figcaption, summary, label, div, section';

/** Between blocks, so that nothing is found across two of them. */
const BOUNDARY = '\0';

/** Finds words, phrases and symbols in the text of an element, in the text's order. */
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
    if (found.push(range) === MOST_PLACES) break;
  }
  return found;
}

/**
 * A pattern for any of the terms, upper or lower case, as whole words; longer words have their endings.
 * @returns nothing if there are no terms
 */
export function wordsPattern(terms: readonly string[]): RegExp | undefined {
  const alternatives = terms
    .map((term) => term.trim())
    .filter((term) => term !== '')
    .sort((a, b) => b.length - a.length)
    .map((term) => {
      // Where no spaces stand between words, one begins and ends anywhere.
      if (unspacedIn(term)) return escape(term);
      const before = /^[\p{L}\p{N}_]/u.test(term) ? '(?<![\\p{L}\\p{N}_])' : '';
      const ending = term.length >= SHORTEST_STEM ? `\\p{L}{0,${String(LONGEST_ENDING)}}` : '';
      const after = /[\p{L}\p{N}_]$/u.test(term) ? `${ending}(?![\\p{L}\\p{N}_])` : '';
      return before + term.split(/\s+/).map(escape).join('\\s+') + after;
    });
  return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'giu');
}

function escape(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&');
}

/** A text node, and where it begins in the whole text. */
interface Piece {
  node: Text;
  start: number;
}

function readText(root: HTMLElement): { text: string; pieces: Piece[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(PASSED_OVER) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
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
