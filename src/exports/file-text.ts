import { stringify } from 'yaml';

/**
 * Returns the front matter of a markdown file. The schema of YAML 1.1 puts quotes around texts such as `yes`, which older
 * parsers would read as something else; all parsers read the result alike.
 */
export function frontMatter(keys: Readonly<Record<string, unknown>>): string {
  const yaml = stringify(keys, { schema: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false });
  return `---\n${yaml}---\n`;
}

/** Returns lines of TOML 1.0 for some texts. Those of several lines stay readable where TOML allows it. */
export function toml(keys: Readonly<Record<string, string>>): string {
  return Object.entries(keys)
    .map(([key, value]) => `${key} = ${tomlText(value.toWellFormed())}\n`)
    .join('');
}

/** The characters that a literal must not have: control characters other than tabs and line breaks. */
const control = /[\0-\b\v-\x1f\x7f]/;

function tomlText(text: string): string {
  if (!text.includes('\n')) return escaped(text);
  // The first line break is not part of the text. A quote before the closing ones would be read differently by some.
  if (!control.test(text) && !text.includes("'''") && !text.endsWith("'")) return `'''\n${text}'''`;
  return `"""\n${text
    .split('\n')
    .map((line) => escaped(line).slice(1, -1))
    .join('\n')}"""`;
}

/** JSON escapes all that TOML escapes, except for one control character. */
function escaped(text: string): string {
  return JSON.stringify(text).replaceAll('\x7f', '\\u007F');
}
