/* Decodes Mermaid's entity codes. */

const namedEntities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  nbsp: '\u00a0',
  apos: "'",
};

/**
 * Decodes entity codes (`#lt;`, `#35;`) in a text of Mermaid's drawing. Mermaid writes them as `ﬂ°lt¶ß` and `ﬂ°°35¶ß`
 * while it draws, then as `&lt;` and `&#35;`, and does not decode most of them in labels without HTML.
 */
export function decodeEntities(text: string): string {
  return text
    .replace(/(?:ﬂ°°|&#)(\d{1,7})(?:¶ß|;)/g, (whole, code: string) => {
      const point = Number(code);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .replace(/(?:ﬂ°|&)(\w{1,31})(?:¶ß|;)/g, (whole, name: string) => namedEntities[name] ?? whole);
}
