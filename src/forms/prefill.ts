import type { KnownAnswer } from './handoff-context.ts';

/** Words that only form a question or a list. */
const stopWords = new Set(
  `a an and any are at be by can do does for from has have how in is it kind must need of on or our shall should
   sort that the this to type we what when where which who whom whose why will with you your`.split(/\s+/),
);

/** Words that many labels share. They count for similarity, but cannot make two labels mean the same. */
const commonWords = new Set(
  'area constraint detail domain goal information level need note requirement target'.split(' '),
);

/**
 * Prefills the fields that ask for what is already known: the answer to `Which platform?` goes into `Target platform`.
 * A field matches a question if both have the same distinctive words, or if one has at least two and the other
 * has all of them. Of several fields that match, the most similar gets the answer.
 * @param labels of the fields, which are also their keys
 * @returns values by the fields' keys
 */
export function prefillValues(labels: readonly string[], known: readonly KnownAnswer[]): Record<string, string> {
  const fields = labels.map((label) => ({ label, words: contentWords(label) }));
  const values = new Map<string, string>();
  for (const { question, answer } of known) {
    const asked = contentWords(question);
    const similarities = fields.map(({ words }) => similarity(asked, words));
    const best = Math.max(...similarities);
    fields.forEach(({ label }, index) => {
      if (best > 0 && similarities[index] === best && !values.has(label)) values.set(label, answer);
    });
  }
  return Object.fromEntries(values);
}

/** @returns 0 if the two do not match, up to 1 if they have the same words */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word));
  const [fewer, more] = [a, b].map(distinctiveWords).sort((one, other) => one.length - other.length);
  const same = fewer?.filter((word) => shared.includes(word)).length ?? 0;
  const isMatch = same > 0 && same === fewer?.length && (same > 1 || same === more?.length);
  return isMatch ? shared.length / Math.max(a.size, b.size) : 0;
}

function distinctiveWords(words: ReadonlySet<string>): string[] {
  return [...words].filter((word) => !commonWords.has(word));
}

/** Returns the lower-case words that carry meaning, without a plural `s`. */
function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? [];
  return new Set(words.map((word) => word.replace(/(?<=\w{3})s$/, '')).filter((word) => !stopWords.has(word)));
}
