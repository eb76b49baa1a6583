import { hash } from '../../playbook/hash.ts';
import { tokenize } from '../query/words.ts';

/** The share of their distinct words that two texts have in common if one is a copy of the other with small changes. */
const MIN_SHARED = 0.9;

/** Seeds for four different hash orders of the words. Two copies almost certainly begin with the same word in one of them. */
const ORDER_SEEDS = [0x2545f491, 0x5bd1e995, 0x7feb352d, 0x1b873593] as const;

/** Maximum number of texts to compare with, for each order: the time must not grow with the square of the number of texts. */
const MAX_COMPARED = 16;

/** Finds texts that are copies of earlier ones with small changes, in linear time (MinHash). */
export class NearCopies<Item> {
  readonly #byFirstWord = new Map<string, { words: ReadonlySet<string>; item: Item }[]>();

  /**
   * Returns the item of an earlier text that this one is a copy of; if there is none, remembers this one.
   * @param place only texts at the same place are compared
   */
  findOrAdd(place: string, text: string, item: Item): Item | undefined {
    const words = new Set(tokenize(text).map(({ word }) => word));
    if (words.size === 0) return undefined;
    const buckets = firstWords(words).map((first, order) => {
      const key = `${String(order)} ${String(first)} ${place}`;
      const bucket = this.#byFirstWord.get(key) ?? [];
      this.#byFirstWord.set(key, bucket);
      return bucket;
    });
    const original = buckets.flat().find((one) => wordOverlap(one.words, words) >= MIN_SHARED);
    if (original) return original.item;
    for (const bucket of buckets) if (bucket.length < MAX_COMPARED) bucket.push({ words, item });
    return undefined;
  }
}

/** Returns the hash of the word that comes first in each order. */
function firstWords(words: ReadonlySet<string>): number[] {
  const hashes = Array.from(words, hash);
  return ORDER_SEEDS.map((order) =>
    hashes.reduce((first, value) => Math.min(first, Math.imul(value ^ order, 0x9e3779b1) >>> 0), Infinity),
  );
}

/** Returns the number of words that are in both, divided by the number of words that are in either (Jaccard). */
function wordOverlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  // If the numbers of words differ too much, the overlap cannot reach `MIN_SHARED`.
  if (Math.min(one.size, other.size) < MIN_SHARED * Math.max(one.size, other.size)) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared / (one.size + other.size - shared);
}
