/**
 * Splits texts and queries into words. Pagefind splits them the same way, except for symbols (see `symbols.ts`) and
 * for scripts without spaces between words.
 */

/** A word: letters and digits of any script, with `_` and `'` between them. */
const anyWord = /[\p{L}\p{M}\p{N}]+(?:[_'’][\p{L}\p{M}\p{N}]+)*/gu;

/** A word and its position in a text. */
export interface Token {
  /** In lower case, without accents. */
  word: string;
  from: number;
  to: number;
}

/** Most texts are ASCII, which needs less work. */
const ascii = /^[\n -~]*$/;

/** Scripts that have no spaces between words: CJK and some others. */
const unspacedScripts =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

const unspacedRun = new RegExp(`[${unspacedScripts}][${unspacedScripts}\\p{M}]*`, 'gu');

/** A letter with its combining marks. */
const letter = /[\s\S]\p{M}*/gu;

/** Returns the words of a text, in order. Runs of CJK and other unspaced scripts are split into bigrams. */
export function tokenize(text: string): Token[] {
  const tokens = Array.from(text.matchAll(anyWord), ({ 0: written, index }) => toToken(written, index));
  return hasUnspaced(text) ? tokens.flatMap(({ from, to }) => splitUnspaced(text.slice(from, to), from)) : tokens;
}

function toToken(written: string, from: number): Token {
  return { word: fold(written), from, to: from + written.length };
}

/** Whether a text contains letters of a script that has no spaces between words. */
export function hasUnspaced(text: string): boolean {
  return !ascii.test(text) && text.search(unspacedRun) !== -1;
}

/**
 * Separates the bigrams of unspaced scripts with spaces, for Pagefind. The last letter of each run is added as a word
 * of its own, so that each letter is the prefix of a word.
 */
export function separateUnspaced(text: string): string {
  return text.replace(unspacedRun, (run) => {
    const letters = run.match(letter) ?? [];
    return ` ${bigrams(letters).concat(letters.slice(-1)).join(' ')} `;
  });
}

/** Splits a word into bigrams where it has unspaced letters, and the parts before, between and after them. */
function splitUnspaced(written: string, start: number): Token[] {
  const tokens: Token[] = [];
  let done = 0;
  for (const { 0: run, index } of written.matchAll(unspacedRun)) {
    if (index > done) tokens.push(toToken(written.slice(done, index), start + done));
    let from = start + index;
    const letters = run.match(letter) ?? [];
    for (const [number, piece] of (letters.length > 1 ? bigrams(letters) : letters).entries()) {
      tokens.push(toToken(piece, from));
      from += letters[number]?.length ?? 0;
    }
    done = index + run.length;
  }
  if (done < written.length) tokens.push(toToken(written.slice(done), start + done));
  return tokens;
}

function bigrams(letters: readonly string[]): string[] {
  return letters.slice(1).map((second, index) => (letters[index] ?? '') + second);
}

/** Folds a text for comparison: lower case, no accents. */
export function fold(text: string): string {
  // A fast path: removing accents takes time even if there are none.
  if (ascii.test(text)) return text.toLowerCase();
  // The Japanese voicing marks distinguish letters, and Pagefind preserves them too.
  const stripped = text.normalize('NFD').replace(/(?![\u3099\u309A])\p{M}/gu, '');
  return stripped.normalize('NFC').toLowerCase().replaceAll('’', "'");
}

const endings =
  /(?:izations?|isations?|ations?|itions?|ings?|ments?|ances?|ences?|ness|ities|ity|ables?|ibles?|ives?|izers?|isers?|ized?|ised?|izes|ises|ies|ied|ions?|ers?|ors?|als?|ed|es|ly|e|s|y)$/;

/** Shortest stem, in letters. */
const MIN_STEM_LENGTH = 3;

/** Stems by word, because the same words are stemmed over and over. */
const stems = new Map<string, string>();
/** Maximum number of stems to cache: more would cost more memory than they save time. */
const MAX_STEMS = 20_000;

/** Removes English endings from a word, roughly. Words with the same stem count as forms of one word. */
export function stem(word: string): string {
  const cached = stems.get(word);
  if (cached !== undefined) return cached;
  const stemmed = withoutEndings(word);
  if (stems.size === MAX_STEMS) stems.clear();
  stems.set(word, stemmed);
  return stemmed;
}

function withoutEndings(word: string): string {
  let rest = word;
  for (let round = 0; round < 2; round++) {
    const shorter = rest.replace(endings, '');
    if (shorter.length < MIN_STEM_LENGTH) break;
    rest = shorter;
  }
  return rest.replace(/(.)\1$/, '$1');
}
