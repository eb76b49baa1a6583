import { getEntry } from 'astro:content';
import { createPlaybook, type Playbook } from '../playbook/playbook.ts';
import { site } from '../site.ts';
import { readAgentsFolder } from './folder.ts';
import { AGENTS_ENTRY } from './loader.ts';

let latest: { version: string | undefined; playbook: Promise<Playbook> } | undefined;

/**
 * The playbook of all agents: the same object until a file of their folder changes, so that what pages find out about
 * it can be kept with it.
 */
export async function loadPlaybook(): Promise<Playbook> {
  const version = (await getEntry('agents', AGENTS_ENTRY))?.digest?.toString();
  if (latest?.version !== version) latest = undefined;
  latest ??= { version, playbook: readAgentsFolder(site.agents).then(createPlaybook) };
  return latest.playbook;
}
