import type { Dialect } from './dialect.ts';
import { anything, flag, list, mapping, text } from './values.ts';

/** Agent Skills, from their specification of August 2026, with Claude Code's own keys: https://agentskills.io/specification */
export const agentSkill: Dialect = {
  id: 'agent-skill',
  tool: 'tools that read Agent Skills',
  files: /(?:^|\/)SKILL\.md$/i,
  ownKeys: ['allowed-tools', 'when_to_use', 'compatibility'],
  required: ['name', 'description'],
  keys: {
    name: text,
    description: text,
    license: text,
    compatibility: text,
    metadata: mapping,
    'allowed-tools': anything,
    'disallowed-tools': anything,
    when_to_use: text,
    'argument-hint': text,
    arguments: list,
    'disable-model-invocation': flag,
    'user-invocable': flag,
    model: text,
    context: text,
    agent: text,
    hooks: mapping,
    paths: list,
  },
  limits: { description: 1024 },
};
