/**
 * Symbols: names that contain signs. Pagefind sees only letters, digits and `_`. It takes `clippy::pedantic` for one
 * word, which works, but `select!` for any "select", and `?` for nothing. So each symbol is indexed a second time,
 * encoded as a word of letters and digits, and a query searches for that word. Displayed texts stay as written.
 */
const patterns: readonly RegExp[] = [
  // `#[must_use]`, `#![forbid(…)]`: up to the name, because the rest differs.
  /#!?\[\s*\w+/g,
  // `select!`, but not the exclamation mark at the end of a sentence.
  /\b[a-z_]\w*!(?!=)(?=[\s({[)`.,;:'"]|$)/g,
  // `--release` and `-D`, but not a dash between words.
  /(?<![\w-])--?[A-Za-z][\w-]*/g,
  // `// SAFETY:`, and `# Safety` in doc comments.
  /\/\/ ?[A-Z]{2,}\b/g,
  /(?<=^|[\s`(])# [A-Z][a-z]+(?=[\s`,;.)]|$)/g,
  // `@security-auditor`
  /(?<![\w@])@[\w-]+\w/g,
  // `C++`, `C#`
  /\b[A-Za-z](?:\+\+|#)(?![\w#+])/g,
  // `$crate`
  /(?<![\w$])\$[A-Za-z_]\w*/g,
  // `N+1`
  /(?<![\w+])[A-Za-z]\w*\+\w+(?![\w+])/g,
  // `&str`, `'static`, `*const`
  /(?<![\w&*'.)\]])(?:&(?:mut|str|self|dyn)|'(?:static|_)|\*(?:const|mut))(?![\w'])/g,
  // Operators surrounded by spaces: `?`, `->`, `=>`, `&&`, `||`, `::`, `..`; and `?` after a call.
  /(?<=^|[\s`(])(?:\?|->|=>|&&|\|\||::|\.\.=?)(?=[\s`),;.]|$)/g,
  /(?<=\))\?(?=[\s;.,)]|$)/g,
  // `.NET`, `.env`, `.await`; last, because chains of calls contain many.
  /(?<=^|[\s`("'])\.[A-Za-z]\w+/gm,
];

/** Maximum number of symbols of one text: a text with more is code, of which the first are enough. */
const MAX_SYMBOLS = 60;

/** Returns the distinct symbols of a text, as written. */
export function findSymbols(text: string): string[] {
  const symbols = new Set<string>();
  for (const pattern of patterns) {
    for (const [symbol] of text.matchAll(pattern)) {
      if (symbols.size === MAX_SYMBOLS) return [...symbols];
      symbols.add(symbol.replace(/\s+/g, ''));
    }
  }
  return [...symbols];
}

/** Encodes a symbol as a word that Pagefind leaves unchanged: `c++` → `czx2bzx2b`. */
export function encodeSymbol(symbol: string): string {
  return symbol.toLowerCase().replace(/[^\p{L}\p{N}]/gu, (sign) => `zx${(sign.codePointAt(0) ?? 0).toString(16)}`);
}
