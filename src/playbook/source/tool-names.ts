import { distance } from 'fastest-levenshtein';

/** What an agent may do with a kind of tool. */
export type Ability = 'read' | 'write' | 'run' | 'network' | 'agents' | 'mcp';

/** Tools of several products that do the same. */
export interface ToolKind {
  /** The permission, as a phrase after "may". */
  phrase: string;
  /** Absent for tools that neither change anything nor reach anything outside of the session. */
  ability?: Ability;
  names: readonly string[];
}

/**
 * The names are those of Claude Code's tool reference, and the names that other products have for the same, from the
 * documentation of Copilot and the source of OpenCode and Gemini CLI; the phrases are ours.
 */
const toolKinds: readonly ToolKind[] = [
  { ability: 'agents', phrase: 'hand work to other agents', names: ['Agent', 'Task', 'custom-agent', 'invoke_agent'] },
  { phrase: 'ask the person a question', names: ['AskUserQuestion', 'ask_user', 'question'] },
  {
    ability: 'run',
    phrase: 'run shell commands',
    names: ['Bash', 'execute', 'shell', 'run_shell_command', 'runCommands', 'runInTerminal', 'terminal'],
  },
  { ability: 'run', phrase: 'run PowerShell commands', names: ['PowerShell'] },
  { phrase: 'read what a background command prints', names: ['BashOutput'] },
  { ability: 'write', phrase: 'change parts of files', names: ['Edit', 'replace', 'patch', 'editFiles'] },
  { phrase: 'work in a separate checkout', names: ['EnterWorktree'] },
  { phrase: 'end planning and begin', names: ['ExitPlanMode'] },
  { ability: 'read', phrase: 'find files by name', names: ['Glob'] },
  { ability: 'read', phrase: 'search in files', names: ['Grep', 'search', 'grep_search', 'codebase'] },
  { phrase: 'stop a background command', names: ['KillShell'] },
  { ability: 'read', phrase: 'list folders', names: ['LS', 'list', 'list_directory'] },
  { ability: 'read', phrase: 'ask a language server about code', names: ['LSP', 'usages'] },
  { ability: 'write', phrase: 'make several changes to a file at once', names: ['MultiEdit'] },
  { ability: 'write', phrase: 'change notebook cells', names: ['NotebookEdit'] },
  { ability: 'read', phrase: 'read notebooks', names: ['NotebookRead'] },
  { ability: 'read', phrase: 'read files', names: ['Read', 'read_file', 'readFile'] },
  { phrase: 'use skills', names: ['Skill', 'activate_skill'] },
  { phrase: 'run slash commands', names: ['SlashCommand'] },
  { phrase: 'read the task list', names: ['TodoRead'] },
  { phrase: 'keep a task list', names: ['TodoWrite', 'todo', 'todos', 'write_todos'] },
  { phrase: 'look for further tools', names: ['ToolSearch'] },
  { ability: 'network', phrase: 'fetch web pages', names: ['WebFetch', 'web_fetch', 'fetch'] },
  { ability: 'network', phrase: 'search the web', names: ['WebSearch', 'google_web_search'] },
  { ability: 'network', phrase: 'fetch web pages and search the web', names: ['web'] },
  { ability: 'write', phrase: 'create and overwrite files', names: ['Write', 'write_file'] },
  { phrase: 'use every tool', names: ['*'] },
];

const kindsByName = new Map(
  toolKinds.flatMap((kind) => kind.names.map((name): [string, ToolKind] => [name.toLowerCase(), kind])),
);

/** Letters of the shortest name that counts as misspelt, and of the shortest in which two may be wrong. */
const MIN_NAME_LENGTH = 4;
const LONG_NAME_LENGTH = 8;

/** Returns the name of the tool that a name is a misspelling of; `undefined` if it is a tool, or resembles none. */
export function misspeltTool(name: string): string | undefined {
  if (name.length < MIN_NAME_LENGTH || toolKindOf(name) || mcpToolOf(name)) return;
  const allowed = name.length < LONG_NAME_LENGTH ? 1 : 2;
  return toolKinds
    .flatMap(({ names }) => names)
    .find((known) => known.length >= MIN_NAME_LENGTH && distance(known.toLowerCase(), name.toLowerCase()) <= allowed);
}

/** Whether a name is that of a tool, or nearly: other names may be tools of a product that we do not know. */
export function isKnownTool(name: string): boolean {
  return toolKindOf(name) !== undefined || misspeltTool(name) !== undefined;
}

/** VS Code's sets of its own tools: `edit/editFiles`, `edit/*`. Any other name before a slash is that of an MCP server. */
const toolSets = new Set(['agent', 'edit', 'execute', 'read', 'search', 'todo', 'vscode', 'web']);

/** Returns the kind of a tool by its name, whatever its case. */
export function toolKindOf(name: string): ToolKind | undefined {
  const [set = '', ...tool] = name.toLowerCase().split('/');
  if (tool.length === 0) return kindsByName.get(set);
  if (!toolSets.has(set)) return;
  const inSet = tool.join('/');
  return (inSet === '*' ? undefined : kindsByName.get(inSet)) ?? kindsByName.get(set);
}

/** Returns Claude Code's name for a tool of any product; `undefined` if it has no such tool. */
export function claudeToolOf(name: string): string | undefined {
  return claudeName(toolKindOf(name));
}

/** Returns the tools of Claude Code that an ability consists of. */
export function claudeToolsOf(ability: Ability): string[] {
  return toolKinds.flatMap((kind) => (kind.ability === ability ? (claudeName(kind) ?? []) : []));
}

/** The first name of a kind, unless Claude Code does not have it: its own names begin with a capital letter. */
function claudeName(kind: ToolKind | undefined): string | undefined {
  const first = kind?.names[0];
  return first !== undefined && /^[A-Z]/.test(first) ? first : undefined;
}

/**
 * Returns the MCP server whose tools a name means, and the tool; `undefined` if it means no MCP server.
 * `mcp__SERVER__TOOL` is Claude Code's spelling, and `SERVER/TOOL` that of VS Code; `*` means all tools.
 */
export function mcpToolOf(name: string): { server: string; tool: string } | undefined {
  const [prefix, server = '', ...rest] = name.split('__');
  if (prefix === 'mcp' && server !== '') return { server, tool: rest.join('__') || '*' };
  const slash = name.lastIndexOf('/');
  if (slash < 1 || toolSets.has((name.split('/')[0] ?? '').toLowerCase())) return;
  return { server: name.slice(0, slash), tool: name.slice(slash + 1) || '*' };
}
