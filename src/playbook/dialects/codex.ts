import type { Dialect } from './dialect.ts';
import { list, mapping, text } from './values.ts';

/**
 * Codex's agents, from its source of 2026 (`codex-rs/core/src/config/agent_roles.rs`). They are files in TOML, which the
 * playbook writes, but does not read: https://developers.openai.com/codex/subagents
 */
export const codex: Dialect = {
  id: 'codex',
  tool: 'Codex',
  files: /(?:^|\/)\.codex\/agents\/.*\.toml$/,
  note: 'Codex refuses files with keys that it does not know. Older versions stop at the first file that they cannot read.',
  outputPath: '.codex/agents/{name}.toml',
  ownKeys: [],
  required: ['name', 'description'],
  keys: {
    name: text,
    description: text,
    developer_instructions: text,
    nickname_candidates: list,
    model: text,
    model_reasoning_effort: text,
    sandbox_mode: text,
    mcp_servers: mapping,
  },
  // An export writes only the name, the description and the instructions: nothing in this file limits tools.
  limitsTools: 'nothing',
};
