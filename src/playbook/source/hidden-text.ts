import type { Position } from '../problems.ts';

/** A sign that hides text from readers, or shows it in another order. */
export interface HiddenText extends Position {
  what: string;
}

/**
 * Matches embeddings, overrides and isolates of the Unicode bidirectional algorithm (UAX 9), and tag characters. The
 * marks that right-to-left languages need, U+200E, U+200F and U+061C, are not part of it.
 */
const hidden = /[\u202A-\u202E\u2066-\u2069\u{E0001}\u{E0020}-\u{E007F}]/gu;

/** Finds such signs: the first of each line. */
export function findHiddenText(text: string): HiddenText[] {
  // The tags of a flag such as Scotland's are part of one sign.
  const withoutFlags = text.replace(/\u{1F3F4}[\u{E0020}-\u{E007E}]{1,8}\u{E007F}/gu, (flag) =>
    ' '.repeat(flag.length),
  );
  return withoutFlags.split('\n').flatMap((line, index) => {
    const [first] = line.matchAll(hidden);
    if (!first) return [];
    const code = first[0].codePointAt(0) ?? 0;
    const kind = code < 0x3000 ? 'the bidirectional control' : 'the tag character';
    return [{ line: index + 1, column: first.index + 1, what: `${kind} U+${code.toString(16).toUpperCase()}` }];
  });
}
