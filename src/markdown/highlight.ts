import type { Element, ElementContent } from 'hast';
import {
  bundledLanguages,
  bundledLanguagesAlias,
  createCssVariablesTheme,
  createHighlighter,
  createJavaScriptRegexEngine,
  type BundledLanguage,
} from 'shiki';

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

function isBundled(language: string): language is BundledLanguage {
  return Object.hasOwn(bundledLanguages, language) || Object.hasOwn(bundledLanguagesAlias, language);
}

/** Loads the grammars of some languages, and ignores those that Shiki does not have. */
async function loadLanguages(languages: Iterable<string>): Promise<void> {
  const { loadLanguage } = await highlighter;
  await Promise.all([...new Set(languages)].filter(isBundled).map((language) => loadLanguage(language)));
}

/**
 * Returns a function that turns code into the children of a `<code>` element. Code in a language without a grammar
 * stays plain text.
 * @param languages the languages to load
 */
export async function highlighterFor(languages: Iterable<string>) {
  await loadLanguages(languages);
  const { codeToTokensBase, getLoadedLanguages } = await highlighter;
  const loaded = new Set(getLoadedLanguages());

  return (code: string, language: string): ElementContent[] => {
    if (!isBundled(language) || !loaded.has(language)) return [{ type: 'text', value: code }];
    const lines = codeToTokensBase(code, {
      lang: language,
      theme,
      tokenizeMaxLineLength: MAX_LINE_LENGTH,
      // None: on a busy machine, it would end a line early, and two builds would differ.
      tokenizeTimeLimit: 0,
    });
    const children: ElementContent[] = [];
    lines.forEach((tokens, index) => {
      if (index > 0) append(children, '\n', undefined);
      for (const { content, color } of tokens) append(children, content, tokenClassOf(color));
    });
    return children;
  };
}

/** `var(token-keyword)` → `tk`. */
function tokenClassOf(color: string | undefined): string | undefined {
  const name = /token-([a-z-]+)\)/.exec(color ?? '')?.[1] ?? '';
  return Object.hasOwn(tokenClasses, name) ? tokenClasses[name] : undefined;
}

/** Appends text, to the previous element if that has the same class, so that pages have fewer elements. */
function append(children: ElementContent[], value: string, className: string | undefined): void {
  const last = children.at(-1);
  // White space looks the same in any class.
  const shown = value.trim() === '' && last ? classNameOf(last) : className;
  if (last && classNameOf(last) === shown) {
    const text = last.type === 'element' ? last.children[0] : last;
    if (text?.type === 'text') {
      text.value += value;
      return;
    }
  }
  const text = { type: 'text', value } as const;
  children.push(shown === undefined ? text : span(shown, text));
}

function span(className: string, child: ElementContent): Element {
  return { type: 'element', tagName: 'span', properties: { className: [className] }, children: [child] };
}

function classNameOf(node: ElementContent): string | undefined {
  return node.type === 'element' && Array.isArray(node.properties.className)
    ? String(node.properties.className[0])
    : undefined;
}
