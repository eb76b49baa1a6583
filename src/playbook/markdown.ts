import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';

/**
 * Markdown → mdast, with GFM tables, task lists, strikethrough and bare links, and with **no HTML**: a tag
 * such as `<example>` is text. Footnotes are off, since `[^a-z]` in a prompt is a pattern, not a note.
 *
 * The parser cannot be told to leave HTML alone, so `<` is hidden from it behind a Unicode noncharacter of
 * the same width (positions stay true) and put back in every value. Autolinks (`<https://…>`) keep theirs.
 */
export function parseMarkdown(text: string): Root {
  const mask = noncharacters.find((character) => !text.includes(character));
  if (mask === undefined) throw new RangeError('The text holds all 32 noncharacters from U+FDD0 to U+FDEF.');
  const masked = text.replace(/<(?!(?:https?|mailto):[^\s<>]*>)/g, mask);
  const tree = markdownToMdast(masked, { features: { frontmatter: false, gfm: { footnotes: false } } });
  return unmask(tree, mask) as Root;
}

const noncharacters = Array.from({ length: 32 }, (_, index) => String.fromCodePoint(0xfdd0 + index));

function unmask(value: unknown, mask: string): unknown {
  if (typeof value === 'string') return value.includes(mask) ? value.replaceAll(mask, '<') : value;
  if (Array.isArray(value)) return value.map((item) => unmask(item, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === 'position' ? (item as unknown) : unmask(item, mask)]),
  );
}
