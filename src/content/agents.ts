import type { Playbook } from '../playbook/playbook.ts';
import { site } from '../site.ts';
import { sharedPlaybook } from './shared-playbook.ts';

/**
 * Returns the playbook of all agents. It is the same object throughout a build, and in development until an agent file
 * changes, so that views can cache what they derive from it.
 */
export function loadPlaybook(): Promise<Playbook> {
  return Promise.resolve(sharedPlaybook(site.agents));
}
