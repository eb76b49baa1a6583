import type { Playbook } from '../playbook/playbook.ts';

/**
 * Astro runs the loaders of collections and the pages in one process, but each with its own instances of our modules. A
 * variable of this module would exist twice, and each file would have to be read and parsed twice.
 */
const KEY = Symbol.for('agent playbook: playbooks by folder');

/**
 * Makes a playbook available to the pages. It contains the parsed system prompts, which nearly all of them need: for
 * 1,000 agents with 19 MB of markdown, these take 205 MB, and to parse them takes 1.8 s each time.
 */
export function sharePlaybook(folder: string, playbook: Playbook): void {
  playbooks().set(folder, playbook);
}

/**
 * Returns the playbook that was shared last for a folder.
 * @throws if there is none: then Astro no longer loads collections in the process that renders the pages
 */
export function sharedPlaybook(folder: string): Playbook {
  const playbook = playbooks().get(folder);
  if (!playbook) throw new Error(`The agents of ${folder} were not loaded in the process that renders the pages.`);
  return playbook;
}

function playbooks(): Map<string, Playbook> {
  const shared: typeof globalThis & { [KEY]?: Map<string, Playbook> } = globalThis;
  shared[KEY] ??= new Map<string, Playbook>();
  return shared[KEY];
}
