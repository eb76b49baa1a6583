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

/** Most texts have nothing but these. */
const plain = /^[\n -~]*$/;

/** Scripts in which no spaces stand between words. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** Letters of these scripts in a row. */
const unspacedRun = new RegExp(`[${unspaced}][${unspaced}\\p{M}]*`, 'gu');

/** A letter with the marks that belong to it. */
const letter = /[\s\S]\p{M}*/gu;

/**
 * The words of a text, in order. Where no spaces stand between words, no rule of ours could tell where one ends:
 * there, each two letters beside each other are a word. They are found by whatever has them, and by nothing less.
 */
export function wordsOf(text: string): PlacedWord[] {
  const found = Array.from(text.matchAll(anyWord), ({ 0: written, index }) => placed(written, index));
  return unspacedIn(text) ? found.flatMap(({ from, to }) => partsOf(text.slice(from, to), from)) : found;
}

function placed(written: string, from: number): PlacedWord {
  return { word: fold(written), from, to: from + written.length };
}

/** Whether a text has letters of a script in which no spaces stand between words. */
export function unspacedIn(text: string): boolean {
  return !plain.test(text) && text.search(unspacedRun) !== -1;
}

/**
 * A text as it has to be told to who takes words for what stands between spaces. The last letter of each row stands
 * by itself, too: so each letter begins a word.
 */
export function withSpaces(text: string): string {
  return text.replace(unspacedRun, (run) => {
    const letters = run.match(letter) ?? [];
    return ` ${pairs(letters).concat(letters.slice(-1)).join(' ')} `;
  });
}

/** Of a word with such letters: what stands before, between and behind them, and of them each two. */
function partsOf(written: string, start: number): PlacedWord[] {
  const found: PlacedWord[] = [];
  let done = 0;
  for (const { 0: run, index } of written.matchAll(unspacedRun)) {
    if (index > done) found.push(placed(written.slice(done, index), start + done));
    let from = start + index;
    const letters = run.match(letter) ?? [];
    for (const [number, piece] of (letters.length > 1 ? pairs(letters) : letters).entries()) {
      found.push(placed(piece, from));
      from += letters[number]?.length ?? 0;
    }
    done = index + run.length;
  }
  if (done < written.length) found.push(placed(written.slice(done), start + done));
  return found;
}

function pairs(letters: readonly string[]): string[] {
  return letters.slice(1).map((second, index) => (letters[index] ?? '') + second);
}

/** As words are compared: in lower case, without accents. */
export function fold(text: string): string {
  // Most texts have no accents, and taking off none takes as long.
  if (plain.test(text)) return text.toLowerCase();
  // Those of Japanese tell letters apart, and Pagefind leaves them, too.
  const stripped = text.normalize('NFD').replace(/(?![\u3099\u309A])\p{M}/gu, '');
  return stripped.normalize('NFC').toLowerCase().replaceAll('’', "'");
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
