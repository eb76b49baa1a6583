import type { Blockquote, FootnoteDefinition, Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast';
import { markdownToMdast } from 'satteri';
import { readAlert } from './alerts.ts';
import { maskCjkLetters } from './cjk-emphasis.ts';
import { takeOutComments } from './comments.ts';
import { readDetails } from './details.ts';
import { languageOfFence } from './fence-language.ts';
import { readInlineTags } from './inline-tags.ts';

/**
 * Parses markdown into an mdast tree, with GFM tables, task lists, footnotes, strikethrough (`~~` only) and bare links,
 * with alerts, and with **hardly any HTML**: comments are left out; `<br>`, `<sub>`, `<sup>`, `<kbd>` and `<details>`
 * without attributes become nodes; every other tag, such as `<example>`, is text.
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
  const used = masks ?? { plain: '\uFDD0', escaped: '\uFDD1', tilde: '\uFDD2', filler: '\uFDD3', underscore: '\uFDD4' };
  try {
    const { text: masked, letters } = maskCjkLetters(maskLongWords(mask(hideComments(clean, used), used), used));
    const tree = parse(masked);
    new Restorer(masked, used, letters).restore(tree);
    return tree;
  } catch (error) {
    if (error instanceof RangeError) return asCode(text);
    throw error;
  }
}

function parse(text: string): Root {
  return markdownToMdast(text, { features: { frontmatter: false } }) as Root;
}

/** The largest number of passes: text after a comment on its line is parsed only when the comment is gone. */
const MAX_COMMENT_PASSES = 4;

function hideComments(text: string, masks: Masks): string {
  let shown = text;
  for (let pass = 0; pass < MAX_COMMENT_PASSES && shown.includes('<!--'); pass++) {
    const hidden = takeOutComments(shown, parse(mask(shown, masks, '|!--')), masks.filler);
    if (hidden === shown) break;
    shown = hidden;
  }
  return shown;
}

/** Longest target of a link in angle brackets, in UTF-16 code units. */
const MAX_TARGET_LENGTH = 500;

/** @param allowed pattern of what may follow a `<` that is not masked, besides an address */
function mask(text: string, { plain, escaped, tilde }: Masks, allowed = ''): string {
  const kept = `(?:https?|mailto):[^\\s<>]*>|(?<=\\]\\(<)[^<>\\n]{1,${String(MAX_TARGET_LENGTH)}}>\\)`;
  const masked = new RegExp(`\\\\.|<(?!${kept}${allowed})|(?<!~)~(?!~)`, 'gs');
  return text.replace(masked, (match) => {
    if (match === '<') return plain;
    if (match === '~') return tilde;
    return match === '\\<' ? `\\${escaped}` : match;
  });
}

/** Longest word, in UTF-16 code units, whose underscores the parser is left to read. */
const MAX_WORD_LENGTH = 1000;

/**
 * Masks underscores between the letters of very long words, which mean nothing: the parser would take quadratic time to
 * find that out.
 */
function maskLongWords(text: string, { underscore }: Masks): string {
  if (!text.includes('_')) return text;
  return text.replace(/\S+/g, (word) =>
    word.length > MAX_WORD_LENGTH ? word.replace(/(?<=[a-z0-9])_(?=[a-z0-9])/gi, underscore) : word,
  );
}

/** Characters that the text does not contain. */
interface Masks {
  /** Replaces a `<`. */
  plain: string;
  /** Replaces a `<` after a backslash. */
  escaped: string;
  /** Replaces a `~` that stands alone: `5~7` is a range, and only `~~` strikes text. */
  tilde: string;
  /** Replaces each character of a comment. */
  filler: string;
  /** Replaces an underscore in a very long word. */
  underscore: string;
}

const noncharacters = Array.from({ length: 32 }, (_, index) => String.fromCodePoint(0xfdd0 + index));

function unusedMasks(text: string): Masks | undefined {
  const [plain, escaped, tilde, filler, underscore] = noncharacters.filter((character) => !text.includes(character));
  return plain !== undefined &&
    escaped !== undefined &&
    tilde !== undefined &&
    filler !== undefined &&
    underscore !== undefined
    ? { plain, escaped, tilde, filler, underscore }
    : undefined;
}

/** Levels of nested nodes: about 50 nested lists. Code that visits the tree recursively needs stack for them. */
const MAX_DEPTH = 100;

/** Restores what was masked, and reads what the parser does not know. Changes the tree, because a copy takes as long as parsing. */
class Restorer {
  readonly #masked: string;
  readonly #masks: Masks;
  readonly #letters: ReadonlyMap<string, string>;
  readonly #standIn: RegExp | undefined;
  readonly #isMasked: RegExp;
  readonly #hasDetails: boolean;
  /** The footnotes that the text refers to. */
  readonly #footnotes = new Set<string>();

  constructor(masked: string, masks: Masks, letters: ReadonlyMap<string, string>) {
    this.#masked = masked;
    this.#masks = masks;
    this.#letters = letters;
    this.#standIn = letters.size === 0 ? undefined : new RegExp(`[${[...letters.keys()].join('')}]`, 'g');
    this.#isMasked = new RegExp(`[${Object.values(masks).join('')}]`);
    this.#hasDetails = new RegExp(`${masks.plain}/details>`, 'i').test(masked);
  }

  restore(tree: Root): void {
    if (this.#masked.includes('[^')) this.#findFootnotes(tree, 0);
    this.#visit(tree, 0);
  }

  #findFootnotes(node: Nodes, depth: number): void {
    if (node.type === 'footnoteReference') this.#footnotes.add(node.identifier);
    if (!('children' in node)) return;
    if (depth === MAX_DEPTH) throw new RangeError('nested too deeply');
    for (const child of node.children) this.#findFootnotes(child, depth + 1);
  }

  #visit(node: Nodes, depth: number): void {
    const isCode = node.type === 'code' || node.type === 'inlineCode';
    const values = node as unknown as Record<string, unknown>;
    for (const key in values) {
      const value = values[key];
      if (typeof value === 'string' && key !== 'type') values[key] = this.#unmask(value, isCode);
    }
    // Text that looked like the target of a link, without a link before it.
    if (node.type === 'html') Object.assign(node, { type: 'text' });
    if (node.type === 'code' && node.lang) node.lang = languageOfFence(node.lang);
    if (!('children' in node)) return;
    if (depth === MAX_DEPTH) throw new RangeError('nested too deeply');
    this.#readChildren(node);
    for (const child of node.children) this.#visit(child, depth + 1);
  }

  /** Replaces the children of a node by what they mean. They are still masked. */
  #readChildren(node: Parents): void {
    if (node.children.some((child) => child.type === 'text' && child.value.includes(this.#masks.plain))) {
      node.children = readInlineTags(node.children as PhrasingContent[], this.#masks.plain);
    }
    if (node.type !== 'root' && node.type !== 'blockquote' && node.type !== 'listItem') return;
    if (this.#hasDetails) node.children = readDetails(node.children, this.#masks.plain);
    node.children = node.children.map((child) => {
      if (child.type === 'blockquote' && child.data === undefined) return readAlert(child);
      return child.type === 'footnoteDefinition' && !this.#footnotes.has(child.identifier) ? asText(child) : child;
    });
  }

  #unmask(text: string, isCode: boolean): string {
    const { plain, escaped, tilde, filler, underscore } = this.#masks;
    const letters = this.#standIn
      ? text.replace(this.#standIn, (character) => this.#letters.get(character) ?? character)
      : text;
    if (!this.#isMasked.test(letters)) return letters;
    // In code, a backslash is a backslash. Elsewhere, it escapes the `<`, which the parser could not know.
    const unescaped = isCode ? letters : letters.replaceAll(`\\${escaped}`, '<');
    return unescaped
      .replaceAll(escaped, '<')
      .replaceAll(plain, '<')
      .replaceAll(tilde, '~')
      .replaceAll(underscore, '_')
      .replaceAll(filler, '');
  }
}

/** Returns a definition that nothing refers to as the text that it is: `[^a-z]: …` explains a pattern. */
function asText(note: FootnoteDefinition): Blockquote | Paragraph {
  const marker: Text = { type: 'text', value: `[^${note.label ?? note.identifier}]: ` };
  const [first, ...others] = note.children;
  const position = note.position && { position: note.position };
  const paragraph: Paragraph =
    first?.type === 'paragraph'
      ? { ...first, children: [marker, ...first.children] }
      : { type: 'paragraph', children: [marker] };
  const rest = first?.type === 'paragraph' ? others : note.children;
  return rest.length === 0
    ? { ...paragraph, ...position }
    : { type: 'blockquote', children: [paragraph, ...rest], ...position };
}

function asCode(value: string): Root {
  const lines = value.split('\n');
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  const position = { start: { line: 1, column: 1 }, end };
  return { type: 'root', children: [{ type: 'code', value, position }], position };
}
