import type { Agent } from '../playbook/agent.ts';
import { memoize } from '../playbook/memoize.ts';
import { claudeCode } from '../playbook/dialects/claude-code.ts';
import type { Dialect } from '../playbook/dialects/dialect.ts';
import { dialects } from '../playbook/dialects/dialects.ts';
import { readFrontMatter } from '../playbook/source/front-matter.ts';
import { asText } from '../playbook/source/yaml.ts';

/** The front matter and prompt as the author wrote them; the parsed agent contains only a part of it. */
export interface WrittenAgent {
  dialect: Dialect;
  /** The values of the front matter, with their types. */
  data: Readonly<Record<string, unknown>>;
  /** With its dialogues; empty if there is none. */
  description: string;
  /** Without the blank lines around it. */
  prompt: string;
}

/** Returns what the author of an agent wrote. */
export const writtenAgent = memoize((agent: Agent): WrittenAgent => {
  const { path, frontMatter } = agent.source;
  const { data } = readFrontMatter(frontMatter, path, 2);
  return {
    dialect: dialects.find(({ tool }) => tool === agent.tool?.name) ?? claudeCode,
    data,
    description: asText(data.description).trim(),
    prompt: agent.body.replace(/^(?:[ \t]*\n)+/, '').trimEnd(),
  };
});
