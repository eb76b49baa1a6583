import { toString } from 'mdast-util-to-string';
import { parseMarkdown } from '../../playbook/source/markdown.ts';

/** Maximum number of results in the cache. */
const MAX_CACHED = 10_000;
const cache = new Map<string, string>();

/**
 * Returns the text of markdown without markup, on one line: for cards, titles and meta descriptions. Its results are
 * cached, because several pages show the same texts, and parsing them again took a thirtieth of the time of a build.
 */
export function plainText(markdown: string): string {
  const cached = cache.get(markdown);
  if (cached !== undefined) return cached;
  if (cache.size >= MAX_CACHED) cache.clear();
  const text = withoutMarkup(markdown);
  cache.set(markdown, text);
  return text;
}

function withoutMarkup(markdown: string): string {
  return parseMarkdown(markdown)
    .children.map((node) => toString(node))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns a text that is at most `length` characters long, cut at a space where there is one, with an ellipsis. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  // By code points, so that no surrogate pair is split.
  const start = Array.from(text.slice(0, length)).slice(0, -1).join('');
  return `${start.replace(/\s+\S*$/, '')} …`;
}

/**
 * Returns the first names of a list, and how many more there are: "Read, Write and 41 more".
 * @param length of the names together, in characters
 * @param most names
 */
export function shortList(names: readonly string[], length: number, most: number): string {
  const all = names.join(', ');
  // "And 1 more" would be as long as the name.
  if (names.length <= most + 1 && all.length <= length) return all;
  const shown: string[] = [];
  for (const name of names.slice(0, most)) {
    if (shown.length > 0 && [...shown, name].join(', ').length > length) break;
    shown.push(shortened(name, length));
  }
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${String(more)} more` : shown.join(', ');
}
