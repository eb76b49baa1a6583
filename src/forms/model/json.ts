/** A JSON value without the losses of `JSON.parse`: digits of numbers, the order of keys, duplicate keys. */
export type Json =
  | { type: 'object'; entries: [key: string, value: Json][] }
  | { type: 'list'; items: Json[] }
  | { type: 'string' | 'number' | 'boolean' | 'null'; source: string };

/** The reason, for the reader, why a text is not JSON or cannot be converted to it. */
export interface JsonError {
  error: string;
}

/** Deepest nesting: more than anyone writes, and safe for a recursive parser. */
const MAX_DEPTH = 200;

/** Longest list of plain values that is printed on one line, in characters. */
const MAX_LINE_LENGTH = 72;

// RFC 8259. The last token is followed by an empty one.
const token =
  /[ \t\n\r]*(?:([{}[\],:]|$)|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false)|(null))/y;

/** The types of the token's groups after the first. */
const scalarTypes = ['string', 'number', 'boolean', 'null'] as const;

/** Parses JSON; the error says where it is invalid: `line 2, column 5: a value is missing`. */
export function readJson(text: string): Json | JsonError {
  try {
    return new Reader(text).whole();
  } catch (error) {
    if (error instanceof SyntaxError) return { error: error.message };
    throw error;
  }
}

class Reader {
  readonly #text: string;
  /** Offsets of the next token. */
  #start = 0;
  #end = 0;
  #punctuation: string | undefined;
  #scalar: Json | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#advance();
  }

  whole(): Json {
    const value = this.#readValue(0);
    if (this.#punctuation !== '') this.#fail('nothing more can follow here');
    return value;
  }

  #advance() {
    token.lastIndex = this.#end;
    const match = token.exec(this.#text);
    if (!match) {
      const spaces = /^[ \t\n\r]*/.exec(this.#text.slice(this.#end))?.[0].length ?? 0;
      this.#start = this.#end + spaces;
      this.#fail('this is neither text in double quotes, nor a number, true, false or null');
    }
    const [all, punctuation, ...scalars] = match;
    const at = scalars.findIndex(Boolean);
    const type = scalarTypes[at];
    const source = scalars[at] ?? '';
    this.#end += all.length;
    this.#start = this.#end - (punctuation ?? source).length;
    this.#punctuation = punctuation;
    this.#scalar = type && { type, source };
  }

  #readValue(depth: number): Json {
    if (depth > MAX_DEPTH) this.#fail(`more than ${String(MAX_DEPTH)} levels`);
    const scalar = this.#scalar;
    if (scalar) {
      this.#advance();
      return scalar;
    }
    if (this.#punctuation === '{') {
      const entries: [string, Json][] = [];
      this.#readList('}', () => {
        const key = this.#scalar;
        if (key?.type !== 'string') return this.#fail('a key in double quotes is missing');
        this.#advance();
        if (this.#punctuation !== ':') this.#fail('a colon is missing');
        this.#advance();
        entries.push([decodeJsonString(key.source), this.#readValue(depth + 1)]);
      });
      return { type: 'object', entries };
    }
    if (this.#punctuation === '[') {
      const items: Json[] = [];
      this.#readList(']', () => items.push(this.#readValue(depth + 1)));
      return { type: 'list', items };
    }
    return this.#fail('a value is missing');
  }

  #readList(close: string, readOne: () => void) {
    this.#advance();
    if (this.#punctuation !== close) {
      readOne();
      while (this.#punctuation === ',') {
        this.#advance();
        readOne();
      }
      if (this.#punctuation !== close) this.#fail(`a comma or ${close} is missing`);
    }
    this.#advance();
  }

  #fail(message: string): never {
    const before = this.#text.slice(0, this.#start).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new SyntaxError(`line ${String(before.length)}, column ${String(column)}: ${message}`);
  }
}

/** Decodes a JSON string literal. */
export function decodeJsonString(source: string): string {
  return String(JSON.parse(source));
}

/** Prints JSON with two spaces of indentation a level; short lists of plain values stay on one line. */
export function printJson(json: Json, indent = ''): string {
  const inner = `${indent}  `;
  if (json.type === 'object') {
    const lines = json.entries.map(([key, value]) => `${inner}${JSON.stringify(key)}: ${printJson(value, inner)}`);
    return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
  }
  if (json.type !== 'list') return json.source;
  const items = json.items.map((item) => printJson(item, inner));
  const line = `[${items.join(', ')}]`;
  const isPlain = json.items.every(({ type }) => type !== 'object' && type !== 'list');
  if (items.length === 0 || (isPlain && line.length <= MAX_LINE_LENGTH)) return line;
  return `[\n${items.map((item) => inner + item).join(',\n')}\n${indent}]`;
}
