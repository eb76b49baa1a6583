/** A JSON value that keeps what JSON.parse loses: digits of numbers, the order of keys, keys that occur twice. */
export type Json =
  | { type: 'object'; entries: [key: string, value: Json][] }
  | { type: 'list'; items: Json[] }
  | { type: 'string' | 'number' | 'boolean' | 'null'; source: string };

/** Deeper than anybody writes, and far from what would end a program. */
const MOST_LEVELS = 200;

/** Longest list of plain values that stays on one line, in characters. */
const LONGEST_LINE = 72;

// RFC 8259. Behind the last token there is an empty one.
const token =
  /[ \t\n\r]*(?:([{}[\],:]|$)|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false)|(null))/y;

/** What the token's groups after the first hold. */
const scalarTypes = ['string', 'number', 'boolean', 'null'] as const;

/** Reads JSON by its grammar, or says where it is none: `line 2, column 5: a value is missing`. */
export function readJson(text: string): Json | { problem: string } {
  try {
    return new Reader(text).whole();
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: error.message };
    throw error;
  }
}

class Reader {
  readonly #text: string;
  /** Where the token starts that comes next, and where it ends. */
  #start = 0;
  #end = 0;
  #sign: string | undefined;
  #scalar: Json | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#advance();
  }

  whole(): Json {
    const value = this.#value(0);
    if (this.#sign !== '') this.#fail('nothing more can follow here');
    return value;
  }

  #advance() {
    token.lastIndex = this.#end;
    const match = token.exec(this.#text);
    if (!match) {
      const blanks = /^[ \t\n\r]*/.exec(this.#text.slice(this.#end))?.[0].length ?? 0;
      this.#start = this.#end + blanks;
      this.#fail('this is neither text in double quotes, nor a number, true, false or null');
    }
    const [all, sign, ...scalars] = match;
    const at = scalars.findIndex(Boolean);
    const type = scalarTypes[at];
    const source = scalars[at] ?? '';
    this.#end += all.length;
    this.#start = this.#end - (sign ?? source).length;
    this.#sign = sign;
    this.#scalar = type && { type, source };
  }

  #value(level: number): Json {
    if (level > MOST_LEVELS) this.#fail(`more than ${String(MOST_LEVELS)} levels`);
    const scalar = this.#scalar;
    if (scalar) {
      this.#advance();
      return scalar;
    }
    if (this.#sign === '{') {
      const entries: [string, Json][] = [];
      this.#several('}', () => {
        const key = this.#scalar;
        if (key?.type !== 'string') return this.#fail('a key in double quotes is missing');
        this.#advance();
        if (this.#sign !== ':') this.#fail('a colon is missing');
        this.#advance();
        entries.push([textOfString(key.source), this.#value(level + 1)]);
      });
      return { type: 'object', entries };
    }
    if (this.#sign === '[') {
      const items: Json[] = [];
      this.#several(']', () => items.push(this.#value(level + 1)));
      return { type: 'list', items };
    }
    return this.#fail('a value is missing');
  }

  #several(close: string, readOne: () => void) {
    this.#advance();
    if (this.#sign !== close) {
      readOne();
      while (this.#sign === ',') {
        this.#advance();
        readOne();
      }
      if (this.#sign !== close) this.#fail(`a comma or ${close} is missing`);
    }
    this.#advance();
  }

  #fail(what: string): never {
    const before = this.#text.slice(0, this.#start).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new SyntaxError(`line ${String(before.length)}, column ${String(column)}: ${what}`);
  }
}

/** The text that a JSON string stands for. */
export function textOfString(source: string): string {
  return String(JSON.parse(source));
}

/** JSON as text, indented by two blanks a level; short lists of plain values stay on one line. */
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
  if (items.length === 0 || (isPlain && line.length <= LONGEST_LINE)) return line;
  return `[\n${items.map((item) => inner + item).join(',\n')}\n${indent}]`;
}
