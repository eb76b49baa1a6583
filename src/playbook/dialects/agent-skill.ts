import type { Dialect } from './dialect.ts';
import { anything, flag, list, mapping, text } from './values.ts';

/** Agent Skills, from their specification of August 2026, with Claude Code's own keys: https://agentskills.io/specification */
export const agentSkill: Dialect = {
  id: 'agent-skill',
  tool: 'tools that read Agent Skills',
  files: /(?:^|\/)SKILL\.md$/i,
  note: 'The path is that of Claude Code; other tools have folders of their own for skills. A skill is not an agent, but a text that an agent loads.',
  outputPath: '.claude/skills/{name}/SKILL.md',
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
  names: {
    pattern: /^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/,
    expected: 'up to 64 lower-case letters, digits and single hyphens, none of them at an end',
  },
  // `allowed-tools` only allows tools in advance: it limits nothing.
  limitsTools: 'caller',
  limits: { description: 1024 },
};
