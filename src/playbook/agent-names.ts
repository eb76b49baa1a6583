/** The name of an agent: words of lower-case letters and digits, joined by hyphens or underscores. */
const name = '[a-z0-9]+(?:[-_][a-z0-9]+)*';

const wholeName = new RegExp(`^${name}$`);

/**
 * Words after an `@` that are rarely an agent's name: CSS at-rules, JSDoc tags, Python decorators, npm tags, the control
 * flow of templates, comments for TypeScript. A bare `@media` is not read as a mention, even if an agent has that name.
 */
const reservedWords =
  'media|import|layer|supports|container|scope|charset|namespace|page|property|font-face|font-feature-values|' +
  'font-palette-values|counter-style|color-profile|view-transition|starting-style|position-try|keyframes|apply|' +
  'tailwind|theme|utility|param|params|returns?|throws|type|types|typedef|example|deprecated|see|since|todo|' +
  'staticmethod|classmethod|abstractmethod|dataclass|cache|lru_cache|cached_property|contextmanager|override|' +
  'latest|next|beta|alpha|if|else|elseif|endif|for|foreach|endforeach|empty|switch|case|default|defer|placeholder|' +
  'loading|error|let|auth|endauth|guest|csrf|section|yield|extends|include|' +
  'ts-ignore|ts-expect-error|ts-nocheck|ts-check|jsx-runtime';

/** Matches `@name` and `@plugin:name`, except in an address (`me@example.org`), a package (`@scope/name`) or a decorator (`@name()`). */
export const mentionPattern = new RegExp(
  `(?<![\\w@/.-])@(?!(?:${reservedWords})(?![\\w-]))(?:[a-z0-9-]{1,64}:(?=[a-z]))?(${name})(?![\\w/(]|[-.][\\w])`,
  'g',
);

/**
 * Returns the name that an `@` means. In Claude Code, `@agent-sql-pro` means the agent `sql-pro`, if there is one.
 * @param known names in lower case
 */
export function mentionedName(name: string, known: { has: (name: string) => boolean }): string {
  const bare = name.replace(/^agent-/, '');
  return known.has(bare) && !known.has(name) ? bare : name;
}

/**
 * Matches a code span that may be a name, or `plugin:name`. Only names of the roster count as one: `zero-copy` looks the
 * same.
 */
export const codeNamePattern = /^@?(?:(?:[a-z0-9-]{1,64}:)+(?=[a-z]))?([a-z0-9]+(?:[-_][a-z0-9]+)+)$/;

/** Whether a word without an `@` has the shape of a name: `security-auditor` has, `performance` and `1-2` have not. */
export function isHyphenatedName(text: string): boolean {
  return wholeName.test(text) && /[-_]/.test(text) && /[a-z]/.test(text);
}

/** A part of a name to replace: `{language}`, `<language>`, `[language]`. */
const namePlaceholder = '(?:\\{[\\w -]{1,40}\\}|<[\\w -]{1,40}>|\\[[\\w -]{1,40}\\])';

const partlyNamed = new RegExp(
  `^@?(?:${name}[-_])?${namePlaceholder}(?:[-_]${name})$|^@?${name}[-_]${namePlaceholder}$`,
  'i',
);

/** Whether a text is a name with a part to replace, which stands for several agents: `{language}-reviewer`. */
export function isNamePattern(text: string): boolean {
  return partlyNamed.test(text);
}

/** Returns the column, from 1, of a whole name in a line, at or after a column; `undefined` if it is not there. */
export function columnOfName(name: string, line: string, from = 1): number | undefined {
  const text = line.toLowerCase();
  const wanted = name.toLowerCase();
  for (let at = text.indexOf(wanted, from - 1); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const isWhole = !/[\w-]/.test(text.charAt(at - 1)) && !/^-?\w/.test(text.slice(at + wanted.length));
    if (isWhole) return at + 1;
  }
  return undefined;
}

/** Says which other letters stand among the Latin ones of a word; `undefined` if there are none. */
export function mixedScripts(text: string): string | undefined {
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const other = /[\p{Script=Cyrillic}\p{Script=Greek}]/u.exec(word)?.[0];
    if (other !== undefined && /[a-z]/i.test(word)) {
      const code = other.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
      return `“${text}” contains “${other}” (U+${code}), which is no Latin letter, among Latin letters`;
    }
  }
  return undefined;
}
