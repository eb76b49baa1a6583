import { createPlaybook, type Playbook } from '../../../src/playbook/playbook.ts';

/** Returns a playbook of agents with these system prompts, by agent name. */
export function playbookOf(prompts: Record<string, string>): Playbook {
  return createPlaybook(
    Object.entries(prompts).map(([name, prompt]) => ({
      path: `${name}.md`,
      bytes: new TextEncoder().encode(`---\nname: ${name}\ndescription: Does things.\n---\n\n${prompt}`),
    })),
  );
}
