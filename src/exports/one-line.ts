/** Returns text on one line, without signs that a tool could take for markup, and cut at a length. */
export function oneLine(text: string, length: number): string {
  const line = text
    .replace(/[<>]/g, '')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const signs = Array.from(line);
  return signs.length <= length
    ? line
    : `${signs
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
