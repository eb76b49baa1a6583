import type { FieldKind, HintMeaning, InsertMode } from './form.ts';
import { areExclusive, readAlternatives, readAspects } from './hint-shape.ts';

/** A kind of template field: how it is recognised, and how its suggestions are inserted. */
interface HintKind {
  /** Returns the suggestions in a hint; `undefined` if the hint is not of this kind. */
  fromHint: (hint: string) => string[] | undefined;
  insertMode: (hint: string, suggestions: readonly string[]) => InsertMode;
}

/** The kinds of template fields in the order in which they are tried. The first that recognises a hint applies. */
const hintKinds = {
  alternatives: {
    fromHint: readAlternatives,
    insertMode: (hint, suggestions) => (areExclusive(hint, suggestions) ? 'one-of' : 'some-of'),
  },
  aspects: { fromHint: readAspects, insertMode: () => 'lines' },
} satisfies Partial<Record<FieldKind, HintKind>>;

/** Derives a template field's kind and suggestions from the shape of its hint. */
export function readHint(hint: string): HintMeaning {
  for (const kind of kindNames) {
    const { fromHint, insertMode }: HintKind = hintKinds[kind];
    const suggestions = fromHint(hint);
    if (suggestions) return { kind, suggestions, insertMode: insertMode(hint, suggestions) };
  }
  return { kind: 'text', suggestions: [], insertMode: 'one' };
}

const kindNames = Object.keys(hintKinds).filter((name): name is keyof typeof hintKinds => name in hintKinds);
