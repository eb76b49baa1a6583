import type { Nodes, Root } from 'mdast';
import { markdownToMdast } from 'satteri';

/**
 * Markdown → mdast, with GFM tables, task lists, strikethrough and bare links, and with **no HTML**: a tag
 * such as `<example>` is text. Footnotes are off, since `[^a-z]` in a prompt is a pattern, not a note.
 *
 * The parser cannot be told to leave HTML alone, so `<` is hidden from it behind a Unicode noncharacter of
 * the same width (positions stay true) and put back in every value. Autolinks (`<https://…>`) keep theirs.
 *
 * Never throws: a text that nests more deeply than any person writes comes back whole, as one code block.
 */
export function parseMarkdown(text: string): Root {
  const masks = unused(text);
  // A text that holds every noncharacter is no text: they give way to the sign for such characters.
  const clean = masks === undefined ? text.replace(/[\uFDD0-\uFDEF]/g, '\uFFFD') : text;
  const { plain, escaped } = masks ?? { plain: '\uFDD0', escaped: '\uFDD1' };
  const masked = clean.replace(/\\.|<(?!(?:https?|mailto):[^\s<>]*>)/gs, (match) =>
    match === '<' ? plain : match === '\\<' ? `\\${escaped}` : match,
  );
  try {
    const tree = markdownToMdast(masked, { features: { frontmatter: false, gfm: { footnotes: false } } });
    unmask(tree, { plain, escaped });
    return tree as Root;
  } catch (error) {
    if (error instanceof RangeError) return asCode(text);
    throw error;
  }
}

/** What stands for `<`, and for a `<` with a backslash in front. Neither occurs in the text. */
interface Masks {
  plain: string;
  escaped: string;
}

const noncharacters = Array.from({ length: 32 }, (_, index) => String.fromCodePoint(0xfdd0 + index));

function unused(text: string): Masks | undefined {
  const [plain, escaped] = noncharacters.filter((character) => !text.includes(character));
  return plain !== undefined && escaped !== undefined ? { plain, escaped } : undefined;
}

/** Lists inside lists: about 50 levels. Whoever walks the tree later needs stack for them, too. */
const DEEPEST = 100;

/** In place: the tree is ours alone, and copying it took as long as parsing. */
function unmask(node: Nodes, masks: Masks, depth = 0): void {
  const isCode = node.type === 'code' || node.type === 'inlineCode';
  const values = node as unknown as Record<string, unknown>;
  for (const key in values) {
    const value = values[key];
    if (typeof value === 'string') values[key] = unmaskText(value, masks, isCode);
  }
  if (!('children' in node)) return;
  if (depth === DEEPEST) throw new RangeError('nested too deeply');
  for (const child of node.children) unmask(child, masks, depth + 1);
}

function unmaskText(text: string, { plain, escaped }: Masks, isCode: boolean): string {
  if (!text.includes(plain) && !text.includes(escaped)) return text;
  // In code a backslash is a backslash. Elsewhere the parser, not knowing what it escapes, has let it stand.
  const unescaped = isCode ? text : text.replaceAll(`\\${escaped}`, '<');
  return unescaped.replaceAll(escaped, '<').replaceAll(plain, '<');
}

function asCode(value: string): Root {
  const lines = value.split('\n');
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  const position = { start: { line: 1, column: 1 }, end };
  return { type: 'root', children: [{ type: 'code', value, position }], position };
}
