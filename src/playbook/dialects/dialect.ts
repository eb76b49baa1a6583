type JsonType = 'string' | 'array' | 'object' | 'boolean' | 'integer' | 'number';

/** The part of JSON Schema that describes one value. */
export interface ValueSchema {
  type?: JsonType | readonly JsonType[];
  items?: ValueSchema;
  enum?: readonly string[];
  minimum?: number;
}

/** What a value of the front matter may be. */
export interface KeyDefinition {
  allows: (value: unknown) => boolean;
  /** Completes the sentence "is …, which is not …". */
  expected: string;
  /** The same for editors. */
  schema: ValueSchema;
}

/**
 * The format of one tool's agent files. Reading, checking and exporting share these tables, so that a fact about a tool
 * is written once.
 */
export interface Dialect {
  /** Part of the address of its schema: `claude-code`. */
  id: string;
  /** The tool, as its readers call it: "VS Code and GitHub Copilot". */
  tool: string;
  /** Matches the paths of its files, with forward slashes. */
  files: RegExp;
  /** Keys that only this tool has. They tell the tool of a file elsewhere. */
  ownKeys: readonly string[];
  /** The keys without which the tool skips or refuses a file. */
  required: readonly ('name' | 'description')[];
  /** The keys that the tool knows. */
  keys: Readonly<Record<string, KeyDefinition>>;
  /** Whether the tool refuses a file with any other key. */
  refusesOtherKeys?: boolean;
  /** Largest length of a description and of a system prompt, in UTF-16 code units. */
  limits?: { description?: number; body?: number };
}
