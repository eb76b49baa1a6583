import type { Dialect } from './dialect.ts';
import { anything, count, flag, list, mapping, number, oneOf, text } from './values.ts';

/** Cursor's subagents; known from tools that convert to its format: https://cursor.com/docs/agent/subagents */
export const cursor: Dialect = {
  id: 'cursor',
  tool: 'Cursor',
  files: /(?:^|\/)\.cursor\/agents\//,
  ownKeys: ['readonly', 'is_background'],
  required: [],
  keys: { name: text, description: text, model: text, readonly: flag, is_background: flag },
};

/** Gemini CLI, from its source of August 2026 (`packages/core/src/agents/agentLoader.ts`). It refuses other keys. */
export const geminiCli: Dialect = {
  id: 'gemini-cli',
  tool: 'Gemini CLI',
  files: /(?:^|\/)\.gemini\/agents\//,
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
};

/** Antigravity; known from tools that convert to its format, which cite https://antigravity.google/docs/subagents */
export const antigravity: Dialect = {
  id: 'antigravity',
  tool: 'Antigravity',
  files: /(?:^|\/)\.agents\/agents\//,
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
};

/** Qwen Code, from its source of 2026 (`packages/core/src/subagents/types.ts`). */
export const qwenCode: Dialect = {
  id: 'qwen-code',
  tool: 'Qwen Code',
  files: /(?:^|\/)\.qwen\/agents\//,
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
};

/** Kiro's markdown agents, from an excerpt of its documentation: https://kiro.dev/docs/cli/v3/agent-config */
export const kiro: Dialect = {
  id: 'kiro',
  tool: 'Kiro',
  files: /(?:^|\/)\.kiro\/agents\//,
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
};
