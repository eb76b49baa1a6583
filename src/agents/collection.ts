import { getCollection } from 'astro:content';
import { assemblePlaybook, type Playbook } from '../playbook/playbook.ts';

let assembled: Promise<Playbook> | undefined;

/** The playbook of all agents. Put together once a build; anew for each page while authors edit. */
export function loadPlaybook(): Promise<Playbook> {
  if (import.meta.env.DEV) return assemble();
  assembled ??= assemble();
  return assembled;
}

async function assemble(): Promise<Playbook> {
  const entries = await getCollection('agents');
  return assemblePlaybook(entries.map(({ data }) => data));
}
