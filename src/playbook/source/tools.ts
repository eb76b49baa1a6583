import { isMapping } from './yaml.ts';

/** One entry of `tools` or `disallowedTools`. */
export interface Tool {
  /** As written, argument included: `Bash(git:*)`. */
  written: string;
  /** The tool itself: `Bash`. */
  name: string;
  /** The text between the brackets; empty if there are none. */
  argument: string;
}

/** What a value says about tools. */
export interface ToolList {
  /** Absent: all that the tool would allow anyway. */
  allowed?: Tool[];
  denied: Tool[];
  /** Whether the names are separated by blanks, which Claude Code does not document. */
  isBlankSeparated?: boolean;
}

/**
 * What each tool permits, as a phrase after "may", by its name in lower case. The names are those of Claude Code's tool
 * reference, and the names that other tools have for the same, from the documentation of Copilot and the source of
 * OpenCode and Gemini CLI; the phrases are ours. A tool that is missing here is shown by its name alone.
 */
const permissions = new Map(
  (
    [
      ['hand work to other agents', ['Agent', 'Task', 'custom-agent', 'invoke_agent']],
      ['ask the person a question', ['AskUserQuestion', 'ask_user', 'question']],
      [
        'run shell commands',
        ['Bash', 'PowerShell', 'execute', 'shell', 'run_shell_command', 'runCommands', 'runInTerminal', 'terminal'],
      ],
      ['read what a background command prints', ['BashOutput']],
      ['change parts of files', ['Edit', 'replace', 'patch', 'editFiles']],
      ['work in a separate checkout', ['EnterWorktree']],
      ['end planning and begin', ['ExitPlanMode']],
      ['find files by name', ['Glob']],
      ['search in files', ['Grep', 'search', 'grep_search', 'codebase']],
      ['stop a background command', ['KillShell']],
      ['list folders', ['LS', 'list', 'list_directory']],
      ['ask a language server about code', ['LSP', 'usages']],
      ['make several changes to a file at once', ['MultiEdit']],
      ['change notebook cells', ['NotebookEdit']],
      ['read notebooks', ['NotebookRead']],
      ['read files', ['Read', 'read_file', 'readFile']],
      ['use skills', ['Skill', 'activate_skill']],
      ['run slash commands', ['SlashCommand']],
      ['read the task list', ['TodoRead']],
      ['keep a task list', ['TodoWrite', 'todo', 'todos', 'write_todos']],
      ['look for further tools', ['ToolSearch']],
      ['fetch web pages', ['WebFetch', 'web_fetch', 'fetch']],
      ['search the web', ['WebSearch', 'google_web_search']],
      ['fetch web pages and search the web', ['web']],
      ['create and overwrite files', ['Write', 'write_file']],
      ['use every tool', ['*']],
    ] as const
  ).flatMap(([phrase, names]) => names.map((name): [string, string] => [name.toLowerCase(), phrase])),
);

/** Tools that hand work to other agents, in lower case. The brackets behind them name those agents. */
const agentTools = new Set(['agent', 'task']);

/**
 * Returns what a tool permits, as a phrase after "may"; `undefined` for an unknown tool. `mcp__SERVER__TOOL` is Claude
 * Code's spelling for a tool of an MCP server, and `SERVER/*` that of VS Code for all of them.
 */
export function permissionOf({ name, argument }: Tool): string | undefined {
  const [prefix, server, tool] = name.split('__');
  if (prefix === 'mcp' && server) {
    if (server === '*') return 'use all MCP servers';
    return tool && tool !== '*' ? `use “${tool}” of the MCP server ${server}` : `use all of the MCP server ${server}`;
  }
  const allOfServer = /^([\w-]+)\/\*$/.exec(name)?.[1];
  if (allOfServer !== undefined) return `use all of the MCP server ${allOfServer}`;
  // VS Code's `edit/editFiles` is a tool of a set.
  const phrase = permissions.get(name.toLowerCase().replace(/^[\w-]+\//, ''));
  if (phrase === undefined || argument === '') return phrase;
  // Claude Code's documentation of subagents, August 2026.
  return agentTools.has(name.toLowerCase())
    ? `${phrase}; Claude Code ignores the list in brackets in a subagent`
    : `${phrase}; whether the limit “${argument}” applies is not documented`;
}

/** Returns the agents that a list of tools names: `Agent(scout, builder)`. */
export function agentsInTools(tools: readonly Tool[]): string[] {
  return tools
    .filter(({ name }) => agentTools.has(name.toLowerCase()))
    .flatMap(({ argument }) => argument.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * Reads a list of tools: text with commas, blanks or lines between the names, a list, or a mapping from names to `true`
 * and `false`. Commas and blanks inside brackets belong to the argument. Each tool is listed once.
 * @returns `undefined` if the value is none of these: it must not be taken for "all tools"
 */
export function readTools(value: unknown): ToolList | undefined {
  if (isMapping(value)) return readMapping(value);
  if (Array.isArray(value)) {
    const entries: unknown[] = value;
    if (!entries.every((entry) => typeof entry === 'string')) return;
    return { allowed: toTools(rejoined(entries)), denied: [] };
  }
  if (typeof value !== 'string' || value.trim() === '') return;
  const list = value.trim().replace(/^\[|\]$/g, '');
  const separated = list.match(betweenCommas) ?? [];
  if (separated.length > 1 || !/\s/.test(withoutArguments(list))) return { allowed: toTools(separated), denied: [] };
  const words = toTools(list.match(betweenBlanks) ?? []);
  // Text that names no tool is a sentence about tools.
  if (!words.some((tool) => permissionOf(tool) !== undefined)) return;
  return { allowed: words, denied: [], isBlankSeparated: true };
}

/**
 * Reads OpenCode's `permission`: a mapping from tools to `allow`, `ask` or `deny`.
 * @returns the tools that are denied without exception
 */
export function deniedTools(permission: unknown): Tool[] {
  if (!isMapping(permission)) return permission === 'deny' ? toTools(['*']) : [];
  return toTools(Object.keys(permission).filter((name) => permission[name] === 'deny'));
}

/** Everything stays allowed that the mapping does not name, unless it denies `*`. */
function readMapping(value: Record<string, unknown>): ToolList | undefined {
  const entries = Object.entries(value);
  if (!entries.every(([, allowed]) => typeof allowed === 'boolean')) return;
  const named = (allowed: boolean) => toTools(entries.filter((entry) => entry[1] === allowed).map(([name]) => name));
  return value['*'] === false ? { allowed: named(true), denied: [] } : { denied: named(false) };
}

function toTools(written: readonly string[]): Tool[] {
  const entries = written.map(withoutListSyntax).filter((entry) => entry !== '');
  return [...new Set(entries)].map((entry) => {
    const match = /^([^()]+)\((.*)\)$/s.exec(entry);
    return { written: entry, name: (match?.[1] ?? entry).trim(), argument: match?.[2]?.trim() ?? '' };
  });
}

/** Joins the parts of entries that YAML has split: in `[Bash(git add:*, git commit:*)]`, the comma is one of the list. */
function rejoined(entries: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < entries.length; index++) {
    const end = entries.findIndex((_, other) => other >= index && isBalanced(entries.slice(index, other + 1)));
    joined.push(entries.slice(index, Math.max(index, end) + 1).join(', '));
    index = Math.max(index, end);
  }
  return joined;
}

function isBalanced(parts: readonly string[]): boolean {
  const text = parts.join('');
  return text.split('(').length <= text.split(')').length;
}

/** Removes the hyphen and the quotes of an entry in a list that could not be read as YAML. */
function withoutListSyntax(entry: string): string {
  return entry
    .trim()
    .replace(/^-\s+/, '')
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim();
}

function withoutArguments(list: string): string {
  return list.replace(/\((?:[^()]|\([^()]*\))*\)/g, '');
}

/** Matches the names in a list with commas or lines. Allows one level of nested brackets: `Bash(echo $(date), x)`. */
const betweenCommas = /(?:[^,()\n]|\((?:[^()]|\([^()]*\))*\)|[()])+/g;
/** The same for a list with blanks. */
const betweenBlanks = /(?:[^\s()]|\((?:[^()]|\([^()]*\))*\)|[()])+/g;
