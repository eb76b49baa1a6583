/** One entry of `tools` or `disallowedTools`. */
export interface Tool {
  /** As written, argument included: `Bash(git:*)`. */
  written: string;
  /** The tool itself: `Bash`. */
  name: string;
  /** The text between the brackets; empty if there are none. */
  argument: string;
}

/**
 * What each tool permits, as a phrase after "may". The names are from Claude Code's tool reference; the phrases are
 * ours. A tool that is missing here is shown by its name alone.
 */
const permissions: Record<string, string> = {
  Agent: 'hand work to other agents',
  AskUserQuestion: 'ask the person a question',
  Bash: 'run shell commands',
  BashOutput: 'read what a background command prints',
  Edit: 'change parts of files',
  EnterWorktree: 'work in a separate checkout',
  ExitPlanMode: 'end planning and begin',
  Glob: 'find files by name',
  Grep: 'search in files',
  KillShell: 'stop a background command',
  LS: 'list folders',
  LSP: 'ask a language server about code',
  MultiEdit: 'make several changes to a file at once',
  NotebookEdit: 'change notebook cells',
  NotebookRead: 'read notebooks',
  PowerShell: 'run PowerShell commands',
  Read: 'read files',
  Skill: 'use skills',
  SlashCommand: 'run slash commands',
  Task: 'hand work to other agents',
  TodoRead: 'read the task list',
  TodoWrite: 'keep a task list',
  ToolSearch: 'look for further tools',
  WebFetch: 'fetch web pages',
  WebSearch: 'search the web',
  Write: 'create and overwrite files',
};

/**
 * Returns what a tool permits, as a phrase after "may"; `undefined` for an unknown tool.
 * `mcp__SERVER__TOOL` is Claude Code's spelling for a tool of an MCP server.
 */
export function permissionOf(tool: Tool): string | undefined {
  const [prefix, server, name] = tool.name.split('__');
  if (prefix === 'mcp' && server) {
    return name && name !== '*' ? `use “${name}” of the MCP server ${server}` : `use all of the MCP server ${server}`;
  }
  if (tool.name === '*') return 'use every tool';
  const phrase = Object.hasOwn(permissions, tool.name) ? permissions[tool.name] : undefined;
  return phrase !== undefined && tool.argument !== '' ? `${phrase}, limited to ${tool.argument}` : phrase;
}

/** Reads a comma-separated string or a list, each entry once. Commas inside brackets belong to the argument. */
export function readTools(value: string | readonly string[]): Tool[] {
  const entries = typeof value === 'string' ? splitOutsideBrackets(value.trim().replace(/^\[|\]$/g, '')) : value;
  const written = entries.map(withoutListSyntax).filter((entry) => entry !== '');
  return [...new Set(written)].map((entry) => {
    const match = /^([^()]+)\((.*)\)$/s.exec(entry);
    return { written: entry, name: (match?.[1] ?? entry).trim(), argument: match?.[2]?.trim() ?? '' };
  });
}

/** Removes the hyphen and the quotes of an entry in a list that could not be read as YAML. */
function withoutListSyntax(entry: string): string {
  return entry
    .trim()
    .replace(/^-\s+/, '')
    .replace(/^(["'])(.*)\1$/s, '$2')
    .trim();
}

function splitOutsideBrackets(list: string): string[] {
  // Allows one level of nested brackets: `Bash(echo $(date), x)`.
  return list.match(/(?:[^,()\n]|\((?:[^()]|\([^()]*\))*\)|[()])+/g) ?? [];
}
