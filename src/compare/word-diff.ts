/** A part of a text; `isOwn` if the other text does not have it at this place. */
export interface DiffPart {
  text: string;
  isOwn: boolean;
}

/** Longest text to compare word by word, in words: the table of the algorithm grows with the square. */
const MAX_WORDS = 600;

/** From this share of common words on, two texts are nearly the same, and marking their differences helps. */
const MIN_COMMON = 0.5;

/**
 * Marks the words of two texts that differ. Finds the longest common sequence of words.
 * @returns `undefined` if the texts are too long, or have too little in common
 */
export function diffWords(one: string, other: string): [DiffPart[], DiffPart[]] | undefined {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length > MAX_WORDS || b.length > MAX_WORDS || a.length + b.length === 0) return;
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const lengthAt = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  if ((2 * lengthAt(0, 0)) / (a.length + b.length) < MIN_COMMON) return;
  const [partsOfOne, partsOfOther]: [DiffPart[], DiffPart[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(partsOfOne, a[i++] ?? '', false);
      add(partsOfOther, b[j++] ?? '', false);
    } else if (j === b.length || (i < a.length && lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      add(partsOfOne, a[i++] ?? '', true);
    } else {
      add(partsOfOther, b[j++] ?? '', true);
    }
  }
  return [partsOfOne, partsOfOther];
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function add(parts: DiffPart[], word: string, isOwn: boolean) {
  const last = parts.at(-1);
  if (last?.isOwn === isOwn) last.text += ` ${word}`;
  else parts.push({ text: word, isOwn });
}
