import type { StoredHead } from './index-format.ts';
import { coverage, holdsInOrder } from './match.ts';
import type { Query } from './query.ts';
import type { AllFound } from './retrieval.ts';
import { fold, stem } from './words.ts';

/**
 * What can be found before Pagefind has come: records that have all the words in their titles, in the headings
 * above them, or in their agents' names. These are the ones that will be ranked first. Nothing, where what was typed
 * has to be found as it is: heads do not tell.
 * @param heads those of all records
 * @param spellings the query's words, then the same in other words
 */
export function findInHeads(
  heads: readonly StoredHead[],
  { phrases, symbols }: Query,
  spellings: readonly (readonly string[])[],
): AllFound {
  const found: AllFound = new Map();
  if (phrases.length > 0 || symbols.length > 0) return found;
  const asked = spellings.filter(({ length }) => length > 0).map((words) => ({ words, roots: words.map(rootOf) }));
  heads.forEach(({ title, trail, agent }, number) => {
    const text = fold([title, ...trail, agent?.[0] ?? ''].join(' '));
    // Looking for letters is quick, and leaves few of thousands of heads to be read word by word.
    const spelling = asked.find(
      ({ words, roots }) => roots.every((root) => text.includes(root)) && coverage(text, words) >= ALL,
    );
    if (!spelling) return;
    const score = (1 + coverage(title, spelling.words)) / 2;
    found.set(number, { score, has: 1, inOrder: holdsInOrder(title, spelling.words), symbols: 0 });
  });
  return found;
}

/** Every word is there, if only as a beginning (see `coverage`). */
const ALL = 0.8;

/** What every word begins with that is like this one (see `likeness`). */
function rootOf(word: string): string {
  return word.length > 3 ? stem(word) : word;
}
