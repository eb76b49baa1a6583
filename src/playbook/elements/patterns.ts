/**
 * Returns alternatives for a pattern, from a list with commas: `oneOf('knead, rest, bake')` is `(?:knead|rest|bake)`. An
 * entry may be a pattern itself: `loa(?:f|ves)`.
 */
export function oneOf(list: string): string {
  return `(?:${list.trim().split(/,\s+/).join('|')})`;
}

/** Returns a case-insensitive pattern from a template, in which backslashes are those of the pattern. */
export function pattern({ raw }: TemplateStringsArray, ...parts: readonly string[]): RegExp {
  return new RegExp(String.raw({ raw }, ...parts), 'i');
}

/** Returns a pattern that matches whatever one of several patterns matches. All must have the same flags. */
export function anyOf(...[first, ...others]: readonly [RegExp, ...RegExp[]]): RegExp {
  return new RegExp([first, ...others].map(({ source }) => source).join('|'), first.flags);
}

/** Returns a pattern for any of the words or phrases in a list with commas, anywhere in a text. */
export function words(list: string): RegExp {
  return pattern`\b${oneOf(list)}\b`;
}

/** The same at the start of a text. */
export function wordsAtStart(list: string): RegExp {
  return pattern`^${oneOf(list)}\b`;
}

/** The same at the end of a text. */
export function wordsAtEnd(list: string): RegExp {
  return pattern`\b${oneOf(list)}$`;
}

/** The same if it is the whole text. */
export function wholeText(list: string): RegExp {
  return pattern`^${oneOf(list)}$`;
}
