import { stringify } from 'yaml';

/**
 * Returns a markdown file with front matter. All text is in double quotes: the parsers of the tools follow different
 * versions of YAML, and only quoted text means the same in all of them.
 */
export function withFrontMatter(keys: Readonly<Record<string, string | readonly string[]>>, body: string): string {
  const yaml = stringify(keys, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 });
  return `---\n${yaml}---\n\n${body.trim()}\n`;
}

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
