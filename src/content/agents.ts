import { getCollection } from 'astro:content';
import { createPlaybook, type Playbook } from '../playbook/playbook.ts';
import { site } from '../site.ts';
import { readAgentsFolder } from './agents-folder.ts';

let latest: { version: string; playbook: Promise<Playbook> } | undefined;

/**
 * The playbook of all agents: the same object throughout a build, and while authors edit until an agent's file
 * changes, so that what pages find out about it can be kept with it.
 */
export async function loadPlaybook(): Promise<Playbook> {
  if (latest && import.meta.env.PROD) return latest.playbook;
  const agents = await getCollection('agents');
  const version = agents.map(({ id, digest }) => `${id} ${String(digest)}`).join('\n');
  if (latest?.version !== version) latest = undefined;
  latest ??= { version, playbook: readAgentsFolder(site.agents).then(createPlaybook) };
  return latest.playbook;
}
