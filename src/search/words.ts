/** How texts and queries are cut into words. What a word is differs from Pagefind only where signs stand in it. */

/** A word: letters and digits of any script, with `_` and `'` inside. */
const anyWord = /[\p{L}\p{M}\p{N}]+(?:[_'’][\p{L}\p{M}\p{N}]+)*/gu;

/** Where a word stands in a text. */
export interface PlacedWord {
  /** In lower case, without accents. */
  word: string;
  from: number;
  to: number;
}

/** The words of a text, in order. */
export function wordsOf(text: string): PlacedWord[] {
  return Array.from(text.matchAll(anyWord), ({ 0: written, index }) => ({
    word: fold(written),
    from: index,
    to: index + written.length,
  }));
}

const plain = /^[\n -~]*$/;

/** As words are compared: in lower case, without accents. */
export function fold(text: string): string {
  // Most texts have no accents, and taking off none takes as long.
  if (plain.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase().replaceAll('’', "'");
}

const endings =
  /(?:izations?|isations?|ations?|itions?|ings?|ments?|ances?|ences?|ness|ities|ity|ables?|ibles?|ives?|izers?|isers?|ized?|ised?|izes|ises|ies|ied|ions?|ers?|ors?|als?|ed|es|ly|e|s|y)$/;

/** Fewer letters than this are no stem. */
const SHORTEST_STEM = 3;

/** Stems of words, since words recur, and more often than anything else they are asked for these. */
const stems = new Map<string, string>();
/** More words than these would take more memory than they save time. */
const MOST_STEMS = 20_000;

/** A word without the endings of English, roughly: only words with the same stem are taken for the same. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = withoutEndings(word);
  if (stems.size === MOST_STEMS) stems.clear();
  stems.set(word, found);
  return found;
}

function withoutEndings(word: string): string {
  let rest = word;
  for (let round = 0; round < 2; round++) {
    const shorter = rest.replace(endings, '');
    if (shorter.length < SHORTEST_STEM) break;
    rest = shorter;
  }
  return rest.replace(/(.)\1$/, '$1');
}
