import type { ElementContent } from 'hast';
import { join } from 'node:path';
import {
  bundledLanguages,
  bundledLanguagesAlias,
  createCssVariablesTheme,
  createHighlighter,
  createJavaScriptRegexEngine,
  type BundledLanguage,
} from 'shiki';
import shikiPackage from 'shiki/package.json' with { type: 'json' };
import { cacheKey, DiskCache } from '../cache/disk-cache.ts';

/**
 * The class of each kind of token, by the last word of the theme's variable. Classes instead of Shiki's inline styles,
 * which the content security policy forbids; a fixed set, so that the stylesheet does not depend on the code that is
 * highlighted. Plain text and punctuation have no class.
 */
const tokenClasses: Readonly<Record<string, string>> = {
  comment: 'tc',
  constant: 'tn',
  function: 'tf',
  keyword: 'tk',
  link: 'ts',
  parameter: 'tp',
  string: 'ts',
  'string-expression': 'ts',
  inserted: 'ts',
  deleted: 'tk',
  changed: 'tn',
};

const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: '', fontStyle: false });
// The JavaScript engine takes half the time of the default one and gives the same tokens; `forgiving` ignores a pattern
// that JavaScript cannot express, so that only its colour is missing.
const highlighter = createHighlighter({
  themes: [theme],
  langs: [],
  engine: createJavaScriptRegexEngine({ forgiving: true }),
});

/** Longest line to highlight, in characters. Longer ones are minified data, in which colours do not help. */
const MAX_LINE_LENGTH = 2_000;

/** Increase when the same code gives other tokens, so that cached ones are not used. */
const HIGHLIGHT_VERSION = 1;

/** Code of a file, in the language that its fence names. */
export interface CodeText {
  text: string;
  language: string;
}

/** The tokens of a text: the class and the text of each in turn; the class is empty for plain text. */
type Tokens = string[];

/** Tokens are cached from build to build: highlighting takes a third of the time of a large one. */
const cache = new DiskCache<Tokens>(
  () => process.env.PLAYBOOK_HIGHLIGHT_CACHE ?? join(process.cwd(), '.cache', 'highlight'),
  (value): value is Tokens => Array.isArray(value) && value.every((part) => typeof part === 'string'),
);

function isBundled(language: string): language is BundledLanguage {
  return Object.hasOwn(bundledLanguages, language) || Object.hasOwn(bundledLanguagesAlias, language);
}

/**
 * Highlights code, and returns a function that turns each of the texts into the children of a `<code>` element. Code in a
 * language without a grammar, and code that is not among the texts, stays plain text.
 */
export async function highlighterFor(texts: readonly CodeText[]) {
  const byKey = new Map(texts.filter(({ language }) => isBundled(language)).map((code) => [keyOf(code), code]));
  const tokens = new Map<string, Tokens>();
  const missing: [key: string, code: CodeText][] = [];
  for (const [key, code] of byKey) {
    const cached = cache.read(key);
    if (cached) tokens.set(key, cached);
    else missing.push([key, code]);
  }
  if (missing.length > 0) await loadLanguages(missing.map(([, { language }]) => language));
  for (const [key, code] of missing) {
    const found = await tokensOf(code);
    tokens.set(key, found);
    cache.write(key, found);
  }
  return (text: string, language: string): ElementContent[] =>
    toElements(tokens.get(keyOf({ text, language })) ?? ['', text]);
}

function keyOf({ text, language }: CodeText): string {
  return cacheKey(HIGHLIGHT_VERSION, shikiPackage.version, language, text);
}

/** Loads the grammars of some languages. */
async function loadLanguages(languages: Iterable<string>): Promise<void> {
  const { loadLanguage } = await highlighter;
  await Promise.all([...new Set(languages)].filter(isBundled).map((language) => loadLanguage(language)));
}

async function tokensOf({ text, language }: CodeText): Promise<Tokens> {
  const { codeToTokensBase } = await highlighter;
  const lines = codeToTokensBase(text, {
    lang: language as BundledLanguage,
    theme,
    tokenizeMaxLineLength: MAX_LINE_LENGTH,
    // None: on a busy machine, it would end a line early, and two builds would differ.
    tokenizeTimeLimit: 0,
  });
  const tokens: Tokens = [];
  lines.forEach((line, index) => {
    if (index > 0) append(tokens, '', '\n');
    for (const { content, color } of line) append(tokens, tokenClassOf(color), content);
  });
  return tokens;
}

/** Appends a token, to the previous one if that has the same class, so that pages have fewer elements. */
function append(tokens: Tokens, className: string, text: string): void {
  const last = tokens.length - 1;
  // White space looks the same in any class.
  if (last > 0 && (text.trim() === '' || tokens[last - 1] === className)) tokens[last] = `${tokens[last] ?? ''}${text}`;
  else tokens.push(className, text);
}

function toElements(tokens: Tokens): ElementContent[] {
  const children: ElementContent[] = [];
  for (let at = 0; at < tokens.length; at += 2) {
    const text = { type: 'text', value: tokens[at + 1] ?? '' } as const;
    const className = tokens[at] ?? '';
    children.push(
      className === ''
        ? text
        : { type: 'element', tagName: 'span', properties: { className: [className] }, children: [text] },
    );
  }
  return children;
}

/** `var(token-keyword)` → `tk`; empty for plain text. */
function tokenClassOf(color: string | undefined): string {
  const name = /token-([a-z-]+)\)/.exec(color ?? '')?.[1] ?? '';
  return Object.hasOwn(tokenClasses, name) ? (tokenClasses[name] ?? '') : '';
}
