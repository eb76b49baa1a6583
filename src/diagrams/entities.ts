const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: '\u00a0', apos: "'" };

/**
 * Resolves entity codes (`#lt;`, `#35;`) in a text of Mermaid's. While it draws, they stand there as `ﬂ°lt¶ß` and
 * `ﬂ°°35¶ß`, later as `&lt;` and `&#35;`; in labels that are no HTML, it forgets to resolve most of them.
 */
export function decodeEntities(text: string): string {
  return text
    .replace(/(?:ﬂ°°|&#)(\d{1,7})(?:¶ß|;)/g, (whole, code: string) => {
      const point = Number(code);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .replace(/(?:ﬂ°|&)(\w{1,31})(?:¶ß|;)/g, (whole, name: string) => named[name] ?? whole);
}
