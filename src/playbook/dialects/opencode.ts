import type { Dialect } from './dialect.ts';
import { anything, count, flag, mapping, number, oneOf, text } from './values.ts';

/**
 * Agents of OpenCode, and of Kilo, which uses the same format. From OpenCode's source of 2026
 * (`packages/opencode/src/config/agent.ts`): https://opencode.ai/docs/agents/
 */
export const opencode: Dialect = {
  id: 'opencode',
  tool: 'OpenCode and Kilo',
  files: /(?:^|\/)\.(?:opencode|kilo)\/agents?\//,
  note: 'Kilo reads the same file in the folder `.kilo/agents`.',
  outputPath: '.opencode/agents/{name}.md',
  ownKeys: ['mode', 'permission'],
  required: [],
  keys: {
    name: text,
    description: text,
    mode: oneOf('subagent', 'primary', 'all'),
    model: text,
    variant: text,
    temperature: number,
    top_p: number,
    prompt: text,
    permission: anything,
    tools: anything,
    disable: flag,
    hidden: flag,
    color: text,
    steps: count,
    maxSteps: count,
    options: mapping,
  },
  isNamedByFile: true,
  limitsTools: 'permission',
  tools: {
    read: ['Read', 'NotebookRead'],
    // Stands for every tool that changes files.
    edit: ['Edit', 'MultiEdit', 'NotebookEdit', 'Write'],
    bash: ['Bash', 'PowerShell'],
    grep: ['Grep'],
    glob: ['Glob'],
    list: ['LS'],
    webfetch: ['WebFetch'],
    websearch: ['WebSearch'],
    task: ['Agent'],
    todowrite: ['TodoWrite'],
  },
  sharedKeys: { maxTurns: 'steps' },
};
