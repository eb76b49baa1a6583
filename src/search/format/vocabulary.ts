/** Longest prefix that a word can share with the one before, in characters: the largest digit in base 36. */
const MAX_SHARED_PREFIX = 35;

/**
 * Encodes words in alphabetical order with front coding, one per line: the length of the prefix shared with the word
 * before (one digit, base 36), the rest of the word, and after a comma the number of records that contain it, if
 * that is more than one.
 * @param counts words, each with the number of records that contain it
 */
export function encodeVocabulary(counts: ReadonlyMap<string, number>): string {
  let before = '';
  return [...counts]
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([word, count]) => {
      let shared = 0;
      while (shared < MAX_SHARED_PREFIX && shared < word.length && word[shared] === before[shared]) shared++;
      before = word;
      return `${shared.toString(36)}${word.slice(shared)}${count > 1 ? `,${String(count)}` : ''}`;
    })
    .join('\n');
}

/** Decodes a vocabulary: every word, with the number of records that contain it. */
export function decodeVocabulary(encoded: string): Map<string, number> {
  const words = new Map<string, number>();
  let before = '';
  for (const line of encoded === '' ? [] : encoded.split('\n')) {
    const [rest = '', count = '1'] = line.split(',');
    before = before.slice(0, parseInt(rest.charAt(0), 36)) + rest.slice(1);
    words.set(before, Number(count));
  }
  return words;
}

/** Compares strings by code units, which gives the same order on every machine. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
