import type { Playbook } from '../../playbook/playbook.ts';

/** Maximum number of tasks to offer: enough to show what a task looks like. */
const MAX_SAMPLES = 4;
/** A longer sentence is not a good example of a short task. */
const MAX_LENGTH = 140;

/** Returns tasks from the example dialogues of different agents, to try. */
export function sampleTasks({ agents }: Playbook): string[] {
  const tasks = agents.flatMap(({ examples }) => examples.find(({ context }) => isShort(context))?.context ?? []);
  return [...new Set(tasks)].slice(0, MAX_SAMPLES);
}

function isShort(text: string): boolean {
  return text !== '' && text.length <= MAX_LENGTH;
}
