/**
 * Names in which signs matter. Pagefind sees letters, digits and `_` alone, and `clippy::pedantic` as one word,
 * which is as good; but `select!` is any "select" to it, and `?` is nothing. So each such name is indexed once more
 * as a word of letters and digits, and looked for as that word. What the text shows stays as written.
 */
const patterns: readonly RegExp[] = [
  // `#[must_use]`, `#![forbid(…)]`: up to the name, since what follows it differs.
  /#!?\[\s*\w+/g,
  // `select!`, but no exclamation: those end a sentence.
  /\b[a-z_]\w*!(?!=)(?=[\s({[)`.,;:'"]|$)/g,
  // `--release`, and `-D`; no dash between words.
  /(?<![\w-])--?[A-Za-z][\w-]*/g,
  // `// SAFETY:`, and `# Safety` of doc comments
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
  // Operators that stand by themselves: `?`, `->`, `=>`, `&&`, `||`, `::`, `..`; and `?` behind a call.
  /(?<=^|[\s`(])(?:\?|->|=>|&&|\|\||::|\.\.=?)(?=[\s`),;.]|$)/g,
  /(?<=\))\?(?=[\s;.,)]|$)/g,
  // `.NET`, `.env`, `.await`; last, since chains of calls have many.
  /(?<=^|[\s`("'])\.[A-Za-z]\w+/gm,
];

/** More names than this in one text are code, of which the first tell enough. */
const MOST_SYMBOLS = 60;

/** Every name with signs in a text, each once, as written. */
export function symbolsIn(text: string): string[] {
  const found = new Set<string>();
  for (const pattern of patterns) {
    for (const [symbol] of text.matchAll(pattern)) {
      if (found.size === MOST_SYMBOLS) return [...found];
      found.add(symbol.replace(/\s+/g, ''));
    }
  }
  return [...found];
}

/** A name with signs → a word that Pagefind takes as it is: `c++` → `czx2bzx2b`. */
export function encodeSymbol(symbol: string): string {
  return symbol.toLowerCase().replace(/[^\p{L}\p{N}]/gu, (sign) => `zx${(sign.codePointAt(0) ?? 0).toString(16)}`);
}
