import type { ResultKind } from '../format/result-kinds.ts';
import { stem, tokenize } from './words.ts';

/** How much a record is about a word, by the place of the word. */
const strengths = { title: 1, trail: 0.6, text: 0.5 } as const;

/**
 * Returns how much a record is about each of its words, by their stems. All of an agent's own record says what it is
 * for.
 */
export function wordStrengths(record: {
  kind: ResultKind;
  title: string;
  trail: readonly string[];
  body: string;
}): Map<string, number> {
  const found = new Map<string, number>();
  const note = (text: string, strength: number) => {
    for (const { word } of tokenize(text)) {
      const root = stem(word);
      if ((found.get(root) ?? 0) < strength) found.set(root, strength);
    }
  };
  note(record.title, strengths.title);
  note(record.trail.join(' '), strengths.trail);
  note(record.body, record.kind === 'agent' ? strengths.title : strengths.text);
  return found;
}
