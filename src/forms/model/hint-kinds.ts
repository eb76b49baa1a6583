import type { FieldKind, FormField, HintMeaning } from './form.ts';
import { excludeEachOther, readAlternatives, readAspects } from './hint-shape.ts';

/** A kind of field in a template: how it is told, and how its suggestions are taken. */
interface HintKind {
  /** Claims a hint, and says what it suggests. */
  fromHint: (hint: string) => string[] | undefined;
  taking: (hint: string, suggestions: readonly string[]) => FormField['taking'];
}

/** The kinds of a template's fields. Tried in this order; the first that claims a hint has the field. */
const hintKinds = {
  alternatives: {
    fromHint: readAlternatives,
    taking: (hint, suggestions) => (excludeEachOther(hint, suggestions) ? 'one-of' : 'some-of'),
  },
  aspects: { fromHint: readAspects, taking: () => 'lines' },
} satisfies Partial<Record<FieldKind, HintKind>>;

/** What a template's field is, by the shape of its hint. */
export function readHint(hint: string): HintMeaning {
  for (const kind of kindNames) {
    const { fromHint, taking }: HintKind = hintKinds[kind];
    const suggestions = fromHint(hint);
    if (suggestions) return { kind, suggestions, taking: taking(hint, suggestions) };
  }
  return { kind: 'text', suggestions: [], taking: 'one' };
}

const kindNames = Object.keys(hintKinds).filter((name): name is keyof typeof hintKinds => name in hintKinds);
