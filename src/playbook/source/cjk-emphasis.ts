/**
 * CommonMark decides by spaces and punctuation where `**` opens and where it closes. Chinese, Japanese and Korean do not
 * put spaces around punctuation, so in `**注意：**先读` the second `**` closes nothing. The amendment that such authors
 * rely on reads their letters beside a run of asterisks as if they were punctuation. The parser has no option for it;
 * so each of these letters is replaced by a punctuation mark that the text does not contain.
 */
const letter =
  '(?:(?![\\ud800-\\udfff])[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}ー])';
const punctuation = '[^\\s\\p{L}\\p{N}\\p{M}*\\\\\\ufdd0-\\ufdef]';
const besideAsterisks = new RegExp(`${letter}(?=\\*{1,3}${punctuation})|(?<=${punctuation}\\*{1,3})${letter}`, 'gu');

/** Rare punctuation of one UTF-16 code unit, which keeps columns as they are. */
const standIns = Array.from({ length: 0x2e43 - 0x2e00 }, (_, index) => String.fromCodePoint(0x2e00 + index)).filter(
  (character) => /\p{P}/u.test(character),
);

/** A text in which some letters are replaced, and the letters by their stand-ins. */
export interface CjkMasked {
  text: string;
  letters: ReadonlyMap<string, string>;
}

/** Replaces the letters beside asterisks that CommonMark would read differently. */
export function maskCjkLetters(text: string): CjkMasked {
  const byLetter = new Map<string, string>();
  if (!text.includes('*') || !/[\u3000-\uffef\u1100-\u11ff]/.test(text)) return { text, letters: byLetter };
  const unused = standIns.filter((character) => !text.includes(character));
  const masked = text.replace(besideAsterisks, (found) => {
    const standIn = byLetter.get(found) ?? unused.pop();
    if (standIn === undefined) return found;
    byLetter.set(found, standIn);
    return standIn;
  });
  return { text: masked, letters: new Map([...byLetter].map(([from, to]) => [to, from])) };
}
