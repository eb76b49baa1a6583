import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * More than any page lists, also of the agents with one subject, and more than have cards of their own. Larger collections
 * get the same pages: catalogue.test.ts checks that no index grows with the number of agents.
 */
export const AGENT_COUNT = 592;

/** Every eighth agent names the model `opus`. */
export const OPUS_EVERY = 8;

const subjects = ['parsers', 'sockets', 'schedulers', 'codecs', 'allocators', 'queues', 'drivers', 'caches'];

/** The number of agents that have a subject in common, and with it a section of the same text. */
export const SUBJECT_COUNT = AGENT_COUNT / subjects.length;

const models = ['sonnet', 'haiku', 'inherit', 'sonnet', 'haiku', 'sonnet', 'haiku', 'opus'];
const tools = ['Read, Grep', 'Read, Write, Bash', 'Read'];

/** Writes hundreds of small agents, the same ones in each run. Every file contains the word "harbour". */
export async function writeManyAgents(folder: string): Promise<void> {
  await Promise.all(
    Array.from({ length: AGENT_COUNT }, (_, index) => writeFile(join(folder, fileName(index)), fileText(index))),
  );
}

function fileName(index: number): string {
  return `crowd-${String(index).padStart(4, '0')}.md`;
}

function fileText(index: number): string {
  const subject = subjects[index % subjects.length] ?? '';
  return `---
name: ${fileName(index).replace('.md', '')}
description: Looks after ${subject} of pier ${String(index)}.
tools: ${tools[index % tools.length] ?? ''}
model: ${models[index % models.length] ?? ''}
---

# Work

Keep the ${subject} of the harbour in order.

## Checks

\`\`\`rust
fn pier() -> u32 { ${String(index)} }
\`\`\`
`;
}
