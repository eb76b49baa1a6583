/** Names that authors write for a language, where highlighters know only another one. */
const aliases: Readonly<Record<string, string>> = {
  golang: 'go',
  python3: 'python',
  py3: 'python',
  node: 'javascript',
  terminal: 'console',
  'shell-session': 'console',
};

/**
 * Returns the language of a code fence in lower case, from the first word of its info string; empty if there is none.
 * Other tools let authors add attributes and file names to it: `rust,no_run`, `{.rust .numberLines}`, `ts:src/app.ts`.
 */
export function languageOfFence(info: string): string {
  const written = info.toLowerCase().trim();
  const pandoc = /^\{\s*\.?([^\s,.{}=]+)/.exec(written)?.[1];
  const name = pandoc ?? /^[^\s,:;{}=[\]()]*/.exec(written)?.[0] ?? '';
  return Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
}
