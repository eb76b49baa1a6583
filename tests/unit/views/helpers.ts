import { createPlaybook, type Playbook } from '../../../src/playbook/playbook.ts';

/** A playbook of agents whose files hold these prompts, by name. */
export function playbookOf(prompts: Record<string, string>): Playbook {
  return createPlaybook(
    Object.entries(prompts).map(([name, prompt]) => ({
      path: `${name}.md`,
      bytes: new TextEncoder().encode(`---\nname: ${name}\ndescription: Does things.\n---\n\n${prompt}`),
    })),
  );
}
