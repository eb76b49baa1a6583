import type { Nodes, Root } from 'mdast';
import { markdownToMdast } from 'satteri';

/**
 * Parses markdown into an mdast tree, with GFM tables, task lists, strikethrough and bare links, and with **no HTML**:
 * a tag such as `<example>` is text. Footnotes are off, because `[^a-z]` in a prompt is a pattern, not a note.
 *
 * The parser has no option to ignore HTML. So each `<` is replaced by a Unicode noncharacter of the same width, which
 * does not change positions, and restored in every value. Autolinks (`<https://…>`) are not replaced.
 *
 * Never throws: a text that is nested more deeply than any author writes is returned as one code block.
 */
export function parseMarkdown(text: string): Root {
  const masks = unusedMasks(text);
  // Only if the text contains every noncharacter: they become replacement characters.
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

/** The characters that replace a `<`, and a `<` after a backslash. The text contains neither of them. */
interface Masks {
  plain: string;
  escaped: string;
}

const noncharacters = Array.from({ length: 32 }, (_, index) => String.fromCodePoint(0xfdd0 + index));

function unusedMasks(text: string): Masks | undefined {
  const [plain, escaped] = noncharacters.filter((character) => !text.includes(character));
  return plain !== undefined && escaped !== undefined ? { plain, escaped } : undefined;
}

/** Levels of nested nodes: about 50 nested lists. Code that visits the tree recursively needs stack for them. */
const MAX_DEPTH = 100;

/** Changes the tree in place, because a copy takes as long as parsing. */
function unmask(node: Nodes, masks: Masks, depth = 0): void {
  const isCode = node.type === 'code' || node.type === 'inlineCode';
  const values = node as unknown as Record<string, unknown>;
  for (const key in values) {
    const value = values[key];
    if (typeof value === 'string') values[key] = unmaskText(value, masks, isCode);
  }
  if (!('children' in node)) return;
  if (depth === MAX_DEPTH) throw new RangeError('nested too deeply');
  for (const child of node.children) unmask(child, masks, depth + 1);
}

function unmaskText(text: string, { plain, escaped }: Masks, isCode: boolean): string {
  if (!text.includes(plain) && !text.includes(escaped)) return text;
  // In code, a backslash is a backslash. Elsewhere, it escapes the `<`, which the parser could not know.
  const unescaped = isCode ? text : text.replaceAll(`\\${escaped}`, '<');
  return unescaped.replaceAll(escaped, '<').replaceAll(plain, '<');
}

function asCode(value: string): Root {
  const lines = value.split('\n');
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  const position = { start: { line: 1, column: 1 }, end };
  return { type: 'root', children: [{ type: 'code', value, position }], position };
}
