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
 * Kinds of token, by the last word of the theme's variable, and the class that each gets. Classes and not
 * Shiki's inline styles, because the content security policy allows none; a fixed set of them, so that the
 * stylesheet never depends on what was highlighted. Plain text and punctuation keep the text's own colour.
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
// The JavaScript engine takes half the time of the default one and gives the same tokens; `forgiving` leaves a
// pattern that JavaScript cannot express out, which costs a colour.
const highlighter = createHighlighter({
  themes: [theme],
  langs: [],
  engine: createJavaScriptRegexEngine({ forgiving: true }),
});

/** Longer lines than this are minified data, which colours do not help. */
const LONGEST_LINE = 2_000;

function isBundled(language: string): language is BundledLanguage {
  return Object.hasOwn(bundledLanguages, language) || Object.hasOwn(bundledLanguagesAlias, language);
}

/** Loads the grammars of the languages given; those that Shiki does not know are passed over. */
async function loadLanguages(languages: Iterable<string>): Promise<void> {
  const { loadLanguage } = await highlighter;
  await Promise.all([...new Set(languages)].filter(isBundled).map((language) => loadLanguage(language)));
}

/**
 * Code → the children of a `<code>` element. Without a grammar, or before it is loaded, the code comes back
 * as plain text.
 */
export async function highlighterFor(languages: Iterable<string>) {
  await loadLanguages(languages);
  const { codeToTokensBase, getLoadedLanguages } = await highlighter;
  const loaded = new Set(getLoadedLanguages());

  return (code: string, language: string): ElementContent[] => {
    if (!isBundled(language) || !loaded.has(language)) return [{ type: 'text', value: code }];
    const lines = codeToTokensBase(code, { lang: language, theme, tokenizeMaxLineLength: LONGEST_LINE });
    const children: ElementContent[] = [];
    lines.forEach((tokens, index) => {
      if (index > 0) append(children, '\n', undefined);
      for (const { content, color } of tokens) append(children, content, classOf(color));
    });
    return children;
  };
}

/** `var(token-keyword)` → `tk`. */
function classOf(color: string | undefined): string | undefined {
  const name = /token-([a-z-]+)\)/.exec(color ?? '')?.[1] ?? '';
  return Object.hasOwn(tokenClasses, name) ? tokenClasses[name] : undefined;
}

/** Adds text, joined to what stands before it if that looks the same: fewer elements, lighter pages. */
function append(children: ElementContent[], value: string, className: string | undefined): void {
  const last = children.at(-1);
  const kept = value.trim() === '' && last ? classNameOf(last) : className;
  if (last && classNameOf(last) === kept) {
    const text = last.type === 'element' ? last.children[0] : last;
    if (text?.type === 'text') {
      text.value += value;
      return;
    }
  }
  const text = { type: 'text', value } as const;
  children.push(kept === undefined ? text : span(kept, text));
}

function span(className: string, child: ElementContent): Element {
  return { type: 'element', tagName: 'span', properties: { className: [className] }, children: [child] };
}

function classNameOf(node: ElementContent): string | undefined {
  return node.type === 'element' && Array.isArray(node.properties.className)
    ? String(node.properties.className[0])
    : undefined;
}
