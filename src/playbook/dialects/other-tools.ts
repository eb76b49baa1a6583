import type { Dialect } from './dialect.ts';
import { anything, count, flag, list, mapping, number, oneOf, text } from './values.ts';

/** Cursor's subagents; known from tools that convert to its format: https://cursor.com/docs/agent/subagents */
export const cursor: Dialect = {
  id: 'cursor',
  tool: 'Cursor',
  files: /(?:^|\/)\.cursor\/agents\//,
  note: 'The format is known from tools that convert to it, not from Cursor’s own documentation: try the file before you rely on it.',
  outputPath: '.cursor/agents/{name}.md',
  ownKeys: ['readonly', 'is_background'],
  required: [],
  keys: { name: text, description: text, model: text, readonly: flag, is_background: flag },
  limitsTools: 'nothing',
  sharedKeys: { background: 'is_background' },
};

/** Gemini CLI, from its source of August 2026 (`packages/core/src/agents/agentLoader.ts`). It refuses other keys. */
export const geminiCli: Dialect = {
  id: 'gemini-cli',
  tool: 'Gemini CLI',
  files: /(?:^|\/)\.gemini\/agents\//,
  note: 'Since 18 June 2026, Gemini CLI serves only companies and holders of API keys. For everyone else, Antigravity replaces it.',
  outputPath: '.gemini/agents/{name}.md',
  ownKeys: ['display_name', 'max_turns', 'timeout_mins'],
  required: ['name', 'description'],
  keys: {
    kind: oneOf('local', 'remote'),
    name: text,
    description: text,
    display_name: text,
    tools: anything,
    mcp_servers: mapping,
    model: text,
    temperature: number,
    max_turns: count,
    timeout_mins: count,
    // Of remote agents.
    agent_card_url: text,
    agent_card_json: anything,
    auth: anything,
  },
  refusesOtherKeys: true,
  names: { pattern: /^[a-z0-9_-]+$/, expected: 'lower-case letters, digits, hyphens and underscores' },
  limitsTools: 'list',
  tools: {
    read_file: ['Read'],
    write_file: ['Write'],
    replace: ['Edit', 'MultiEdit'],
    run_shell_command: ['Bash', 'PowerShell'],
    grep_search: ['Grep'],
    glob: ['Glob'],
    list_directory: ['LS'],
    web_fetch: ['WebFetch'],
    google_web_search: ['WebSearch'],
    write_todos: ['TodoWrite'],
    invoke_agent: ['Agent'],
    activate_skill: ['Skill'],
    ask_user: ['AskUserQuestion'],
  },
  sharedKeys: { maxTurns: 'max_turns' },
};

/** Antigravity; known from tools that convert to its format, which cite https://antigravity.google/docs/subagents */
export const antigravity: Dialect = {
  id: 'antigravity',
  tool: 'Antigravity',
  files: /(?:^|\/)\.agents\/agents\//,
  note: 'The format is known from tools that convert to it, not from Antigravity’s own documentation: try the file before you rely on it.',
  outputPath: '.agents/agents/{name}.md',
  ownKeys: ['mainAgent', 'commandExecutionPolicy'],
  required: ['name', 'description'],
  keys: {
    name: text,
    description: text,
    tools: anything,
    mainAgent: flag,
    subagent: flag,
    model: text,
    commandExecutionPolicy: text,
    mcpServers: list,
    skills: list,
    plugins: list,
  },
  // It has a list, but the names in it are not documented well enough to write them.
  limitsTools: 'nothing',
};

/** Qwen Code, from its source of 2026 (`packages/core/src/subagents/types.ts`, `packages/core/src/tools/tool-names.ts`). */
export const qwenCode: Dialect = {
  id: 'qwen-code',
  tool: 'Qwen Code',
  files: /(?:^|\/)\.qwen\/agents\//,
  outputPath: '.qwen/agents/{name}.md',
  ownKeys: ['approvalMode', 'runConfig'],
  required: ['name', 'description'],
  keys: {
    name: text,
    description: text,
    tools: anything,
    disallowedTools: anything,
    approvalMode: oneOf('default', 'plan', 'auto-edit', 'yolo', 'bubble'),
    model: text,
    runConfig: mapping,
    color: text,
    background: flag,
  },
  // It has a list of denied tools, too, but not all of its tools are known: a list of the allowed ones is complete.
  limitsTools: 'list',
  tools: {
    read_file: ['Read'],
    write_file: ['Write'],
    edit: ['Edit', 'MultiEdit'],
    run_shell_command: ['Bash', 'PowerShell'],
    grep_search: ['Grep'],
    glob: ['Glob'],
    list_directory: ['LS'],
    web_fetch: ['WebFetch'],
  },
  sharedKeys: { maxTurns: 'runConfig.max_turns', background: 'background' },
};

/** Kiro's markdown agents, from an excerpt of its documentation: https://kiro.dev/docs/cli/v3/agent-config */
export const kiro: Dialect = {
  id: 'kiro',
  tool: 'Kiro',
  files: /(?:^|\/)\.kiro\/agents\//,
  note: 'The file is for Kiro 1.x and version 3 of its CLI. Version 2 of the CLI reads JSON instead.',
  outputPath: '.kiro/agents/{name}.md',
  ownKeys: ['includeMcpJson', 'welcomeMessage', 'includePowers'],
  required: [],
  keys: {
    name: text,
    description: text,
    tools: anything,
    model: text,
    mcpServers: mapping,
    resources: list,
    permissions: anything,
    welcomeMessage: text,
    includeMcpJson: flag,
    includePowers: anything,
  },
  limitsTools: 'list',
  // Tags, each for a category of tools.
  tools: {
    read: ['Read', 'Grep', 'Glob', 'LS'],
    write: ['Write', 'Edit', 'MultiEdit'],
    shell: ['Bash', 'PowerShell'],
    web: ['WebFetch', 'WebSearch'],
  },
};
