import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';

/**
 * Markdown → mdast, with GFM tables, task lists, strikethrough and bare links, and with **no HTML**: a tag
 * such as `<example>` is text. Footnotes are off, since `[^a-z]` in a prompt is a pattern, not a note.
 *
 * The parser cannot be told to leave HTML alone, so `<` is hidden from it behind a Unicode noncharacter of
 * the same width (positions stay true) and put back in every value. Autolinks (`<https://…>`) keep theirs,
 * and so does `\<`, which the parser reads as `<` by itself.
 *
 * Never throws: a text that nests more deeply than any person writes comes back whole, as one code block.
 */
export function parseMarkdown(text: string): Root {
  const free = noncharacters.find((character) => !text.includes(character));
  const mask = free ?? LAST_RESORT;
  // A text that holds every noncharacter is no text; one of them gives way to the sign for such characters.
  const clean = free === undefined ? text.replaceAll(mask, '\uFFFD') : text;
  const masked = clean.replace(/\\.|<(?!(?:https?|mailto):[^\s<>]*>)/gs, (match) => (match === '<' ? mask : match));
  try {
    const tree = markdownToMdast(masked, { features: { frontmatter: false, gfm: { footnotes: false } } });
    return unmask(tree, mask, 0) as Root;
  } catch (error) {
    if (error instanceof RangeError) return asCode(text);
    throw error;
  }
}

const noncharacters = Array.from({ length: 32 }, (_, index) => String.fromCodePoint(0xfdd0 + index));
const LAST_RESORT = '\uFDD0';

/** Nodes inside nodes: some 50 lists in each other. Whoever walks the tree later needs stack for it, too. */
const DEEPEST = 100;

function unmask(value: unknown, mask: string, depth: number): unknown {
  if (typeof value === 'string') return value.includes(mask) ? value.replaceAll(mask, '<') : value;
  if (Array.isArray(value)) {
    if (depth === DEEPEST) throw new RangeError('nested too deeply');
    return value.map((item) => unmask(item, mask, depth + 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'position' ? (item as unknown) : unmask(item, mask, depth),
    ]),
  );
}

function asCode(value: string): Root {
  const lines = value.split('\n');
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  const position = { start: { line: 1, column: 1 }, end };
  return { type: 'root', children: [{ type: 'code', value, position }], position };
}
