import { parseDocument, visit } from 'yaml';

/** A number as its author wrote it: `1.10` and `0123` are versions and codes, which a number would change. */
export class WrittenNumber {
  readonly written: string;

  constructor(written: string) {
    this.written = written;
  }
}

/** A value of the front matter as plain data: text as written, a list, or a mapping in the order of its keys. */
export type PlainData = string | PlainData[] | { [key: string]: PlainData };

export type Parsed = { data: Record<string, unknown> } | { error: string; line: number; column: number };

/**
 * Longest front matter that is checked for repeated keys, in UTF-16 code units: the parser compares each key with all
 * keys before it.
 */
const MAX_CHECKED_LENGTH = 50_000;

const TOO_DEEP = 'a value contains itself, or is nested too deeply';

/**
 * Parses strict YAML 1.2 that is a mapping or empty. Numbers become a `WrittenNumber`.
 * @returns the data, or the first error; its line counts from 0 and its column from 1
 */
export function parseYaml(yaml: string): Parsed {
  try {
    const uniqueKeys = yaml.length <= MAX_CHECKED_LENGTH;
    const document = parseDocument(yaml, { prettyErrors: true, uniqueKeys, logLevel: 'silent' });
    const [error] = document.errors;
    // Where the parser stops depends on how much of the stack is left, so its position means nothing.
    if (error?.code === 'RESOURCE_EXHAUSTION') return { error: TOO_DEEP, line: 0, column: 1 };
    if (error) {
      const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
      return { error: shortMessage(error.message), line: line - 1, column: col };
    }
    visit(document, {
      Scalar(key, node) {
        if (node.source === undefined) return;
        if (typeof node.value === 'number') node.value = key === 'key' ? node.source : new WrittenNumber(node.source);
        // A tag such as `!!binary` makes an object of a text.
        else if (typeof node.value === 'object' && node.value !== null) node.value = node.source;
      },
    });
    // Throws on alias bombs: no agent file needs more than 100 expansions.
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    // Throws on a value that contains itself (`a: &a [*a]`): that is valid YAML, but cannot be shown or stored.
    JSON.stringify(data);
    if (data === null || data === undefined) return { data: {} };
    if (isMapping(data)) return { data: { ...data } };
    return { error: 'it is not a list of `key: value` lines', line: 0, column: 1 };
  } catch (error) {
    // `yaml` throws a ReferenceError for a bad alias; any other error is about the shape of the value.
    return { error: error instanceof ReferenceError ? shortMessage(error.message) : TOO_DEEP, line: 0, column: 1 };
  }
}

/** Returns the first line of a message of the YAML parser, without the position. */
export function shortMessage(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/:?(?: at line \d+.*)?$/, '');
}

/** Whether a value is a mapping: neither a list nor a scalar. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof WrittenNumber);
}

/** Returns a value of the front matter as plain data. An absent value is empty text. */
export function asPlainData(value: unknown): PlainData {
  if (Array.isArray(value)) return value.map(asPlainData);
  if (isMapping(value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asPlainData(inner)]));
  return scalarText(value);
}

/** Returns any value on one line, as an author would write it: `a, b`, or `key: value, other: value`. */
export function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(', ');
  if (!isMapping(value)) return scalarText(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${asText(inner)}`)
    .join(', ');
}

function scalarText(value: unknown): string {
  if (value instanceof WrittenNumber) return value.written;
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value) : '';
}
