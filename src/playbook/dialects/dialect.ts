type JsonType = 'string' | 'array' | 'object' | 'boolean' | 'integer' | 'number';

/** The part of JSON Schema that describes one value. */
export interface ValueSchema {
  type?: JsonType | readonly JsonType[];
  items?: ValueSchema;
  enum?: readonly string[];
  minimum?: number;
}

/** Keys of Claude Code that have an equivalent in other tools, with the same values. */
export const sharedKeys = ['maxTurns', 'effort', 'background'] as const;
export type SharedKey = (typeof sharedKeys)[number];

/** The values that a key of the front matter may have. */
export interface KeyDefinition {
  allows: (value: unknown) => boolean;
  /** Completes the sentence "is …, which is not …". */
  expected: string;
  /** The same for editors. */
  schema: ValueSchema;
}

/** Names that a tool accepts. */
export interface NameRule {
  pattern: RegExp;
  /** Completes the sentence "The tool accepts only …". */
  expected: string;
}

/**
 * The way in which a file can limit the tools of its agent. `list`: by a list of all of them. `list-and-denials`: also by
 * a list of those that it may not use. `permission`: by a mapping from tools to actions, whose last entry that matches
 * counts. `nothing`: not at all. `caller`: the file is not an agent, but a text that other agents load.
 */
export type ToolLimits = 'list' | 'list-and-denials' | 'permission' | 'nothing' | 'caller';

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
  /** A note for people who use the format, in a sentence or two. */
  note?: string;
  /** A link that installs a file in the tool; `{url}` stands for the address of the file. */
  installLink?: string;
  /** Where a project has such a file; `{name}` stands for the name of the agent. */
  outputPath: string;
  /** Keys that only this tool has. They tell the tool of a file elsewhere. */
  ownKeys: readonly string[];
  /** The keys without which the tool skips or refuses a file. */
  required: readonly ('name' | 'description')[];
  /** The keys that the tool knows. */
  keys: Readonly<Record<string, KeyDefinition>>;
  /** Whether the tool refuses a file with any other key. */
  refusesOtherKeys?: boolean;
  /** The names that the tool accepts; absent if its documentation does not restrict them. */
  names?: NameRule;
  /** Whether the name is that of the file, so that the file needs no key for it. */
  isNamedByFile?: boolean;
  limitsTools: ToolLimits;
  /** The tool's names of tools, in lower case, each with the tools of Claude Code that it stands for. */
  tools?: Readonly<Record<string, readonly string[]>>;
  /** The notation of tools of MCP servers, if there is one: `all` of a server, or `one`. */
  mcpTools?: { all: string; one: string };
  /** Whether an empty list of tools is documented to mean none. */
  hasEmptyList?: boolean;
  /** The tool's keys for what Claude Code's keys mean, by Claude Code's key; with a dot if the key is in a mapping. */
  sharedKeys?: Readonly<Partial<Record<SharedKey, string>>>;
  /** Largest length of a description and of a system prompt, in UTF-16 code units. */
  limits?: { description?: number; body?: number };
}
