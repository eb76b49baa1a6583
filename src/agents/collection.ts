import { getCollection } from 'astro:content';
import type { Agent } from '../playbook/agent.ts';
import { inReadingOrder } from '../playbook/playbook.ts';

/** Every agent of the site, in the order in which the site lists them. */
export async function allAgents(): Promise<Agent[]> {
  const entries = await getCollection('agents');
  return inReadingOrder(entries.map(({ data }) => data));
}
