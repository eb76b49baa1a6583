import type { Known } from './prompt.ts';

/** Words that ask, or that join others: they say nothing about what is asked. */
const filler = new Set(
  `a an and any are at be by can do does for from has have how in is it kind must need of on or our shall should
   sort that the this to type we what when where which who whom whose why will with you your`.split(/\s+/),
);

/** Words that many labels share: they make a label longer, but its meaning no other. */
const common = new Set('area constraint detail domain goal information level need note requirement target'.split(' '));

/**
 * Puts answers into the fields that ask for the same: into `Target platform` that to `Which platform?`. Both must
 * have the same telling words, or one of them at least two and the other those and more; of several, the nearest.
 * @param fields their keys, which are their own words
 * @returns values by the fields' keys
 */
export function valuesFromKnown(fields: readonly string[], known: readonly Known[]): Record<string, string> {
  const labels = fields.map((key) => ({ key, words: wordsOf(key) }));
  const values = new Map<string, string>();
  for (const { question, answer } of known) {
    const asked = wordsOf(question);
    const likeness = labels.map(({ words }) => likenessOf(asked, words));
    const best = Math.max(...likeness);
    labels.forEach(({ key }, index) => {
      if (best > 0 && likeness[index] === best && !values.has(key)) values.set(key, answer);
    });
  }
  return Object.fromEntries(values);
}

/** From 0, not the same, to 1, the same words. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word));
  const [fewer, more] = [a, b].map(tellingWords).sort((one, other) => one.length - other.length);
  const same = fewer?.filter((word) => shared.includes(word)).length ?? 0;
  const isSame = same > 0 && same === fewer?.length && (same > 1 || same === more?.length);
  return isSame ? shared.length / Math.max(a.size, b.size) : 0;
}

function tellingWords(words: ReadonlySet<string>): string[] {
  return [...words].filter((word) => !common.has(word));
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? [];
  return new Set(words.map((word) => word.replace(/(?<=\w{3})s$/, '')).filter((word) => !filler.has(word)));
}
