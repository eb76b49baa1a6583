import type { Dialect } from './dialect.ts';
import { anything, flag, list, mapping, oneOf, text, textOrList } from './values.ts';

/**
 * Custom agents of VS Code and GitHub Copilot, from their documentation and VS Code's source of 2026:
 * https://code.visualstudio.com/docs/copilot/customization/custom-agents
 * https://docs.github.com/en/copilot/reference/custom-agents-configuration
 */
export const vscode: Dialect = {
  id: 'vscode',
  tool: 'VS Code and GitHub Copilot',
  files: /\.(?:agent|chatmode)\.md$|(?:^|\/)\.github\/agents\//i,
  installLink: 'vscode:chat-agent/install?url={url}',
  outputPath: '.github/agents/{name}.agent.md',
  ownKeys: ['handoffs', 'user-invocable', 'infer', 'mcp-servers', 'modelPolicy', 'include-custom-instructions'],
  // VS Code requires neither, and Copilot's cloud agent a description.
  required: [],
  keys: {
    name: text,
    description: text,
    'argument-hint': text,
    tools: anything,
    agents: list,
    model: textOrList,
    models: list,
    modelPolicy: oneOf('preferred', 'required'),
    reasoningEffort: oneOf('low', 'medium', 'high', 'xhigh', 'max'),
    'user-invocable': flag,
    'disable-model-invocation': flag,
    infer: flag,
    target: oneOf('vscode', 'github-copilot'),
    'mcp-servers': mapping,
    handoffs: mapping,
    hooks: mapping,
    metadata: mapping,
    sidekick: mapping,
    'include-custom-instructions': flag,
  },
  limitsTools: 'list',
  // Copilot's names, which VS Code reads as well.
  tools: {
    read: ['Read', 'NotebookRead'],
    edit: ['Edit', 'MultiEdit', 'NotebookEdit', 'Write'],
    search: ['Grep', 'Glob'],
    execute: ['Bash', 'PowerShell'],
    web: ['WebFetch', 'WebSearch'],
    agent: ['Agent'],
    todo: ['TodoWrite'],
  },
  mcpTools: { all: '{server}/*', one: '{server}/{tool}' },
  hasEmptyList: true,
  sharedKeys: { effort: 'reasoningEffort' },
  // The limit of Copilot's cloud agent, which ignores files that are for VS Code only.
  limits: { body: 30_000 },
};
